"""An agenda item: what was recommended, what the minutes say, what was decided, and the case text."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar

from generator.declaration import Declared
from generator.records.fields import (
    Key,
    Moment,
    MomentOrUnknown,
    Number,
    Prose,
    Text,
    ToCase,
    ToDocument,
    ToItem,
    ToMeeting,
    ToParty,
    ToPerson,
    WebAddress,
    YesNo,
    choice,
)  # fmt: skip
from generator.records.record import Record


class RecommendationPoint(Declared):
    """One thing that the body is asked to do."""

    key: Key
    text: Prose
    asks: Annotated[str, choice("asks")]


class Recommendation(Declared):
    """The recommendation (indstilling) as worded: who makes it, the sentence before the points, the points."""

    by: ToParty | None = None
    intro: Prose | None = None
    points: tuple[RecommendationPoint, ...]


class Vote(Declared):
    """A vote, or one group's part of it."""

    party: Text | None = None
    votes_for: Number | None = None
    votes_against: Number | None = None
    abstaining: Number | None = None
    absent: Number | None = None
    statement: Prose | None = None


class Decision(Declared):
    """One decision: its words, which recommendation points it answers (none: unclear), and what came out."""

    key: Key
    text: Prose
    answers: tuple[Key, ...] = ()
    outcome: Annotated[str, choice("outcome")]
    mode: Annotated[str, choice("mode")] = "not_stated"
    force: Annotated[str, choice("force")] = "not_stated"
    in_force: Moment | None = None
    deadline: MomentOrUnknown | None = None
    change: Prose | None = None
    postponed_until: MomentOrUnknown | None = None
    postponed_to: ToMeeting | None = None
    referred_to: ToParty | None = None
    reserved: tuple[ToParty, ...] = ()
    replaces: ToItem | None = None
    votes: tuple[Vote, ...] = ()
    note: Prose | None = None


class Statement(Declared):
    """What somebody said or had minuted, for themselves or on behalf of a party."""

    key: Key
    by: ToPerson | None = None
    on_behalf_of: ToParty | None = None
    text: Prose


class Annex(Declared):
    """An annex or link as the item lists it; `document` or `address` where it is known."""

    title: Text
    number: Text | None = None
    document: ToDocument | None = None
    address: WebAddress | None = None
    withheld: Text | None = None


class Item(Record):
    """An item of a meeting's agenda; which meeting is said by its folder. The body is the case text."""

    type_name: ClassVar[str] = "item"
    files: ClassVar[tuple[str, ...]] = ("meetings/*/*.md",)
    standard_names: ClassVar[dict[str, str]] = {
        "_type": "schema:Report",
        "number": "schema:position",
        "_meeting": "schema:recordedAt",
        "decisions": "schema:hasPart",
        "topics": "schema:keywords",
    }

    number: Text | None = None
    address_part: Key | None = None
    item_type: Annotated[str, choice("item_type")]
    heading: Prose | None = None
    presenters: tuple[ToPerson, ...] = ()
    presented_by: tuple[ToPerson, ...] = ()
    recommendation: Recommendation | None = None
    minutes: Prose | None = None
    after_meeting: Prose | None = None
    decisions: tuple[Decision, ...] = ()
    statements: tuple[Statement, ...] = ()
    annexes: tuple[Annex, ...] = ()
    case: ToCase | None = None
    taken_with: ToItem | None = None
    closed: YesNo = False
    closed_ground: Text | None = None

    @cached_property
    def folder(self) -> str:
        """The path of the meeting's folder, which says whose item this is."""
        return self.origin.path.rsplit("/", 1)[0]
