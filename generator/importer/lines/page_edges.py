"""The lines of a text that are of its pages and not of what it says: those that count, and what stands beside them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.extraction.blocks import Block, Kind, Line
from generator.importer.language.damage import skeleton
from generator.importer.lines.counted_beside import DATED, counted_beside
from generator.importer.lines.counted_parts import of_as_many, of_papers
from generator.importer.lines.said_at_edges import FIRST, around, is_edge

# "Side 3 af 7", "Page 3", "Protokol, s. 3" at the end of a line.
_COUNTS = re.compile(
    r"\b(?:side|sidenr\.?|side nr\.?|sidetal|blad(?: nr\.)?|page|s\.|p\.)[:\s]*\|?\s*\d{1,4}(?:\s*(?:af|of|/)\s*\d{1,4})?\W*$"
    r"|^\W+\d{1,4}\W+$|\b(?:side|page) [ivxl]{1,6}$",  # "Side iv"
    re.IGNORECASE,
)
# "Byrådet, den 3. maj 2016          Side 2"
_IN_MARGIN = re.compile(r"(?:\s{3}|\t)(?:side|sidenr|blad(?: nr\.)?|page)(?!\w)", re.IGNORECASE)
_COLUMNS = re.compile(r"\s{3,}|\t")
# What can be nothing else: "- 3 -", "3/7", "[3]", "- side 2, punkt 147 -", "Side 3", "3 af 7".
_ONLY_COUNTS = re.compile(
    r"[-–—]\s*\d{1,3}\s*[-–—]|[-–—]\s(?:side|page)\s\d.{0,40}\s[-–—]|\[\d{1,3}\]"
    r"|(?:side|page|blad(?: nr\.)?)\s*\d{1,3}(?:\s*(?:af|of|/|ud af)\s*\d{1,3})?\.?"
    r"|(?P<at>\d{1,3})\s*(?:af|of|/)\s*(?P<all>\d{1,3})",
    re.IGNORECASE,
)
# What a browser prints below a page: where it is, and which part of the whole.
_PRINTED = re.compile(r"(?:https?://|www\.)\S+\s+\d{1,3}/\d{1,3}", re.IGNORECASE)
# "Blad nr. 115          Formandens initialer:"
_IN_FRONT = re.compile(r"(?:side(?: nr\.)?|blad nr\.|page)\s*(?P<at>\d{1,4})\b(?!\s*(?:og|and|[-–,])).*[^.]", re.IGNORECASE)
# "Formandens initialer: ____", "Init.: AB": where each page is signed
_SIGNED = re.compile(r"(?:[^\W\d_]+\s)?(?i:initialer|initials|init\.|paraf|paraferet):?[\s_.A-ZÆØÅ]*")
_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b(side|page) [ivxl]{1,6}$", re.IGNORECASE)
_SHORTEST = 5  # letters of what stands beside a page's number
_TITLE = 12  # lines of a text in which its title may stand with all that belongs to it
_APART = 8  # lines between two that count pages
_SAID = 3  # words of the head that no sentence before a number of a page has
_NEAR_TITLE = 12  # lines below a title in which its number may be said again
_NUMBERED = re.compile(r"(?:[^\W\d]+\.? )?(?P<at>\d{1,3})\b[.:)]?\s+[^\W\d]{2}")


def counting_lines(blocks: Sequence[Block], says: Callable[[str], bool] = lambda text: False) -> frozenset[Line]:
    """Lines that only count pages, and what stands again and again beside them; not what `says` something, however often."""
    lines = [line for block in blocks for line in block.lines]
    known = {line for block in blocks if block.kind is Kind.FURNITURE for line in block.lines}
    often = Counter(_masked(line) for line in lines if _COUNTS.search(line.text))
    said = {_masked(line) for line in lines}
    feet = [*known, *(line for line in lines if _is_foot(line, often) or _says_again(line, said))]
    feet += [*_of_same_columns(lines), *_says_head(lines), *_of_one_page(lines)]
    alone = [
        line
        for at, line in enumerate(lines)
        if line.text.isdecimal() and len(line.text) < 4 and line not in known
        and (at + 1 == len(lines) or lines[at + 1].page != line.page or lines[at - 1].page != line.page)
    ]  # fmt: skip
    if len(alone) > 1 and all(int(one.text) < int(other.text) for one, other in pairwise(alone)):
        feet += alone
    feet += [
        *_beside_repeated(lines),
        *of_as_many(lines),
        *of_papers(lines),
        *_counted_in_front(lines),
        *counted_beside(lines),
    ]
    return frozenset([*feet, *around(lines, {*feet}, says)]) - known


def _is_foot(line: Line, often: Counter[str]) -> bool:
    if _PRINTED.fullmatch(line.text.strip()):
        return True
    if only := _ONLY_COUNTS.fullmatch(line.text.strip()):
        return only["at"] is None or int(only["at"]) <= int(only["all"])
    least = 1 if _IN_MARGIN.search(line.text) else 2
    return _COUNTS.search(line.text) is not None and often[_masked(line)] > least


def _of_same_columns(lines: Sequence[Line]) -> list[Line]:
    """Lines below the title whose outer columns are those of another that counts a page, whatever stands between them: "Teknisk
    Udvalg   3. juni 1997   Blad nr. 89".
    """
    found: dict[tuple[str, str], list[tuple[int, Line]]] = defaultdict(list)
    for at, line in enumerate(lines):
        columns = _COLUMNS.split(line.text.strip())
        if len(columns) > 1 and len(columns[0]) > _SHORTEST and _IN_MARGIN.search(line.text) and _COUNTS.search(columns[-1]):
            found[columns[0].casefold(), _masked(replace(line, text=columns[-1]))].append((at, line))
    return [line for same in found.values() if len(same) > 1 for at, line in same if at >= FIRST]


def _of_one_page(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines at the edge of a page that need not come again to be of it: a last column that counts it, "2/3", or the place for
    the initials of who signs it.
    """
    for at, line in enumerate(lines[1:], 1):
        if all(0 <= beside < len(lines) and lines[beside].page == line.page for beside in (at - 1, at + 1)):
            continue
        *before, last = _COLUMNS.split(line.text.strip())
        only = _ONLY_COUNTS.fullmatch(last) if before else None
        counts = only is not None and only["at"] is not None and int(only["at"]) <= int(only["all"])
        if counts or (_SIGNED.fullmatch(line.text.strip()) and at + 1 < len(lines)):
            yield line


