"""Rules about cost shares: each agrees with the stated key, they sum to the printed totals, nobody is forgotten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from babel.numbers import format_decimal

from generator.problems import Code, Problem
from generator.records.cost_share import CostShare, Share
from generator.records.municipality import Municipality
from generator.rules.fault import fault
from generator.rules.review import Review
from generator.shares import computed_shares
from generator.values.amount import Amount


def shares_agree_with_their_key(review: Review) -> Iterator[Problem]:
    """Each share is what the stated key gives, to the printed unit, and its change is the printed one."""
    for record in review.library.all(CostShare):
        computed = computed_shares(record)
        for index, share in enumerate(record.shares):
            if not isinstance(share.amount, Amount):
                continue
            if share.key in computed and abs(share.amount.value - computed[share.key].amount) > share.amount.unit:
                expected = _shown(computed[share.key].amount, share.amount.unit, review)
                yield fault(
                    record, Code.SHARE_DIFFERS, f"shares[{index}].amount", found=share.amount.printed, expected=expected
                )
        yield from _changes(review, record)


def _changes(review: Review, record: CostShare) -> Iterator[Problem]:
    earlier = review.library.find(record.replaces) if record.replaces else None
    if not isinstance(earlier, CostShare):
        return
    before = {share.payer: share.amount for share in earlier.shares if share.payer}
    for index, share in enumerate(record.shares):
        old = before.get(share.payer) if share.payer else None
        if share.change and isinstance(old, Amount) and isinstance(share.amount, Amount):
            change = share.amount.value - old.value
            if abs(change - share.change.value) > share.change.unit:
                expected = _shown(change, share.change.unit, review)
                yield fault(
                    record, Code.SHARE_DIFFERS, f"shares[{index}].change", found=share.change.printed, expected=expected
                )


def shares_sum_to_their_totals(review: Review) -> Iterator[Problem]:
    """Each column of shares sums to its printed total, within half a unit for each share."""
    for record in review.library.all(CostShare):
        totals = record.printed_totals
        if totals is None:
            continue
        for column in ("basis", "equal_amount", "basis_amount", "amount"):
            printed = getattr(totals, column)
            parts = _column(record.shares, column)
            if printed is None or parts is None:
                continue
            total = sum((part.value for part in parts), Decimal(0))
            unit = min(amount.unit for amount in (printed, *parts))
            if abs(total - printed.value) > unit / 2 * len(parts):
                field, found = f"printed_totals.{column}", _shown(total, unit, review)
                yield fault(record, Code.SHARES_DO_NOT_SUM, field, found=found, expected=printed.printed)


def _column(shares: Sequence[Share], column: str) -> list[Amount] | None:
    """The sums of one column, or None where one of them is missing or unknown."""
    values = [getattr(share, column) for share in shares]
    return values if all(isinstance(value, Amount) for value in values) else None


def _shown(number: Decimal, unit: Decimal, review: Review) -> str:
    """A number as the content would print it, to a unit."""
    return format_decimal(round(number / unit) * unit, format="#,##0.######", locale=review.config.language)


def every_party_is_covered(review: Review) -> Iterator[Problem]:
    """Every municipality that the division concerns pays a share, or the record says why it does not."""
    for record in review.library.all(CostShare):
        concerned = {pointer.id for pointer in record.municipalities} or {
            municipality.id for municipality in review.library.all(Municipality)
        }
        paying = {share.payer.id for share in record.shares if share.payer and share.payer.type == "municipality"}
        excused = {entry.party.id for entry in record.not_covered}
        if missing := sorted(concerned - paying - excused) if paying else []:
            yield fault(record, Code.PARTY_NOT_COVERED, "shares", found=", ".join(missing))
