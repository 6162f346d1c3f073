"""Index pages: by type, meetings by body and year, and the lists of all that mention a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.addresses import address_of, route
from generator.declaration import Pointer
from generator.library import Library
from generator.messages import load_catalogue
from generator.page import Page
from generator.pages.listing import Listing, Words, pages_of, years_of
from generator.pages.parts import newest_first
from generator.pages.records import long_backlinks
from generator.records import RECORD_TYPES, Record
from generator.records.meeting import Meeting
from generator.records.person import Person
from generator.sorting import alphabetical

# Types whose lists are read by date; the others are read by name.
_BY_DATE = frozenset({"meeting", "item", "document", "cost_share", "follow_up", "correction", "consultation"})
# Types that have no list of this kind because another list is better: the log, the board, the glossary, the map.
_NO_LIST = frozenset({"appointment", "item", "follow_up", "glossary_term", "municipality", "position"})


def index_pages(library: Library, language: str) -> Iterator[Page]:
    """Every page of every list of one language that has no planner of its own."""
    for listing in _listings(library, language):
        yield from pages_of(listing, library, language)


def bodies_of(library: Library) -> dict[str, list[Record]]:
    """The meetings of each body, by the body's id."""
    bodies: dict[str, list[Record]] = {}
    for meeting in library.all(Meeting):
        for body in meeting.bodies:
            bodies.setdefault(body.id, []).append(meeting)
    return bodies


def _listings(library: Library, language: str) -> Iterator[Listing]:
    yield from _by_type(library, language)
    yield from _meetings(library, language)
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
            personal=record.type_name == Person.type_name,
        )


def _by_type(library: Library, language: str) -> Iterator[Listing]:
    for record_type in RECORD_TYPES:
        name = record_type.type_name
        if name in _NO_LIST:
            continue
        records: list[Record] = list(library.all(record_type))
        by_date = name in _BY_DATE
        ordered = newest_first(records, library) if by_date else alphabetical(records, lambda one: one.title, language)
        ways: list[tuple[Words, str]] = []
        reads: tuple[Pointer, ...] = ()
        if record_type is Meeting:
            reads = tuple(dict.fromkeys(body.whole for meeting in library.all(Meeting) for body in meeting.bodies))
            ways = [*_body_ways(library, language), *_year_ways(records, f"/{route(name, language)}/", library, language)]
        yield Listing(
            f"/{route(name, language)}/",
            lambda voice, name=name: voice.catalogue(f"fields.{name}._type.plural"),  # type: ignore[misc]
            lambda voice, name=name: voice.catalogue(f"fields.{name}._type.help"),  # type: ignore[misc]
            ordered,
            by_date,
            tuple(ways),
            reads,
            by_name=not by_date,
        )


def _body_ways(library: Library, language: str) -> list[tuple[Words, str]]:
    organizations = {record.id: record for record in library.records.values() if record.type_name == "organization"}
    ordered = alphabetical([organizations[body] for body in bodies_of(library)], lambda one: one.title, language)
    return [
        (lambda voice, body=body: voice.name(body), f"/{route('meeting', language)}/{body.slug}/")  # type: ignore[misc]
        for body in ordered
    ]


def _year_ways(records: Iterable[Record], base: str, library: Library, language: str) -> list[tuple[Words, str]]:
    return [
        (lambda voice, year=year: str(year), f"{base}{route('year', language)}/{year}/")  # type: ignore[misc]
        for year in years_of(records, library)
    ]


def _meetings(library: Library, language: str) -> Iterator[Listing]:
    base = f"/{route('meeting', language)}/"
    organizations = {record.id: record for record in library.records.values() if record.type_name == "organization"}
    for body_id, meetings in bodies_of(library).items():
        body = organizations[body_id]
        yield Listing(
            f"{base}{body.slug}/",
            lambda voice, body=body: f"{voice.catalogue('fields.meeting._type.plural')}: {voice.name(body)}",  # type: ignore[misc]
            lambda voice, body=body: voice.plain(body.summary),  # type: ignore[misc]
            newest_first(meetings, library),
            by_year=True,
        )
    for year, meetings in years_of(library.all(Meeting), library).items():
        yield Listing(
            f"{base}{route('year', language)}/{year}/",
            lambda voice, year=year: f"{voice.catalogue('fields.meeting._type.plural')} {year}",  # type: ignore[misc]
            lambda voice: "",
            meetings,
            by_year=False,
        )
