"""Index pages: by type, body, year and topic, and the log of decisions; all split into pages of bounded length."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.addresses import address_of, route
from generator.library import Library
from generator.messages import load_catalogue
from generator.page import Page
from generator.pages.parts import Crumb, Entry, Group, closure, date_of, entry, newest_first
from generator.pages.records import long_backlinks
from generator.records import RECORD_TYPES, Record
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.sorting import alphabetical, slugify
from generator.voice import Voice

PAGE_LENGTH = 100  # entries on one page of a list

# Types whose lists are read by date; the others are read by name.
_BY_DATE = frozenset({"meeting", "item", "document", "cost_share", "follow_up", "correction", "consultation"})
# Types that have no list of their own because another list is better.
_NO_LIST = frozenset({"item"})


@dataclass(frozen=True, slots=True)
class IndexData:
    """One page of a list: its groups, other ways to cut it, and the pages before and after."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    groups: tuple[Group, ...]
    ways: tuple[Crumb, ...]
    number: int
    pages: tuple[Crumb, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list before it is cut into pages: `title` is made by the voice, `by_year` groups by year instead of letter."""

    address: str
    title: Callable[[Voice], str]
    lead: Callable[[Voice], str]
    records: Sequence[Record]
    by_year: bool
    ways: tuple[tuple[Callable[[Voice], str], str], ...] = ()


def index_pages(library: Library, language: str) -> Iterator[Page]:
    """Every page of every list of one language."""
    for listing in _listings(library, language):
        records = list(listing.records)
        count = max(1, -(-len(records) // PAGE_LENGTH))
        for number in range(1, count + 1):
            shown = records[(number - 1) * PAGE_LENGTH : number * PAGE_LENGTH]
            yield Page(
                address=_numbered(listing.address, number, language),
                language=language,
                template="index.html",
                build=lambda voice, listing=listing, shown=shown, number=number, count=count: _index_data(  # type: ignore[misc]
                    listing, shown, number, count, voice
                ),
                made_of=closure(library, [record.pointer for record in shown]),
                extra=f"{len(records)} {[address for _, address in listing.ways]}",
            )


def _numbered(address: str, number: int, language: str) -> str:
    return address if number == 1 else f"{address}{route('page', language)}/{number}/"


def _index_data(listing: Listing, shown: list[Record], number: int, count: int, voice: Voice) -> IndexData:
    title = listing.title(voice)
    if number > 1:
        title = voice.catalogue("interface.page_of_list", title=title, number=number)
    return IndexData(
        title=title,
        lead=listing.lead(voice),
        crumbs=(Crumb(voice.catalogue("interface.home"), voice.at("/")),),
        groups=tuple(_grouped(shown, listing.by_year, voice)),
        ways=tuple(Crumb(name(voice), voice.at(address)) for name, address in listing.ways),
        number=number,
        pages=tuple(
            Crumb(str(each), voice.at(_numbered(listing.address, each, voice.language))) for each in range(1, count + 1)
        )
        if count > 1
        else (),
        total=len(listing.records),
    )


def _grouped(records: Iterable[Record], by_year: bool, voice: Voice) -> Iterator[Group]:
    groups: dict[str, list[Entry]] = {}
    for record in records:
        moment = date_of(record, voice.library)
        year = str(moment.first.year) if moment and moment.first else voice.catalogue("interface.no_date")
        groups.setdefault(year if by_year else "", []).append(entry(record, voice))
    for title, entries in groups.items():
        yield Group(title, tuple(entries), len(entries), anchor=slugify(title))


def _listings(library: Library, language: str) -> Iterator[Listing]:
    yield from _by_type(library, language)
    yield from _meetings(library, language)
    yield from _decisions(library, language)
    yield from _topics(library, language)
    for record, type_name, found in long_backlinks(library):
        words = load_catalogue(language)
        yield Listing(
            f"{address_of(record, library, language)}{words('routes.all')}/{route(type_name, language)}/",
            lambda voice, record=record, name=type_name: (  # type: ignore[misc]
                f"{voice.catalogue(f'fields.{name}._type.plural')}: {voice.name(record)}"
            ),
            lambda voice: "",
            found,
            by_year=True,
        )


def _by_type(library: Library, language: str) -> Iterator[Listing]:
    for record_type in RECORD_TYPES:
        name = record_type.type_name
        if name in _NO_LIST:
            continue
        records: list[Record] = list(library.all(record_type))
        by_date = name in _BY_DATE
        ordered = newest_first(records, library) if by_date else alphabetical(records, lambda one: one.title, language)
        ways: list[tuple[Callable[[Voice], str], str]] = []
        if record_type is Meeting:
            ways = [*_body_ways(library, language), *_year_ways(records, f"/{route(name, language)}/", library, language)]
        yield Listing(
            f"/{route(name, language)}/",
            lambda voice, name=name: voice.catalogue(f"fields.{name}._type.plural"),  # type: ignore[misc]
            lambda voice, name=name: voice.catalogue(f"fields.{name}._type.help"),  # type: ignore[misc]
            ordered,
            by_date,
            tuple(ways),
        )


def _bodies(library: Library) -> dict[str, list[Record]]:
    bodies: dict[str, list[Record]] = {}
    for meeting in library.all(Meeting):
        for body in meeting.bodies:
            bodies.setdefault(body.id, []).append(meeting)
    return bodies


def _body_ways(library: Library, language: str) -> list[tuple[Callable[[Voice], str], str]]:
    organizations = {record.id: record for record in library.records.values() if record.type_name == "organization"}
    ordered = alphabetical([organizations[body] for body in _bodies(library)], lambda one: one.title, language)
    return [
        (lambda voice, body=body: voice.name(body), f"/{route('meeting', language)}/{body.slug}/")  # type: ignore[misc]
        for body in ordered
    ]


def _years(records: Iterable[Record], library: Library) -> dict[int, list[Record]]:
    years: dict[int, list[Record]] = {}
    for record in newest_first(records, library):
        moment = date_of(record, library)
        if moment and moment.first:
            years.setdefault(moment.first.year, []).append(record)
    return years


def _year_ways(
    records: Iterable[Record], base: str, library: Library, language: str
) -> list[tuple[Callable[[Voice], str], str]]:
    return [
        (lambda voice, year=year: str(year), f"{base}{route('year', language)}/{year}/")  # type: ignore[misc]
        for year in _years(records, library)
    ]


def _meetings(library: Library, language: str) -> Iterator[Listing]:
    base = f"/{route('meeting', language)}/"
    organizations = {record.id: record for record in library.records.values() if record.type_name == "organization"}
    for body_id, meetings in _bodies(library).items():
        body = organizations[body_id]
        yield Listing(
            f"{base}{body.slug}/",
            lambda voice, body=body: f"{voice.catalogue('fields.meeting._type.plural')}: {voice.name(body)}",  # type: ignore[misc]
            lambda voice, body=body: voice.plain(body.summary),  # type: ignore[misc]
            newest_first(meetings, library),
            by_year=True,
        )
    for year, meetings in _years(library.all(Meeting), library).items():
        yield Listing(
            f"{base}{route('year', language)}/{year}/",
            lambda voice, year=year: f"{voice.catalogue('fields.meeting._type.plural')} {year}",  # type: ignore[misc]
            lambda voice: "",
            meetings,
            by_year=False,
        )


def _decisions(library: Library, language: str) -> Iterator[Listing]:
    decided = [item for item in library.all(Item) if item.decisions]
    base = f"/{route('decisions', language)}/"
    ways = _year_ways(decided, base, library, language)
    yield Listing(
        base,
        lambda voice: voice.catalogue("interface.decisions"),
        lambda voice: voice.catalogue("interface.decisions_lead"),
        newest_first(decided, library),
        True,
        tuple(ways),
    )
    for year, items in _years(decided, library).items():
        yield Listing(
            f"{base}{route('year', language)}/{year}/",
            lambda voice, year=year: f"{voice.catalogue('interface.decisions')} {year}",  # type: ignore[misc]
            lambda voice: voice.catalogue("interface.decisions_lead"),
            items,
            by_year=False,
        )


def _topics(library: Library, language: str) -> Iterator[Listing]:
    topics: dict[str, list[Record]] = {}
    for record in library.shown():
        for topic in record.topics:
            topics.setdefault(topic, []).append(record)
    for topic, records in topics.items():
        yield Listing(
            f"/{route('topics', language)}/{slugify(topic)}/",
            lambda voice, topic=topic: f"{voice.catalogue('interface.topic')}: {topic}",  # type: ignore[misc]
            lambda voice: "",
            newest_first(records, library),
            by_year=True,
        )
