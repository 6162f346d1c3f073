"""The day on which each step of a record stands in time: as exactly as its date says, and else where the record has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.values.unknown import Unknown
from generator.values.when import When


def days_in_turn(moments: Iterable[When | Unknown]) -> Iterator[date | None]:
    """For each of a record's moments, in its order, the day by which it is sorted; None where none before it has one.

    A moment that is no more than a month or a year ("October, at its end") may be any day of it, so it stands after the one
    that the record tells before it, if that is within the same time; so does one without a date. A span has a start of its own.
    """
    before: date | None = None
    for moment in moments:
        before = _day(moment, before)
        yield before


def _day(moment: When | Unknown, before: date | None) -> date | None:
    if not isinstance(moment, When):
        return before
    first, last = moment.first or moment.last, moment.last
    if before and first and last and not moment.is_span and first < before <= last:
        return before
    return first or before
