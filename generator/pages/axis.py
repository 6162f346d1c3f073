"""A line of time for drawings: which days it runs between, and where on it a day lies, in percent of its width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

_EDGE = 1.5  # percent that is left free at either end, so that a mark on the first day is whole
_MOST_TICKS = 6  # year numbers that fit beside each other on a phone
_ROOM = 0.88  # of the width; a year number that began further right would not fit on a phone


@dataclass(frozen=True, slots=True)
class Tick:
    """A year number, and where it starts."""

    label: str
    at: str


@dataclass(frozen=True, slots=True)
class Axis:
    """Whole years from the first of January of `first` to the end of the year of `last`."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Where a day lies, from 0 (the axis's start) to 1 (its end); days outside lie at its ends."""
        whole = (self.last - self.first).days or 1
        return min(1.0, max(0.0, (day - self.first).days / whole))

    def at(self, day: date) -> str:
        """Where a day lies, as an SVG length."""
        return percent(_EDGE + self.share(day) * (100 - 2 * _EDGE))

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The years, thinned out to as many as a narrow screen has room for."""
        years = range(self.first.year, self.last.year + 1)
        step = next((step for step in (1, 2, 5, 10, 20, 50, 100) if len(years) / step <= _MOST_TICKS), 1000)
        shown = [year for year in years if (year - self.first.year) % step == 0]
        return tuple(Tick(self._label(year), self.at(date(year, 1, 1))) for year in shown)

    def _label(self, year: int) -> str:
        """The year, or nothing where it would stand beyond the drawing's edge."""
        return str(year) if self.share(date(year, 1, 1)) < _ROOM else ""


def axis_of(days: Iterable[date | None]) -> Axis | None:
    """The line that all of these days lie on; None where none of them is known."""
    known = [day for day in days if day is not None]
    if not known:
        return None
    return Axis(date(min(known).year, 1, 1), date(max(known).year, 12, 31))


def percent(number: float) -> str:
    """A share of a drawing's width as an SVG length: `12.5%`."""
    return f"{number:.1f}%"
