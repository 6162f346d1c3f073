"""What several kinds of page are made of: crumbs, list entries, and what a page depends on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.declaration import Pointer
from generator.library import AnyRecord, Library
from generator.pages.badges import Badge, badge
from generator.records import Record
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class Crumb:
    """One step of the way from the front page to a page."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list: a record's link, title, date, type, summary and (for an item) its outcomes."""

    record: Record
    href: str
    title: str
    date: str
    kind: str
    summary: str
    outcomes: tuple[Badge, ...] = ()
    context: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under one heading; `more` leads to the rest where there are more than shown."""

    title: str
    entries: tuple[Entry, ...]
    total: int
    more: str = ""
    anchor: str = ""


def newest_first(records: Iterable[AnyRecord], library: Library) -> list[AnyRecord]:
    """Records by date, the newest first, those without a date last; records of one day in their file order."""
    days = library.days
    return sorted(records, key=lambda record: -days[record.pointer])


def entry(record: Record, voice: Voice) -> Entry:
    """A record as a line of a list."""
    return voice.once(("entry", record.pointer), lambda: _make_entry(record, voice))


def _make_entry(record: Record, voice: Voice) -> Entry:
    moment = voice.library.moment_of(record)
    outcomes: tuple[Badge, ...] = ()
    context = ""
    if isinstance(record, Item):
        meeting = voice.library.meeting_of(record)
        context = voice.name(voice.library.get(meeting.bodies[0]))
        outcomes = tuple(dict.fromkeys(badge("outcome", decision.outcome, voice) for decision in record.decisions))
    elif isinstance(record, Meeting):
        context = ", ".join(voice.name(voice.library.get(body)) for body in record.bodies)
    return Entry(
        record=record,
        href=voice.href(record.pointer),
        title=voice.name(record),
        date=voice.span(moment) if moment else "",
        kind=voice.catalogue(f"fields.{record.type_name}._type.label"),
        # A term without a summary has its short explanation, a follow-up the words of the promise.
        summary=voice.plain(record.summary or getattr(record, "explanation", "") or getattr(record, "quote", "")),
        outcomes=outcomes,
        context=context,
    )


def named_once(library: Library, seeds: Iterable[Pointer]) -> tuple[Pointer, ...]:
    """The records that are named, each once and whole, without those that are not there."""
    found = dict.fromkeys(seed.whole if seed.part else seed for seed in seeds)
    return tuple(pointer for pointer in found if pointer in library.records)


def crumbs_to(record: Record, voice: Voice) -> tuple[Crumb, ...]:
    """The way to a record: front page, index of its type, and for an item its body and meeting."""
    home = Crumb(voice.catalogue("interface.home"), voice.at("/"))
    if isinstance(record, (Item, Meeting)):
        meeting = voice.library.meeting_of(record) if isinstance(record, Item) else record
        body = voice.library.get(meeting.bodies[0])
        way = [
            home,
            Crumb(voice.catalogue("fields.meeting._type.plural"), voice.page("meeting")),
            Crumb(voice.name(body), f"{voice.page('meeting')}{body.slug}/"),
        ]
        if isinstance(record, Item):
            way.append(Crumb(voice.span(meeting.date), voice.href(meeting.pointer)))
        return tuple(way)
    plural = voice.catalogue(f"fields.{record.type_name}._type.plural")
    return (home, Crumb(plural, voice.page(record.type_name)))


def body_title(record: Record, voice: Voice) -> str:
    """What a record's text is called: a document's text, an item's account of the case."""
    own = f"interface.body.{record.type_name}"
    return voice.catalogue(own if own in voice.catalogue else "interface.body.text")
