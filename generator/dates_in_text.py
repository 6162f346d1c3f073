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


@lru_cache(maxsize=8)
def _names(locale: str) -> tuple[re.Pattern[str], dict[str, int], dict[str, int]]:
    months = {name.casefold(): number for number, name in get_month_names("wide", locale=locale).items()}
    days = {name.casefold(): number for number, name in get_day_names("wide", locale=locale).items()}
    weekday = "|".join(map(re.escape, days))
    month = "|".join(map(re.escape, months))
    pattern = rf"(?:\b({weekday})\W{{1,2}}(?:den\W|the\W)?)?\b(\d{{1,2}})\.?\s({month})\s(\d{{4}})\b"
    return re.compile(pattern, re.IGNORECASE), months, days


def dates_in(text: str, locale: str) -> Iterator[TextDate]:
    """Every full date in a text; a day that does not exist is passed over."""
    pattern, months, days = _names(locale)
    for match in pattern.finditer(text):
        weekday, day, month, year = match.groups()
        try:
            found = date(int(year), months[month.casefold()], int(day))
        except ValueError:
            continue
        number = days[weekday.casefold()] if weekday else None
        yield TextDate(found, number, match.start(2), match.group())
