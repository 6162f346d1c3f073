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


def computed_shares(record: CostShare) -> Mapping[str, ComputedShare]:
    """Each share by key, recomputed; empty where the source does not give all that the key needs.

    It needs the percentages, the sum that is divided, and every payer's basis.
    """
    division, totals = record.division, record.printed_totals
    bases = {share.key: share.basis.value for share in record.shares if isinstance(share.basis, Amount)}
    if not (division and division.basis_percent and totals and totals.amount) or len(bases) < len(record.shares):
        return {}
    total = totals.amount.value
    equal_percent = division.equal_percent.value if division.equal_percent else Decimal(0)
    equal = total * equal_percent / 100 / len(record.shares)
    to_divide = total * division.basis_percent.value / 100
    basis_sum = sum(bases.values())
    return {key: ComputedShare(equal, to_divide * basis / basis_sum) for key, basis in bases.items() if basis_sum}
