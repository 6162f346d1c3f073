"""What a cost share's stated key gives for each payer, exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.records.cost_share import CostShare
from generator.values.amount import Amount


@dataclass(frozen=True, slots=True)
class ComputedShare:
    """One payer's share by the key: the equal part, the part by basis, and both together, in the record's unit."""

    equal: Decimal
    by_basis: Decimal

    @property
    def amount(self) -> Decimal:
        """The whole share."""
        return self.equal + self.by_basis


def is_verifiable(record: CostShare) -> bool:
    """Whether the source gives all that the key needs: percentages, the sum to divide, every payer's basis."""
    division, totals = record.division, record.printed_totals
    return bool(
        division
        and division.basis_percent
        and totals
        and totals.amount
        and record.shares
        and all(isinstance(share.basis, Amount) for share in record.shares)
    )


def computed_shares(record: CostShare) -> Mapping[str, ComputedShare]:
    """Each share by key, recomputed; empty where the key's inputs are not in the source."""
    if not is_verifiable(record):
        return {}
    division, totals = record.division, record.printed_totals
    assert division and division.basis_percent and totals and totals.amount  # is_verifiable has looked
    total = totals.amount.value
    equal_percent = division.equal_percent.value if division.equal_percent else Decimal(0)
    basis_sum = sum((share.basis.value for share in record.shares if share.basis), Decimal(0))
    equal = total * equal_percent / 100 / len(record.shares)
    to_divide = total * division.basis_percent.value / 100
    return {
        share.key: ComputedShare(equal, to_divide * share.basis.value / basis_sum)
        for share in record.shares
        if share.basis
    }
