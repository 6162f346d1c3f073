"""A table's sums and balances, recomputed beside what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_decimal

from generator.records.table import Row, Table
from generator.values.amount import parse_amount


@dataclass(frozen=True, slots=True)
class CheckedSum:
    """One cell that should equal a sum: where it is, what is printed, what was computed, whether that holds.

    `row` and `column` are titles for readers; a balance has the titles of both its rows. `unit` is what the numbers are in.
    """

    field: str
    row: str
    column: str
    printed: str
    computed: Decimal
    computed_printed: str
    holds: bool
    unit: str

    @property
    def said(self) -> str:
        """What is printed, with its unit."""
        return in_unit(self.printed, self.unit)

    @property
    def computed_said(self) -> str:
        """What was computed, with its unit."""
        return in_unit(self.computed_printed, self.unit)


def checked_sums(table: Table, locale: str) -> Iterator[CheckedSum]:
    """Every cell of a row or column that claims to be a sum of others; unreadable cells are left out."""
    rows = {row.key: row for row in table.rows}
    for number, row in enumerate(table.rows):
        parts = [rows[key] for key in row.sum_of if key in rows]
        for index, column in enumerate(table.columns):
            cells = [_cell(part, index) for part in parts]
            if parts and (found := _check(_cell(row, index), cells, locale)):
                place = f"rows[{number}].cells[{index}]"
                yield CheckedSum(place, row.title, column.title, _cell(row, index), *found, unit_of(table, index))
    places = {column.key: index for index, column in enumerate(table.columns)}
    for index, column in enumerate(table.columns):
        for number, row in enumerate(table.rows):
            cells = [_cell(row, places[key]) for key in column.sum_of if key in places]
            if cells and (found := _check(_cell(row, index), cells, locale)):
                place = f"rows[{number}].cells[{index}]"
                yield CheckedSum(place, row.title, column.title, _cell(row, index), *found, unit_of(table, index))


def checked_balances(table: Table, locale: str) -> Iterator[CheckedSum]:
    """Every column of two rows that should be equal; the right row's cell is taken as the computed one."""
    rows = {row.key: row for row in table.rows}
    for number, balance in enumerate(table.balances):
        if balance.left not in rows or balance.right not in rows:
            continue
        names = f"{rows[balance.left].title} / {rows[balance.right].title}"
        for index, column in enumerate(table.columns):
            left, right = _cell(rows[balance.left], index), _cell(rows[balance.right], index)
            if found := _check(left, [right], locale, exact=True):
                yield CheckedSum(f"balances[{number}]", names, column.title, left, *found, unit_of(table, index))


def in_unit(number: str, unit: str) -> str:
    """A number with its unit; a unit that is a number itself (1.000 kr.) stands in brackets."""
    return f"{number} ({unit})" if unit[:1].isdigit() else f"{number} {unit}".strip()


def unit_of(table: Table, index: int) -> str:
    """What the numbers of a column are in: its own unit, else the table's, else nothing."""
    return table.columns[index].unit or table.unit or ""


def _cell(row: Row, index: int) -> str:
    return row.cells[index] if index < len(row.cells) else ""


def _check(printed: str, cells: list[str], locale: str, *, exact: bool = False) -> tuple[Decimal, str, bool] | None:
    try:
        total = parse_amount(printed, locale)
        addends = [parse_amount(cell, locale) for cell in cells if cell]
    except ValueError:
        return None
    if not addends:
        return None
    computed = sum((addend.value for addend in addends), Decimal(0))
    finest = min(amount.unit for amount in (total, *addends))
    slack = Decimal(0) if exact else finest * len(addends) / 2
    decimals = max(0, -int(finest.adjusted()))
    shown = format_decimal(computed, format=f"#,##0.{'0' * decimals}" if decimals else "#,##0", locale=locale)
    return computed, shown, abs(computed - total.value) <= slack
