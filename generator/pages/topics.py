"""Topics: all of them with counts, and for each the list of what carries it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.addresses import route
from generator.library import Library
from generator.page import Page
from generator.pages.listing import Listing, home, pages_of
from generator.pages.parts import Crumb, newest_first
from generator.records import Record
from generator.sorting import alphabetical, slugify
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class TopicCount:
    """One topic: how many decisions and how many records of all kinds carry it; `share` is of the largest, 0 to 100."""

    title: str
    address: str
    decisions: int
    total: int
    share: int


@dataclass(frozen=True, slots=True)
class TopicsData:
    """The index of topics."""

    title: str
    crumbs: tuple[Crumb, ...]
    topics: tuple[tuple[TopicCount, str], ...]
    largest: tuple[tuple[TopicCount, str], ...]


def topic_pages(library: Library, language: str) -> Iterator[Page]:
    """The index of topics, and the pages of each topic's list."""
    topics: dict[str, list[Record]] = {}
    for record in library.shown():
        for topic in dict.fromkeys(record.topics):
            topics.setdefault(topic, []).append(record)
    base = f"/{route('topics', language)}/"
    counts = _counts(topics, base, language)
    extra = " ".join(f"{one.title}={one.decisions}/{one.total}" for one in counts)
    yield Page(base, language, "topics.html", partial(_topics_data, counts), extra=extra)
    for topic, records in topics.items():
        listing = Listing(
            f"{base}{slugify(topic)}/",
            lambda voice, topic=topic: f"{voice.catalogue('interface.topic')}: {topic}",  # type: ignore[misc]
            lambda voice: "",
            newest_first(records, library),
            by_year=True,
        )
        yield from pages_of(listing, library, language)


def _counts(topics: dict[str, list[Record]], base: str, language: str) -> list[TopicCount]:
    most = max((len(records) for records in topics.values()), default=1)
    counts = []
    for topic, records in topics.items():
        decisions = sum(bool(getattr(record, "decisions", ())) for record in records)
        counts.append(
            TopicCount(topic, f"{base}{slugify(topic)}/", decisions, len(records), max(1, round(100 * len(records) / most)))
        )
    return alphabetical(counts, lambda one: one.title, language)


def _topics_data(counts: list[TopicCount], voice: Voice) -> TopicsData:
    placed = tuple((one, voice.at(one.address)) for one in counts)
    largest = tuple(sorted(placed, key=lambda one: -one[0].total)[:3])
    return TopicsData(voice.catalogue("interface.topics"), (home(voice),), placed, largest)