def _says_again(line: Line, said: Container[str]) -> bool:
    """Whether a line is another line of the text with a page's number behind: "Bestyrelsesmøde den 28. maj 2013   Side 2"."""
    count = _COUNTS.search(line.text)
    front = line.text[: count.start()].strip(" \t-–—|·,") if count else ""
    return len(front) > _SHORTEST and _masked(replace(line, text=front)) in said


def _says_head(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines at the edge of a page that count it and say what else the head of the text says, with gaps or without: "I/S Isby
    Havn   Møde nr. 4   Side 2", or stand beside nothing but its number: "Isby Havn   Referat 03-05-2016", "Side 2".
    """
    head = {word for line in lines[:FIRST] for word in _words(line.text)}
    title = head | {word for line in lines[FIRST:_TITLE] for word in _words(line.text)}
    first = {_masked(line) for line in lines[:FIRST]}  # "Isby Byråd blad nr. 61", and on the next page 62
    for at, line in enumerate(lines[FIRST:], FIRST):
        count = _COUNTS.search(line.text)
        words = _words(line.text[: count.start()]) if count is not None else []
        edge = _masked(line) in first or any(is_edge(lines, at, step, set()) for step in (-1, 1))
        dated = _IN_MARGIN.search(line.text) is not None and DATED.search(line.text) is not None
        counts = len(words) > (1 if edge else _SAID) and {*words} <= (title if dated else head)
        begins = line.page != lines[at - 1].page and _is_named(line)
        said = {*_words(line.text)}
        if counts or (begins and said <= title) or (_is_beside_count(lines, at) and _undated(line) <= title):
            yield line


def _is_beside_count(lines: Sequence[Line], at: int) -> bool:
    """Whether a line below the title that names the day at its end stands beside one that says nothing but which page it is
    on, and not "24/112", which may be a case.
    """
    text = lines[at].text.strip()
    dated = text[:1].isalpha() and any(found.end() == len(text) for found in DATED.finditer(text))
    beside = (lines[other].text.strip() for other in (at - 1, at + 1) if 0 <= other < len(lines))
    counts = (found for one in beside if (found := _ONLY_COUNTS.fullmatch(one)))
    return dated and at >= _TITLE and any(found["at"] is None for found in counts)


def _undated(line: Line) -> set[str]:
    """The words of a line but those with figures."""
    return {skeleton(word) for word in line.text.split() if word.isalpha()}


def _words(text: str) -> list[str]:
    """The words of a text without their marks: a foot says "Isby Havn, bestyrelsen" where the title has two lines."""
    return [skeleton(word.strip(",.")) for word in text.split() if any(map(str.isalnum, word))]


def _is_named(line: Line) -> bool:
    """Whether a line has columns of which the first is a name without a number: "Isby Kommune     Isudvalget"."""
    first, *others = _COLUMNS.split(line.text.strip())
    return bool(others) and len(first) > _SHORTEST and not _DIGITS.search(first)


def _beside_repeated(lines: Sequence[Line]) -> list[Line]:
    """Numbers alone that count from one page to the next, each beside a line that stands beside the others too."""
    said = Counter(_masked(line) for line in lines if not line.text.isdecimal())
    found = [at for at, line in enumerate(lines) if line.text.isdecimal() and len(line.text) < 4 and _near(lines, at, said)]
    rising = all(int(lines[at].text) + 1 == int(lines[after].text) and after - at >= _APART for at, after in pairwise(found))
    own = all(_says_item(lines, at) for at in found) or sum(_heads_title(lines, at) for at in found) * 3 >= len(found) * 2
    if len(found) < 2 or not rising or own:
        return []
    last = len(lines) - 1  # no page follows upon the last one, and so no head
    counted = found[-1] < last and lines[last].text == str(int(lines[found[-1]].text) + 1)
    return [lines[at] for at in (*found, *([last] if counted else []))]


def _says_item(lines: Sequence[Line], at: int) -> bool:
    """Whether a number alone is that of the title above it on its page: a cell of a table, "Byrådet", "3-5-2020", "2"."""
    above = (line for line in reversed(lines[max(0, at - _NEAR_TITLE) : at]) if line.page == lines[at].page)
    title = next((found for line in above if (found := _NUMBERED.match(line.text.strip()))), None)
    return title is not None and title["at"] == lines[at].text


def _heads_title(lines: Sequence[Line], at: int) -> bool:
    """Whether a number alone begins a paragraph of two lines, and the other one may be its title: it ends no sentence."""
    around = lines[max(0, at - 1) : at + 3]
    if not at or len(around) < 4:
        return False
    above, number, title, below = around
    apart = number.number - above.number > 1 or below.number - title.number > 1  # a scan may lose one of the two
    said = title.text.strip()
    return apart and title.number == number.number + 1 and said[:1].isupper() and not said.endswith((".", ",", "-"))


def _counted_in_front(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that begin with a page's number and go on in the same words each time, the numbers rising."""
    found: dict[str, list[tuple[int, Line]]] = defaultdict(list)
    for line in lines:
        if count := _IN_FRONT.fullmatch(line.text.strip()):
            found[_masked(line)].append((int(count["at"]), line))
    for same in found.values():
        counted = [at for at, _ in same]
        if len(same) > 1 and counted == sorted({*counted}):
            yield from (line for _, line in same)


def _near(lines: Sequence[Line], at: int, said: Counter[str]) -> bool:
    beside = [lines[other] for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return any(said[_masked(line)] > 2 for line in beside if not line.text.isdecimal())


def _masked(line: Line) -> str:
    return " ".join(skeleton(word) for word in _DIGITS.sub("#", _ROMAN.sub(r"\1 #", line.text)).split())
