"""Rules about dates: order, weekdays, and one date for one event."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from babel.dates import get_day_names

from generator.dates_in_text import dates_in
from generator.declaration import parts_of, walk
from generator.problems import Code, Problem
from generator.records import Record
from generator.records.meeting import Meeting
from generator.rules.review import Review, fault
from generator.values.when import When

_SPANS = (("start", "end"), ("formed", "dissolved"), ("valid_from", "valid_to"), ("sent", "deadline"))
_NEAR = 60  # characters before a date in which a word for "meeting" makes it the date of one


def ends_follow_starts(review: Review) -> Iterator[Problem]:
    """Whatever has a start and an end does not end before it starts."""
    for record in review.library.records.values():
        for path, part in (("", record), *((f"{path}.", part) for path, part in parts_of(record))):
            for first, last in _SPANS:
                start, end = getattr(part, first, None), getattr(part, last, None)
                if isinstance(start, When) and isinstance(end, When):
                    wrong = bool(start.first and end.last and end.last < start.first)
                    shown = (end.text, start.text)
                else:
                    wrong = start is not None and end is not None and type(start) is type(end) and _before(end, start)
                    shown = (str(end), str(start))
                if wrong:
                    yield fault(record, Code.END_BEFORE_START, path + last, found=shown[0], expected=shown[1])


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


def weekdays_agree(review: Review) -> Iterator[Problem]:
    """A weekday in a text is the weekday of the date that follows it."""
    locale = review.config.language
    names = get_day_names("wide", locale=locale)
    for record, path, text in _texts(review):
        for found in dates_in(text, locale):
            if found.weekday is not None and found.weekday != found.day.weekday():
                yield fault(record, Code.WEEKDAY_DIFFERS, path, found=found.text, expected=names[found.day.weekday()])


def same_event_same_date(review: Review) -> Iterator[Problem]:
    """A meeting that a text dates to a day has no record on the same day of the neighbouring year instead."""
    held = {meeting.date.first for meeting in review.library.all(Meeting) if meeting.date.is_day}
    for record, path, text in _texts(review):
        for found in dates_in(text, review.config.language):
            before = text[max(0, found.offset - _NEAR) : found.offset].casefold()
            of_a_meeting = ("møde" in before or "meeting" in before) and found.day not in held
            if of_a_meeting and (near := _neighbouring_year(found.day, held)):
                yield fault(record, Code.DATES_DISAGREE, path, found=found.text, expected=near)


def _neighbouring_year(day: date, held: set[date | None]) -> date | None:
    for year in (day.year - 1, day.year + 1):
        try:
            candidate = day.replace(year=year)
        except ValueError:  # 29 February
            continue
        if candidate in held:
            return candidate
    return None


def _texts(review: Review) -> Iterator[tuple[Record, str, str]]:
    """Every text of every record that could hold a full date, but for the explanations of deviations."""
    for record in review.library.records.values():
        for path, value in walk(record):
            if isinstance(value, str) and len(value) > 10 and not path.startswith(("deviations", "note")):
                yield record, path, value
