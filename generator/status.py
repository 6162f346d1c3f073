"""A library on a day to what awaits the secretariat: what is missing, overdue, about to end, or not yet approved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from generator.library import Library
from generator.pages.holders import holders_of, seats_unnamed
from generator.pages.missing import QUESTIONS
from generator.pages.month import state_of_meeting
from generator.pages.promises import state_of
from generator.pages.register import endings_in
from generator.records import Record
from generator.records.agreement import Agreement
from generator.records.follow_up import FollowUp
from generator.records.meeting import Meeting
from generator.records.post import Post
from generator.values.when import When

AHEAD = timedelta(days=183)  # half a year: time enough to renew an agreement or to appoint somebody


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record that awaits something; `when` it was, is due or ends, None where that is not known."""

    record: Record
    when: When | None


@dataclass(frozen=True, slots=True)
class Matter:
    """One kind of thing that awaits somebody; the key has its words in the catalogue `status.yml`."""

    key: str
    waiting: tuple[Waiting, ...]


Find = Callable[[Library, date], Iterator[Waiting]]


def matters(library: Library, today: date) -> tuple[Matter, ...]:
    """Everything that waits, by kind, in each the nearest day first; kinds of which there is nothing are left out."""
    found = (Matter(key, _in_order(find(library, today), today)) for key, find in FINDERS.items())
    return tuple(matter for matter in found if matter.waiting)


def _in_order(waiting: Iterable[Waiting], today: date) -> tuple[Waiting, ...]:
    def distance(one: Waiting) -> tuple[int, str]:
        day = (one.when.last or one.when.first) if one.when else None
        return abs((day or date.max) - today).days, one.record.origin.path

    return tuple(sorted(waiting, key=distance))


def _drafts(library: Library, today: date) -> Iterator[Waiting]:
    return (Waiting(record, library.moment_of(record)) for record in library.shown() if record.status == "draft")


def _unapproved(library: Library, today: date) -> Iterator[Waiting]:
    for meeting in library.all(Meeting):
        if meeting.minutes == "draft" and state_of_meeting(meeting, today) == "held":
            yield Waiting(meeting, meeting.date)


def _promises(state: str, library: Library, today: date) -> Iterator[Waiting]:
    for one in library.all(FollowUp):
        if state_of(one, today) == state:
            yield Waiting(one, one.due if isinstance(one.due, When) else None)


def _agreements_over(library: Library, today: date) -> Iterator[Waiting]:
    for agreement in library.all(Agreement):
        if agreement.is_over_without_a_word(today) and isinstance(agreement.end, When):
            yield Waiting(agreement, agreement.end)


def _agreements_ending(library: Library, today: date) -> Iterator[Waiting]:
    for agreement in library.all(Agreement):
        end = agreement.end
        if agreement.state == "concluded" and isinstance(end, When) and end.last and today <= end.last <= today + AHEAD:
            yield Waiting(agreement, end)


def _posts_vacant(library: Library, today: date) -> Iterator[Waiting]:
    for post in library.all(Post):
        if post.state == "existing" and seats_unnamed(post, holders_of(post, library, today)) != 0:
            yield Waiting(post, None)


def _appointments_ending(library: Library, today: date) -> Iterator[Waiting]:
    for one in endings_in(library, today):
        end = one.holder.until
        if not one.holder.over and end and end.last and end.last <= today + AHEAD:
            yield Waiting(one.holder.appointment, end)


def _open(key: str, library: Library, today: date) -> Iterator[Waiting]:
    """The records that leave open a question of the page about completeness."""
    for question in QUESTIONS:
        if question.key == key:
            asked = library.all(question.record_type)
            yield from (Waiting(one, library.moment_of(one)) for one in asked if question.is_open(one, library, today))


# In the order in which they are said: the work on the table, what is late, what is about to end, what is not known.
FINDERS: Mapping[str, Find] = {
    "drafts": _drafts,
    "held": partial(_open, "held"),
    "minutes": partial(_open, "minutes"),
    "unapproved": _unapproved,
    "outcome": partial(_open, "outcome"),
    "overdue": partial(_promises, "unanswered"),
    "soon": partial(_promises, "soon"),
    "agreements_over": _agreements_over,
    "agreements_ending": _agreements_ending,
    "appointments_ending": _appointments_ending,
    "vacant": _posts_vacant,
    "annexes": partial(_open, "annexes"),
    "agreement": partial(_open, "agreement"),
    "period": partial(_open, "period"),
    "holder": partial(_open, "holder"),
}
