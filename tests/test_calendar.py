"""The calendar: weeks as the language counts them, each meeting in its day and list, and files that calendars can read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from generator.pages.calendar import calendar_pages
from generator.pages.month import days_of, state_of_meeting, weekdays, weeks
from generator.records.meeting import Meeting
from generator.theme import load_theme
from generator.voice import Voice
from tests.conftest import MakeSite
from tests.sites import BUILD_DATE, SMALL, Site


def meeting(name: str, when: str, state: str = "holdt", extra: str = "", bodies: str = "[forum]") -> dict[str, str]:
    text = f'id: {name}\ntitle: "Møde; {name}, nu"\nbodies: {bodies}\ndate: {when}\nstate: {state}\n{extra}'
    return {f"content/meetings/{name}/meeting.yml": text}


MEETINGS = {
    **meeting("holdt", "2026-01-05", extra="start: '10:00'\nend: '12:30'\nplace: Rådhuset, Fjordby\n"),
    **meeting("samme-dag", "2026-01-05", state="planlagt", extra="suffix: ekstra\n"),
    **meeting("kommende", "2026-02-03", state="planlagt", extra="start: '09:00'\n"),
    **meeting("sommer", "2026-07-01", state="planlagt", extra="start: '09:00'\n"),
    **meeting("overskredet", "2025-12-01", state="planlagt"),
    **meeting("aflyst", "2026-03-02", state="aflyst"),
    **meeting("to-dage", "2026-04-30/2026-05-01", state="planlagt"),
    **meeting("en-maaned", "2026-05", state="planlagt"),
    **meeting("et-aar", "2026", state="planlagt"),
    **meeting("langt", "2026-06-01/2026-11-30", state="planlagt"),
}


@pytest.fixture
def site(content: MakeSite) -> Site:
    """A site with meetings of every form of date."""
    return content({**SMALL, **MEETINGS})


def voice_of(site: Site, language: str = "da", day: date = BUILD_DATE) -> Voice:
    theme = load_theme(site.folder, site.config.paths.theme)
    return Voice(language, theme.catalogue(language), site.config, site.check().library, day)


def calendars(site: Site, language: str = "da", day: date = BUILD_DATE) -> dict[str, object]:
    voice = voice_of(site, language, day)
    return {page.address: page.build(voice) for page in calendar_pages(voice.library, language)}


def test_the_week_begins_as_the_language_and_its_country_have_it() -> None:
    assert [whole for _, whole in weekdays("da")][::6] == ["mandag", "søndag"]
    assert [whole for _, whole in weekdays("en_US")][::6] == ["Sunday", "Saturday"]


@pytest.mark.parametrize(("language", "first", "numbers"), [("da", 3, [1, 2, 3, 4, 5]), ("en_US", 4, [0, 0, 0, 0, 0])])
def test_a_month_is_drawn_in_the_weeks_of_its_language(site: Site, language: str, first: int, numbers: list[int]) -> None:
    rows = list(weeks(2026, 1, {}, replace(voice_of(site), language=language)))
    assert [day.number for day in rows[0].days].index(1) == first  # 1 January 2026 is a Thursday
    assert [week.number for week in rows] == numbers
    assert [day.number for week in rows for day in week.days if day.number] == list(range(1, 32))


def test_every_marked_day_leads_to_a_line_of_its_own_month(site: Site) -> None:
    assert site.build().pages  # where a link led to no anchor, there would be none
    for month in calendars(site)["/kalender/"].months:
        anchors = {line.anchor for line in month.lines}
        marked = [day for week in month.weeks for day in week.days if day.state]
        assert marked or month.lines
        assert {day.anchor for day in marked} <= anchors | {"d2026-04-30"}


def test_each_meeting_stands_once_in_the_list_of_its_year(site: Site) -> None:
    found = calendars(site)
    for year in ("2025", "2026"):
        data = found[f"/kalender/aar/{year}/"]
        titles = [line.title for month in data.months for line in month.lines] + [line.title for line in data.loose]
        assert len(titles) == len(set(titles)) == data.total > 0
    assert {line.title for line in found["/kalender/aar/2026/"].loose} == {"Møde; et-aar, nu", "Møde; langt, nu"}


def test_past_and_planned_look_different_and_time_alone_makes_one_the_other(site: Site) -> None:
    meetings = {one.id: one for one in site.check().library.all(Meeting)}
    today = {name: state_of_meeting(one, BUILD_DATE) for name, one in meetings.items()}
    assert today["holdt"] == "held"
    assert (today["kommende"], today["overskredet"], today["aflyst"]) == ("planned", "unknown", "cancelled")
    assert state_of_meeting(meetings["kommende"], date(2026, 2, 4)) == "unknown"
    assert state_of_meeting(meetings["et-aar"], date(2026, 12, 31)) == "planned"


def test_a_day_shows_the_surest_of_its_meetings_and_says_each(site: Site) -> None:
    january = calendars(site)["/kalender/"].months[0]
    day = next(day for week in january.weeks for day in week.days if day.number == 5)
    assert day.state == "held"
    assert "holdt, nu (holdt)" in day.spoken
    assert "om mødet blev holdt, er ikke oplyst" in day.spoken


def test_only_meetings_with_days_are_in_the_grid(site: Site) -> None:
    meetings = {one.id: days_of(one) for one in site.check().library.all(Meeting)}
    assert {name for name, days in meetings.items() if not days} == {"en-maaned", "et-aar", "langt"}
    assert meetings["to-dage"] == [date(2026, 4, 30), date(2026, 5, 1)]


def test_the_first_page_says_that_nothing_lies_ahead(site: Site) -> None:
    site.build(on=date(2030, 1, 1))
    html = (site.output / "kalender" / "index.html").read_text(encoding="utf-8")
    assert "Pr. 1. januar 2030 kender kilderne ingen kommende møder" in html
    assert calendars(site, day=date(2030, 1, 1))["/kalender/"].year == 2026


def events(site: Site, path: str = "kalender.ics") -> dict[str, dict]:
    calendar = Calendar.from_ical((site.output / path).read_bytes())
    assert calendar.errors == []
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


def test_the_calendar_file_reads_back_as_the_meetings_with_days(site: Site) -> None:
    site.build()
    found = events(site)
    names = ("holdt", "samme-dag", "kommende", "sommer", "overskredet", "aflyst", "to-dage", "forum-2025-03-04")
    assert set(found) == {f"{name}@proeve.example" for name in names}
    held = found["holdt@proeve.example"]
    assert held.decoded("DTSTART") == datetime(2026, 1, 5, 9, 0, tzinfo=UTC)  # 10.00 in Copenhagen's winter
    assert held.decoded("DTEND") == datetime(2026, 1, 5, 11, 30, tzinfo=UTC)
    assert found["sommer@proeve.example"].decoded("DTSTART") == datetime(2026, 7, 1, 7, 0, tzinfo=UTC)
    two_days = found["to-dage@proeve.example"]
    assert (two_days.decoded("DTSTART"), two_days.decoded("DTEND")) == (date(2026, 4, 30), date(2026, 5, 2))
    assert [str(found[f"{name}@proeve.example"]["STATUS"]) for name in ("holdt", "kommende", "aflyst")] == [
        "CONFIRMED", "TENTATIVE", "CANCELLED",
    ]  # fmt: skip
    assert str(held["SUMMARY"]) == "Møde; holdt, nu"
    assert str(held["LOCATION"]) == "Rådhuset, Fjordby"
    assert str(held["URL"]) == "https://proeve.example/moeder/forum/2026-01-05/"


def test_the_calendar_file_has_the_form_of_the_standard(site: Site) -> None:
    site.build()
    data = (site.output / "kalender.ics").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 50
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    assert b"M\xc3\xb8de\\; holdt\\, nu" in data
    assert b"&" not in data


def test_a_body_has_a_file_with_its_meetings_alone(content: MakeSite) -> None:
    other = {"content/organizations/raad.md": "---\nid: raad\ntitle: Råd\nkind: netværk\n---\n"}
    both = meeting("begge", "2026-02-10", state="planlagt", bodies="[raad, forum]")
    site = content({**SMALL, **MEETINGS, **other, **both})
    site.build()
    assert set(events(site, "moeder/raad/kalender.ics")) == {"begge@proeve.example"}
    assert "begge@proeve.example" in events(site, "moeder/forum/kalender.ics")


def test_the_files_are_the_same_for_the_same_day(site: Site) -> None:
    site.build()
    first = (site.output / "kalender.ics").read_bytes()
    site.build(output=site.folder / "again")
    assert (site.folder / "again" / "kalender.ics").read_bytes() == first


def test_a_coming_meeting_says_its_year_where_that_is_another_than_this(content: MakeSite) -> None:
    files = {**meeting("naer", "2026-02-03", state="planlagt"), **meeting("fjern", "2999-12-31", state="planlagt")}
    page = calendars(content({**SMALL, **files}))["/kalender/"]
    assert [line.day for line in page.ahead] == ["tirsdag 3. februar", "tirsdag 31. december 2999"]
