"""A correction (rettelse): what was changed in which record, when and why."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.records.fields import Day, Prose, Text, ToAnything, ToItem, choice
from generator.records.record import Record


class Correction(Record):
    """A correction of a published record; both readings stay visible."""

    type_name: ClassVar[str] = "correction"
    files: ClassVar[tuple[str, ...]] = ("corrections/*.md",)

    corrects: ToAnything
    field: Text | None = None
    date: Day
    kind: Annotated[str, choice("correction_kind")]
    before: Prose | None = None
    after: Prose | None = None
    reason: Prose
    decided_in: ToItem | None = None
