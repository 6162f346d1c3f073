"""Lines that say the same at the edge of each page, with its number and no word for it beside: "Referat 11.12.2017   2"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.extraction.blocks import Line
from generator.importer.language.damage import skeleton

_SAYS = r"(?P<says>[^\s|·•–—-].*?[^\s|·•–—,-])"
_AT = r"(?P<at>\d{1,3})(?:\s*(?:af|of|/)\s*\d{1,3})?"
_GAP = r"(?P<gap>\s*[|·•–—,-]?\s+)"
_AFTER, _BEFORE = re.compile(_SAYS + _GAP + _AT), re.compile(_AT + _GAP + _SAYS)
_WIDE = re.compile(r"\t|\s{3}|[|·•]")
DATED = re.compile(r"\d{1,2}[./-] ?(?:\d{1,2}[./-]|[^\W\d]{3,9}\.? )\d{2,4}\b")
_PHRASE = re.compile(r"[^\W\d_]{3,}(?: (?:[^\W\d_]{3,}|og|i|af|&|and|of))+")  # "Isby Kommune"
_APART = 8  # lines between two that count pages
_DATED_APART = 4  # the same where both name the day
_TWICE = 2  # times that a line comes again
_LONGEST = 200  # letters of such a line; a longer one is text, and would take long to be read
_TITLE = 4  # lines of a text in which its title stands
_SEVERAL = 3  # pages; of fewer the lines must stand where one ends or begins


def counted_beside(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, where the numbers count one by one: behind a wide gap, or a day, which no title ends in; where a scan has lost
    the gap also beside a line that names a day and is the same each time, or where the first lines say all else that they say.
    """
    title = {*_as_read(" ".join(line.text for line in lines[:_TITLE])).replace(",", "").split()}
    for pattern in (_AFTER, _BEFORE):
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        near: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, line in enumerate(lines):
            part = pattern.fullmatch(text) if len(text := line.text.strip()) <= _LONGEST else None
            said = part is not None and pattern is _AFTER and at >= _TITLE and _is_of_title(part["says"], title)
            if part and (said or _is_foot(part, before=pattern is _BEFORE)):
                found[_as_read(part["says"])].append((at, int(part["at"])))
            elif part and _PHRASE.fullmatch(part["says"]):
                near[_as_read(part["says"])].append((at, int(part["at"])))
        for says, same in found.items():
            apart = _DATED_APART if DATED.search(says) else _APART
            every = [at for at, _ in same]
            several = len(same) >= _SEVERAL or _is_of_title(says, title) or _at_edges(lines, every)
            if _count_pages(same, apart) and several:
                yield from (lines[at] for at in every)
        for same in near.values():
            if len(same) >= _SEVERAL and _count_pages(same, _APART) and _are_dated(lines, [at for at, _ in same]):
                yield from (lines[at] for at, _ in same)


def _is_of_title(says: str, title: set[str]) -> bool:
    """Whether several words all stand in the title of the text."""
    words = _as_read(says).replace(",", "").split()
    return len(words) >= _SEVERAL and {*words} <= title


def _are_dated(lines: Sequence[Line], every: Sequence[int]) -> bool:
    """Whether below each, but for the last line of the text, the same line follows, with a day in it."""
    below = [_as_read(lines[at + 1].text) for at in every if at + 1 < len(lines)]
    return len(below) >= _TWICE and len({*below}) == 1 and DATED.search(lines[every[0] + 1].text) is not None


def _as_read(says: str) -> str:
    """The words with the letters that a scan takes for each other as one, and the figures as they are."""
    return " ".join(word if any(map(str.isdigit, word)) else skeleton(word) for word in says.split())


def _is_foot(part: re.Match[str], *, before: bool) -> bool:
    """Whether a line may be of a page: what begins with a number and has no day may be a title."""
    wide, day = _WIDE.search(part["gap"]) is not None, DATED.search(part["says"])
    if before:
        return wide and day is not None
    return wide or (day is not None and day.end() == len(part["says"]))  # and not "Byrådet, 20-03-2019, pkt. 71"


def _count_pages(same: Sequence[tuple[int, int]], apart: int) -> bool:
    """Whether several numbers count one by one, so far apart that a page may stand between them."""
    counts = all(after - at >= apart and number + 1 == later for (at, number), (after, later) in pairwise(same))
    return counts and len(same) > 1


def _at_edges(lines: Sequence[Line], every: Sequence[int]) -> bool:
    """Whether all stand last on their pages, or all first, or beside a line that says the same each time."""
    for step in (-1, 1):
        beside = [lines[at + step] if 0 <= at + step < len(lines) else None for at in every]
        if all(one is None or one.page != lines[at].page for at, one in zip(every, beside, strict=True)):
            return True
        texts = {one.text.strip() for one in beside if one is not None}
        if len(texts) == 1 and all(beside):
            return True
    return False
