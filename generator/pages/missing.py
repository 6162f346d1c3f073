"""What is missing from the data: questions that the records leave open, and fields that say that a source is silent."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.declaration import Declared, declared_fields
from generator.display import snake_case
from generator.library import Library
from generator.pages.month import state_of_meeting
from generator.pages.promises import state_of
from generator.records import Record
from generator.records.agreement import Agreement
from generator.records.appointment import Appointment
from generator.records.cost_share import CostShare
from generator.records.follow_up import FollowUp
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.values.unknown import Unknown
from generator.values.when import When
from generator.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Question:
    """A question that readers have: the type that it is asked of, and whether a record leaves it open on a day."""

    key: str
    record_type: type[Record]
    is_open: Callable[..., bool]


@dataclass(frozen=True, slots=True)
class Silence:
    """A field of which sources say nothing: the owner's name and its own in the catalogue, where, out of how many."""

    type_name: str
    owner: str
    field: str
    records: tuple[Record, ...]
    silent: int
    asked: int


def _without_answer(promise: FollowUp, library: Library, today: date) -> bool:
    return state_of(promise, today) == "unanswered"


def _without_minutes(meeting: Meeting, library: Library, today: date) -> bool:
    return state_of_meeting(meeting, today) == "held" and not library.items_of(meeting)


def _perhaps_held(meeting: Meeting, library: Library, today: date) -> bool:
    return state_of_meeting(meeting, today) == "unknown"


def _not_minuted(item: Item, library: Library, today: date) -> bool:
    outcomes = load_vocabulary("outcome").terms
    return any(outcomes[decision.outcome].group == "unknown" for decision in item.decisions)


def _without_annexes(item: Item, library: Library, today: date) -> bool:
    return any(not (annex.document or annex.address or annex.withheld) for annex in item.annexes)


def _without_end(agreement: Agreement, library: Library, today: date) -> bool:
    """Whether nobody can say if the agreement is in force: it was perhaps not concluded, or no end is stated."""
    if agreement.state == "unknown":
        return True
    if agreement.state == "draft":
        return agreement.replaced_by is None
    return agreement.state == "concluded" and not (isinstance(agreement.end, When) and agreement.end.last)


def _without_period(share: CostShare, library: Library, today: date) -> bool:
    return not isinstance(share.period, When) and not share.period_printed


def _without_holder(appointment: Appointment, library: Library, today: date) -> bool:
    return isinstance(appointment.holder, Unknown)


QUESTIONS = (
    Question("unanswered", FollowUp, _without_answer),
    Question("minutes", Meeting, _without_minutes),
    Question("held", Meeting, _perhaps_held),
    Question("annexes", Item, _without_annexes),
    Question("outcome", Item, _not_minuted),
    Question("agreement", Agreement, _without_end),
    Question("period", CostShare, _without_period),
    Question("holder", Appointment, _without_holder),
)


def open_questions(library: Library, today: date) -> Iterator[tuple[Question, list[Record], int]]:
    """Each question, the records that leave it open, and how many it is asked of; those that none leaves open are left out."""
    for question in QUESTIONS:
        asked = library.all(question.record_type)
        found = [record for record in asked if question.is_open(record, library, today)]
        if found:
            yield question, found, len(asked)


def silences(library: Library) -> list[Silence]:
    """Every field of which some source says nothing, by type, the most frequent first."""
    records: dict[tuple[str, str, str], list[Record]] = {}
    silent: dict[tuple[str, str, str], int] = {}
    asked: dict[tuple[str, str, str], int] = {}
    for record in library.shown():
        for owner, part in ((record.type_name, record), *((snake_case(type(one).__name__), one) for _, one in record.parts)):
            for name in _may_be_unknown(type(part)):
                value = getattr(part, name)
                if value is None:
                    continue
                key = (record.type_name, owner, name)
                asked[key] = asked.get(key, 0) + 1
                if isinstance(value, Unknown):
                    silent[key] = silent.get(key, 0) + 1
                    held = records.setdefault(key, [])
                    held += [] if held and held[-1] is record else [record]
    found = [Silence(*key, tuple(naming), silent[key], asked[key]) for key, naming in records.items()]
    return sorted(found, key=lambda one: -one.silent)


@cache
def _may_be_unknown(model: type[Declared]) -> tuple[str, ...]:
    return tuple(place.name for place in declared_fields(model) if place.kind is not None and place.kind.or_unknown)


def by_type(found: list[Silence]) -> Mapping[str, list[Silence]]:
    """The silences of each type, types with the most first."""
    types: dict[str, list[Silence]] = {}
    for one in found:
        types.setdefault(one.type_name, []).append(one)
    return dict(sorted(types.items(), key=lambda one: -sum(silence.silent for silence in one[1])))
