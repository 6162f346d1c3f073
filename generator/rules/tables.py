"""Rules about tables: what claims to be a sum is one, what should balance does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.problems import Code, Problem
from generator.records.table import Table
from generator.rules.review import Review, fault
from generator.tables import checked_balances, checked_sums


def tables_name_their_own(review: Review) -> Iterator[Problem]:
    """Sums and balances name rows and columns that the table has, and no row has more cells than there are columns."""
    for table in review.library.all(Table):
        rows, columns = [row.key for row in table.rows], [column.key for column in table.columns]
        for index, column in enumerate(table.columns):
            yield from _unknown(table, f"columns[{index}].sum_of", column.sum_of, columns)
        for index, row in enumerate(table.rows):
            yield from _unknown(table, f"rows[{index}].sum_of", row.sum_of, rows)
            if len(row.cells) > len(columns):
                field = f"rows[{index}].cells"
                yield fault(table, Code.ROW_TOO_LONG, field, found=len(row.cells), expected=len(columns))
        for index, balance in enumerate(table.balances):
            for name, key in (("left", balance.left), ("right", balance.right)):
                if key not in rows:
                    yield fault(table, Code.UNKNOWN_KEY, f"balances[{index}].{name}", found=key, expected=", ".join(rows))


def _unknown(table: Table, field: str, keys: Sequence[str], known: Sequence[str]) -> Iterator[Problem]:
    for number, key in enumerate(keys):
        if key not in known:
            yield fault(table, Code.UNKNOWN_KEY, f"{field}[{number}]", found=key, expected=", ".join(known))


def tables_add_up(review: Review) -> Iterator[Problem]:
    """Each printed sum of rows or columns is their sum, within half a printed unit for each addend."""
    for table in review.library.all(Table):
        for found in checked_sums(table, review.config.language):
            if not found.holds:
                yield fault(table, Code.TABLE_DOES_NOT_SUM, found.field, found=found.computed_printed, expected=found.printed)


def tables_balance(review: Review) -> Iterator[Problem]:
    """Two rows that should be equal are equal in every column."""
    for table in review.library.all(Table):
        for found in checked_balances(table, review.config.language):
            if not found.holds:
                yield fault(
                    table, Code.TABLE_DOES_NOT_BALANCE, found.field, found=found.computed_printed, expected=found.printed
                )
