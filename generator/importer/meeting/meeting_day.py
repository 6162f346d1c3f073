"""The fields of a head to the day of the meeting: of the days that it names, the one that is said to be the meeting's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import get_day_names

from generator.importer.language.vocabulary import Wording
from generator.importer.language.when_written import dates_of, first_date, times_in

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY = re.compile(r"\b\d{1,2}\. [^\W\d]{3,9}\b")
_LETTER = re.compile(r"[A-ZÆØÅ@][\w.-]+(?: [A-ZÆØÅ@][\w.-]+)?, (?:den |d\. )?")  # "Skive, den" above a letter's text
_TITLE = 120  # letters of a line that names the meeting
_NEAR = 40  # letters before a day that tell what it is the day of


@dataclass(frozen=True, slots=True)
class Said:
    """What a part of the head says, and the kind of its label; empty where it has none."""

    kind: str
    text: str


def meeting_day(said: Sequence[Said], wording: Wording, locale: str) -> date | None:
    """The day of the meeting; None where no day is named. Of several the one with its hours or its weekday, then that of a
    label or that of a meeting, then another; last the day of a letter, or of what was sent.
    """
    days = [(_rank(one, begin, wording, locale), day) for one in said for begin, _, day in dates_of(one.text, locale)]
    first = max(days, key=lambda ranked: ranked[0], default=None)
    return first[1] if first else _day_of_the_year([one.text for one in said if not one.kind], locale)


def _rank(said: Said, begin: int, wording: Wording, locale: str) -> int:
    """How surely a day is that of the meeting."""
    before = said.text[max(0, begin - _NEAR) : begin]
    timed = _weekdays(locale).search(before) or times_in(said.text, locale).start
    if wording.any_of("other_days").search(before):
        return 0
    if timed and (said.kind or len(said.text) <= _TITLE):
        return 4 if said.kind else 3
    letter = _LETTER.fullmatch(said.text[:begin])
    return 2 if said.kind or _names_meeting(before, wording) else 0 if letter else 1


def _names_meeting(before: str, wording: Wording) -> bool:
    """Whether the words before a day say that a meeting was held then: "fra udvalgets møde nr. 3 den"."""
    return any(word.strip(".,:").casefold().endswith(tuple(wording.words("meeting_ends"))) for word in before.split())


@cache
def _weekdays(locale: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, get_day_names("wide", locale=locale).values())), re.IGNORECASE)


def _day_of_the_year(lines: Sequence[str], locale: str) -> date | None:
    """The day of a head that names day and month at one place and the year at another: "År 1993, den 12. maj"."""
    text = " ".join(lines)
    years = set(_YEAR.findall(text))
    days = (first_date(f"{found[0]} {year}", locale) for year in years for found in _DAY.finditer(text))
    return next((found[0] for found in days if found), None) if len(years) == 1 else None
