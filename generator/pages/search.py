"""The search page: the lists to browse where no search runs, and the calendars that a search for a body leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.addresses import route
from generator.library import Library
from generator.page import Page
from generator.pages.browse import Shelf, extent_of, shelves, topic_links, topics_of
from generator.pages.calendar import file_address
from generator.pages.parts import Crumb, named_once
from generator.records import Record
from generator.records.meeting import Meeting
from generator.search.names import other_names
from generator.sorting import alphabetical
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class Feed:
    """The calendar file of a body, and every name that somebody may search for the body by."""

    title: str
    href: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchData:
    """What stands on the search page before anybody asks."""

    title: str
    crumbs: tuple[Crumb, ...]
    shelves: tuple[Shelf, ...]
    topics: tuple[Crumb, ...]
    feeds: tuple[Feed, ...]
    is_there: bool  # whether there is anything to search: drafts alone have no index


def search_page(library: Library, language: str) -> Page:
    """The search page of one language; it reads the bodies that meet, and counts the rest."""
    bodies = _bodies_that_meet(library)
    topics = topics_of(library)
    is_there = any(record.status == "published" for record in library.shown())
    return Page(
        f"/{route('search', language)}/",
        language,
        "search.html",
        partial(_search_data, bodies, topics, is_there),
        named_once(library, [one.pointer for one in bodies]),
        f"{extent_of(library, topics)} {is_there}",
    )


def _bodies_that_meet(library: Library) -> list[Record]:
    pointers = {body.whole for meeting in library.all(Meeting) for body in meeting.bodies}
    return sorted((library.get(one) for one in pointers), key=lambda body: str(body.pointer))


def _search_data(bodies: list[Record], topics: list[str], is_there: bool, voice: Voice) -> SearchData:
    return SearchData(
        title=voice.catalogue("interface.search"),
        crumbs=(Crumb(voice.catalogue("interface.home"), voice.at("/")),),
        shelves=tuple(shelves(voice)),
        topics=tuple(topic_links(topics, voice)),
        feeds=tuple(_feeds(bodies, voice)),
        is_there=is_there,
    )


def _feeds(bodies: list[Record], voice: Voice) -> Iterator[Feed]:
    for body in alphabetical(bodies, voice.name, voice.language):
        names = (voice.name(body), body.title, body.slug, body.pointer.id, *other_names(body))
        if body.status != "withdrawn":
            yield Feed(voice.name(body), voice.at(file_address(body, voice.language)), tuple(dict.fromkeys(names)))
