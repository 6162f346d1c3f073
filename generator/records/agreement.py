"""An agreement (aftale): parties, period, clauses, goals with indicators, earmarks, reporting and versions."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar

from generator.declaration import Declared
from generator.records.fields import (
    Key,
    Moment,
    MomentOrUnknown,
    MoneyOrUnknown,
    Prose,
    Text,
    ToAgreement,
    ToDocument,
    ToInitiative,
    ToMunicipality,
    ToParty,
    ToPerson,
    choice,
)  # fmt: skip
from generator.records.record import Record
from generator.values.when import When


class Party(Declared):
    """A party to the agreement, when it approved it and who signs for it."""

    party: ToParty
    role: Text | None = None
    address_printed: Text | None = None
    approved: MomentOrUnknown | None = None
    signed: MomentOrUnknown | None = None
    signatory: ToPerson | None = None
    signatory_role: Text | None = None


class Clause(Declared):
    """A clause or section, verbatim."""

    key: Key
    number: Text | None = None
    title: Text
    level: Annotated[str, choice("clause_level")] = "section"
    text: Prose = ""


class Target(Declared):
    """What an indicator is to reach, by when; a revised target stays beside the one that replaced it."""

    year: Text
    value: Text
    revised: Moment | None = None


class Measurement(Declared):
    """What was measured, when, according to whom."""

    date: Moment
    value: Text
    source: Text


class Indicator(Declared):
    """How a goal is measured."""

    key: Key
    title: Prose
    unit: Text | None = None
    targets: tuple[Target, ...] = ()
    measurements: tuple[Measurement, ...] = ()


class Goal(Declared):
    """A goal: its words, the method by which it is measured, the reason for it, and how it is reported."""

    key: Key
    number: Text | None = None
    title: Text
    origin: Annotated[str, choice("goal_origin")] = "not_stated"
    goal: Prose
    method: Prose | None = None
    reason: Prose | None = None
    reporting: Prose | None = None
    indicators: tuple[Indicator, ...] = ()


class AgreedSum(Declared):
    """A sum that the agreement sets: for what, of which year and price level, regulated how.

    `shared_between` are municipalities that pay it together; what each of them pays stands in a cost share, if anywhere.
    """

    key: Key
    title: Text
    amount: MoneyOrUnknown
    payer: ToParty | None = None
    shared_between: tuple[ToMunicipality, ...] = ()
    receiver: ToParty | None = None
    period: MomentOrUnknown | None = None
    price_level: Text | None = None
    regulation: Text | None = None
    text: Prose | None = None


class Earmark(Declared):
    """A part of a sum that is set aside for one purpose; `initiative` is what it is for, where that has a record."""

    key: Key
    of_sum: Key | None = None
    amount: MoneyOrUnknown
    period: MomentOrUnknown | None = None
    initiative: ToInitiative | None = None
    purpose: Prose


class ReportingDuty(Declared):
    """Who reports what to whom, and when."""

    key: Key
    text: Prose
    by: ToParty | None = None
    to: ToParty | None = None
    due: MomentOrUnknown | None = None
    due_printed: Text | None = None
    recurrence: Text | None = None


class Change(Declared):
    """A change between versions: struck text as ~~text~~, inserted text as ++text++, as far as it is legible."""

    key: Key
    place: Text
    text: Prose
    explanation: Prose | None = None


class Version(Declared):
    """A version of the agreement and what it changed."""

    key: Key
    title: Text
    date: MomentOrUnknown
    document: ToDocument | None = None
    changes: tuple[Change, ...] = ()


class Agreement(Record):
    """An agreement between parties; whether it is in force on a day is computed from its dates."""

    type_name: ClassVar[str] = "agreement"
    files: ClassVar[tuple[str, ...]] = ("agreements/*.md",)
    standard_names: ClassVar[dict[str, str]] = {
        "_type": "schema:CreativeWork",
        "kind": "schema:genre",
        "parties": "schema:creator",
        "concluded": "schema:dateCreated",
        "start": "schema:temporalCoverage",
        "parent": "schema:isPartOf",
        "topics": "schema:keywords",
    }

    kind: Annotated[str, choice("agreement_kind")]
    state: Annotated[str, choice("agreement_state")] = "unknown"
    parties: tuple[Party, ...]
    concluded: MomentOrUnknown | None = None
    start: MomentOrUnknown | None = None
    end: MomentOrUnknown | None = None
    duration: Text | None = None
    notice: Prose | None = None
    renewal: Prose | None = None
    parent: ToAgreement | None = None
    replaced_by: ToAgreement | None = None
    purpose: Prose | None = None
    financing: Prose | None = None
    sums: tuple[AgreedSum, ...] = ()
    earmarks: tuple[Earmark, ...] = ()
    clauses: tuple[Clause, ...] = ()
    goals: tuple[Goal, ...] = ()
    reporting: tuple[ReportingDuty, ...] = ()
    versions: tuple[Version, ...] = ()
    documents: tuple[ToDocument, ...] = ()

    def is_over_without_a_word(self, today: date) -> bool:
        """Whether its end has passed, and the record says nothing of what followed: a successor, a renewal, or a note."""
        over = isinstance(self.end, When) and self.end.last is not None and self.end.last < today
        return over and self.state == "concluded" and not (self.replaced_by or self.renewal or self.note)
