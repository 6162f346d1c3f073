"""The sections of an item to the one that says what the meeting itself decided, where others decided before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from generator.importer.items.meeting_of_labels import body_in
from generator.importer.items.section import Section
from generator.importer.labels.label_words import words_of
from generator.importer.language.vocabulary import Wording
from generator.importer.language.when_written import first_date


def final_of(sections: Sequence[Section], wording: Wording, meeting: date | None) -> Section | None:
    """The section: the last one, but of those that all name a day that of the meeting, else the latest, and none that stands
    below "Tidligere beslutninger". One with text goes before one without; without decisions it is the last of what was said.
    """
    decided = [one for one in _without_earlier(sections, wording) if one.kind == "decision"]
    decided = decided or [one for one in sections if one.kind == "decision"]
    written = [one for one in decided if one.lines] or decided
    if not written:
        return next((one for one in reversed(sections) if one.kind == "minutes"), None)
    days = [_day(one, wording) for one in written]
    if meeting and all(day and day < meeting for day in days) and (said := [one for one in sections if one.kind == "minutes"]):
        return said[-1]  # only others decided, and before the meeting
    own = [one for one, day in zip(written, days, strict=True) if not (day and meeting and day < meeting)]
    if own:  # what others decided before the day is none of the meeting's, wherever it stands
        written, days = own, [_day(one, wording) for one in own]
    known = [day for day in days if day]
    if len(known) < len(written):
        plain = [one for one in written if not _names_body(one, wording)]
        others = [one for one, day in zip(written, days, strict=True) if not day and _body_of(one, wording)]
        return plain[-1] if plain and written[-1] in others else written[-1]  # below it stands what others had said before
    ours = next((one for one, day in zip(reversed(written), reversed(days), strict=True) if day == meeting), None)
    if ours and meeting:
        later = [one for one, day in zip(written, known, strict=True) if day > meeting]
        if all(_is_of_others(one, ours, wording) for one in later):
            return ours  # others have dealt with it since
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


def _is_of_others(one: Section, own: Section, wording: Wording) -> bool:
    """Whether a section's label names another body than that of the meeting's own section."""
    bodies = [_body_of(section, wording) for section in (one, own)]
    return all(bodies) and bodies[0] != bodies[-1]


def _body_of(section: Section, wording: Wording) -> str:
    """The body that a section's label names, if it does."""
    return body_in(section.label_line.plain, wording.language) if section.label_line else ""


def _day(section: Section, wording: Wording) -> date | None:
    found = first_date(section.label_line.plain, wording.language) if section.label_line else None
    return found[0] if found else None
