"""The period of an agreement as a bar: start, end, the build date, and the dates on which something is owed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.pages.axis import Axis, Tick, axis_of, percent
from generator.values.unknown import Unknown
from generator.values.when import When

_OPEN = 18.0  # percent of the width by which a bar goes on, dashed, where its end is not known


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the bar, as SVG lengths; `look` is done, planned or unknown."""

    x: str
    width: str
    look: str


@dataclass(frozen=True, slots=True)
class Event:
    """A date on the bar, as an SVG length; `number` leads to the words below it, `over` is whether it is past."""

    x: str
    number: int
    over: bool


@dataclass(frozen=True, slots=True)
class PeriodBar:
    """The drawing: stretches, years, the build date and the numbered dates.

    `start_known` and `end_known` say whether a source states them; `is_late` is whether the build date lies in the
    right half, so that its label stands to the left of it.
    """

    pieces: tuple[Piece, ...]
    ticks: tuple[Tick, ...]
    events: tuple[Event, ...]
    start: str
    end: str
    today: str
    is_late: bool
    start_known: bool
    end_known: bool

    @property
    def looks(self) -> tuple[str, ...]:
        """Which looks the bar's stretches have, for the explanation of signs."""
        return tuple(dict.fromkeys(piece.look for piece in self.pieces))


def period_bar(
    start: When | Unknown | None, end: When | Unknown | None, events: Iterable[When | Unknown | None], build_date: date
) -> PeriodBar | None:
    """The bar of a period; None where neither its start nor its end is known.

    What is past is filled, what is ahead is outlined; an unknown end is dashed and reaches no date.
    """
    first = (start.first or start.last) if isinstance(start, When) else None
    last = (end.last or end.first) if isinstance(end, When) else None
    days = [_last_day(one) for one in events]
    axis = axis_of([first, last, build_date, *days])
    if axis is None or (first is None and last is None):
        return None
    return PeriodBar(
        pieces=tuple(_pieces(first, last, build_date, axis)),
        ticks=axis.ticks,
        events=tuple(Event(axis.at(day), number, day < build_date) for number, day in enumerate(days, 1) if day),
        start=axis.at(first) if first else "",
        end=axis.at(last) if last else "",
        today=axis.at(build_date),
        is_late=axis.share(build_date) > 0.5,
        start_known=first is not None,
        end_known=last is not None,
    )


def _last_day(moment: When | Unknown | None) -> date | None:
    return (moment.last or moment.first) if isinstance(moment, When) else None


def _pieces(first: date | None, last: date | None, build_date: date, axis: Axis) -> list[Piece]:
    if first is not None and last is not None:
        cut = min(max(build_date, first), last)
        return [piece for piece in (_piece(first, cut, "done", axis), _piece(cut, last, "planned", axis)) if piece]
    if first is not None:
        begin = _number(axis.at(first))
        return [Piece(percent(begin), percent(min(_OPEN, 100 - begin)), "unknown")]
    finish = _number(axis.at(last or axis.last))
    return [Piece(percent(max(0.0, finish - _OPEN)), percent(min(_OPEN, finish)), "unknown")]


def _piece(first: date, last: date, look: str, axis: Axis) -> Piece | None:
    if last <= first:
        return None
    begin, finish = _number(axis.at(first)), _number(axis.at(last))
    return Piece(percent(begin), percent(max(0.5, finish - begin)), look)


def _number(length: str) -> float:
    return float(length.rstrip("%"))
