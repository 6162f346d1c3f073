"""A day to words, as the language writes it: 28. august 2020, 28 August 2020, Friday 28 August."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date

# Babel's bare English is American ("August 28, 2020", a week that begins on a Sunday); a European body writes British.
_LOCALES = {"en": "en_GB"}


def locale_of(language: str) -> str:
    """The locale by whose habits a language writes dates."""
    return _LOCALES.get(language, language)


def long_day(day: date, language: str) -> str:
    """A day with its month in letters."""
    return format_date(day, format="long", locale=locale_of(language))


def day_of_week(day: date, language: str, *, year: bool = False) -> str:
    """A day with its weekday, and its year where that does not stand above it."""
    form = ("EEEE d. MMMM" if language == "da" else "EEEE d MMMM") + (" y" if year else "")
    return format_date(day, format=form, locale=locale_of(language))


def long_month(day: date, language: str, *, alone: bool = False) -> str:
    """A month and its year; `alone` as a heading has it."""
    return format_date(day, format="LLLL y" if alone else "MMMM y", locale=locale_of(language))
