"""Before and after in a case: its handlings and whatever else names it, in one dated line with one item marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from markupsafe import Markup

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.badges import Badge, badge
from generator.pages.in_turn import days_in_turn
from generator.pages.promises import last_word
from generator.records import Record
from generator.records.case import Case, Handling
from generator.records.follow_up import FollowUp
from generator.records.item import Item
from generator.records.position import Position
from generator.values.unknown import Unknown
from generator.values.when import When
from generator.voice import Voice

CASES = 4  # lines on one item's page
AROUND = 8  # steps before and after the item; the case's own page has all of them

# What is a step of a case where it names the case without being one of its handlings.
_STEPS = frozenset({"item", "document", "agreement", "consultation", "cost_share", "position", "follow_up"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step: when, what, where it is told; `of` is the record that it tells of, `current` whether that is the page's.

    `handled` is whether the case itself tells it.
    """

    when: Markup
    text: Markup
    links: tuple[Pointer, ...]
    key: str
    state: Badge
    of: Pointer | None
    sort: tuple[date, int]
    handled: bool = False
    current: bool = False


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case's line as far as one item's page shows it; `left_out` is how many steps it leaves out."""

    case: Case
    steps: tuple[Step, ...]
    left_out: int


def cases_of(item: Item, library: Library) -> tuple[Case, ...]:
    """The cases that an item belongs to: the one that it names, then those that name it."""
    found = [library.find(item.case)] if item.case else []
    found += [library.find(pointer) for pointer in library.pointing_to.get(item.pointer, ()) if pointer.type == "case"]
    unique = {case.pointer: case for case in found if isinstance(case, Case) and case.status != "withdrawn"}
    return tuple(unique.values())[:CASES]


def case_lines(item: Item, voice: Voice) -> tuple[CaseLine, ...]:
    """The line of each case that an item belongs to."""
    return tuple(_line(case, item, voice) for case in cases_of(item, voice.library))


def _line(case: Case, item: Item, voice: Voice) -> CaseLine:
    of_case = voice.once(("case", case.pointer), lambda: _steps_of(case, voice))
    steps = [step for step in of_case if step.handled or step.of != item.pointer]
    day = voice.library.moment_of(item)
    first_day = day.first if day and day.first else date.max
    here = next((step for step in steps if step.of == item.pointer and step.sort[0] == first_day), None)
    if here is None:
        when, name = voice.when(day) if day else Markup(""), Markup("{}").format(voice.name(item))
        here = Step(when, name, (), "done", badge("step_state", "done", voice), item.pointer, (first_day, 0))
        steps = sorted([*steps, here], key=lambda step: step.sort)
    place = steps.index(here)
    first = max(0, place - AROUND)
    shown = tuple(
        replace(step, current=step is here, links=tuple(link for link in step.links if link.whole != item.pointer))
        for step in steps[first : place + AROUND + 1]
    )
    return CaseLine(case, shown, len(steps) - len(shown))


def _steps_of(case: Case, voice: Voice) -> list[Step]:
    """Every step of a case, whoever looks at it, in order."""
    days = days_in_turn(handling.date for handling in case.handlings)
    steps = [
        _handling(handling, (day or date.min, number), voice)
        for number, (handling, day) in enumerate(zip(case.handlings, days, strict=True))
    ]
    told = {one.item.whole for one in case.handlings if one.item} | {one.document for one in case.handlings if one.document}
    steps += _naming(case, told, voice)
    return sorted(steps, key=lambda step: step.sort)


def _handling(handling: Handling, sort: tuple[date, int], voice: Voice) -> Step:
    shown = voice.when(handling.date, handling.date_printed)
    if isinstance(handling.date, Unknown) and not handling.date_printed:
        shown = Markup('<span class="unknown">{}</span>').format(voice.catalogue("item.no_date"))
    return Step(
        when=shown,
        text=voice.text(handling.text),
        links=tuple(one for one in (handling.item, handling.document) if one),
        key=handling.state,
        state=badge("step_state", handling.state, voice),
        # Without a date of its own it cannot be told which of the item's steps it is.
        of=handling.item.whole if handling.item and isinstance(handling.date, When) else None,
        sort=sort,
        handled=True,
    )


def _naming(case: Case, told: Iterable[Pointer], voice: Voice) -> Iterator[Step]:
    """The records that name the case and are dated."""
    for record in voice.library.backlinks(case.pointer):
        if record.type_name not in _STEPS or record.pointer in told:
            continue
        moment = _moment(record, voice)
        if not isinstance(moment, When):
            continue
        key = _state(record, voice)
        kind = voice.catalogue(f"fields.{record.type_name}._type.label")
        text = Markup("{}: {}").format(kind, voice.link(record.pointer))
        state = badge("step_state", key, voice)
        yield Step(voice.when(moment), text, (), key, state, record.pointer, (moment.first or date.max, 0))


def _moment(record: Record, voice: Voice) -> When | Unknown | None:
    if isinstance(record, Position):
        dates = [one.date for one in record.stands if isinstance(one.date, When)]
        return max(dates, key=lambda one: one.sort_key, default=None)
    return voice.library.moment_of(record)


def _state(record: Record, voice: Voice) -> str:
    """Whether a step is done, planned or unknown: only what the record itself says."""
    if isinstance(record, Item):
        state = voice.library.meeting_of(record).state
        return "planned" if state == "planned" else "unknown" if state == "unknown" else "done"
    if isinstance(record, FollowUp):
        last = last_word(record)
        return "done" if last and last.status == "done" else "planned"
    return "done"
