"""The ways to browse a site from one place: its lists with how much is in each, and its topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.addresses import route
from generator.library import Library
from generator.pages.parts import Crumb
from generator.records import RECORD_TYPES
from generator.records.item import Item
from generator.sorting import alphabetical, slugify
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class Shelf:
    """One kind of record: its name, its list, how many there are."""

    title: str
    href: str
    count: int


def shelves(voice: Voice) -> Iterator[Shelf]:
    """Each kind of record that there is any of, with its list: the index to browse."""
    for record_type in RECORD_TYPES:
        name = record_type.type_name
        count = len(voice.library.all(record_type))
        href = voice.page("decisions") if record_type is Item else voice.page(name)
        if count:
            yield Shelf(voice.catalogue(f"fields.{name}._type.plural"), href, count)


def topics_of(library: Library) -> list[str]:
    """Every topic that a record carries."""
    return sorted({topic for record in library.shown() for topic in record.topics})


def topic_links(topics: Iterable[str], voice: Voice) -> Iterator[Crumb]:
    """The way to each topic's list, by name."""
    for topic in alphabetical(topics, str, voice.language):
        yield Crumb(topic, voice.at(f"/{route('topics', voice.language)}/{slugify(topic)}/"))


def extent_of(library: Library, topics: Iterable[str]) -> str:
    """What a page with all shelves and topics depends on beside the records that it names."""
    return " ".join((*(f"{one.type_name}={len(library.all(one))}" for one in RECORD_TYPES), *topics))
