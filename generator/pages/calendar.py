"""The calendar: the meetings of each year by month, as a grid and as a list that says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.addresses import route
from generator.library import Library
from generator.page import Page
from generator.pages.calendar_file import calendar_file
from generator.pages.listing import home, years_of
from generator.pages.month import MeetingLine, Month, meeting_line, month_known, month_of, state_of_meeting, weekdays
from generator.pages.parts import Crumb, named_once
from generator.records import Record
from generator.records.meeting import Meeting
from generator.sorting import alphabetical
from generator.voice import Voice

NEXT = 12  # meetings ahead that the first page lists


@dataclass(frozen=True, slots=True)
class CalendarData:
    """One page of the calendar. `ahead` is empty but on the first page; `last_known` is the last date that is stated."""

    title: str
    crumbs: tuple[Crumb, ...]
    year: int
    total: int
    ahead: tuple[MeetingLine, ...]
    first: bool
    last_known: str
    weekdays: tuple[tuple[str, str], ...]
    months: tuple[Month, ...]
    loose: tuple[MeetingLine, ...]
    years: tuple[tuple[Crumb, int], ...]
    file: str
    files: tuple[Crumb, ...]


def calendar_pages(library: Library, language: str) -> Iterator[Page]:
    """The calendar's first page, a page for each year, and the files for calendar programs."""
    meetings = sorted(library.all(Meeting), key=_place)
    base = f"/{route('calendar', language)}/"
    counts = {year: len(found) for year, found in years_of(meetings, library).items()}
    for year in (None, *counts):
        shown = [one for one in meetings if year is None or _year(one) == year]
        items = " ".join(str(len(library.items_of(one))) for one in shown)
        yield Page(
            address=base if year is None else f"{base}{route('year', language)}/{year}/",
            language=language,
            template="calendar.html",
            build=partial(_calendar_data, base, meetings, counts, year),
            made_of=named_once(library, [one.pointer for one in (meetings if year is None else shown)]),
            extra=f"{counts} {items}",
            dated=True,
        )
    yield from _files(meetings, library, language)


def _files(meetings: Sequence[Meeting], library: Library, language: str) -> Iterator[Page]:
    for address, held in {file_address(None, language): meetings, **_by_body(meetings, library, language)}.items():
        yield Page(
            address=address,
            language=language,
            template="calendar.ics",
            build=partial(calendar_file, held),
            made_of=named_once(library, [one.pointer for one in held]),
            dated=True,
            indexed=False,
        )


def _by_body(meetings: Sequence[Meeting], library: Library, language: str) -> dict[str, list[Meeting]]:
    found: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        for body in meeting.bodies:
            found.setdefault(file_address(library.get(body), language), []).append(meeting)
    return found


def file_address(body: Record | None, language: str) -> str:
    """Where the calendar file of a body lies, or of all bodies."""
    folder = f"/{route('meeting', language)}/{body.slug}" if body else ""
    return f"{folder}/{route('calendar', language)}.ics"


def _place(meeting: Meeting) -> tuple[date, date, str]:
    start = meeting.start.isoformat() if meeting.start else ""
    return (meeting.date.first or date.min, meeting.date.last or date.max, start)


def _year(meeting: Meeting) -> int:
    return meeting.date.first.year if meeting.date.first else 0


def _calendar_data(
    base: str, meetings: Sequence[Meeting], counts: dict[int, int], year: int | None, voice: Voice
) -> CalendarData:
    today, language = voice.build_date, voice.language
    known = [one for one in counts if one <= today.year] or list(counts)
    drawn = year or (max(known) if known else 0)
    shown = [one for one in meetings if _year(one) == drawn]
    ahead = [one for one in meetings if state_of_meeting(one, today) == "planned"] if year is None else []
    months = sorted({(one.date.first.year, one.date.first.month) for one in shown if one.date.first and month_known(one)})
    bodies = {one.whole: voice.library.get(one) for meeting in meetings for one in meeting.bodies} if year is None else {}
    name = voice.catalogue("calendar.title")
    return CalendarData(
        title=f"{name} {year}" if year else name,
        crumbs=(home(voice), Crumb(name, voice.at(base))) if year else (home(voice),),
        year=drawn,
        total=len(shown),
        ahead=tuple(meeting_line(one, "", voice, year=_year(one) != today.year) for one in ahead[:NEXT]),
        first=year is None,
        last_known=voice.span(meetings[-1].date) if meetings else "",
        weekdays=weekdays(language),
        months=tuple(month_of(*one, shown, voice) for one in months),
        loose=tuple(meeting_line(one, "", voice) for one in shown if not month_known(one)),
        years=tuple(
            (Crumb(str(one), voice.at(f"{base}{route('year', language)}/{one}/")), count) for one, count in counts.items()
        ),
        file=voice.at(file_address(None, language)),
        files=tuple(
            Crumb(voice.name(one), voice.at(file_address(one, language)))
            for one in alphabetical(bodies.values(), lambda body: body.title, language)
        ),
    )
