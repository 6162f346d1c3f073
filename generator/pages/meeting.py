"""What a meeting's page shows beyond its fields: what it was, the agenda with outcomes, who came, what lies around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.badges import Badge, badge
from generator.pages.minutes import has_minutes_page, minutes_address
from generator.pages.parts import Crumb, Entry, entry
from generator.pages.phrases import fill, links, on_date
from generator.pages.verdict import counted, relation_badge
from generator.records.document import Document
from generator.records.item import Item
from generator.records.meeting import Attendance, Meeting
from generator.voice import Voice

# The fields that the page's sentences say.
SHOWN_BY_MEETING = frozenset(
    {
        "attendance",
        "bodies",
        "date",
        "kind",
        "start",
        "end",
        "form",
        "place",
        "state",
        "minutes",
        "approved_at",
        "moved_to",
        "provisional_agenda",
        "provisional_in",
    }
)
_STATUSES = ("present", "apologies", "absent", "unknown")


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One line of the agenda; `relation` is how the item as a whole relates to its recommendation, where it has one."""

    number: str
    item: Item
    entry: Entry
    relation: Badge | None


@dataclass(frozen=True, slots=True)
class AttendanceGroup:
    """Those of one status, in the order of the record."""

    status: Badge
    lines: tuple[Attendance, ...]


@dataclass(frozen=True, slots=True)
class MeetingExtra:
    """A meeting in sentences (`facts`), its agenda, and what lies around it.

    `overdue` is whether it was planned for a day that has passed without further word; `sent_here` are the items that
    other meetings postponed to this one; `counts` says how many items have which relation; `minutes` is the address
    of the page with the whole minutes, empty where there is none.
    """

    facts: tuple[Markup, ...]
    agenda: tuple[AgendaLine, ...]
    counts: tuple[tuple[Badge, int], ...]
    attendance: tuple[AttendanceGroup, ...]
    contents: tuple[Crumb, ...]
    documents: tuple[Entry, ...]
    sent_here: tuple[Entry, ...]
    previous: Entry | None
    next: Entry | None
    minutes: str
    overdue: bool


def meeting_extra(meeting: Meeting, voice: Voice) -> MeetingExtra:
    """Look up a meeting's items, papers and neighbours."""
    library = voice.library
    items = library.items_of(meeting)
    agenda = tuple(AgendaLine(item.number or "", item, entry(item, voice), relation_badge(item, voice)) for item in items)
    related = [line.relation for line in agenda if line.relation]
    last = meeting.date.last
    overdue = bool(meeting.state == "planned" and last and last < voice.build_date)
    before, after = neighbours(meeting, library)
    naming = library.backlinks(meeting.pointer)
    documents = tuple(entry(one, voice) for one in naming if isinstance(one, Document) and _belongs(one, meeting))
    return MeetingExtra(
        facts=tuple(_facts(meeting, len(items), overdue, voice)),
        agenda=agenda,
        counts=counted(related, voice),
        attendance=tuple(_attendance(meeting, voice)),
        contents=tuple(_contents(meeting, bool(items), bool(documents), voice)),
        documents=documents,
        sent_here=tuple(entry(one, voice) for one in naming if isinstance(one, Item) and _sent(one, meeting)),
        previous=entry(before, voice) if before else None,
        next=entry(after, voice) if after else None,
        minutes=voice.at(minutes_address(meeting, library, voice.language)) if has_minutes_page(meeting, library) else "",
        overdue=overdue,
    )


def meeting_reads(meeting: Meeting, library: Library) -> Iterator[Pointer]:
    """The meetings of the same body before and after a meeting."""
    yield from (one.pointer for one in neighbours(meeting, library) if one)


def neighbours(meeting: Meeting, library: Library) -> tuple[Meeting | None, Meeting | None]:
    """The meetings before and after one, of its first body."""
    row = library.meetings_by_body.get(meeting.bodies[0], ())
    index = next((number for number, one in enumerate(row) if one.id == meeting.id), None)
    if index is None:  # a withdrawn meeting is in no row
        return None, None
    return (row[index - 1] if index else None), (row[index + 1] if index + 1 < len(row) else None)


def _contents(meeting: Meeting, has_items: bool, has_documents: bool, voice: Voice) -> Iterator[Crumb]:
    t = voice.catalogue
    if has_items or not meeting.provisional_agenda:
        yield Crumb(t("interface.agenda"), f"#{t('interface.anchors.agenda')}")
    if meeting.provisional_agenda:
        yield Crumb(t("meeting.provisional"), f"#{t('meeting.anchors.provisional')}")
    yield Crumb(t("meeting.attendance"), f"#{t('meeting.anchors.attendance')}")
    if has_documents:
        yield Crumb(t("meeting.documents"), f"#{t('meeting.anchors.documents')}")
    yield Crumb(t("meeting.calendar"), f"#{t('meeting.anchors.calendar')}")


def _belongs(document: Document, meeting: Meeting) -> bool:
    return document.found_with == meeting.pointer or meeting.pointer in document.annex_to


def _sent(item: Item, meeting: Meeting) -> bool:
    return any(one.postponed_to is not None and one.postponed_to.whole == meeting.pointer for one in item.decisions)


def _facts(meeting: Meeting, count: int, overdue: bool, voice: Voice) -> Iterator[Markup]:
    """A meeting in sentences: whose, when, where, how many items, what the minutes are."""
    t = voice.catalogue
    state = "overdue" if overdue else meeting.state
    what = {"kind": escape(voice.word("meeting_kind", meeting.kind)), "bodies": links(meeting.bodies, voice)}
    yield fill(f"meeting.state.{state}", voice, when=escape(_moment(meeting, voice)), **what)
    if meeting.place or meeting.form != "not_stated":
        form = voice.word("meeting_form", meeting.form) if meeting.form != "not_stated" else ""
        yield escape(t("meeting.place", place=", ".join(part for part in (meeting.place, form) if part)))
    if meeting.moved_to:
        yield fill("meeting.moved_to", voice, meeting=voice.link(meeting.moved_to))
    if count:
        yield escape(t("meeting.items", count=count))
    if meeting.state in ("held", "broken_off") or meeting.minutes not in ("not_stated", "none"):
        yield _minutes(meeting, voice)


def _minutes(meeting: Meeting, voice: Voice) -> Markup:
    if meeting.approved_at:
        return fill("meeting.minutes.approved_at", voice, meeting=voice.link(meeting.approved_at))
    said = escape(voice.catalogue(f"meeting.minutes.{meeting.minutes}"))
    return Markup('<span class="unknown">{}</span>').format(said) if meeting.minutes in ("not_stated", "none") else said


def _moment(meeting: Meeting, voice: Voice) -> str:
    """The day and, where they are known, the hours: den 28. august 2020 kl. 10.00–13.00."""
    day = on_date(meeting.date, voice)
    if not meeting.start:
        return day
    hours = voice.clock(meeting.start) + (f"–{voice.clock(meeting.end)}" if meeting.end else "")
    return voice.catalogue("meeting.hours", day=day, hours=hours)


def _attendance(meeting: Meeting, voice: Voice) -> Iterator[AttendanceGroup]:
    for status in _STATUSES:
        lines = tuple(line for line in meeting.attendance if line.status == status)
        if lines:
            yield AttendanceGroup(badge("attendance", status, voice), lines)
