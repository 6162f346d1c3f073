"""Dates as people write them in a text, in any language that Babel knows: "Fredag den 28. august 2020"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import get_day_names, get_month_names


@dataclass(frozen=True, slots=True)
class TextDate:
    """A date in a text: the day, the weekday written before it (0 is Monday, None: none), where it starts."""

    day: date
    weekday: int | None
    offset: int
    text: str


_BEFORE = 24  # characters before a date in which its weekday stands


@lru_cache(maxsize=8)
def _names(locale: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int], dict[str, int]]:
    months = {name.casefold(): number for number, name in get_month_names("wide", locale=locale).items()}
    days = {name.casefold(): number for number, name in get_day_names("wide", locale=locale).items()}
    written = rf"\b(\d{{1,2}})\.?\s({'|'.join(map(re.escape, months))})\s(\d{{4}})\b"
    weekday = rf"\b({'|'.join(map(re.escape, days))})\W{{1,2}}(?:\w+\W)?$"  # "Fredag den ", "Friday, "
    return re.compile(written, re.IGNORECASE), re.compile(weekday, re.IGNORECASE), months, days


def dates_in(text: str, locale: str) -> Iterator[TextDate]:
    """Every full date in a text; a day that does not exist is passed over."""
    written, weekday, months, days = _names(locale)
    for match in written.finditer(text):
        day, month, year = match.groups()
        try:
            found = date(int(year), months[month.casefold()], int(day))
        except ValueError:
            continue
        before = weekday.search(text[max(0, match.start() - _BEFORE) : match.start()])
        start = match.start() - (len(before.group()) if before else 0)
        number = days[before[1].casefold()] if before else None
        yield TextDate(found, number, match.start(), text[start : match.end()])
