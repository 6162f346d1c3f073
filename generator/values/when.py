"""Points and spans of time as Extended Date/Time Format, which may be vague: 2020, 2020-09, 2020-09/..

Source of the format: ISO 8601-2:2019 and the Library of Congress's EDTF specification, levels 0 and 1, of which
years, seasons, months, days, spans and the marks for "about" are read: what the site can say in words.
"""

from __future__ import annotations

import re
import time
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

_PLAIN_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_POINT = r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?|-2[1-4])?[~?%]?"  # 2020-21 is the spring of 2020, 2020-24 its winter
PATTERN = rf"({_POINT}|({_POINT})?/{_POINT}|{_POINT}/|{_POINT}/[.][.]|[.][.]/{_POINT})"


@dataclass(frozen=True, slots=True)
class When:
    """A point or span of time; `first` and `last` are the days that bound it, None where open.

    `text` is the EDTF as written; `about` is whether it says "approximately" or "uncertain".
    """

    text: str
    first: date | None
    last: date | None
    about: bool = False

    def __reduce__(self) -> tuple[type[When], tuple[object, ...]]:
        return When, (self.text, self.first, self.last, self.about)  # many are kept; a dataclass's own way is slow

    @property
    def is_span(self) -> bool:
        """Whether it has a start and an end of its own, rather than being one (vague) point."""
        return "/" in self.text

    @property
    def is_day(self) -> bool:
        """Whether it is one exact day."""
        return self.first is not None and self.first == self.last

    @property
    def sort_key(self) -> tuple[date, date]:
        """Orders by start, then by end; an open start comes first, an open end last."""
        return (self.first or date.min, self.last or date.max)


@lru_cache(maxsize=16_384)
def parse_when(text: str) -> When:
    """Read an EDTF expression; raises ValueError where it is none, or names a day that does not exist."""
    if _PLAIN_DAY.fullmatch(text):  # nearly all dates are; the grammar would take a hundred times as long
        day = date.fromisoformat(text)
        return When(text, day, day)
    if not re.fullmatch(PATTERN, text):
        raise ValueError(text)
    try:
        parsed = parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(text) from error
    # An end that is not stated is none; the parser would put it ten years on.
    first = None if text.startswith(("/", "../")) else _day(parsed.lower_strict())
    last = None if text.endswith(("/", "/..")) else _day(parsed.upper_strict())
    if first and last and last < first:
        raise ValueError(text)
    for part in _PLAIN_DAY.findall(text):
        date.fromisoformat(part)
    return When(text, first, last, any(mark in text for mark in "~?%"))


def _day(bound: time.struct_time | float | None) -> date | None:
    if not isinstance(bound, time.struct_time):  # an infinity stands for an open end
        return None
    return date(bound.tm_year, bound.tm_mon, bound.tm_mday)
