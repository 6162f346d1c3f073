"""Rows to blocks: which lines are one paragraph, one item of a list, one table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.extraction.blocks import Block, Kind, Line, Link
from generator.extraction.joining import joined, words_in
from generator.extraction.rows import Row, is_first, kind_of, marker_of

_FIGURE = re.compile(r"\(?(\d{1,2})[.)]\s")
_ORDINAL = re.compile(r"(\d{1,2})\. [a-zæøå]")  # before a word that begins no sentence
_LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<tied>[^)\s]+)\)|(?P<plain>https?://[^\s<>()\[\]\"]+)")


def blocks_of(rows: Sequence[Row]) -> tuple[Block, ...]:
    """The blocks of a document, with a break between its pages."""
    words = words_in(row.text for row in rows)
    blocks: list[Block] = []
    for _, on_page in groupby(rows, key=lambda row: row.page):
        if blocks:
            blocks.append(Block(Kind.PAGE_BREAK))
        blocks += (_block(group, depth, words) for group, depth in _with_depths(_groups(on_page)))
    return tuple(blocks)


def _groups(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows that belong together, in order."""
    group: list[Row] = []
    counted = 0  # the last number that an item of a list had, until something else begins
    for row in rows:
        if group and not _continues(row, group, counted):
            yield group
            group = []
        if not group and (row.apart or _FIGURE.match(row.text)):
            counted = int(figure[1]) if (figure := _FIGURE.match(row.text)) else 0
        group.append(row)
    if group:
        yield group


def _continues(row: Row, group: Sequence[Row], counted: int) -> bool:
    """Whether a row goes on with what the rows before it began; `counted` is the last number of an item above it."""
    before = group[-1]
    if row.furniture or before.furniture or row.level != before.level:
        return False
    if _is_cells(row) or _is_cells(before):
        return len(row.cells) == len(before.cells) and not row.apart
    return not row.apart and row.strong == before.strong and (not marker_of(row.text) or _is_ordinal(row, group, counted))


def _is_ordinal(row: Row, group: Sequence[Row], counted: int) -> bool:
    """Whether a number begins no item but goes on with the sentence above it, "... at frigive" and "2. rate": it is neither
    the first nor the next one, and nothing ends or announces there.
    """
    figure = _ORDINAL.match(row.text)
    if figure is None or int(figure[1]) in (1, counted + 1) or not group[-1].text[-1:].isalnum():
        return False
    return all(f" {int(figure[1]) - 1}. " not in one.text for one in group)  # "at 1. huset sælges", and "2. bilen købes"


def _is_cells(row: Row) -> bool:
    """Whether a row is cells side by side; a number or bullet and what it stands before are not."""
    return len(row.cells) > 1


def _with_depths(groups: Iterable[list[Row]]) -> Iterator[tuple[list[Row], int]]:
    """Each group with its depth as an item of a list: how many items around it are open."""
    open_items: list[tuple[float, str]] = []
    for group in groups:
        first = group[0]
        if first.furniture:
            yield group, 0
            continue
        marker = "" if first.level else marker_of(first.text)
        open_items = _still_open(open_items, first.indent, marker)
        yield group, len(open_items) if marker else 0
        if marker:
            open_items.append((first.indent, kind_of(marker, [kind for _, kind in open_items])))


def _still_open(open_items: list[tuple[float, str]], indent: float, marker: str) -> list[tuple[float, str]]:
    """The open items that may hold what comes next: those indented less, or as much where another count begins."""
    kind = kind_of(marker, [kind for _, kind in open_items])
    same = next((place for place, one in enumerate(open_items) if abs(one[0] - indent) <= 1 and one[1] == kind), None)
    if same is not None:
        return open_items[:same]
    return [one for one in open_items if one[0] < indent - 1 or (is_first(marker) and one[0] <= indent + 1)]


def _block(group: Sequence[Row], depth: int, words: frozenset[str]) -> Block:
    first = group[0]
    lines = tuple(Line(row.text, row.page, row.number, row.full) for row in group)
    text = joined([says for row in group if (says := row.text if row.says is None else row.says)], words)
    block = Block(Kind.PARAGRAPH, text, lines, links=tuple(_links_in(text)), strong=all(row.strong for row in group))
    if first.furniture:
        return replace(block, kind=Kind.FURNITURE)
    if first.level:
        return replace(block, kind=Kind.HEADING, level=first.level)
    if _is_cells(first) and (len(group) > 1 or first.ruled):
        rows = tuple(row.cells for row in group if not _is_rule(row.cells))
        return replace(block, kind=Kind.TABLE, text=table_text(rows), rows=rows)
    if marker := marker_of(first.text):
        return replace(block, kind=Kind.LIST_ITEM, text=text[len(marker) :].lstrip(), level=depth, marker=marker)
    return block


def table_text(rows: Iterable[Sequence[str]]) -> str:
    """A table as text: a line for each row, a tab between cells."""
    return "\n".join("\t".join(cells) for cells in rows)


def _links_in(text: str) -> Iterator[Link]:
    """The addresses that stand in a text, by themselves or as Markdown ties them to words."""
    for found in _LINK.finditer(text):
        address = found["tied"] or found["plain"].rstrip(".,;:")
        yield Link(found["words"] or address, address)


def _is_rule(cells: Sequence[str]) -> bool:
    """Whether a row only draws the line below a table's head, as Markdown does."""
    return all(cell and not cell.strip("-:=") for cell in cells)
