"""A day or another moment to words, as the language writes it: 28. august 2020, 28 August 2020, autumn 2020 – 2022."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from babel.dates import format_date

from generator.values.when import When

_SEASONS = frozenset({"21", "22", "23", "24"})  # EDTF writes spring to winter where a month would stand
# Babel's bare English is American ("August 28, 2020", a week that begins on a Sunday); a European body writes British.
_LOCALES = {"en": "en_GB"}


def locale_of(language: str) -> str:
    """The locale by whose habits a language writes dates."""
    return _LOCALES.get(language, language)


@lru_cache(maxsize=8_192)
def long_day(day: date, language: str) -> str:
    """A day with its month in letters."""
    return format_date(day, format="long", locale=locale_of(language))


def day_of_week(day: date, language: str, *, year: bool = False) -> str:
    """A day with its weekday, and its year where that does not stand above it."""
    form = ("EEEE d. MMMM" if language == "da" else "EEEE d MMMM") + (" y" if year else "")
    return format_date(day, format=form, locale=locale_of(language))


@lru_cache(maxsize=2_048)
def long_month(day: date, language: str, *, alone: bool = False) -> str:
    """A month and its year; `alone` as a heading has it."""
    return format_date(day, format="LLLL y" if alone else "MMMM y", locale=locale_of(language))


def moment_in_words(moment: When, say: Callable[..., str], language: str) -> str:
    """A point or span of time. `say` has the texts: span.both, span.from, span.until, season.21 to 24, about_date."""
    if moment.is_span:
        first, last = moment.text.split("/")
        start, end = _point(first, moment.first, say, language), _point(last, moment.last, say, language)
        key = "both" if start and end else "from" if start else "until"
        return say(f"span.{key}", start=start, end=end)
    about = say("about_date") + " " if moment.about else ""
    return about + _point(moment.text, moment.first, say, language)


def _point(text: str, day: date | None, say: Callable[..., str], language: str) -> str:
    if day is None or text in ("", ".."):
        return ""
    digits = text.rstrip("~?%")
    if len(digits) == 4:
        return digits
    if digits[5:] in _SEASONS:
        return say(f"season.{digits[5:]}", year=digits[:4])
    return long_month(day, language) if len(digits) == 7 else long_day(day, language)
