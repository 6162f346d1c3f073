"""A grant (tilskud): applied for, recommended, granted, with points where the application was scored."""

from __future__ import annotations

from typing import ClassVar

from generator.declaration import Declared
from generator.records.fields import (
    Key,
    MomentOrUnknown,
    MoneyOrUnknown,
    Text,
    TextOrUnknown,
    ToDocument,
    ToMatter,
    ToOrganization,
    ToParty,
)  # fmt: skip
from generator.records.record import Record


class OtherApplication(Declared):
    """The same applicant's application to another funder."""

    key: Key
    funder: ToOrganization
    applied: MoneyOrUnknown | None = None
    granted: MoneyOrUnknown | None = None
    period: MomentOrUnknown | None = None


class Grant(Record):
    """An application for money and what came of it."""

    type_name: ClassVar[str] = "grant"
    files: ClassVar[tuple[str, ...]] = ("grants/*.md",)

    funder: ToOrganization
    applicant: ToParty
    programme: Text | None = None
    field_of_strength: Text | None = None
    field_group: Text | None = None
    document: ToDocument | None = None
    concerns: ToMatter | None = None
    period: MomentOrUnknown | None = None
    applied: MoneyOrUnknown | None = None
    recommended: MoneyOrUnknown | None = None
    granted: MoneyOrUnknown | None = None
    points: TextOrUnknown | None = None
    assessment: Text | None = None
    other_applications: tuple[OtherApplication, ...] = ()
