"""Rows to rows in which page headers, page footers and page numbers are marked as furniture."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, takewhile

from generator.extraction.rows import Row

_DEEPEST = 4  # rows from the edge of a page: no header or footer has more
_MARGIN = 0.12  # of the page's height, where that is known: no header or footer reaches further in
_WORD = r"(?:side|page|s\.|p\.)"  # what pages are called in the languages that Protokol speaks
_OF = r"(?:\s*(?:af|of|/)\s*\d{1,4})"
_NUMBERED = re.compile(rf"{_WORD}\s*\d{{1,4}}{_OF}?|(?P<at>\d{{1,4}})\s*(?:af|of|/)\s*(?P<all>\d{{1,4}})", re.IGNORECASE)
_ALONE = re.compile(rf"[\s|–—-]*(?:{_WORD}\s*)?(\d{{1,4}}){_OF}?[\s|–—-]*", re.IGNORECASE)
_SAYS_PAGE = re.compile(rf"[\s|–—-]*(?:side|page)\s*\d{{1,4}}{_OF}?[\s|–—.-]*", re.IGNORECASE)
_BESIDE = re.compile(r"^\d{1,4}(?=\t)|(?<=\t)\d{1,4}$")


def marked(rows: Sequence[Row]) -> list[Row]:
    """Mark what stands at the edge of every other page or more, in the same place, and what only counts the pages."""
    edges = [edge for _, on_page in groupby(rows, key=lambda row: row.page) for edge in _edges(list(on_page))]
    often = max(2, (len(edges) + 2) // 4)  # of the pages, of which each has two edges
    at_edges = {(row.page, row.number) for edge in edges for row in edge}
    within = Counter(row.text for row in rows if (row.page, row.number) not in at_edges)
    found: set[tuple[int, int]] = set()
    for side in (edges[::2], edges[1::2]):  # the tops of all pages, then their bottoms
        repeated = _often(({key for row in edge for key in _keys(row)} for edge in side), often, within)
        # What stands further in on other pages is none: a sentence that a page happens to begin with.
        repeated = _often(({key for row in _outermost(edge, repeated) for key in _keys(row)} for edge in side), often, within)
        found |= {(row.page, row.number) for edge in side for row in _outermost(edge, repeated)}
    return [
        replace(row, furniture=True) if (row.page, row.number) in found or _SAYS_PAGE.fullmatch(row.text) else row
        for row in rows
    ]


def _often(edges: Iterable[set[tuple[str, int]]], least: int, within: Mapping[str, int]) -> set[tuple[str, int]]:
    """What stands at as many edges as that, or more, and oftener than `within` pages, where a label stands too."""
    seen = Counter(key for edge in edges for key in edge)
    return {key for key, count in seen.items() if count >= least and count > within.get(key[0], 0)}


def _edges(page: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows at the top of a page and those at its bottom, each from the edge inwards."""
    depth = min(_DEEPEST, len(page) // 2)
    top, bottom = page[:depth], page[: -depth - 1 : -1] or page[-1:]
    return [row for row in top if not 0 < row.height < 1 - _MARGIN], [row for row in bottom if row.height <= _MARGIN]


def _outermost(edge: Iterable[Row], repeated: Container[tuple[str, int]]) -> Iterator[Row]:
    """The rows from the edge of the page inwards, as long as each is furniture."""
    return takewhile(lambda row: any(key in repeated for key in _keys(row)) or _counts(row), edge)


def _counts(row: Row) -> bool:
    """Whether a row says nothing but the number of its page."""
    alone = _ALONE.fullmatch(row.text)
    return alone is not None and (int(alone[1]) == row.page or _SAYS_PAGE.fullmatch(row.text) is not None)


def _keys(row: Row) -> set[tuple[str, int]]:
    """What two rows have in common that differ in the number of the page alone, or in nothing: their words and how high they
    stand.
    """
    counted = _NUMBERED.sub(lambda found: _masked(found, row.page), row.text)
    texts = (_BESIDE.sub(lambda found: _from_page(found[0], row.page), text) for text in (row.text, counted))
    return {(text, round(row.height * 100)) for text in texts}


def _from_page(number: str, page: int) -> str:
    """What stands for a number beside a gap: how far it is from the page it stands on. "Sagsnummer   02" on the second page and
    "Sagsnummer   04" on the third count cases.
    """
    return f"#{int(number) - page}"


def _masked(found: re.Match[str], page: int) -> str:
    """What stands for the number of a page: without a word before it, "3/7", how far it is from where it stands. "Sag 101/08",
    "Sag 3/12" count cases, and not with the pages.
    """
    if found["at"] is None:
        return "#"
    return f"{int(found['at']) - page} of {found['all']}" if int(found["at"]) <= int(found["all"]) else found[0]
