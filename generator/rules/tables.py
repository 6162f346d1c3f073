"""Rules about tables: what claims to be a sum is one, what should balance does."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Code, Problem
from generator.records.table import Table
from generator.rules.review import Review, fault
from generator.tables import checked_balances, checked_sums


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
