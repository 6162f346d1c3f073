"""Points that a sentence counts, "at 1. huset sælges, og 2. bilen købes", told from ordinals such as "2. rate frigives"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.rows import SIGNS_OF_LISTS
from generator.importer.language.vocabulary import Wording

_MARK = re.compile(
    r"(?:(?:^|(?<=[,;:.]\s)|(?<=\b(?:og|at)\s)|(?<=\b(?:and)\s)|(?<=\b(?:samt|that)\s))(?P<stop>)|(?<=\s))"
    r"\(?(?P<count>\d{1,2}|[a-h])(?P<sign>[.)])\s+(?P<word>(?!(?:og|eller|til|and|or|to)\b)[^\W\d]\w*)"
)
_AFTER_THAT = re.compile(
    rf"(?:[{SIGNS_OF_LISTS}]\s+)?"
    r"(?:(?:og|and|samt)\s+)?(?P<that>at\s+|that\s+)?\(?(?P<count>\d{1,2})(?P<sign>[.)])\s+(?P<word>\w+)"
)


def counted_points(text: str, wording: Wording) -> tuple[str, list[str]]:
    """What stands before the first of the points that a text counts from one, and the points; none where there are not two."""
    marks: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        due = chr(ord("a") + len(marks)) if mark["count"].isalpha() else str(len(marks) + 1)
        same = not marks or (mark["sign"] == marks[0]["sign"] and mark["count"].isalpha() == marks[0]["count"].isalpha())
        lettered = bool(marks) and not marks[0].start() and mark["count"].isalpha()
        if mark["count"] == due and same and (mark["sign"] == ")" or mark["stop"] is not None or lettered):
            marks.append(mark)
    if len(marks) < 2 or (marks[0]["sign"] == "." and _are_ordinals([mark["word"] for mark in marks], wording)):
        return text, []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return text[: marks[0].start()].strip(), [text[mark.start() : end].strip() for mark, end in zip(marks, ends, strict=True)]


def are_counted(points: Sequence[str], wording: Wording) -> bool:
    """Whether the numbers with which points begin, or that follow "that" in them, are those of a list: they count on, and
    one that stands alone is the first of a list, or has a bracket.
    """
    marks = [mark for point in points if (mark := _AFTER_THAT.match(point))]
    after = [mark for mark in marks if mark["that"]]
    if len(points) == 1 and marks:
        return marks[0]["sign"] == ")" or (marks[0]["count"] == "1" and not after)
    if not after or after[0]["sign"] == ")":
        return True
    counts = [mark["count"] for mark in after] == [str(number) for number in range(1, len(points) + 1)]
    return counts and not _are_ordinals([mark["word"] for mark in after], wording)


def _are_ordinals(words: Sequence[str], wording: Wording) -> bool:
    """Whether numbers before some words say which one of several things is meant: before all of them stands the same word,
    and it is none for what is asked, as in "1. godkende A", "2. godkende B".
    """
    asks = any(pattern.match(words[0]) for _, pattern in wording.asks)
    return len({word.casefold() for word in words}) == 1 and not asks and words[0] not in wording.words("that")
