"""A list of records cut into pages of bounded length: what every list of the site is made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.addresses import route
from generator.declaration import Pointer
from generator.library import AnyRecord, Library
from generator.page import Page
from generator.pages.parts import Crumb, Entry, Group, entry, named_once, newest_first
from generator.records import Record
from generator.sorting import initial, slugify
from generator.voice import Voice

PAGE_LENGTH = 100  # entries on one page of a list
LETTERS_FROM = 30  # records from which a list by name has its letters: fewer are soon looked through

Words = Callable[[Voice], str]


@dataclass(frozen=True, slots=True)
class IndexData:
    """One page of a list: its groups, `letters` that jump to them, other ways to cut it, and the pages before and after."""

    title: str
    lead: str
    crumbs: tuple[Crumb, ...]
    groups: tuple[Group, ...]
    letters: tuple[Crumb, ...]
    ways: tuple[Crumb, ...]
    number: int
    pages: tuple[Crumb, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Listing:
    """A list before it is cut into pages: `title` is made by the voice, `by_year` groups by year.

    A list `by_name` is grouped by letter where it is long, any other not at all.
    `reads` are the records that the names of the other ways are taken from, `personal` is as a page has it.
    """

    address: str
    title: Words
    lead: Words
    records: Sequence[Record]
    by_year: bool
    ways: tuple[tuple[Words, str], ...] = ()
    reads: tuple[Pointer, ...] = ()
    by_name: bool = False
    personal: bool = False


def pages_of(listing: Listing, library: Library, language: str) -> Iterator[Page]:
    """Every page of one list."""
    for number, shown in cut(listing.records):
        yield Page(
            address=numbered(listing.address, number, language),
            language=language,
            template="index.html",
            build=partial(_index_data, listing, shown, number),
            made_of=named_once(library, [*(record.pointer for record in shown), *listing.reads]),
            extra=f"{len(listing.records)} {[address for _, address in listing.ways]} {_letters_of(listing, language)}",
            personal=listing.personal,
        )


def _letters_of(listing: Listing, language: str) -> dict[str, int]:
    """On which page each letter of a long list by name begins; nothing for any other list."""
    is_long = listing.by_name and len(listing.records) >= LETTERS_FROM
    return pages_of_letters(listing.records, language) if is_long else {}


def pages_of_letters(records: Iterable[Record], language: str, length: int = PAGE_LENGTH) -> dict[str, int]:
    """On which page of a list by name each letter begins."""
    pages: dict[str, int] = {}
    for place, record in enumerate(records):
        pages.setdefault(initial(record.title, language), place // length + 1)
    return pages


def letter_links(address: str, pages: Mapping[str, int], number: int, voice: Voice) -> tuple[Crumb, ...]:
    """The links from one page of a list to each letter, on whichever page it begins."""

    def place(page: int) -> str:
        return "" if page == number else voice.at(numbered(address, page, voice.language))

    return tuple(Crumb(letter, f"{place(page)}#{letter_anchor(letter, voice)}") for letter, page in pages.items())


def cut(records: Sequence[AnyRecord], length: int = PAGE_LENGTH) -> Iterator[tuple[int, Sequence[AnyRecord]]]:
    """The pages that a list is cut into, each with its number, from 1; an empty list has one empty page."""
    for number in range(1, page_count(records, length) + 1):
        yield number, records[(number - 1) * length : number * length]


def page_count(records: Sequence[Record], length: int = PAGE_LENGTH) -> int:
    """How many pages a list has."""
    return max(1, -(-len(records) // length))


def numbered(address: str, number: int, language: str) -> str:
    """The address of one page of a list; the first has the list's own."""
    return address if number == 1 else f"{address}{route('page', language)}/{number}/"


def page_links(address: str, records: Sequence[Record], voice: Voice, length: int = PAGE_LENGTH) -> tuple[Crumb, ...]:
    """The links between the pages of a list; none where there is only one."""
    count = page_count(records, length)
    numbers = range(1, count + 1) if count > 1 else ()
    return tuple(Crumb(str(each), voice.at(numbered(address, each, voice.language))) for each in numbers)


def titled(title: str, number: int, voice: Voice) -> str:
    """A list's title on one of its pages."""
    return title if number == 1 else voice.catalogue("interface.page_of_list", title=title, number=number)


def home(voice: Voice) -> Crumb:
    """The first step of every way."""
    return Crumb(voice.catalogue("interface.home"), voice.at("/"))


def years_of(records: Iterable[Record], library: Library) -> dict[int, list[Record]]:
    """Records by year, both the newest first; those without a date are left out."""
    years: dict[int, list[Record]] = {}
    for record in newest_first(records, library):
        moment = library.moment_of(record)
        if moment and moment.first:
            years.setdefault(moment.first.year, []).append(record)
    return years


def _index_data(listing: Listing, shown: Sequence[Record], number: int, voice: Voice) -> IndexData:
    letters = _letters_of(listing, voice.language)
    return IndexData(
        title=titled(listing.title(voice), number, voice),
        lead=listing.lead(voice),
        crumbs=(home(voice),),
        groups=tuple(by_letter(shown, voice) if letters else grouped(shown, listing.by_year, voice)),
        letters=letter_links(listing.address, letters, number, voice),
        ways=tuple(Crumb(name(voice), voice.at(address)) for name, address in listing.ways),
        number=number,
        pages=page_links(listing.address, listing.records, voice),
        total=len(listing.records),
    )


def grouped(records: Iterable[Record], by_year: bool, voice: Voice) -> Iterator[Group]:
    """Records as entries, under one heading for each year or all under none."""
    groups: dict[str, list[Entry]] = {}
    for record in records:
        moment = voice.library.moment_of(record)
        year = str(moment.first.year) if moment and moment.first else voice.catalogue("interface.no_date")
        groups.setdefault(year if by_year else "", []).append(entry(record, voice))
    for title, entries in groups.items():
        yield Group(title, tuple(entries), len(entries), anchor=slugify(title))


def by_letter(records: Iterable[Record], voice: Voice) -> Iterator[Group]:
    """Records in the order of their names as entries, under one heading for each letter."""
    groups: dict[str, list[Entry]] = {}
    for record in records:
        groups.setdefault(initial(record.title, voice.language), []).append(entry(record, voice))
    for letter, entries in groups.items():
        title = voice.catalogue("glossary.other_short") if letter == "#" else letter
        yield Group(title, tuple(entries), len(entries), anchor=letter_anchor(letter, voice))


def letter_anchor(letter: str, voice: Voice) -> str:
    """The id of a letter's heading."""
    return f"{voice.catalogue('glossary.anchor')}-{slugify(letter) or 0}"
