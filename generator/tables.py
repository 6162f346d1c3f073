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
    """One cell that should equal a sum: where it is, what is printed, what was computed, whether that holds."""

    field: str
    row: str
    column: str
    printed: str
    computed: Decimal
    computed_printed: str
    holds: bool


def checked_sums(table: Table, locale: str) -> Iterator[CheckedSum]:
    """Every cell of a row or column that claims to be a sum of others; unreadable cells are left out."""
    rows = {row.key: row for row in table.rows}
    for number, row in enumerate(table.rows):
        parts = [rows[key] for key in row.sum_of if key in rows]
        for index, column in enumerate(table.columns):
            cells = [_cell(part, index) for part in parts]
            if parts and (found := _check(_cell(row, index), cells, locale)):
                yield CheckedSum(f"rows[{number}].cells[{index}]", row.key, column.key, _cell(row, index), *found)
    places = {column.key: index for index, column in enumerate(table.columns)}
    for index, column in enumerate(table.columns):
        for number, row in enumerate(table.rows):
            cells = [_cell(row, places[key]) for key in column.sum_of if key in places]
            if cells and (found := _check(_cell(row, index), cells, locale)):
                yield CheckedSum(f"rows[{number}].cells[{index}]", row.key, column.key, _cell(row, index), *found)


def checked_balances(table: Table, locale: str) -> Iterator[CheckedSum]:
    """Every column of two rows that should be equal; the right row's cell is taken as the computed one."""
    rows = {row.key: row for row in table.rows}
    for number, balance in enumerate(table.balances):
        if balance.left not in rows or balance.right not in rows:
            continue
        for index, column in enumerate(table.columns):
            left, right = _cell(rows[balance.left], index), _cell(rows[balance.right], index)
            if found := _check(left, [right], locale, exact=True):
                yield CheckedSum(f"balances[{number}]", balance.left, column.key, left, *found)


def _cell(row: Row, index: int) -> str:
    return row.cells[index] if index < len(row.cells) else ""


def _check(printed: str, cells: list[str], locale: str, *, exact: bool = False) -> tuple[Decimal, str, bool] | None:
    try:
        total = parse_amount(printed, locale).value
        addends = [parse_amount(cell, locale).value for cell in cells if cell]
    except ValueError:
        return None
    if not addends:
        return None
    computed = sum(addends, Decimal(0))
    places = max(_places(value) for value in (printed, *cells))
    unit = Decimal(1).scaleb(-places)
    slack = Decimal(0) if exact else unit * len(addends) / 2
    shown = format_decimal(computed, format=f"#,##0.{'0' * places}" if places else "#,##0", locale=locale)
    return computed, shown, abs(computed - total) <= slack


def _places(printed: str) -> int:
    """How many decimals a printed number has, in a format where the decimal mark is a comma or a point."""
    digits = printed.strip().rsplit(" ", 1)[0] if " " in printed else printed.strip()
    for mark in (",", "."):
        _, found, tail = digits.rpartition(mark)
        if found and tail.isdigit() and len(tail) != 3:
            return len(tail)
    return 0
