"""Dates and times of day as minutes write them: "Fredag den 28. august 2020, kl. 10.00 - 13.00", "04-06-2020 09:00:00"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from babel.dates import get_month_names

from generator.dates_in_text import dates_in

_NUMERIC = re.compile(
    r"(?<!\d)(?:(?P<y>(?:19|20)\d\d)-(?P<ym>\d\d)-(?P<yd>\d\d)"
    r"|(?P<d>\d{1,2})[./-] ?(?P<m>\d{1,2})[./ -] ?(?P<dy>(?:19|20)\d\d))(?!\d)"
)
_CLOCK = r"(?P<h{n}>[01]?\d|2[0-4])(?:[.:](?P<m{n}>[0-5]\d))?(?:[.:][0-5]\d)?"
_SHORT_DAY = re.compile(r"(?<![\d./-])(?:[0-2]?\d|3[01])[./-](?:0?[1-9]|1[0-2])\b(?![.,]?\d)")  # "3/5"
_BEFORE_DAY = 2  # words before a day, "onsdag den"
_LONGEST = 2000  # characters of what says when and where; in more than that no time of day is looked for
_DASH = r"\s*(?:-|–|—|til|to)\s*(?:kl\.?\s*)?"
_WITH_WORD = re.compile(
    rf"\b(?:kl\.?|klokken|at)\s*{_CLOCK.format(n=1)}(?:{_DASH}{_CLOCK.format(n=2)})?(?![\d.]*\d)", re.IGNORECASE
)
_BARE = re.compile(
    r"(?<![\d.:-])(?P<h1>[01]?\d|2[0-4])[.:](?P<m1>[0-5]\d)(?:[.:][0-5]\d)?"
    rf"(?:{_DASH}(?P<h2>[01]?\d|2[0-4])[.:](?P<m2>[0-5]\d)(?:[.:][0-5]\d)?)?(?![\d:]|\.\d)"
)


@dataclass(frozen=True, slots=True)
class Times:
    """When something begins and ends, as the records write it (10:00), empty where it is not said."""

    start: str
    end: str


@cache
def _months(locale: str) -> dict[str, int]:
    widths = [get_month_names(width, locale=locale) for width in ("wide", "abbreviated")]
    return {name.casefold().rstrip("."): number for names in widths for number, name in names.items()}


@cache
def _by_name(locale: str) -> re.Pattern[str]:
    """The dates of systems that write months by name: "15-maj-2002", "20-mar-2002", "8 september, 2021", "Maj 9, 2019"."""
    months = "|".join(map(re.escape, sorted(_months(locale), key=len, reverse=True)))
    return re.compile(
        rf"(?<!\w)(?:(?P<d>\d{{1,2}})[ .-]{{1,2}}(?P<m>{months})[ ,.-]{{1,2}}|(?P<first>{months}) (?P<second>\d{{1,2}}), )"
        r"(?P<y>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )


def dates_of(text: str, locale: str) -> list[tuple[int, int, date]]:
    """Every full date in a text: where its words begin and end, and the day."""
    found = [(one.offset, text.find(str(one.day.year), one.offset) + 4, one.day) for one in dates_in(text, locale)]
    months = _months(locale)
    for match in _by_name(locale).finditer(text):
        if not any(start <= match.start() < end for start, end, _ in found):
            month, day = (match["m"], match["d"]) if match["m"] else (match["first"], match["second"])
            try:
                found.append((match.start(), match.end(), date(int(match["y"]), months[month.casefold()], int(day))))
            except ValueError:
                continue
    for match in _NUMERIC.finditer(text):
        parts = (match["y"], match["ym"], match["yd"]) if match["y"] else (match["dy"], match["m"], match["d"])
        try:
            found.append((match.start(), match.end(), date(*map(int, parts))))
        except ValueError:
            continue
    return sorted(found)


def first_date(text: str, locale: str) -> tuple[date, str] | None:
    """The first full date in a text, with the words that say it."""
    found = dates_of(text, locale)
    return (found[0][2], text[found[0][0] : found[0][1]]) if found else None


def first_period(text: str, locale: str, until: str) -> tuple[date, date] | None:
    """The first two dates in a text with nothing but "to", or a dash, between them; `until` is the words for "to"."""
    between = re.compile(rf"\s*(?:[-–—]|(?:{until})(?: og med| and including)?)\s*(?:den |the )?", re.IGNORECASE)
    for (_, end, first), (start, _, last) in pairwise(dates_of(text, locale)):
        if between.fullmatch(text[end:start]) and first <= last:
            return first, last
    return None


def times_in(text: str, locale: str) -> Times:
    """The times of day in a text, dates passed over."""
    rest = _NUMERIC.sub(" ", text[:_LONGEST])
    for one in list(dates_in(rest, locale)):
        rest = rest.replace(one.text.split(" den ")[-1], " ", 1)
    found = _WITH_WORD.search(rest) or _BARE.search(rest)
    if found is None:
        return Times("", "")
    return Times(_clock(found["h1"], found["m1"]), _clock(found["h2"], found["m2"]) if found["h2"] else "")


def without_times(text: str, locale: str, mark: str) -> str:
    """A text with a mark in place of each of its dates and times."""
    rest = _NUMERIC.sub(mark, text[:_LONGEST])
    for one in list(dates_in(rest, locale)):
        rest = rest.replace(one.text, mark, 1)
    return _BARE.sub(mark, _WITH_WORD.sub(mark, rest))


def _clock(hours: str, minutes: str | None) -> str:
    return f"{int(hours) % 24:02}:{minutes or '00'}"


def names_day(sentence: str, language: str) -> bool:
    """Whether a sentence names a day, with its year or without."""
    return first_date(sentence, language) is not None or _day(language).search(sentence) is not None


def lists_days(text: str, language: str) -> bool:
    """Whether a text begins with one day and names more: "18. januar, 15. marts og 17. maj", "onsdag den 3/5 og 7/6"."""
    days = [*_day(language).finditer(text), *_SHORT_DAY.finditer(text)]
    before = text[: min(day.start() for day in days)] if len(days) > 1 else ""
    return len(days) > 1 and len(before.split()) <= _BEFORE_DAY and not any(map(str.isdigit, before))


@cache
def _day(language: str) -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, get_month_names("wide", locale=language).values())))
    return re.compile(rf"\b\d{{1,2}}\.? (?:{months})\b|\b(?:{months}) \d{{1,2}}\b", re.IGNORECASE)
