"""What a rule looks at, and how it says what it found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.config import SiteConfig
from generator.library import Library
from generator.problems import Code, Problem, problem
from generator.records import Record


@dataclass(frozen=True, slots=True)
class Review:
    """The library under review, the site's settings, and the day for which the site is built."""

    library: Library
    config: SiteConfig
    build_date: date


def fault(record: Record, code: Code, field: str = "", *, found: object = "", expected: object = "") -> Problem:
    """A problem of a record, at the place of one of its fields."""
    at = record.origin.position(field)
    return problem(record.origin.path, code, at=at, field=field, found=found, expected=expected)
