"""The meetings of a month: a grid of weeks, a list that says the same, and what state each meeting is in."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel import Locale
from babel.dates import get_day_names

from generator.addresses import address_of
from generator.pages.calendar_file import LONGEST, in_calendar
from generator.records.meeting import Meeting
from generator.values.spoken import day_of_week, locale_of, long_month
from generator.voice import Voice

# Of several meetings on one day, the grid shows what is surest; the list below shows each.
_CERTAIN = ("held", "planned", "unknown", "moved", "cancelled")


@dataclass(frozen=True, slots=True)
class Day:
    """A cell of the grid: its number (0: a day of another month), the state of its meetings, and its place in the list."""

    number: int
    state: str = ""
    anchor: str = ""
    spoken: str = ""
    today: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """A row of the grid; `number` is the week's, 0 where the language does not count weeks from Monday."""

    number: int
    days: tuple[Day, ...]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in the list. `anchor` is set on the first of its day; `items` is how many items of it are here."""

    anchor: str
    day: str
    clock: str
    href: str
    title: str
    bodies: tuple[str, ...]
    state: str
    word: str
    items: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month that has meetings; those without a stated day are in the list and not in the grid."""

    title: str
    anchor: str
    weeks: tuple[Week, ...]
    lines: tuple[MeetingLine, ...]


def state_of_meeting(meeting: Meeting, today: date) -> str:
    """Held, planned, unknown, cancelled or moved; one that was planned for a day gone by is unknown."""
    if meeting.state in ("held", "broken_off"):
        return "held"
    if meeting.state == "planned" and meeting.date.last and meeting.date.last < today:
        return "unknown"
    return meeting.state


def month_known(meeting: Meeting) -> bool:
    """Whether a meeting's month is stated."""
    first, last = meeting.date.first, meeting.date.last
    return first is not None and last is not None and (last - first < LONGEST or first.month == last.month)


def weekdays(language: str) -> tuple[tuple[str, str], ...]:
    """The days of the week, short and whole, from the day on which the language's week begins."""
    start = Locale.parse(locale_of(language)).first_week_day
    short = get_day_names("short", "stand-alone", language)
    whole = get_day_names("wide", "stand-alone", language)
    return tuple((short[(start + one) % 7], whole[(start + one) % 7]) for one in range(7))


def month_of(year: int, month: int, meetings: Sequence[Meeting], voice: Voice) -> Month:
    """A month of a year with those of some meetings that begin in it."""
    held = [one for one in meetings if one.date.first and month_known(one) and (one.date.first.month == month)]
    by_day: dict[date, list[Meeting]] = {}
    for meeting in held:
        for day in days_of(meeting):
            by_day.setdefault(day, []).append(meeting)
    lines: list[MeetingLine] = []
    seen: set[date | None] = set()
    for meeting in held:
        first = next(iter(days_of(meeting)), None)
        lines.append(meeting_line(meeting, "" if first in seen or first is None else f"d{first}", voice))
        seen.add(first)
    title = long_month(date(year, month, 1), voice.language, alone=True)
    return Month(title, f"{year}-{month:02}", tuple(weeks(year, month, by_day, voice)), tuple(lines))


def days_of(meeting: Meeting) -> list[date]:
    """The days of a meeting; none where its days are not stated."""
    first, last = meeting.date.first, meeting.date.last
    if not in_calendar(meeting) or first is None or last is None:
        return []
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def weeks(year: int, month: int, by_day: dict[date, list[Meeting]], voice: Voice) -> Iterator[Week]:
    """The rows of a month's grid, in the week of the voice's language."""
    start = Locale.parse(locale_of(voice.language)).first_week_day
    for row in Calendar(start).monthdatescalendar(year, month):
        days = tuple(_day(one, by_day.get(one, []), voice) if one.month == month else Day(0) for one in row)
        yield Week(row[0].isocalendar().week if start == 0 else 0, days)


def _day(day: date, meetings: Sequence[Meeting], voice: Voice) -> Day:
    today = day == voice.build_date
    if not meetings:
        return Day(day.day, today=today)
    states = [state_of_meeting(one, voice.build_date) for one in meetings]
    state = min(states, key=_CERTAIN.index)
    first = min(next(iter(days_of(one))) for one in meetings)  # a meeting of several days stands where it begins
    spoken = ", ".join(f"{voice.name(one)} ({state_word(one, voice)})" for one in meetings)
    return Day(day.day, state, f"d{first}", spoken, today)


def state_word(meeting: Meeting, voice: Voice) -> str:
    """A meeting's state in words, as of the build date."""
    if state_of_meeting(meeting, voice.build_date) == "unknown":
        return voice.catalogue("calendar.passed" if meeting.state == "planned" else "calendar.not_known")
    return voice.word("meeting_state", meeting.state)


def meeting_line(meeting: Meeting, anchor: str, voice: Voice, *, year: bool = False) -> MeetingLine:
    """A meeting as a line of the list; `year` is whether its day has to say the year."""
    moment, day = meeting.date, voice.span(meeting.date)
    if moment.first and moment.is_day and not moment.about:
        day = day_of_week(moment.first, voice.language, year=year)
    times = [voice.clock(one) for one in (meeting.start, meeting.end) if one]
    return MeetingLine(
        anchor=anchor,
        day=day,
        clock="–".join(times),
        href=voice.at(address_of(meeting, voice.library, voice.language)),
        title=voice.name(meeting),
        bodies=tuple(voice.name(voice.library.get(body)) for body in meeting.bodies),
        state=state_of_meeting(meeting, voice.build_date),
        word=state_word(meeting, voice),
        items=len(voice.library.items_of(meeting)),
    )
