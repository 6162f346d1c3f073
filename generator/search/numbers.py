"""Dates and sums as people write them to one word each, the same in a page and in a question; numbers.js does it too.

28. august 2020, 28.8.2020, 28/8-2020 and 2020-08-28 are all d20200828, and of the month d202008; 1,25 mio. is 1250000;
2,5 %, 2,5 pct. and 2,5 procent are pct2k5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

MONTHS = (
    ("januar", "january", "jan"), ("februar", "february", "feb"), ("marts", "march", "mar"), ("april", "apr"),
    ("maj", "may"), ("juni", "june", "jun"), ("juli", "july", "jul"), ("august", "aug"),
    ("september", "sept", "sep"), ("oktober", "october", "okt", "oct"), ("november", "nov"), ("december", "dec"),
)  # fmt: skip
_MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
_NAMES = "|".join(sorted(_MONTH_NUMBERS, key=lambda name: (-len(name), name)))
_YEAR = r"((?:19|20)[0-9]{2})"
_WRITTEN = re.compile(rf"(?<![0-9])(?:([0-9]{{1,2}})\.?\s*)?\b({_NAMES})\b\.?,?\s*{_YEAR}(?![0-9])")
_ENGLISH = re.compile(rf"\b({_NAMES})\b\.?\s+([0-9]{{1,2}}),?\s+{_YEAR}(?![0-9])")
_FIGURES = re.compile(rf"(?<![0-9])([0-9]{{1,2}})\s?[./-]\s?([0-9]{{1,2}})\s?[./ -]\s?{_YEAR}(?![0-9])")
_ISO = re.compile(rf"(?<![0-9]){_YEAR}-([0-9]{{2}})-([0-9]{{2}})(?![0-9])")
_UNIT = r"mio|mia|million(?:er|s)?|milliard(?:er)?|billion|t\.?\s?kr|tusinde?"
_SUM = re.compile(rf"(?<![0-9.,])([0-9]{{1,6}}(?:[.,][0-9]{{1,3}})?)\s*({_UNIT})\b")
_PERCENT = re.compile(r"(?<![0-9.,])([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*(?:%|(?:pct|procent|percent)\b)")
_TIMES = {"mio": 1_000_000, "mil": 1_000_000, "mia": 1_000_000_000, "bil": 1_000_000_000, "t": 1_000}


def marks_in(text: str) -> Iterator[str]:
    """The word for every date, month and sum in a text."""
    small = text.lower()
    for day, month, year in _WRITTEN.findall(small):
        yield from marks_of(int(year), _MONTH_NUMBERS[month], int(day or 0))
    for month, day, year in _ENGLISH.findall(small):
        yield from marks_of(int(year), _MONTH_NUMBERS[month], int(day))
    for day, month, year in _FIGURES.findall(small):
        yield from marks_of(int(year), int(month), int(day))
    for year, month, day in _ISO.findall(small):
        yield from marks_of(int(year), int(month), int(day))
    for number, unit in _SUM.findall(small):
        yield whole_sum(number, unit)
    for number in _PERCENT.findall(small):
        yield "pct" + number.replace(".", "k").replace(",", "k")


def marks_of(year: int, month: int, day: int = 0) -> Iterator[str]:
    """The words for a day, and for its month; nothing where there is no such day."""
    try:
        date(year, month, day or 1)
    except ValueError:
        return
    if day:
        yield f"d{year}{month:02}{day:02}"
    yield f"d{year}{month:02}"


def whole_sum(number: str, unit: str) -> str:
    """1,25 and mio as 1250000; a point before three figures parts thousands."""
    plain = number.replace(".", "") if re.search(r"\.[0-9]{3}$", number) else number.replace(",", ".")
    times = _TIMES["mia"] if unit.startswith("milliard") else _TIMES.get(unit[:3]) or _TIMES["t"]
    return str(int(Decimal(plain) * times))
