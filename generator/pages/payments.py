"""What each party pays: the versions of a division, shares of the whole, sums per inhabitant, differences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.parts import newest_first
from generator.records.cost_share import CostShare, Share
from generator.records.municipality import Municipality, Population
from generator.values.amount import Amount
from generator.values.when import When
from generator.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a division as one payer sees it; every sum is in whole units of the currency.

    `amount` is None where it is not stated, or where the payer has no share (`left_out`: the reason, as Markdown).
    `change` is the difference to the version before.
    """

    record: CostShare
    share: Share | None
    left_out: str
    amount: Decimal | None
    whole: Decimal | None
    percent: Decimal | None
    per_inhabitant: Decimal | None
    change: Decimal | None
    newest: bool

    @property
    def bar(self) -> str:
        """The share as the width of a bar in a drawing that is 100 wide."""
        return f"{min(max(self.percent or Decimal(0), Decimal(0)), Decimal(100)):.1f}"


@dataclass(frozen=True, slots=True)
class Payment:
    """What one payer pays to one matter: the newest version first, then those that it replaced."""

    matter: Pointer
    versions: tuple[Version, ...]

    @property
    def newest(self) -> Version:
        """The version that no other has replaced."""
        return self.versions[0]


def factor(record: CostShare) -> Decimal:
    """How many units of the currency one unit of the record's amounts is worth."""
    return Decimal(load_vocabulary("money_unit").terms[record.unit].group)


def whole_of(record: CostShare) -> Decimal | None:
    """The sum that is divided between the payers, in units of the currency: as printed, else summed, else None."""
    printed = record.printed_totals.amount if record.printed_totals else None
    if printed is not None:
        return printed.value * factor(record)
    values = [share.amount.value for share in record.shares if isinstance(share.amount, Amount)]
    return sum(values, Decimal(0)) * factor(record) if values and len(values) == len(record.shares) else None


def percent_of(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """A part in percent of the whole, or None where either is not known."""
    return part * 100 / whole if part is not None and whole else None


def per_inhabitant(amount: Decimal | None, population: Population | None) -> Decimal | None:
    """A sum divided by the number of inhabitants, or None where either is not known."""
    people = population.inhabitants if population else None
    return amount / people.value if amount is not None and isinstance(people, Amount) and people.value else None


def population_of(municipality: Municipality) -> Population | None:
    """The newest number of inhabitants that is known; one without a date counts as the oldest."""
    known = [one for one in municipality.populations if isinstance(one.inhabitants, Amount)]
    return max(known, key=lambda one: one.date.sort_key if isinstance(one.date, When) else (), default=None)


def successor_of(record: CostShare, library: Library) -> CostShare | None:
    """The division that replaces this one, or None."""
    return next((one for one in library.naming(record.pointer, CostShare) if one.replaces == record.pointer), None)


def newest_divisions(library: Library) -> list[CostShare]:
    """Every division that no other has replaced, by date, the newest first."""
    return newest_first([one for one in library.all(CostShare) if successor_of(one, library) is None], library)


def versions_of(record: CostShare, library: Library) -> list[CostShare]:
    """A division and those that it replaced, one after another, as far as they are shown."""
    versions = [record]
    while before := versions[-1].replaces:
        earlier = library.find(before)
        if not isinstance(earlier, CostShare) or earlier.status == "withdrawn" or earlier in versions:
            break
        versions.append(earlier)
    return versions


def payments_of(municipality: Municipality, library: Library) -> tuple[Payment, ...]:
    """What a municipality pays, or does not, by every division that names it, the newest first."""
    naming = library.naming(municipality.pointer, CostShare)
    replaced = {before.pointer for one in naming for before in versions_of(one, library)[1:]}
    newest = newest_first([one for one in naming if one.pointer not in replaced], library)
    return tuple(
        Payment(one.concerns, _seen_by(municipality, versions_of(one, library), library))
        for one in newest
        if any(_concerns(municipality.pointer, version) for version in versions_of(one, library))
    )


def payment_by_payer(record: CostShare) -> Mapping[Pointer, Decimal | None]:
    """What each named payer pays by one division, in units of the currency; None where it is not stated."""
    return {share.payer: amount_of(share, record) for share in record.shares if share.payer}


def amount_of(share: Share, record: CostShare) -> Decimal | None:
    """A share in units of the currency, or None where it is not stated."""
    return share.amount.value * factor(record) if isinstance(share.amount, Amount) else None


def _concerns(payer: Pointer, record: CostShare) -> bool:
    return any(share.payer == payer for share in record.shares) or any(one.party == payer for one in record.not_covered)


def _seen_by(municipality: Municipality, versions: Iterable[CostShare], library: Library) -> tuple[Version, ...]:
    population = population_of(municipality)
    found: list[Version] = []
    before: Decimal | None = None
    for record in reversed(list(versions)):  # the oldest first, so that each knows the one before it
        share = next((one for one in record.shares if one.payer == municipality.pointer), None)
        reason = next((one.reason for one in record.not_covered if one.party == municipality.pointer), "")
        amount = amount_of(share, record) if share else None
        whole = whole_of(record)
        found.append(
            Version(
                record,
                share,
                reason,
                amount,
                whole,
                percent=percent_of(amount, whole),
                per_inhabitant=per_inhabitant(amount, population),
                change=amount - before if amount is not None and before is not None else None,
                newest=successor_of(record, library) is None,
            )
        )
        before = amount
    return tuple(reversed(found))


@dataclass(frozen=True, slots=True)
class YearTotal:
    """What a payer pays in one year in all; only where several sums are known to be of that year."""

    year: int
    amount: Decimal
    count: int


def year_of(record: CostShare) -> int | None:
    """The one year that a division is for, or None where that is not known or is more than one."""
    period = record.period
    if not isinstance(period, When) or not period.first or not period.last or period.first.year != period.last.year:
        return None
    return period.first.year


def year_totals(payments: Iterable[Payment]) -> tuple[YearTotal, ...]:
    """Sums by year over the newest versions; a year with one sum, or with one that is not known, has no total."""
    by_year: dict[int, list[Decimal | None]] = {}
    for payment in payments:
        year = year_of(payment.newest.record)
        if year is not None and payment.newest.share is not None:
            by_year.setdefault(year, []).append(payment.newest.amount)
    totals = []
    for year, amounts in sorted(by_year.items()):
        known = [amount for amount in amounts if amount is not None]
        if len(known) == len(amounts) > 1:
            totals.append(YearTotal(year, sum(known, Decimal(0)), len(known)))
    return tuple(totals)
