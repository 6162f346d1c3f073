"""Rules about dates: order, weekdays, and one date for one event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from generator.declaration import Declared
from generator.examined import MeetingDay
from generator.problems import Code, Problem
from generator.records import Record
from generator.records.meeting import Meeting
from generator.rules.fault import fault, fault_in_text
from generator.rules.one_record import OneRecord
from generator.rules.review import Review
from generator.values.when import When
from generator.vocabulary import load_vocabulary

_SPANS = (("start", "end"), ("formed", "dissolved"), ("valid_from", "valid_to"), ("sent", "deadline"))
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")  # keys of the catalogue
_NEAR = 60  # characters before a date in which a word for "meeting" makes it the date of one


def ends_follow_starts(one: OneRecord[Record]) -> Iterator[Problem]:
    """Whatever has a start and an end does not end before it starts."""
    record = one.record
    for path, part in (("", record), *((f"{path}.", part) for path, part in record.parts)):
        for first, last in _spans_of(type(part)):
            start, end = getattr(part, first), getattr(part, last)
            if isinstance(start, When) and isinstance(end, When):
                wrong = bool(start.first and end.last and end.last < start.first)
                shown = (end.text, start.text)
            else:
                wrong = start is not None and end is not None and type(start) is type(end) and _before(end, start)
                shown = (str(end), str(start))
            if wrong:
                yield fault(record, Code.END_BEFORE_START, path + last, found=shown[0], expected=shown[1])


@cache
def _spans_of(model: type[Declared]) -> tuple[tuple[str, str], ...]:
    """The starts and ends that a declaration has."""
    return tuple(span for span in _SPANS if span[0] in model.model_fields and span[1] in model.model_fields)


def _before(end: object, start: object) -> bool:
    try:
        return bool(end < start)  # type: ignore[operator]  # times of day compare; unknowns do not
    except TypeError:
        return False


def states_agree_with_dates(review: Review) -> Iterator[Problem]:
    """A meeting that lies ahead has not been held."""
    for meeting in review.library.all(Meeting):
        if meeting.state == "held" and meeting.date.first and meeting.date.first > review.build_date:
            yield fault(meeting, Code.STATE_CONTRADICTS_DATE, "state", found=meeting.date.text, expected=review.build_date)


def weekdays_agree(one: OneRecord[Record]) -> Iterator[Problem]:
    """A weekday in a text is the weekday of the date that follows it."""
    for path, text, found in one.dates:
        if found.weekday is not None and found.weekday != found.day.weekday():
            expected = _WEEKDAYS[found.day.weekday()]
            yield fault_in_text(one.record, Code.WEEKDAY_DIFFERS, path, text, found.offset, found=found.text, expected=expected)


def meeting_days_of(one: OneRecord[Record]) -> Iterator[MeetingDay]:
    """Every date in a record's texts that a word for "meeting" stands before."""
    word = load_vocabulary("meeting_kind").terms["meeting"].word(one.language).casefold()
    for path, text, found in one.dates:
        if word in text[max(0, found.offset - _NEAR) : found.offset].casefold():
            yield MeetingDay(path, found.offset, found.day, found.text)


def same_event_same_date(review: Review) -> Iterator[Problem]:
    """A meeting that a text dates to a day has no record on the same day of the neighbouring year instead."""
    held = {meeting.date.first for meeting in review.library.all(Meeting) if meeting.date.is_day}
    for pointer, examined in review.library.examined.items():
        for said in examined.meeting_days:
            if said.day not in held and (near := _neighbouring_year(said.day, held)):
                record = review.library.records[pointer]
                text = dict(record.scalars)[said.field]
                yield fault_in_text(record, Code.DATES_DISAGREE, said.field, text, said.offset, found=said.words, expected=near)


def _neighbouring_year(day: date, held: set[date | None]) -> date | None:
    for year in (day.year - 1, day.year + 1):
        try:
            candidate = day.replace(year=year)
        except ValueError:  # 29 February
            continue
        if candidate in held:
            return candidate
    return None
