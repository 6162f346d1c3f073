"""What the joint agreements cost: every division, who pays by it, sums of agreements, grants, tables, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel.lists import format_list

from generator.addresses import route
from generator.declaration import Pointer
from generator.library import Library
from generator.page import Page
from generator.pages.initiative import agreed_for
from generator.pages.listing import home
from generator.pages.parts import Crumb, newest_first
from generator.pages.payments import factor, newest_divisions, payment_by_payer, percent_of, versions_of, whole_of
from generator.records import Record
from generator.records.agreement import AgreedSum, Agreement
from generator.records.cost_share import CostShare
from generator.records.grant import Grant
from generator.records.initiative import Initiative
from generator.records.municipality import Municipality
from generator.records.table import Table
from generator.sorting import alphabetical
from generator.tables import in_unit, unit_of
from generator.values.amount import Amount
from generator.voice import Voice

DIVISIONS = 8  # newest divisions that the page shows; the list of divisions has the rest
SUMS = 40  # sums of agreements
GRANTS = 40  # applications
TABLES = 20  # tables with sums; the list of tables has the rest


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of a division: what it divides, between how many, and which part of the budget that is.

    `percent` is None where the budget is not stated, or is no more than what is divided.
    """

    record: CostShare
    whole: Decimal | None
    payers: int
    budget: Decimal | None
    percent: Decimal | None
    newest: bool


@dataclass(frozen=True, slots=True)
class DivisionLines:
    """A matter and the versions of its division, the newest first."""

    matter: Pointer
    versions: tuple[VersionLine, ...]


@dataclass(frozen=True, slots=True)
class PayerLine:
    """A municipality, and what it pays by each division: the sum in units of the currency, or why there is none."""

    record: Municipality
    cells: tuple[tuple[Decimal | None, str], ...]


@dataclass(frozen=True, slots=True)
class SumLine:
    """A sum that an agreement sets."""

    agreement: Agreement
    sum: AgreedSum


