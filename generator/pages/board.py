"""The follow-up board: what was promised, and what came of it as of the build date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from markupsafe import Markup

from generator.addresses import route
from generator.declaration import Pointer
from generator.library import Library
from generator.page import Page
from generator.pages.facets import Chosen, Facet, Facets, Slice, facets_of, slices_by_record
from generator.pages.listing import cut, home, numbered, page_links, titled
from generator.pages.parts import Crumb, entry, named_once
from generator.pages.promises import DATED, STATES, due_day, last_word, order_of, responsible_words, state_of
from generator.records import Record
from generator.records.follow_up import FollowUp
from generator.sorting import sort_key
from generator.voice import Voice

LENGTH = 50  # promises on one page; each has its words, so that a hundred would be long on a phone
UNFOLDED = 10  # promises of a page that stand open at once; the rest opens by year or by paper
NAMED = 3  # responsible parties that a line names; more are counted


@dataclass(frozen=True, slots=True)
class Promise:
    """One line of the board. `status` and `said` are what a source said last, with `said_on`, where one did."""

    href: str
    title: str
    state: str
    quote: Markup
    responsible: tuple[Markup, ...]
    more_responsible: int
    responsible_text: str
    due: Markup | None
    condition: Markup | None
    promised_in: Markup
    promised_on: str
    status: str
    said: Markup
    said_on: Markup | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many promises are in a state, and where on the list they begin."""

    state: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Promises under one heading, the year that they were due in or where they were made; `open` from the start.

    Without a heading they are a plain list: there are too few to fold.
    """

    title: str
    promises: tuple[Promise, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """The promises of one state on one page of the board; `count` is how many there are in all."""

    state: str
    count: int
    folds: tuple[Fold, ...]


@dataclass(frozen=True, slots=True)
class BoardData:
    """One page of the board."""

    title: str
    crumbs: tuple[Crumb, ...]
    total: int
    tallies: tuple[Tally, ...]
    groups: tuple[BoardGroup, ...]
    facets: tuple[Facet, ...]
    chosen: Chosen | None
    list_address: str
    number: int
    pages: tuple[Crumb, ...]


def board_pages(library: Library, language: str) -> Iterator[Page]:
    """The board, whole and for each responsible party and each initiative.

    Which promises stand on which of its pages depends on the build date, so that each page of a board is made of all.
    """
    base = f"/{route('follow_up', language)}/"
    promises = library.all(FollowUp)
    slices = [
        *slices_by_record(base, "responsible", [(one, one.responsible) for one in promises], library, language),
        *slices_by_record(base, "initiative", [(one, one.initiatives) for one in promises], library, language),
    ]
    reads = [one.whole for promise in promises for one in (*promise.responsible, *promise.initiatives)]
    facets = facets_of(base, "board", slices, reads, library)
    for chosen in (None, *facets.slices):
        held: Sequence[Record] = chosen.records if chosen else promises
        made_of = _reads(held, library)
        for number, _ in cut(held, LENGTH):
            yield Page(
                address=numbered(chosen.address if chosen else base, number, language),
                language=language,
                template="board.html",
                build=partial(_board_data, facets, chosen, held, number),
                made_of=made_of,
                extra=facets.mark,
                dated=True,
            )


def _reads(held: Sequence[Record], library: Library) -> tuple[Pointer, ...]:
    seeds = [record.pointer for record in held]
    for record in held:
        if isinstance(record, FollowUp):
            seeds += [record.promised_in.whole, *library.named_by[record.pointer]]
    return named_once(library, seeds)


def _title(chosen: Slice | None, voice: Voice) -> str:
    """The board's title; an initiative and an organization may have the same name, so that the facet stands by it."""
    if chosen is None:
        return voice.catalogue("board.title")
    facet = voice.catalogue(f"facets.{chosen.facet}")
    return voice.catalogue("board.title_of", facet=facet, name=chosen.title(voice))


def _board_data(facets: Facets, chosen: Slice | None, held: Sequence[Record], number: int, voice: Voice) -> BoardData:
    today = voice.build_date
    promises = sorted((one for one in held if isinstance(one, FollowUp)), key=lambda one: _order(one, voice))
    states = [state_of(one, today) for one in promises]
    address = chosen.address if chosen else facets.base
    start = (number - 1) * LENGTH
    shown = promises[start : start + LENGTH]
    name = voice.catalogue("board.title")
    way = (home(voice), Crumb(name, voice.at(facets.base)))
    return BoardData(
        title=titled(_title(chosen, voice), number, voice),
        crumbs=way if chosen or number > 1 else way[:1],
        total=len(promises),
        tallies=tuple(_tallies(states, address, number, voice)),
        groups=tuple(_groups(shown, Counter(states), voice)),
        facets=facets.shown(chosen, voice),
        chosen=facets.chosen(chosen, voice),
        list_address=address,
        number=number,
        pages=page_links(address, promises, voice, LENGTH),
    )


def _groups(shown: Sequence[FollowUp], counts: Mapping[str, int], voice: Voice) -> Iterator[BoardGroup]:
    """The promises of a page by state, and where they are many, within each by heading; those on top are open."""
    before, few = 0, len(shown) <= UNFOLDED
    for state, of_state in groupby(shown, key=lambda one: state_of(one, voice.build_date)):
        folds = []
        for title, held in groupby(of_state, key=lambda one: "" if few else _heading(one, voice)):
            promises = tuple(promise_line(one, voice) for one in held)
            before += len(promises)
            folds.append(Fold(title, promises, before <= UNFOLDED or before == len(promises)))
        yield BoardGroup(state, counts[state], tuple(folds))


def _heading(promise: FollowUp, voice: Voice) -> str:
    """The year that a promise is due in where that is what one looks for, else where it was made."""
    due = due_day(promise)
    if due and state_of(promise, voice.build_date) in DATED:
        return voice.catalogue("board.due_in", year=due.year)
    return voice.name(voice.library.get(promise.promised_in))


def _order(promise: FollowUp, voice: Voice) -> tuple[int, tuple[str, str], tuple[int, int, str]]:
    order = order_of(promise, voice.build_date)
    place = ("", "") if STATES[order[0]] in DATED else sort_key(_heading(promise, voice), voice.language)
    return order[0], place, order


def _tallies(states: list[str], address: str, number: int, voice: Voice) -> Iterator[Tally]:
    for state in STATES:
        if state in states:
            page = states.index(state) // LENGTH + 1
            there = "" if page == number else voice.at(numbered(address, page, voice.language))
            yield Tally(state, states.count(state), f"{there}#{voice.catalogue(f'board.anchor.{state}')}")


def promise_line(promise: FollowUp, voice: Voice) -> Promise:
    """A follow-up as a line of the board."""
    last = last_word(promise)
    source = entry(voice.library.get(promise.promised_in), voice)
    return Promise(
        href=voice.href(promise.pointer),
        title=voice.name(promise),
        state=state_of(promise, voice.build_date),
        quote=voice.inline(promise.quote),
        responsible=tuple(voice.link(one) for one in promise.responsible[:NAMED]),
        more_responsible=max(0, len(promise.responsible) - NAMED),
        responsible_text=responsible_words(promise, voice),
        due=voice.when(promise.due, promise.due_printed) if promise.due else None,
        condition=voice.inline(promise.condition) if promise.condition else None,
        promised_in=voice.link(promise.promised_in),
        promised_on=source.date,
        status=last.status if last else "",
        said=voice.inline(last.text) if last else Markup(""),
        said_on=voice.dated(last.date) if last else None,
    )
