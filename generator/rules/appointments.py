"""Rules about who holds which post, when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.problems import Code, Problem
from generator.records.appointment import Appointment
from generator.records.organization import Organization
from generator.records.post import Post
from generator.rules.fault import fault
from generator.rules.one_record import OneRecord
from generator.rules.review import Review
from generator.values.when import When


def terms_lie_within_the_body(review: Review) -> Iterator[Problem]:
    """An appointment begins no earlier and ends no later than the body whose post it fills."""
    for appointment in review.library.all(Appointment):
        post = review.library.find(appointment.post)
        body = review.library.find(post.body_of) if isinstance(post, Post) else None
        if not isinstance(body, Organization):
            continue
        # Vague dates get the benefit of the doubt: "2020" may be after June 2020.
        start, end = _bound(appointment.start, first=False), _bound(appointment.end, first=True)
        formed, dissolved = _bound(body.formed, first=True), _bound(body.dissolved, first=False)
        if start and formed and start < formed:
            yield fault(appointment, Code.APPOINTMENT_OUTSIDE_BODY, "start", found=start, expected=formed)
        if end and dissolved and end > dissolved:
            yield fault(appointment, Code.APPOINTMENT_OUTSIDE_BODY, "end", found=end, expected=dissolved)


def posts_are_not_overfilled(review: Review) -> Iterator[Problem]:
    """A post has, on no day, more holders than it has seats."""
    by_post: dict[str, list[Appointment]] = {}
    for appointment in review.library.all(Appointment):
        if appointment.state in ("appointed", "ended") and _bound(appointment.start, first=False):
            by_post.setdefault(appointment.post.id, []).append(appointment)
    for appointments in by_post.values():
        post = review.library.find(appointments[0].post)
        seats = (post.seats or 1) if isinstance(post, Post) else 1
        appointments.sort(key=lambda appointment: _bound(appointment.start, first=False) or date.max)
        for number, appointment in enumerate(appointments, 1):
            day = _bound(appointment.start, first=False)
            holders = sum(_holds(earlier, day) for earlier in appointments[:number])
            if holders > seats and _holds(appointment, day):
                yield fault(appointment, Code.POST_OVERFILLED, "post", found=holders, expected=seats)


def ends_have_reasons(one: OneRecord[Appointment]) -> Iterator[Problem]:
    """An appointment that has ended says why."""
    appointment = one.record
    if appointment.state == "ended" and appointment.end_reason is None:
        yield fault(appointment, Code.END_WITHOUT_REASON, "state")


def _holds(appointment: Appointment, day: date | None) -> bool:
    """Whether the appointment has certainly begun by a day and certainly not ended before it."""
    start, end = _bound(appointment.start, first=False), _bound(appointment.end, first=True)
    return bool(day and start and start <= day and (end is None or day <= end))


def _bound(moment: object, *, first: bool) -> date | None:
    if not isinstance(moment, When):
        return None
    return moment.first if first else moment.last
