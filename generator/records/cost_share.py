"""A cost share (fordeling): how a sum is divided between payers, by a stated key, in one version."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.declaration import Declared, Pointer, PointerKind
from generator.records.fields import (
    Key,
    MomentOrUnknown,
    Money,
    MoneyOrUnknown,
    Prose,
    Sum,
    Text,
    ToCostShare,
    ToDocument,
    ToMunicipality,
    ToParty,
    choice,
)  # fmt: skip
from generator.records.record import Record

ToSharedMatter = Annotated[Pointer, PointerKind(types=("agreement", "initiative", "organization"))]


class DivisionKey(Declared):
    """How the sum is divided: so many percent equally, so many by a basis such as the number of inhabitants."""

    text: Prose
    equal_percent: Sum | None = None
    basis_percent: Sum | None = None
    basis: Text | None = None
    basis_date: MomentOrUnknown | None = None


class Share(Declared):
    """What one payer pays; the components and the change since the earlier version as printed, where they are."""

    key: Key
    payer: ToParty | None = None
    label: Text | None = None
    basis: Sum | None = None
    equal_amount: Money | None = None
    basis_amount: Money | None = None
    amount: MoneyOrUnknown
    change: Money | None = None
    percent: Text | None = None


class PrintedTotals(Declared):
    """The totals as the source prints them, kept also where they do not add up."""

    basis: Sum | None = None
    equal_amount: Money | None = None
    basis_amount: Money | None = None
    amount: Money | None = None


class Contribution(Declared):
    """What comes from elsewhere, before the rest is divided."""

    key: Key
    payer: ToParty | None = None
    title: Text
    amount: MoneyOrUnknown


class NotCovered(Declared):
    """A party that one would expect among the payers, and why it is not there."""

    party: ToMunicipality
    reason: Prose


class CostShare(Record):
    """One version of a division of costs; `unit` is what one unit of every amount in it is worth."""

    type_name: ClassVar[str] = "cost_share"
    files: ClassVar[tuple[str, ...]] = ("cost-shares/*.md",)

    concerns: ToSharedMatter
    version: Text
    state: Annotated[str, choice("proposal_state")] = "unknown"
    date: MomentOrUnknown
    period: MomentOrUnknown | None = None
    period_printed: Text | None = None
    replaces: ToCostShare | None = None
    document: ToDocument | None = None
    unit: Annotated[str, choice("money_unit")] = "whole"
    budget: Money | None = None
    contributions: tuple[Contribution, ...] = ()
    division: DivisionKey | None = None
    shares: tuple[Share, ...]
    printed_totals: PrintedTotals | None = None
    not_covered: tuple[NotCovered, ...] = ()

    @property
    def money_unit(self) -> str:
        """What one unit of every sum in it is worth."""
        return self.unit
