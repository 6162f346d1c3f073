"""A text to the term that it states: from when to when something holds, or one end of that alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from generator.importer.language.vocabulary import Wording
from generator.importer.language.when_written import dates_of, first_period

_YEARS = r"(?P<first>(?:19|20)\d\d)\s*[-–—]\s*(?P<last>(?:19|20)\d\d)(?!\d)"


@dataclass(frozen=True, slots=True)
class Term:
    """When something begins and ends, as the records write it: a day, or a year; empty where it is not said."""

    start: str = ""
    end: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether both ends are said."""
        return bool(self.start and self.end)


UNSAID = Term()


def whole_term(text: str, wording: Wording, locale: str, *, behind: str = "term_words") -> Term:
    """The first term with both ends: two days with nothing but "to" between them, else two years behind one of the words of
    the list `behind`, "perioden 2026-2029"; with no list the years stand by themselves.
    """
    days = first_period(text, locale, "|".join(wording.words("until")))
    if days:
        return Term(days[0].isoformat(), days[1].isoformat())
    years = _years(wording.any_of(behind).pattern if behind else "").search(text)
    return Term(years["first"], years["last"]) if years and years["first"] <= years["last"] else UNSAID


@cache
def _years(before: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{before})\W{{0,3}}{_YEARS}" if before else rf"(?<![\d.-]){_YEARS}", re.IGNORECASE)


def ends_said(text: str, wording: Wording, locale: str) -> Term:
    """Each end that the word before its day tells: "fra den 1. maj 2026", "indtil 31.12.2026"."""
    said = {"start": "", "end": ""}
    for before, day in days_with_words(text, locale):
        for end, words in (("start", "term_starts"), ("end", "term_ends")):
            if leads_to_day(before, words, wording):
                said[end] = said[end] or day.isoformat()
    return Term(**said)


def days_with_words(text: str, locale: str) -> list[tuple[str, date]]:
    """The days of a text, each with the words before it, as far back as the day before."""
    found, before = [], 0
    for start, end, day in dates_of(text, locale):
        found.append((text[before:start], day))
        before = end
    return found


def leads_to_day(before: str, words: str, wording: Wording) -> bool:
    """Whether the words before a day end in one of a list's, but for an article."""
    return (
        _leading(wording.any_of(words).pattern, "|".join(map(re.escape, wording.words("articles")))).search(before) is not None
    )


@cache
def _leading(words: str, articles: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words})(?:\s+(?:{articles}|d\.))?\s*$", re.IGNORECASE)
