"""The position matrix: where each municipality stands on each matter, a bounded number of matters on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.addresses import route
from generator.library import Library
from generator.page import Page
from generator.pages.listing import cut, home, numbered, page_count, titled
from generator.pages.parts import Crumb, Entry, entry, named_once
from generator.pages.stands import NOT_STATED, concerns_municipalities, stands_since
from generator.pages.tiles import municipalities_shown
from generator.records.municipality import Municipality
from generator.records.position import Position, Stand
from generator.sorting import alphabetical
from generator.values.when import When
from generator.voice import Voice

MATTERS = 8  # columns of one page: more cannot be compared


@dataclass(frozen=True, slots=True)
class Cell:
    """A municipality's stand on a matter, since when it has it; `key` is a word of `stand`, empty where it was not asked."""

    key: str
    stand: Stand | None


@dataclass(frozen=True, slots=True)
class MatrixData:
    """The matrix: matters as columns, municipalities as rows; `others` are matters that concern no municipality."""

    title: str
    crumbs: tuple[Crumb, ...]
    matters: tuple[Position, ...]
    rows: tuple[tuple[Municipality, tuple[Cell, ...]], ...]
    keys: tuple[str, ...]
    others: tuple[Entry, ...]
    number: int
    pages: tuple[Crumb, ...]


def matrix_pages(library: Library, language: str) -> Iterator[Page]:
    """The pages of the matrix, the matters with the newest stands first."""
    ordered = sorted(library.all(Position), key=lambda one: -_newest_day(one).toordinal())
    address = f"/{route('position', language)}/"
    municipalities = municipalities_shown(library)
    for number, shown in cut(ordered, MATTERS):
        yield Page(
            numbered(address, number, language),
            language,
            "matrix.html",
            partial(_matrix, tuple(shown), number, page_count(ordered, MATTERS), address),
            named_once(library, [*(one.pointer for one in shown), *municipalities]),
            extra=str(len(ordered)),
        )


def _newest_day(position: Position) -> date:
    days = [stand.date.first for stand in position.stands if isinstance(stand.date, When) and stand.date.first]
    return max(days, default=date.min)


def _matrix(shown: Sequence[Position], number: int, count: int, address: str, voice: Voice) -> MatrixData:
    matters = tuple(one for one in shown if concerns_municipalities(one))
    newest = {one.pointer: stands_since(one) for one in matters}
    rows = []
    for municipality in alphabetical(voice.library.all(Municipality), voice.name, voice.language):
        own = municipality.pointer
        rows.append((municipality, tuple(_cell(newest[one.pointer].get(own), own in one.addressed) for one in matters)))
    used = {cell.key for _, cells in rows for cell in cells}
    numbers = range(1, count + 1) if count > 1 else ()
    return MatrixData(
        title=titled(voice.catalogue("matrix.title"), number, voice),
        crumbs=(home(voice),),
        matters=matters,
        rows=tuple(rows),
        keys=tuple(key for key in _LEGEND if key in used),
        others=tuple(entry(one, voice) for one in shown if one not in matters),
        number=number,
        pages=tuple(Crumb(str(each), voice.at(numbered(address, each, voice.language))) for each in numbers),
    )


_LEGEND = ("agreed", "not_agreed", "reservation", "awaiting", "not_concerned", NOT_STATED)


def _cell(stand: Stand | None, asked: bool) -> Cell:
    return Cell(stand.stand if stand else NOT_STATED if asked else "", stand)
