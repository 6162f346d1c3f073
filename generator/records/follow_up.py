"""A follow-up (opfølgning): what was promised or decided, by whom, by when, and what came of it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.declaration import Declared
from generator.records.fields import Key, MomentOrUnknown, Prose, Text, ToMatter, ToParty, choice
from generator.records.record import Record


class Entry(Declared):
    """What a source said of the promise later on."""

    key: Key
    date: MomentOrUnknown
    status: Annotated[str, choice("follow_up_status")]
    text: Prose
    source: Text


class FollowUp(Record):
    """A promise or announced next step; without an entry its status is "not stated"."""

    type_name: ClassVar[str] = "follow_up"
    files: ClassVar[tuple[str, ...]] = ("follow-ups/*.md",)

    promised_in: ToMatter
    quote: Prose
    responsible: tuple[ToParty, ...] = ()
    responsible_text: Text | None = None
    owed_to: tuple[ToParty, ...] = ()
    due: MomentOrUnknown | None = None
    due_printed: Text | None = None
    recurrence: Text | None = None
    condition: Prose | None = None
    entries: tuple[Entry, ...] = ()
    outcome: Prose | None = None
    evidence: tuple[ToMatter, ...] = ()
