"""The whole minutes of a meeting on one page, in the order in which minutes are printed, to be read or filed on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.addresses import address_of, route
from generator.declaration import Pointer
from generator.library import Library
from generator.page import Page
from generator.pages.badges import Badge, badge
from generator.pages.parts import Crumb, crumbs_to, named_once
from generator.pages.phrases import bodies, on_date
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.text_html import segments
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class MinutedItem:
    """One item as minutes have it; `body` is its case text in pieces, between which tables may stand."""

    anchor: str
    item: Item
    title: str
    href: str
    heading: Markup
    outcomes: tuple[Badge, ...]
    body: tuple[Markup | Pointer, ...]


@dataclass(frozen=True, slots=True)
class MinutesData:
    """A meeting's whole minutes; `lead` is the sentence that says whose they are."""

    title: str
    crumbs: tuple[Crumb, ...]
    meeting: Meeting
    bodies: str
    when: str
    items: tuple[MinutedItem, ...]


def minutes_pages(library: Library, language: str) -> Iterator[Page]:
    """One page for each meeting of which there is text."""
    for meeting in library.all(Meeting):
        if has_minutes_page(meeting, library):
            yield Page(
                minutes_address(meeting, library, language),
                language,
                "minutes.html",
                partial(_data, meeting),
                made_of=_reads(meeting, library),
            )


def minutes_address(meeting: Meeting, library: Library, language: str) -> str:
    """Where a meeting's whole minutes stand: below the meeting."""
    return f"{address_of(meeting, library, language)}{route('minutes', language)}/"


def has_minutes_page(meeting: Meeting, library: Library) -> bool:
    """Whether there is text of a meeting to put on one page."""
    return meeting.status != "withdrawn" and any(_has_text(item) for item in library.items_of(meeting))


def _has_text(item: Item) -> bool:
    return not item.closed and bool(item.minutes or item.recommendation or item.body or item.decisions)


def _reads(meeting: Meeting, library: Library) -> tuple[Pointer, ...]:
    seeds = [meeting.pointer, *library.named_by[meeting.pointer]]
    for item in library.items_of(meeting):
        seeds += [item.pointer, *library.named_by[item.pointer]]
    for pointer in list(seeds):  # tables stand in the text whole
        if pointer.type in ("table", "cost_share") and library.find(pointer):
            seeds += library.named_by[pointer.whole]
    return named_once(library, seeds)


def _data(meeting: Meeting, voice: Voice) -> MinutesData:
    crumbs = (*crumbs_to(meeting, voice), Crumb(voice.span(meeting.date), voice.href(meeting.pointer)))
    return MinutesData(
        title=voice.catalogue("meeting.minutes_title", meeting=voice.name(meeting)),
        crumbs=crumbs,
        meeting=meeting,
        bodies=bodies(meeting, voice),
        when=on_date(meeting.date, voice),
        items=tuple(_item(item, number, voice) for number, item in enumerate(voice.library.items_of(meeting), 1)),
    )


def _item(item: Item, number: int, voice: Voice) -> MinutedItem:
    # The page counts the items itself: two may have one number, and an anchor is unique.
    anchor = f"{voice.catalogue('meeting.anchors.item')}-{number}"
    outcomes = dict.fromkeys(badge("outcome", decision.outcome, voice) for decision in item.decisions)
    body = () if item.closed else voice.pieces(tuple(segments(item.body)), prefix=f"{anchor}-body-")
    title = voice.name(item)
    heading = voice.inline(item.heading) if item.heading != title else Markup("")
    return MinutedItem(anchor, item, title, voice.href(item.pointer), heading, tuple(outcomes), body)
