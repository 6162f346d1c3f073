"""Pages that every site has: front page, search, about, not found, and the files for machines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.addresses import route
from generator.declaration import Pointer
from generator.library import Library
from generator.page import Page
from generator.pages.parts import Crumb, Entry, closure, entry, newest_first
from generator.records import RECORD_TYPES, Record
from generator.records.initiative import Initiative
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.records.municipality import Municipality
from generator.sorting import alphabetical, slugify
from generator.voice import Voice

LATEST = 6  # decisions on the front page
NEXT = 5  # meetings on the front page

# Items about the meeting itself: they lead the front page only where there is nothing else.
_FORMAL = frozenset({"formalities", "any_other_business"})


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of record on the front page: its name, its list, how many there are."""

    title: str
    help: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class FrontData:
    """What the front page shows; `newest` is the date of the newest record, in words."""

    latest: tuple[Entry, ...]
    next_meetings: tuple[Entry, ...]
    last_meetings: tuple[Entry, ...]
    municipalities: tuple[Entry, ...]
    initiatives: tuple[Entry, ...]
    shelves: tuple[Shelf, ...]
    topics: tuple[Crumb, ...]
    newest: str


@dataclass(frozen=True, slots=True)
class PlainData:
    """A page of interface text alone."""

    title: str
    crumbs: tuple[Crumb, ...]


def fixed_pages(library: Library, language: str) -> Iterator[Page]:
    """The front page and the other pages that do not come from one record."""
    counts = " ".join(f"{one.type_name}={len(library.all(one))}" for one in RECORD_TYPES)
    topics = sorted({topic for record in library.shown() for topic in record.topics})
    yield Page("/", language, "front.html", _front, closure(library, _front_reads(library)), f"{counts} {topics}", dated=True)
    for name, template in (("search", "search.html"), ("about", "about.html")):
        address = f"/{route(name, language)}/"
        title = f"interface.{name}"
        yield Page(address, language, template, lambda voice, title=title: _plain(title, voice))  # type: ignore[misc]
    yield Page("/404.html", language, "not_found.html", lambda voice: _plain("interface.not_found", voice))


def _plain(key: str, voice: Voice) -> PlainData:
    return PlainData(voice.catalogue(key), (Crumb(voice.catalogue("interface.home"), voice.at("/")),))


def _latest(library: Library) -> list[Item]:
    """The newest decisions, those about a matter before those about the meeting itself."""
    decided = newest_first([item for item in library.all(Item) if item.decisions], library)
    return sorted(decided, key=lambda item: item.item_type in _FORMAL)[:LATEST]


def _front_reads(library: Library) -> list[Pointer]:
    named: list[Record] = [*_latest(library), *library.all(Meeting), *library.all(Municipality), *library.all(Initiative)]
    return [record.pointer for record in named]


def _front(voice: Voice) -> FrontData:
    library, language = voice.library, voice.language
    latest = _latest(library)
    meetings = newest_first(library.all(Meeting), library)
    ahead = [one for one in meetings if isinstance(one, Meeting) and one.date.last and one.date.last >= voice.build_date]
    behind = [one for one in meetings if one not in ahead]
    topics = {topic for record in library.shown() for topic in record.topics}
    return FrontData(
        latest=tuple(entry(one, voice) for one in latest),
        next_meetings=tuple(entry(one, voice) for one in reversed(ahead[-NEXT:])),
        last_meetings=tuple(entry(one, voice) for one in behind[:NEXT]),
        municipalities=_by_name(library.all(Municipality), voice),
        initiatives=_by_name(library.all(Initiative), voice),
        shelves=tuple(_shelves(voice)),
        topics=tuple(
            Crumb(topic, voice.at(f"/{route('topics', language)}/{slugify(topic)}/"))
            for topic in alphabetical(topics, str, language)
        ),
        newest=entry(latest[0], voice).date if latest else "",
    )


def _by_name(records: Iterable[Record], voice: Voice) -> tuple[Entry, ...]:
    return tuple(entry(one, voice) for one in alphabetical(records, lambda record: record.title, voice.language))


def _shelves(voice: Voice) -> Iterator[Shelf]:
    for record_type in RECORD_TYPES:
        name = record_type.type_name
        count = len(voice.library.all(record_type))
        href = voice.page("decisions") if record_type is Item else voice.page(name)
        if count:
            plural = voice.catalogue(f"fields.{name}._type.plural")
            yield Shelf(plural, voice.catalogue(f"fields.{name}._type.help"), href, count)
