"""A case (sag): the ordered handlings of one matter, across bodies and meetings."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.declaration import Declared
from generator.records.fields import Key, MomentOrUnknown, Prose, Text, ToDocument, ToItem, ToParty, choice
from generator.records.record import Record


class Handling(Declared):
    """One step of a case: done, planned or unknown, where possible with the agenda item."""

    key: Key
    date: MomentOrUnknown
    date_printed: Text | None = None
    by: ToParty | None = None
    item: ToItem | None = None
    document: ToDocument | None = None
    text: Prose
    state: Annotated[str, choice("step_state")]


class Case(Record):
    """A matter that several meetings or bodies handle, one after another."""

    type_name: ClassVar[str] = "case"
    files: ClassVar[tuple[str, ...]] = ("cases/*.md",)

    number: Text | None = None
    handlings: tuple[Handling, ...] = ()
