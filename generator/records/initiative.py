"""An initiative: what is done together, by whom, in which phases, against which success criteria."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.declaration import Declared
from generator.records.fields import (
    Key,
    MomentOrUnknown,
    Prose,
    Text,
    ToDocument,
    ToInitiative,
    ToMatter,
    ToParty,
    ToTable,
    choice,
)  # fmt: skip
from generator.records.record import Record


class Partner(Declared):
    """A party that leads, takes part in or pays for the initiative."""

    party: ToParty
    role: Text | None = None


class Milestone(Declared):
    """A dated step in the initiative's story: done, planned or unknown."""

    key: Key
    date: MomentOrUnknown
    date_printed: Text | None = None
    text: Prose
    state: Annotated[str, choice("step_state")]
    where: ToMatter | None = None


class Criterion(Declared):
    """One success criterion; the same key in two versions is the same criterion, reworded or not."""

    key: Key
    text: Prose


class CriteriaVersion(Declared):
    """The success criteria as one document states them; a key that a later version lacks was dropped."""

    key: Key
    title: Text
    date: MomentOrUnknown
    document: ToDocument | None = None
    target_date: MomentOrUnknown | None = None
    intro: Prose | None = None
    criteria: tuple[Criterion, ...]


class Initiative(Record):
    """A joint initiative; who takes part stands in position records, what it costs in cost shares."""

    type_name: ClassVar[str] = "initiative"
    files: ClassVar[tuple[str, ...]] = ("initiatives/*.md",)
    standard_names: ClassVar[dict[str, str]] = {
        "_type": "schema:Project",
        "what": "schema:description",
        "part_of": "schema:parentOrganization",
        "topics": "schema:keywords",
    }

    what: Prose
    why: Prose | None = None
    lead: ToParty | None = None
    partners: tuple[Partner, ...] = ()
    start: MomentOrUnknown | None = None
    end: MomentOrUnknown | None = None
    part_of: ToInitiative | None = None
    continued_as: ToInitiative | None = None
    budgets: tuple[ToTable, ...] = ()
    documents: tuple[ToDocument, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    success_criteria: tuple[CriteriaVersion, ...] = ()
    outcome: Prose | None = None
