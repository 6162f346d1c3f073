"""The steps of an initiative's story: its milestones, the handlings of its cases, and the dated records that name it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from markupsafe import escape

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.badges import Badge, badge
from generator.pages.in_turn import days_in_turn
from generator.pages.parts import newest_first
from generator.pages.phrases import fill
from generator.pages.promises import is_settled, last_word
from generator.pages.timeline import Step
from generator.records import Record
from generator.records.agreement import Agreement
from generator.records.case import Case, Handling
from generator.records.cost_share import CostShare
from generator.records.document import Document
from generator.records.follow_up import FollowUp
from generator.records.initiative import Initiative
from generator.records.item import Item
from generator.values.when import When
from generator.voice import Voice

MOST = 100  # of those records: the newest; the lists at the page's end have all of them
_TOLD_BY_DATE = ("item", "document", "cost_share", "agreement")  # records that are a step of the story by being there

# What a later word on a promise says of the step that it is.
_DONE = frozenset({"done", "partly_done", "given_up", "replaced", "under_way", "not_started", "late"})


def steps_of(initiative: Initiative, naming: Sequence[Record], voice: Voice) -> list[Step]:
    """Every step, the initiative's own milestones before what else is known; each happening once."""
    library = voice.library
    days = days_in_turn(one.date for one in initiative.milestones)
    steps = [
        Step(one.date, one.date_printed or "", one.text, one.state, one.where, stands=day)
        for one, day in zip(initiative.milestones, days, strict=True)
    ]
    told = {step.where for step in steps} | {initiative.pointer}
    handled: set[tuple[Pointer | None, str]] = set()
    for case in (one for one in naming if isinstance(one, Case)):
        days = days_in_turn(one.date for one in case.handlings)
        in_turn = zip(case.handlings, days, strict=True)
        steps += [_of_handling(one, day, case.pointer) for one, day in in_turn if not _is_told(one, steps, told)]
        told |= {place for one in case.handlings for place in (one.item, one.document) if place}
        handled |= {(place, str(one.date)) for one in case.handlings for place in (one.item, one.document) if place}
    versions = _versions(naming, library)
    siblings = {sibling for group in versions.values() for sibling in group[2]}
    at = {(step.where, str(step.date)) for step in steps} | handled
    for record in newest_first([one for one in naming if one.type_name in _TOLD_BY_DATE], library)[:MOST]:
        moment = library.moment_of(record)
        if not moment or record.pointer in siblings:
            continue
        state = _state_of(record, moment, library, voice.build_date)
        if state and not any((place, str(moment)) in at for place in _places_of(record)):
            steps.append(Step(moment, "", voice.name(record), state, record.pointer, is_title=True))
    promises = [one for one in naming if isinstance(one, FollowUp)]
    steps = [_with_what_came(step, promises, voice) for step in steps] + list(_later_words(naming, voice))
    promised = Counter(one.promised_in.whole for one in promises)
    return [_with_more(step, promised, versions, voice) for step in steps]


def _places_of(record: Record) -> tuple[Pointer, ...]:
    """Where a record is told: in itself, an agreement also in the documents that hold its text."""
    return (record.pointer, *record.documents) if isinstance(record, Agreement) else (record.pointer,)


def _state_of(record: Record, moment: When, library: Library, build_date: date) -> str:
    """Whether what a record tells is done, planned or unknown on the build date; empty where it was called off."""
    ahead = moment.first is not None and moment.first > build_date
    if isinstance(record, Item):
        state = library.meeting_of(record).state
        return {"held": "done", "broken_off": "done", "planned": "planned"}.get(state, "")
    if isinstance(record, Agreement) and record.state in ("draft", "unknown"):
        return "unknown"  # its text names the day on which it is to begin, whether or not anybody agreed
    return "planned" if ahead else "done"


def _is_told(handling: Handling, steps: Iterable[Step], told: set[Pointer | None]) -> bool:
    """Whether a case's handling is one of the steps already: by its item or document, or by its very date."""
    if handling.item in told - {None} or handling.document in told - {None}:
        return True
    same = (step for step in steps if step.date == handling.date and step.printed == (handling.date_printed or ""))
    return isinstance(handling.date, When) and any(same)


