"""A date as people write it to the form that records have: "28. august 2020" to 2020-08-28, "august 2020" to 2020-08."""

from __future__ import annotations

import re
from datetime import date

from babel import Locale

from generator.dates_in_text import dates_in
from generator.values.when import parse_when

_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_YEAR_LAST = re.compile(r"(?:d(?:en|\.) )?(\d{1,2})[-/. ]{1,2}(\d{1,2})[-/. ]{1,2}(\d{4})")
_MONTH = re.compile(r"([^\W\d]+)\.? (\d{4})")
_YEARS = re.compile(r"(\d{4})\s?[-–]\s?(\d{4})")
_LONGEST = 60  # letters; what is longer says more than a date
_BEFORE_A_DAY = ("", "den", "d.")


def standard_date(text: str, locale: str) -> str:
    """The day, month or span of years that a text means, as EDTF; empty where it means none, or may mean several."""
    if len(text) > _LONGEST:
        return ""
    written = " ".join(text.split())
    found = _day(written, locale) or _month(written, locale) or _YEARS.sub(r"\1/\2", written)
    try:
        return parse_when(found).text
    except ValueError:
        return ""


def _day(text: str, locale: str) -> str:
    if match := _YEAR_FIRST.fullmatch(text):
        return _iso(*match.groups())
    if match := _YEAR_LAST.fullmatch(text):
        day, month, year = match.groups()
        # In English the month may come first; then only a number above twelve tells which is which.
        if locale.startswith("en") and day != month and max(int(day), int(month)) <= 12:
            return ""
        return _iso(year, day, month) if locale.startswith("en") and int(month) > 12 else _iso(year, month, day)
    for found in dates_in(text, locale):
        whole = text.removesuffix(found.text).strip().casefold() in _BEFORE_A_DAY
        if whole and found.weekday in (None, found.day.weekday()):
            return found.day.isoformat()
    return ""


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{month:0>2}-{day:0>2}"


def _month(text: str, locale: str) -> str:
    match = _MONTH.fullmatch(text)
    months = Locale.parse(locale).months["format"]["wide"]
    numbers = [number for number, name in months.items() if match and name.casefold() == match[1].casefold()]
    return f"{match[2]}-{numbers[0]:02}" if match and numbers else ""


def standard_day(text: str, locale: str) -> str:
    """The same where one whole day is wanted; empty where the text means anything else."""
    found = standard_date(text, locale)
    try:
        return date.fromisoformat(found).isoformat() if len(found) == len("2020-08-28") else ""
    except ValueError:
        return ""
