"""Rows to the same rows, where lines with a row of marks below them, as wide as they are, are headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extraction.rows import Row, marker_of

_DRAWN = re.compile(r"([-–—─=═_*~])(?: ?\1){3,}")
# The higher the stronger the mark is; only that different marks are different levels counts.
_LEVELS = ("=═", "*", "_", "-–—─", "~")
_TO_SIGN_ON = "_"
_SLACK = 3  # marks that the line may be longer or shorter than the words above it
_SHARE = 0.12  # of the words likewise: a scan reads a letter as two
_SHORT = 60  # marks of a line that is narrower than a page
_LETTERS = 4  # of what is a title
_ROWS = 3  # of a title that runs on
_STOPS = (".", "?", "!")
_SENTENCE = (".", ",", ";", ":")  # at the end of several rows: they are a paragraph above a line that divides


def underlined(rows: Sequence[Row]) -> list[Row]:
    """The rows with the level of those that are underlined; the marks themselves are no words, and so are furniture."""
    found = list(rows)
    for start, at in _without_signatures(rows, list(_titles(rows))):
        level = 1 + next(number for number, marks in enumerate(_LEVELS) if rows[at].text[0] in marks)
        found[start:at] = [replace(one, level=level) for one in rows[start:at]]
        found[at] = replace(rows[at], furniture=True)
        if start and _DRAWN.fullmatch(rows[start - 1].text):
            found[start - 1] = replace(rows[start - 1], furniture=True)  # a box around the title
    return found


def _titles(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """The first row of each title, and the line of marks below it."""
    for at, row in enumerate(rows):
        if not row.apart and not row.furniture and _DRAWN.fullmatch(row.text):
            start = _first_above(rows, at, len(row.text))
            if start < at:
                yield start, at


def _without_signatures(rows: Sequence[Row], titles: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The titles without the names at the end of a text below which a line is left to sign on."""
    end = len(rows)
    while titles and titles[-1][1] + 1 == end and rows[titles[-1][1]].text[0] == _TO_SIGN_ON:
        end = titles.pop()[0]
    return titles


def _first_above(rows: Sequence[Row], at: int, width: int) -> int:
    """The first row of the title that a line of marks stands below; the line itself where it stands below none."""
    start = at
    while start and at - start < _ROWS and _may_be_title(rows[start - 1], rows[at]):
        start -= 1
        if rows[start].apart or (start and _ends_sentence(rows[start - 1])):
            break
    begins = start == 0 or rows[start].apart or (start < at and _is_beside(rows[start - 1], rows[start]))
    if start < at and begins and _is_as_wide(rows[start:at], width):
        return start
    # Where a scan lost the empty line above, only the width tells; a paragraph that a line ends below is a sentence.
    last = rows[at - 1 : at] if start < at else []
    lost = bool(last) and width <= _SHORT and not last[0].text.endswith(_SENTENCE)
    return at - 1 if lost and _is_as_wide(last, width) else at


def _is_as_wide(title: Sequence[Row], width: int) -> bool:
    """Whether a line of marks is as wide as the title above it, or as that is without its number."""
    if len(title) > 1 and title[-1].text.endswith(_SENTENCE):
        return False
    widths = (max(map(len, texts)) for texts in ([one.text for one in title], [_without_number(one) for one in title]))
    return any(abs(width - words) <= max(_SLACK, _SHARE * words) for words in widths)


def _may_be_title(row: Row, below: Row) -> bool:
    words = sum(map(str.isalpha, row.text)) >= _LETTERS
    return words and row.page == below.page and not (row.furniture or row.level or row.cells)


def _is_beside(above: Row, row: Row) -> bool:
    """Whether what stands above a row parts it from that: a line of marks, the end of a page or, where a scan lost the empty
    line, of a sentence.
    """
    return above.page != row.page or above.furniture or _ends_sentence(above) or _DRAWN.fullmatch(above.text) is not None


def _ends_sentence(row: Row) -> bool:
    return row.text.endswith(_STOPS) and not marker_of(row.text)


def _without_number(row: Row) -> str:
    return row.text.removeprefix(marker_of(row.text)).lstrip()
