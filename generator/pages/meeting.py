"""What a meeting's page shows beyond its fields: the agenda with outcomes, and whether it lies ahead."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Entry, entry
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of the agenda."""

    number: str
    item: Item
    entry: Entry


@dataclass(frozen=True, slots=True)
class MeetingExtra:
    """The agenda; `overdue` is whether the meeting was planned for a day that has passed without further word."""

    agenda: tuple[AgendaLine, ...]
    overdue: bool


def meeting_extra(meeting: Meeting, voice: Voice) -> MeetingExtra:
    """Look up a meeting's items."""
    agenda = tuple(AgendaLine(item.number or "", item, entry(item, voice)) for item in voice.library.items_of(meeting))
    last = meeting.date.last
    return MeetingExtra(agenda, bool(meeting.state == "planned" and last and last < voice.build_date))
