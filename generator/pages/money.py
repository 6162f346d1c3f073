"""What the pages of cost shares and tables show: the numbers as printed, recomputed beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.records import Record
from generator.records.cost_share import CostShare, Share
from generator.records.table import Table
from generator.shares import ComputedShare, computed_shares
from generator.tables import CheckedSum, checked_balances, checked_sums
from generator.values.amount import Amount, parse_amount
from generator.voice import Voice

# In the order of a source's own table; on its own page what is to be paid stands first, so that a narrow screen shows it.
_PRINTED = ("basis", "equal_amount", "basis_amount", "amount", "change", "percent")
_COLUMNS = ("amount", "change", "percent", "basis", "equal_amount", "basis_amount")


@dataclass(frozen=True, slots=True)
class ColumnTotal:
    """A column's printed total beside the sum of its shares; `difference` is printed less computed."""

    printed: str
    computed: Decimal
    difference: Decimal


@dataclass(frozen=True, slots=True)
class CostShareExtra:
    """The columns in use (`printed`: as within a document), their totals, each share recomputed, the version after."""

    columns: tuple[str, ...]
    printed: tuple[str, ...]
    totals: Mapping[str, ColumnTotal]
    computed: Mapping[str, ComputedShare]
    largest: Decimal
    replaced_by: Record | None


@dataclass(frozen=True, slots=True)
class TableExtra:
    """Each sum, and each pair of rows that should be equal, that does not come out exactly."""

    differences: tuple[CheckedSum, ...]
    imbalances: tuple[CheckedSum, ...]
    all_hold: bool
    checked: int


def cost_share_extra(record: CostShare, voice: Voice) -> CostShareExtra:
    """Recompute a cost share."""
    columns = tuple(name for name in _COLUMNS if any(getattr(share, name) for share in record.shares))
    later = [other for other in voice.library.backlinks(record.pointer) if getattr(other, "replaces", None) == record.pointer]
    amounts = [share.amount.value for share in record.shares if isinstance(share.amount, Amount)]
    return CostShareExtra(
        columns=columns,
        printed=tuple(name for name in _PRINTED if name in columns),
        totals={name: total for name in columns if (total := _total(record, name))},
        computed=computed_shares(record),
        largest=max(amounts, default=Decimal(0)),
        replaced_by=later[0] if later else None,
    )


def _total(record: CostShare, column: str) -> ColumnTotal | None:
    printed = getattr(record.printed_totals, column, None) if record.printed_totals else None
    values = [_value(share, column) for share in record.shares]
    if not isinstance(printed, Amount) or None in values:
        return None
    computed = sum((value for value in values if value is not None), Decimal(0))
    return ColumnTotal(printed.printed, computed, printed.value - computed)


def _value(share: Share, column: str) -> Decimal | None:
    held = getattr(share, column)
    return held.value if isinstance(held, Amount) else None


def table_extra(table: Table, voice: Voice) -> TableExtra:
    """Recompute a table."""
    language = voice.config.language
    sums, balances = list(checked_sums(table, language)), list(checked_balances(table, language))
    return TableExtra(
        differences=tuple(one for one in sums if _differs(one, language)),
        imbalances=tuple(one for one in balances if _differs(one, language)),
        all_hold=all(one.holds for one in (*sums, *balances)),
        checked=len(sums) + len(balances),
    )


def _differs(checked: CheckedSum, language: str) -> bool:
    """Whether printed and computed are different numbers, not only written with other decimals."""
    return parse_amount(checked.printed, language).value != checked.computed
