"""A municipality (kommune): the smallest public authority that takes part."""

from __future__ import annotations

from typing import ClassVar

from generator.declaration import Declared
from generator.records.fields import (
    AreaCode,
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
    standard_names: ClassVar[dict[str, str]] = {
        "_type": "schema:GovernmentOrganization",
        "long_name": "schema:alternateName",
        "code": "schema:identifier",
        "valid_from": "schema:foundingDate",
        "valid_to": "schema:dissolutionDate",
        "website": "schema:sameAs",
    }

    code: AreaCode
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

    @property
    def map_cell(self) -> tuple[int, int] | None:
        """The row and column of the tile map, both counted from 0; None where the record does not say both."""
        return None if self.map_row is None or self.map_column is None else (self.map_row, self.map_column)
