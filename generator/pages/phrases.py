"""Turns of phrase that the pages of items and meetings share: on a day, a list of names, a body's short name."""

from __future__ import annotations

from collections.abc import Iterable

from babel.lists import format_list
from markupsafe import Markup, escape

from generator.declaration import Pointer
from generator.records.meeting import Meeting
from generator.records.organization import Organization
from generator.values.unknown import Unknown
from generator.values.when import When
from generator.voice import Voice


def on_date(moment: When, voice: Voice) -> str:
    """When something happens, as it stands in a sentence: den 28. august 2020, i maj 2019."""
    shown = voice.span(moment)
    if moment.is_span or moment.about:
        return shown
    return voice.catalogue("meeting.on_day" if moment.is_day else "meeting.in_time", date=shown)


def dated(key: str, moment: When | Unknown, voice: Voice) -> Markup:
    """The sentence of a key with its date, or the one that says that the date is not known."""
    if isinstance(moment, Unknown):
        return Markup('<span class="unknown">{}</span>').format(voice.catalogue(f"{key}_unknown"))
    return escape(voice.catalogue(key, date=on_date(moment, voice)))


def links(pointers: Iterable[Pointer], voice: Voice) -> Markup:
    """Links to some records, as a list stands in a sentence: A, B og C."""
    named = [voice.link(one) for one in pointers]
    return Markup(format_list(named, locale=voice.language)) if named else Markup("")  # noqa: S704  # each is escaped


def short_name(organization: Pointer, voice: Voice) -> str:
    """What an organization is called for short, by its first abbreviation, else its name."""
    record = voice.library.get(organization)
    if isinstance(record, Organization) and record.abbreviations and record.status != "withdrawn":
        return record.abbreviations[0]
    return voice.name(record)


def bodies(meeting: Meeting, voice: Voice) -> str:
    """The short names of a meeting's bodies."""
    return format_list([short_name(body, voice) for body in meeting.bodies], locale=voice.language)


def fill(key: str, voice: Voice, **blanks: Markup | str) -> Markup:
    """A sentence of the catalogue in which links may stand."""
    return escape(voice.catalogue(key)).format(**blanks)