def _of_handling(one: Handling, day: date | None, case: Pointer) -> Step:
    return Step(one.date, one.date_printed or "", one.text, one.state, one.item or one.document or case, stands=day)


def _with_what_came(step: Step, promises: Iterable[FollowUp], voice: Voice) -> Step:
    """A step that was planned, with what a source says came of it: of all that was promised in that place for that time."""
    if step.state != "planned" or step.where is None or not isinstance(step.date, When):
        return step
    due = [one for one in promises if one.due == step.date and one.promised_in.whole == step.where.whole]
    said = [word for one in due if is_settled(one) and (word := last_word(one))]
    if not said or len(said) < len(due) or len({word.status for word in said}) > 1:
        return step
    status = escape(voice.word("follow_up_status", said[0].status))
    return replace(step, came=fill("story.came", voice, status=status, date=voice.dated(said[0].date)))


def _later_words(naming: Iterable[Record], voice: Voice) -> Iterator[Step]:
    """What sources said later of the promises: the end of each promise's own story."""
    for record in naming:
        if isinstance(record, FollowUp):
            for one in record.entries:
                if one.status in _DONE:
                    status = voice.word("follow_up_status", one.status)
                    yield Step(one.date, "", one.text, "done", record.pointer, status=status)


def _versions(naming: Iterable[Record], library: Library) -> dict[Pointer, tuple[int, int, tuple[Pointer, ...]]]:
    """The versions of the proposal: by document its number, how many there are, and the cost shares that it brings."""
    documents = [one for one in naming if isinstance(one, Document) and library.moment_of(one)]
    shares = [one for one in naming if isinstance(one, CostShare) and one.document]
    pairs = {one.pointer: one for one in documents}
    linked = {one.pointer for one in documents if _before(one) in pairs} | {
        before for one in documents if (before := _before(one)) in pairs
    }
    linked |= {one.document for one in shares if one.document in pairs}
    chain = sorted((pairs[pointer] for pointer in linked if pointer), key=lambda one: _start(one, library))
    return {
        one.pointer: (number, len(chain), tuple(share.pointer for share in shares if share.document == one.pointer))
        for number, one in enumerate(chain, 1)
    }


def _before(document: Document) -> Pointer | None:
    return document.replaces or document.supplements


def _start(document: Document, library: Library) -> tuple[int, str]:
    moment = library.moment_of(document)
    return (moment.sort_key[0].toordinal() if moment else 0, document.id)


def _with_more(
    step: Step, promised: Mapping[Pointer, int], versions: dict[Pointer, tuple[int, int, tuple[Pointer, ...]]], voice: Voice
) -> Step:
    """A step with its place, the outcomes of its item, the version that it brings, the promises made there."""
    place = voice.library.find(step.where) if step.where else None
    step = replace(step, place=_place(place, step, voice) if place else "")
    if step.where is None or step.state != "done":
        return step
    outcomes: tuple[Badge, ...] = ()
    if isinstance(place, Item) and step.date == voice.library.moment_of(place):
        outcomes = tuple(dict.fromkeys(badge("outcome", one.outcome, voice) for one in place.decisions))
    is_own = place is not None and step.date == voice.library.moment_of(place)
    number, count, siblings = versions.get(step.where, (0, 0, ())) if is_own else (0, 0, ())
    promises = promised.get(step.where.whole, 0) if is_own else 0
    return replace(
        step, outcomes=outcomes, version=number, versions=count if count > 1 else 0, siblings=siblings, promises=promises
    )


def _place(record: Record, step: Step, voice: Voice) -> str:
    """Where a step is told: an item by its body, day and number, anything else by its name (unless that is the step)."""
    if not isinstance(record, Item):
        return "" if step.is_title else voice.name(record)
    meeting = voice.library.meeting_of(record)
    body, day = voice.name(voice.library.get(meeting.bodies[0])), voice.span(meeting.date)
    if record.number:
        return voice.catalogue("story.item_place", body=body, date=day, number=record.number)
    return voice.catalogue("story.item_place_unnumbered", body=body, date=day)
