"""A municipality (kommune): the smallest public authority that takes part."""

from __future__ import annotations

from typing import ClassVar

from generator.declaration import Declared
from generator.records.fields import (
    Moment,
    MomentOrUnknown,
    Number,
    SumOrUnknown,
    Text,
    ToMunicipality,
    ToOrganization,
    WebAddress,
)  # fmt: skip
from generator.records.record import Record


class Population(Declared):
    """How many lived in the municipality, at a time, according to whom."""

    date: MomentOrUnknown
    inhabitants: SumOrUnknown
    source: Text | None = None


class Municipality(Record):
    """A municipality; `code` is the official area code, in a form that site_config.yml states."""

    type_name: ClassVar[str] = "municipality"
    files: ClassVar[tuple[str, ...]] = ("municipalities/*.md",)

    code: Text
    long_name: Text | None = None
    region: ToOrganization | None = None
    populations: tuple[Population, ...] = ()
    website: WebAddress | None = None
    formed_from: tuple[Text, ...] = ()
    successor: ToMunicipality | None = None
    valid_from: Moment | None = None
    valid_to: Moment | None = None
    map_row: Number | None = None
    map_column: Number | None = None
