"""The decisions log: every item with a decision, the newest first, whole and cut by facets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.addresses import route
from generator.declaration import Pointer
from generator.library import Library
from generator.page import Page
from generator.pages.badges import Badge
from generator.pages.facets import Chosen, Facet, Facets, Slice, facets_of, slices_by_record, slices_by_topic
from generator.pages.listing import cut, home, numbered, page_links, titled, years_of
from generator.pages.parts import Crumb, Entry, entry, named_once, newest_first
from generator.records import Record
from generator.records.item import Item
from generator.vocabulary import load_vocabulary
from generator.voice import Voice

# A sentence ends where a capital follows, but not after an abbreviation that names follow, or the number of a day.
_END = re.compile(r"(\S+)[.!?]\s+(?=[A-ZÆØÅÄÖ»“\"])")
_NO_END = re.compile(r"\d{1,2}|\w|\S*\.\S+|(?:nr|pr|kl|ca|jf|dr|hr|fr|st|inkl|vedr|no|vs|e\.g|i\.e)", re.IGNORECASE)
CLASSES = ("final-yes", "final-no", "pending", "information", "unknown")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One decided item: its link, one sentence, when and where."""

    href: str
    title: str
    sentence: str
    date: str
    body: str
    outcomes: tuple[Badge, ...]


@dataclass(frozen=True, slots=True)
class LogYear:
    """The lines of one year; the title of those without a year says so."""

    title: str
    anchor: str
    lines: tuple[LogLine, ...]


@dataclass(frozen=True, slots=True)
class LogData:
    """One page of the log. `total` is the whole list's count, `newest` the date of its first entry in words."""

    title: str
    crumbs: tuple[Crumb, ...]
    total: int
    newest: str
    oldest: str
    years: tuple[LogYear, ...]
    facets: tuple[Facet, ...]
    chosen: Chosen | None
    list_address: str
    number: int
    pages: tuple[Crumb, ...]


def log_pages(library: Library, language: str) -> Iterator[Page]:
    """The pages of the whole log and of every value of every facet."""
    base = f"/{route('decisions', language)}/"
    decided: list[Record] = list(newest_first([item for item in library.all(Item) if item.decisions], library))
    facets = _facets(base, decided, library, language)
    for chosen in (None, *facets.slices):
        records = chosen.records if chosen else decided
        for number, shown in cut(records):
            yield Page(
                address=numbered(chosen.address if chosen else base, number, language),
                language=language,
                template="log.html",
                build=partial(_log_data, facets, chosen, records, shown, number),
                made_of=named_once(library, [one.pointer for one in _named(records, shown)]),
                extra=f"{len(records)} {facets.mark}",
            )


def _named(records: Sequence[Record], shown: Sequence[Record]) -> list[Record]:
    """The records that a page reads: those it shows, and the first and the last, whose dates bound the list."""
    return [*shown, *records[:1], *records[-1:]]


def _facets(base: str, decided: list[Record], library: Library, language: str) -> Facets:
    items = [item for item in decided if isinstance(item, Item)]
    bodies: list[tuple[Record, tuple[Pointer, ...]]] = [(item, library.meeting_of(item).bodies) for item in items]
    slices = [
        *_years(base, decided, library, language),
        *_classes(base, items, language),
        *slices_by_record(base, "body", bodies, library, language),
        *slices_by_topic(base, decided, language),
        *slices_by_record(base, "initiative", [(item, item.initiatives) for item in items], library, language),
        *slices_by_record(base, "municipality", [(item, item.municipalities) for item in items], library, language),
    ]
    reads = [body for _, found in bodies for body in found]
    reads += [one.whole for item in items for one in (*item.initiatives, *item.municipalities)]
    return facets_of(base, "log", slices, reads, library)


def _years(base: str, decided: list[Record], library: Library, language: str) -> Iterator[Slice]:
    for year, records in years_of(decided, library).items():
        yield Slice("year", f"{base}{route('year', language)}/{year}/", lambda voice, year=year: str(year), records)  # type: ignore[misc]


def _classes(base: str, items: list[Item], language: str) -> Iterator[Slice]:
    by_class: dict[str, list[Record]] = {name: [] for name in CLASSES}
    for item in items:
        for name in {_class_of(one.outcome) for one in item.decisions} & by_class.keys():
            by_class[name].append(item)
    for name, found in by_class.items():
        if found:
            address = f"{base}{route('facet.outcome', language)}/{route(f'outcome_class.{name}', language)}/"
            yield Slice("outcome", address, lambda voice, name=name: voice.catalogue(f"log.class.{name}"), found)  # type: ignore[misc]


def _class_of(outcome: str) -> str:
    return load_vocabulary("outcome").terms[outcome].group


def _log_data(
    facets: Facets, chosen: Slice | None, records: Sequence[Record], shown: Sequence[Record], number: int, voice: Voice
) -> LogData:
    title = (
        f"{voice.catalogue('interface.decisions')}: {chosen.title(voice)}" if chosen else voice.catalogue("interface.decisions")
    )
    address = chosen.address if chosen else facets.base
    way = (home(voice), Crumb(voice.catalogue("interface.decisions"), voice.at(facets.base)))
    return LogData(
        title=titled(title, number, voice),
        crumbs=way if chosen or number > 1 else way[:1],
        total=len(records),
        newest=_day(records[:1], voice),
        oldest=_day(records[-1:], voice),
        years=tuple(_by_year(shown, voice)),
        facets=facets.shown(chosen, voice),
        chosen=facets.chosen(chosen, voice),
        list_address=address,
        number=number,
        pages=page_links(address, records, voice),
    )


def _day(records: Sequence[Record], voice: Voice) -> str:
    moment = voice.library.moment_of(records[0]) if records else None
    return voice.span(moment) if moment else ""


def _by_year(shown: Sequence[Record], voice: Voice) -> Iterator[LogYear]:
    years: dict[str, list[LogLine]] = {}
    for item in shown:
        moment = voice.library.moment_of(item)
        year = str(moment.first.year) if moment and moment.first else voice.catalogue("interface.no_date")
        years.setdefault(year, []).append(log_line(item, voice))
    for number, (title, lines) in enumerate(years.items()):
        yield LogYear(
            title, title if title.isdigit() else f"{voice.catalogue('interface.anchors.field')}-{number}", tuple(lines)
        )


def log_line(item: Record, voice: Voice) -> LogLine:
    """A decided item as one line of the log."""
    return voice.once(("log line", item.pointer), lambda: _make_line(entry(item, voice)))


def _make_line(line: Entry) -> LogLine:
    return LogLine(line.href, line.title, first_sentence(line.summary), line.date, line.context, line.outcomes)


def first_sentence(text: str) -> str:
    """The first sentence of a plain text."""
    ends = (match for match in _END.finditer(text) if not _NO_END.fullmatch(match[1]))
    return next((text[: match.end()].rstrip() for match in ends), text)
