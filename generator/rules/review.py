"""What a rule looks at, and how it says what it found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from generator.config import SiteConfig
from generator.dates_in_text import TextDate, dates_in
from generator.library import Library
from generator.problems import Code, Problem, problem
from generator.records import Record

_YEAR = re.compile(r"[^\W\d] \d{4}")  # a word and a year: what every full date has, and few texts


@dataclass(frozen=True)
class Review:
    """The library under review, the site's settings, and the day for which the site is built."""

    library: Library
    config: SiteConfig
    build_date: date

    @cached_property
    def dates(self) -> tuple[tuple[Record, str, str, TextDate], ...]:
        """Every full date in every text: the record, the field, the text, the date. Notes on the record are left out."""
        return tuple(
            (record, path, value, found)
            for record in self.library.records.values()
            for path, value in record.scalars
            if isinstance(value, str) and not path.startswith(("deviations", "note")) and _YEAR.search(value)
            for found in dates_in(value, self.config.language)
        )


def fault(record: Record, code: Code, field: str = "", *, found: object = "", expected: object = "") -> Problem:
    """A problem of a record, at the place of one of its fields."""
    at = record.origin.position(field)
    return problem(record.origin.path, code, at=at, field=field, found=found, expected=expected)


def fault_in_text(
    record: Record, code: Code, field: str, text: str, offset: int, *, found: object = "", expected: object = ""
) -> Problem:
    """A problem of a record, at a place in the text of one of its fields."""
    at = record.origin.place_in(field, text, offset)
    return problem(record.origin.path, code, at=at, field=field, found=found, expected=expected)