@dataclass(frozen=True, slots=True)
class GrantGroup:
    """The applications to one programme or about one matter, with totals where every sum is known."""

    title: str
    matter: Pointer | None
    grants: tuple[Grant, ...]
    applied: Decimal | None
    recommended: Decimal | None
    granted: Decimal | None


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table with sums of money in it, and what it comes to: the title and the printed sum of each of its total rows."""

    table: Table
    totals: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JointCostsData:
    """What the page shows; `lead` counts it in a sentence, empty where there is nothing.

    `unpriced` are agreements and initiatives for which no record states a sum.
    """

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    divisions: tuple[DivisionLines, ...]
    more_divisions: int
    heads: tuple[CostShare, ...]
    payers: tuple[PayerLine, ...]
    totals: tuple[Decimal | None, ...]
    sums: tuple[SumLine, ...]
    grants: tuple[GrantGroup, ...]
    more_grants: int
    tables: tuple[TableLine, ...]
    more_tables: int
    unpriced: tuple[Record, ...]


def joint_cost_pages(library: Library, language: str) -> Iterator[Page]:
    """The page about money."""
    seeds: dict[Pointer, None] = {}
    for record_type in (CostShare, Agreement, Grant, Initiative, Table):
        for record in library.all(record_type):
            seeds.update(dict.fromkeys((record.pointer, *library.named_by[record.pointer])))
    seeds.update(dict.fromkeys(one.pointer for one in library.all(Municipality)))
    read = tuple(pointer for pointer in seeds if pointer in library.records)
    yield Page(f"/{route('money', language)}/", language, "money.html", _joint_costs, read)


def _joint_costs(voice: Voice) -> JointCostsData:
    library = voice.library
    newest = newest_divisions(library)
    shown = newest[:DIVISIONS]
    heads = tuple(one for one in shown if any(payer.type == "municipality" for payer in payment_by_payer(one)))
    grants = newest_first(library.all(Grant), library)
    sums, tables = list(_sums(library)), [one for one in newest_first(library.all(Table), library) if _has_sums(one)]
    counts = {
        "divisions": len(newest),
        "sums": sum(isinstance(one.sum.amount, Amount) for one in sums),
        "grants": len(grants),
        "tables": len(tables),
    }
    return JointCostsData(
        title=voice.catalogue("money.title"),
        lead=_lead(counts, voice),
        crumbs=(home(voice),),
        divisions=tuple(_division(one, library) for one in shown),
        more_divisions=len(newest) - len(shown),
        heads=heads,
        payers=tuple(_payers(heads, voice)),
        totals=tuple(whole_of(one) for one in heads),
        sums=tuple(sums[:SUMS]),
        grants=tuple(_grouped(grants[:GRANTS], voice)),
        more_grants=max(0, len(grants) - GRANTS),
        tables=tuple(TableLine(one, tuple(_totals(one))) for one in tables[:TABLES]),
        more_tables=max(0, len(tables) - TABLES),
        unpriced=tuple(_unpriced(library)),
    )


def _lead(counts: Mapping[str, int], voice: Voice) -> str:
    """What the page holds in one sentence, and what it leaves out; nothing where it holds nothing."""
    parts = [voice.catalogue(f"money.parts.{name}", count=count) for name, count in counts.items() if count]
    return voice.catalogue("money.lead", parts=format_list(parts, locale=voice.language)) if parts else ""


def _has_sums(table: Table) -> bool:
    return any(column.kind == "money" for column in table.columns)


def _totals(table: Table) -> Iterator[tuple[str, str]]:
    """What a table comes to: the last sum of each row that adds up everything."""
    places = [place for place, column in enumerate(table.columns) if column.kind == "money"]
    for row in table.rows:
        filled = [place for place in places if place < len(row.cells) and row.cells[place]]
        if row.kind == "total" and filled:
            yield row.title, in_unit(row.cells[filled[-1]], unit_of(table, filled[-1]))


def _division(newest: CostShare, library: Library) -> DivisionLines:
    return DivisionLines(newest.concerns, tuple(_version(one, one is newest) for one in versions_of(newest, library)))


def _version(record: CostShare, newest: bool) -> VersionLine:
    whole = whole_of(record)
    budget = record.budget.value * factor(record) if record.budget else None
    is_part = whole is not None and budget is not None and budget > whole
    return VersionLine(record, whole, len(record.shares), budget, percent_of(whole, budget) if is_part else None, newest)


def _payers(heads: Sequence[CostShare], voice: Voice) -> Iterator[PayerLine]:
    paid = [payment_by_payer(one) for one in heads]
    left_out = [{entry.party for entry in one.not_covered} for one in heads]
    for municipality in alphabetical(voice.library.all(Municipality), voice.name, voice.language):
        own = municipality.pointer
        cells = tuple(
            (by_payer.get(own), "left_out" if own in out and own not in by_payer else "")
            for by_payer, out in zip(paid, left_out, strict=True)
        )
        yield PayerLine(municipality, cells)


def _sums(library: Library) -> Iterator[SumLine]:
    for agreement in newest_first(library.all(Agreement), library):
        yield from (SumLine(agreement, one) for one in agreement.sums)


def _grouped(grants: Iterable[Grant], voice: Voice) -> Iterator[GrantGroup]:
    groups: dict[tuple[Pointer | None, str], list[Grant]] = {}
    for grant in grants:
        groups.setdefault((grant.concerns, "" if grant.concerns else grant.programme or ""), []).append(grant)
    for (matter, programme), members in groups.items():
        ordered = tuple(alphabetical(members, voice.name, voice.language))
        totals = [_total(ordered, name) for name in ("applied", "recommended", "granted")]
        yield GrantGroup(programme or voice.catalogue("money.grants.no_programme"), matter, ordered, *totals)


def _total(grants: Sequence[Grant], name: str) -> Decimal | None:
    """The sum of one column, or None where one of its sums is not known."""
    sums = [getattr(grant, name) for grant in grants]
    return sum((one.value for one in sums), Decimal(0)) if all(isinstance(one, Amount) for one in sums) else None


def _unpriced(library: Library) -> Iterator[Record]:
    """Agreements without a sum and initiatives without a division, a budget or an agreement that has one."""
    divided = {one.concerns for one in library.all(CostShare)}
    for agreement in newest_first(library.all(Agreement), library):
        if agreement.pointer not in divided and not agreement.sums:
            yield agreement
    for initiative in library.all(Initiative):
        own = initiative.pointer
        if own not in divided and not initiative.budgets and next(agreed_for(initiative, library), None) is None:
            yield initiative
