"""A table from a document: rows and columns as printed, with the sums and balances that should hold."""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from generator.declaration import Declared
from generator.records.fields import Key, Text, ToDocument, ToMatter, choice
from generator.records.record import Record


def _unsaid(unit: str | None, title: str) -> str:
    said = unit and re.search(rf"(?<!\w){re.escape(unit)}(?!\w)", title, re.IGNORECASE)
    return "" if said else unit or ""


class Column(Declared):
    """A column after the one with the rows' titles."""

    key: Key
    title: Text
    kind: Annotated[str, choice("column_kind")] = "text"
    unit: Text | None = None
    sum_of: tuple[Key, ...] = ()

    @property
    def unit_beside(self) -> str:
        """The unit, where the column's title does not say it already."""
        return _unsaid(self.unit, self.title)


class Row(Declared):
    """A row: its title and one cell per column, as printed; `sum_of` names the rows that should add up to it."""

    key: Key
    title: Text
    kind: Annotated[str, choice("row_kind")] = "data"
    cells: tuple[Text, ...] = ()
    sum_of: tuple[Key, ...] = ()


class Balance(Declared):
    """Two rows that should be equal, such as budget and financing."""

    left: Key
    right: Key


class Table(Record):
    """A table as data; everything that it claims to add up is recomputed."""

    type_name: ClassVar[str] = "table"
    files: ClassVar[tuple[str, ...]] = ("tables/*.md",)

    number: Text | None = None
    concerns: ToMatter | None = None
    document: ToDocument | None = None
    row_heading: Text | None = None
    unit: Text | None = None
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    balances: tuple[Balance, ...] = ()

    def unit_beside(self, title: str) -> str:
        """The unit of the whole table, where its title, as a page has it, does not say it already."""
        return _unsaid(self.unit, title)
