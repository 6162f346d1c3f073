"""A consultation (høring): who asks whom about what, until when, and what the answers changed."""

from __future__ import annotations

from typing import ClassVar

from generator.declaration import Declared
from generator.records.fields import Key, MomentOrUnknown, Prose, Text, ToDocument, ToMatter, ToParty
from generator.records.record import Record


class Answer(Declared):
    """One party's answer."""

    key: Key
    by: ToParty
    date: MomentOrUnknown
    document: ToDocument | None = None
    text: Prose | None = None


class Consultation(Record):
    """A consultation or request for input."""

    type_name: ClassVar[str] = "consultation"
    files: ClassVar[tuple[str, ...]] = ("consultations/*.md",)

    concerns: ToMatter
    run_by: tuple[ToParty, ...]
    sent_to: tuple[ToParty, ...] = ()
    sent_to_text: Text | None = None
    asks: Prose
    sent: MomentOrUnknown | None = None
    deadline: MomentOrUnknown | None = None
    answers: tuple[Answer, ...] = ()
    changes: Prose | None = None
