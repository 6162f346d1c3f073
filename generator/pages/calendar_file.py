"""Meetings as an iCalendar file (RFC 5545), which calendar programs and phones read."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event
from markupsafe import Markup

from generator.records.meeting import Meeting
from generator.voice import Voice

LONGEST = timedelta(days=14)  # a meeting of more days than this takes place somewhere between its dates
_STATUS = {"planned": "TENTATIVE", "unknown": "TENTATIVE", "cancelled": "CANCELLED", "moved": "CANCELLED"}


def in_calendar(meeting: Meeting) -> bool:
    """Whether a meeting's day or days are stated; a month or a year is no entry of a calendar."""
    moment = meeting.date
    if moment.about or moment.first is None or moment.last is None:
        return False
    if moment.last - moment.first > LONGEST:
        return False
    return moment.is_day or (moment.is_span and all(len(part) == len("2020-09-09") for part in moment.text.split("/")))


def calendar_file(meetings: Sequence[Meeting], voice: Voice) -> Markup:
    """The file's text. It is the same for the same records and build date: the time stamp is that day's beginning."""
    calendar = Calendar()
    calendar.add("PRODID", f"-//Protokol//{voice.config.title}//{voice.language.upper()}")
    calendar.add("VERSION", "2.0")
    calendar.add("X-WR-CALNAME", voice.config.title)
    for meeting in meetings:
        if in_calendar(meeting):
            calendar.add_component(_event(meeting, voice))
    return Markup(calendar.to_ical().decode())  # noqa: S704  # no HTML: the format has escapes of its own


def _event(meeting: Meeting, voice: Voice) -> Event:
    event = Event()
    event.add("UID", f"{meeting.id}@{urlsplit(voice.config.address).hostname or voice.config.title}")
    event.add("DTSTAMP", datetime.combine(voice.build_date, time(), UTC))
    for name, moment in zip(("DTSTART", "DTEND"), _times(meeting, voice), strict=False):
        event.add(name, moment)
    event.add("SUMMARY", voice.name(meeting))
    event.add("DESCRIPTION", _description(meeting, voice))
    event.add("STATUS", _STATUS.get(meeting.state, "CONFIRMED"))
    event.add("URL", voice.config.address.rstrip("/") + voice.href(meeting.pointer))
    if meeting.place:
        event.add("LOCATION", meeting.place)
    return event


def _times(meeting: Meeting, voice: Voice) -> tuple[date, ...]:
    """Start and end: whole days (the end is the day after), or times in UTC, which need no table of time zones."""
    first, last = meeting.date.first, meeting.date.last
    assert first is not None  # noqa: S101  # only meetings with days come here
    assert last is not None  # noqa: S101
    zone = ZoneInfo(voice.config.time_zone)
    if meeting.start is None:
        return first, last + timedelta(days=1)
    start = datetime.combine(first, meeting.start, zone).astimezone(UTC)
    if meeting.end is None:
        return (start,)
    end = datetime.combine(last, meeting.end, zone).astimezone(UTC)
    return (start, end) if end > start else (start,)


def _description(meeting: Meeting, voice: Voice) -> str:
    """The bodies, the state in words, and the summary where there is one."""
    bodies = ", ".join(voice.name(voice.library.get(body)) for body in meeting.bodies)
    lines = (bodies, voice.meaning("meeting_state", meeting.state), voice.plain(meeting.summary))
    return "\n".join(line for line in lines if line)
