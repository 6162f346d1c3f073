"""Rules about tables: what claims to be a sum is one, what should balance does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.problems import Code, Problem
from generator.records.table import Table
from generator.rules.fault import fault
from generator.rules.one_record import OneRecord
from generator.tables import checked_balances, checked_sums


def tables_name_their_own(one: OneRecord[Table]) -> Iterator[Problem]:
    """Sums and balances name rows and columns that the table has, and no row has more cells than there are columns."""
    table = one.record
    rows, columns = [row.key for row in table.rows], [column.key for column in table.columns]
    for index, column in enumerate(table.columns):
        yield from _unknown(table, f"columns[{index}].sum_of", column.sum_of, columns)
    for index, row in enumerate(table.rows):
        yield from _unknown(table, f"rows[{index}].sum_of", row.sum_of, rows)
        if len(row.cells) > len(columns):
            yield fault(table, Code.ROW_TOO_LONG, f"rows[{index}].cells", found=len(row.cells), expected=len(columns))
    for index, balance in enumerate(table.balances):
        for name, key in (("left", balance.left), ("right", balance.right)):
            if key not in rows:
                yield fault(table, Code.UNKNOWN_KEY, f"balances[{index}].{name}", found=key, expected=", ".join(rows))


def _unknown(table: Table, field: str, keys: Sequence[str], known: Sequence[str]) -> Iterator[Problem]:
    for number, key in enumerate(keys):
        if key not in known:
            yield fault(table, Code.UNKNOWN_KEY, f"{field}[{number}]", found=key, expected=", ".join(known))


def tables_add_up(one: OneRecord[Table]) -> Iterator[Problem]:
    """Each printed sum of rows or columns is their sum, within half a printed unit for each addend."""
    table = one.record
    for found in checked_sums(table, one.language):
        if not found.holds:
            yield fault(table, Code.TABLE_DOES_NOT_SUM, found.field, found=found.computed_printed, expected=found.printed)


def tables_balance(one: OneRecord[Table]) -> Iterator[Problem]:
    """Two rows that should be equal are equal in every column."""
    table = one.record
    for found in checked_balances(table, one.language):
        if not found.holds:
            yield fault(table, Code.TABLE_DOES_NOT_BALANCE, found.field, found=found.computed_printed, expected=found.printed)
