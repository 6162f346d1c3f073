"""The sections of an item to the one that says what the meeting itself decided, where others decided before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.importer.label_words import words_of
from generator.importer.sections import Section
from generator.importer.vocabulary import Wording
from generator.importer.when_written import first_date


def final_of(sections: Sequence[Section], wording: Wording) -> Section | None:
    """The section: the last one, but of those that all name a day the latest, and none that stands below "Tidligere
    beslutninger". One with text goes before one without; without decisions it is the last of what was said.
    """
    decided = [one for one in _without_earlier(sections, wording) if one.kind == "decision"]
    decided = decided or [one for one in sections if one.kind == "decision"]
    written = [one for one in decided if one.lines] or decided
    if not written:
        return next((one for one in reversed(sections) if one.kind == "minutes"), None)
    days = [_day(one, wording) for one in written]
    known = [day for day in days if day]
    if len(known) < len(written):
        return written[-1]
    return next(one for one, day in zip(reversed(written), reversed(days), strict=True) if day == max(known))


def _without_earlier(sections: Sequence[Section], wording: Wording) -> Iterator[Section]:
    """The sections without those that name a body or a day below a label that says they are of earlier meetings."""
    earlier = False
    for one in sections:
        if one.label is not None and wording.any_of("earlier", whole=False).search(one.label.text):
            earlier = True
        elif not earlier or not _names_body(one, wording):
            earlier = False
            yield one


def _names_body(section: Section, wording: Wording) -> bool:
    """Whether a section's label names a body or a day."""
    text = section.label.text if section.label else ""
    words = words_of(text, wording.language)
    return any(map(str.isdigit, text)) or (words is not None and words.acts)


def _day(section: Section, wording: Wording) -> date | None:
    found = first_date(section.label_line.plain, wording.language) if section.label_line else None
    return found[0] if found else None
