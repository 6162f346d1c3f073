"""What the pages of cost shares and tables show: the numbers as printed, recomputed beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.declaration import AmountKind, Pointer, declared_fields
from generator.library import Library
from generator.pages.payments import amount_of, payment_by_payer, percent_of, successor_of, versions_of, whole_of
from generator.pages.tiles import Mark, Step, TileMap, municipalities_shown, step_of, steps_of, tile_map
from generator.pages.versions import Comparison, bar_widths, comparison_with_earlier
from generator.records import Record
from generator.records.cost_share import CostShare, Share
from generator.records.municipality import Municipality
from generator.records.table import Table
from generator.shares import ComputedShare, computed_shares
from generator.tables import CheckedSum, checked_balances, checked_sums
from generator.values.amount import Amount, parse_amount
from generator.voice import Voice

# In the order of a source's own table; on its own page what is to be paid stands first, so that a narrow screen shows it.
_PRINTED = ("basis", "equal_amount", "basis_amount", "amount", "change", "percent")
_COLUMNS = ("amount", "change", "percent", "basis", "equal_amount", "basis_amount")
_MONEY = frozenset(one.name for one in declared_fields(Share) if isinstance(one.kind, AmountKind) and one.kind.is_money)


@dataclass(frozen=True, slots=True)
class ColumnTotal:
    """A column's printed total beside the sum of its shares; `difference` is printed less computed.

    `unit` is what one of each of them is worth, a word of `money_unit`; empty where they are no money.
    """

    printed: str
    computed: Decimal
    difference: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class CostShareExtra:
    """The columns in use (`printed`: as within a document), their totals, each share recomputed, the version after."""

    columns: tuple[str, ...]
    printed: tuple[str, ...]
    totals: Mapping[str, ColumnTotal]
    computed: Mapping[str, ComputedShare]
    bars: Mapping[str, str]
    replaced_by: Record | None


@dataclass(frozen=True, slots=True)
class CostSharePage:
    """What a cost share's own page shows: the table, the key in a sentence, the version before, who pays what on the map.

    `whole` is the sum that is divided, in units of the currency; `share_of` each share in percent of it, by its key.
    """

    table: CostShareExtra
    key: str
    whole: Decimal | None
    share_of: Mapping[str, Decimal]
    comparison: Comparison | None
    map: TileMap | None
    steps: tuple[Step, ...]


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
    return CostShareExtra(
        columns=columns,
        printed=tuple(name for name in _PRINTED if name in columns),
        totals={name: total for name in columns if (total := _total(record, name))},
        computed=computed_shares(record),
        bars=bar_widths(record),
        replaced_by=successor_of(record, voice.library),
    )


def cost_share_page(record: CostShare, voice: Voice) -> CostSharePage:
    """The table of a cost share, and what is worked out from it."""
    whole = whole_of(record)
    parts = {share.key: percent_of(amount_of(share, record), whole) for share in record.shares}
    paid = {
        payer: value for payer, value in payment_by_payer(record).items() if payer.type == "municipality" and value is not None
    }
    steps = steps_of(paid)
    return CostSharePage(
        table=cost_share_extra(record, voice),
        key=_key_in_words(record, voice),
        whole=whole,
        share_of={key: percent for key, percent in parts.items() if percent is not None},
        comparison=comparison_with_earlier(record, voice.library),
        map=_share_map(record, paid, steps, voice) if paid else None,
        steps=steps,
    )


def cost_share_reads(record: CostShare, library: Library) -> Iterator[Pointer]:
    """What a cost share's page reads beside what it names: the map's municipalities, and what its earlier version names."""
    yield from municipalities_shown(library)
    for version in versions_of(record, library)[1:2]:
        yield from library.named_by[version.pointer]


def _key_in_words(record: CostShare, voice: Voice) -> str:
    """The key in one sentence, or nothing where the source gives it in words only."""
    division, count = record.division, len(record.shares)
    if not division or not division.basis or not division.basis_percent:
        return ""
    basis = division.basis[:1].lower() + division.basis[1:]
    equal = division.equal_percent
    if equal is None or not equal.value:
        return voice.catalogue("money.key.by_basis", basis=basis) if division.basis_percent.value == 100 else ""
    blanks = {"equal": equal.printed, "by_basis": division.basis_percent.printed, "basis": basis, "payers": count}
    return voice.catalogue("money.key.both", **blanks)


def _share_map(record: CostShare, paid: Mapping[Pointer, Decimal], steps: tuple[Step, ...], voice: Voice) -> TileMap:
    unit = voice.money_unit("whole")
    left_out = {one.party for one in record.not_covered}

    def mark(one: Municipality) -> Mark:
        value = paid.get(one.pointer)
        if value is not None:
            shown = voice.number(value)
            return Mark(f"step-{step_of(value, steps)}", shown, f"{shown} {unit}")
        key = "left_out" if one.pointer in left_out else "not_stated"
        return Mark(key.replace("_", "-"), voice.catalogue(f"tiles.{key}.word"), voice.catalogue(f"tiles.{key}.spoken"))

    return tile_map(voice, voice.catalogue("tiles.pays", unit=unit), mark)


def _total(record: CostShare, column: str) -> ColumnTotal | None:
    printed = getattr(record.printed_totals, column, None) if record.printed_totals else None
    values = [_value(share, column) for share in record.shares]
    if not isinstance(printed, Amount) or None in values:
        return None
    computed = sum((value for value in values if value is not None), Decimal(0))
    return ColumnTotal(printed.printed, computed, printed.value - computed, record.unit if column in _MONEY else "")


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
