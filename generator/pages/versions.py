"""Two versions of a division beside each other: what each payer's sum was, is, and why it changed as the record says."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.payments import amount_of, payment_by_payer, percent_of, versions_of, whole_of
from generator.records.cost_share import CostShare


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One payer in both versions, in units of the currency; None where it has no share or the sum is not stated."""

    payer: Pointer
    before: Decimal | None
    now: Decimal | None
    change: Decimal | None
    percent: Decimal | None
    was_in: bool
    is_in: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A division beside the one that it replaces."""

    before: CostShare
    lines: tuple[ChangeLine, ...]
    whole_before: Decimal | None
    whole_now: Decimal | None
    change_of_whole: Decimal | None


def comparison_with_earlier(record: CostShare, library: Library) -> Comparison | None:
    """The version that a division replaces, beside it; None where it replaces none that is shown."""
    versions = versions_of(record, library)
    if len(versions) < 2:
        return None
    before = versions[1]
    was, now = payment_by_payer(before), payment_by_payer(record)
    reasons = {one.party: one.reason for one in record.not_covered}
    whole_before, whole_now = whole_of(before), whole_of(record)
    return Comparison(
        before,
        tuple(
            _line(payer, (payer in was, payer in now), was.get(payer), now.get(payer), reasons.get(payer, ""))
            for payer in dict.fromkeys((*now, *was))
        ),
        whole_before,
        whole_now,
        _difference(whole_before, whole_now),
    )


def _line(payer: Pointer, there: tuple[bool, bool], before: Decimal | None, now: Decimal | None, reason: str) -> ChangeLine:
    change = _difference(before, now)
    return ChangeLine(payer, before, now, change, percent_of(change, before), there[0], there[1], reason)


def _difference(before: Decimal | None, now: Decimal | None) -> Decimal | None:
    return now - before if before is not None and now is not None else None


def bar_widths(record: CostShare) -> dict[str, str]:
    """How long each share's bar is, in percent of the longest, by the share's key; a sum not stated has none."""
    amounts = {share.key: value for share in record.shares if (value := amount_of(share, record)) is not None}
    largest = max(amounts.values(), default=Decimal(0))
    return {key: f"{amount * 100 / largest:.1f}" for key, amount in amounts.items() if largest > 0 and amount >= 0}
