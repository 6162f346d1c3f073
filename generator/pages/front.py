"""The front page: search, the newest decisions, what comes next, the municipalities, and the way to everything else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from generator.declaration import Pointer
from generator.library import Library
from generator.page import Page
from generator.pages.browse import Shelf, extent_of, shelves, topic_links, topics_of
from generator.pages.parts import Crumb, Entry, entry, named_once, newest_first
from generator.pages.tiles import TileMap, picker
from generator.records import Record
from generator.records.initiative import Initiative
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.records.municipality import Municipality
from generator.sorting import alphabetical
from generator.voice import Voice

LATEST = 5  # decisions on the front page
NEXT = 4  # meetings on the front page
NEWEST = 6  # other records on the front page

# Items about the meeting itself: they lead the front page only where there is nothing else.
_FORMAL = frozenset({"formalities", "any_other_business"})
# What else a reader may look for by its date; minutes and agendas are found by their meetings.
_NEWS = frozenset({"correction", "agreement", "cost_share", "consultation", "grant", "document", "position"})


@dataclass(frozen=True, slots=True)
class FrontData:
    """What the front page shows; `newest` is the date of the newest decision in words, `quiet` whether that was long ago."""

    latest: tuple[Entry, ...]
    next_meetings: tuple[Entry, ...]
    last_meetings: tuple[Entry, ...]
    municipalities: TileMap
    initiatives: tuple[Entry, ...]
    news: tuple[Entry, ...]
    shelves: tuple[Shelf, ...]
    topics: tuple[Crumb, ...]
    newest: str
    quiet: bool


QUIET = 365  # days without a decision after which the front page says so


def front_page(library: Library, language: str) -> Page:
    """The front page of one language; what is chosen for it is chosen here, so that it is made of no more than that."""
    latest, news = _latest(library), _news(library)
    topics = topics_of(library)
    shown: list[Record] = [*latest, *news, *library.all(Meeting), *library.all(Municipality), *library.all(Initiative)]
    chosen = [str(record.pointer) for record in (*latest, *news)]
    return Page(
        "/",
        language,
        "front.html",
        partial(_front, latest, news, topics),
        named_once(library, _pointers(shown)),
        f"{extent_of(library, topics)} {chosen}",
        dated=True,
    )


def _pointers(records: Iterable[Record]) -> list[Pointer]:
    return [record.pointer for record in records]


def _latest(library: Library) -> list[Item]:
    """The newest decisions, those about a matter before those about the meeting itself."""
    decided = newest_first([item for item in library.all(Item) if item.decisions], library)
    return sorted(decided, key=lambda item: item.item_type in _FORMAL)[:LATEST]


def _news(library: Library) -> list[Record]:
    """The newest of what has a date and is neither an item nor a meeting; corrections come first."""
    dated: list[Record] = [record for record in library.shown() if record.type_name in _NEWS]
    return sorted(newest_first(dated, library), key=lambda record: record.type_name != "correction")[:NEWEST]


def _front(latest: list[Item], news: list[Record], topics: list[str], voice: Voice) -> FrontData:
    library, language = voice.library, voice.language
    meetings = newest_first(library.all(Meeting), library)
    ahead = [one for one in meetings if one.date.last and one.date.last >= voice.build_date]
    behind = [one for one in meetings if one not in ahead]
    first = library.meeting_of(latest[0]).date if latest else None
    return FrontData(
        latest=_entries(latest, voice),
        next_meetings=_entries(reversed(ahead[-NEXT:]), voice),
        last_meetings=_entries(behind[:NEXT], voice),
        municipalities=picker(voice),
        initiatives=_entries(alphabetical(library.all(Initiative), voice.name, language), voice),
        news=_entries(news, voice),
        shelves=tuple(shelves(voice)),
        topics=tuple(topic_links(topics, voice)),
        newest=voice.span(first) if first else "",
        quiet=bool(first and first.last and (voice.build_date - first.last).days > QUIET),
    )


def _entries(records: Iterable[Record], voice: Voice) -> tuple[Entry, ...]:
    return tuple(entry(one, voice) for one in records)
