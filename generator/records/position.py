"""Positions (standpunkter): where each party stands on one matter, with the history of it."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.declaration import Declared
from generator.records.fields import Key, MomentOrUnknown, Prose, Text, ToMatter, ToMunicipality, ToParty, choice
from generator.records.record import Record


class Stand(Declared):
    """One party's stand from a date on, with the words that attest it."""

    key: Key
    party: ToParty
    stand: Annotated[str, choice("stand")]
    date: MomentOrUnknown
    text: Prose | None = None
    where: ToMatter | None = None
    place: Text | None = None


class Position(Record):
    """The stands on one matter. An addressed municipality without a stand is shown as not stated."""

    type_name: ClassVar[str] = "position"
    files: ClassVar[tuple[str, ...]] = ("positions/*.md",)

    on: ToMatter
    question: Prose
    addressed: tuple[ToMunicipality, ...] = ()
    stands: tuple[Stand, ...] = ()
