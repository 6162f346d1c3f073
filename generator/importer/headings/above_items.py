"""Headings that stand above the first item and look like those of items: "Referat af bestyrelsesmøde", "Deltagere"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate, is_usual
from generator.importer.labels.label import field_of
from generator.importer.labels.page import Page
from generator.importer.language.when_written import dates_of

_CLOCK = re.compile(r"\bkl\.? ?\d|\b\d{1,2}[.:]\d\d\b", re.IGNORECASE)
_FEW = 5  # words before a day that say which meeting it is: "Mødet blev holdt mandag den"


def without_head(page: Page, headings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The headings of items; the first ones are none where when the body met, where or who came stands right below them."""
    last = -1
    for at, one in enumerate(headings[:-1]):
        empty = one.end >= headings[at + 1].start
        if is_usual(page, one.title) or not (empty or _tells_of_meeting(page, one)):
            break
        last = last if empty else at
    return tuple(headings[last + 1 :])


def _tells_of_meeting(page: Page, heading: Candidate) -> bool:
    """Whether the line below a heading is a field of the meeting's head, or says its day where nothing above does."""
    if page.labels[heading.end] is not None:
        return False
    if _is_field(page, heading.end):
        return True
    above = any(_days(page, at) for at in range(heading.start))
    return not above and _says_when(page, heading.end)


def _is_field(page: Page, at: int) -> bool:
    line = page.lines[at]
    text = f"{line.cells[0]}:" if line.cells else line.plain.removeprefix(line.marker).lstrip()
    found = field_of(text, page.wording) if line.kind is not Kind.TABLE or line.cells else None
    return found is not None and found.kind != "agenda"


def _says_when(page: Page, at: int) -> bool:
    """Whether a line is a day, or begins with one and has a time of day: "Torsdag den 14. marts 2024 kl. 16.30"."""
    text = page.lines[at].plain
    found = _days(page, at)
    if not found or len(text[: found[0][0]].split()) > _FEW:
        return False
    return found[0][1] == len(text.rstrip(".")) or _CLOCK.search(text[found[0][1] :]) is not None


def _days(page: Page, at: int) -> list[tuple[int, int]]:
    """Where the days stand that a line names."""
    return [(start, end) for start, end, _ in dates_of(page.lines[at].plain, page.wording.language)]
