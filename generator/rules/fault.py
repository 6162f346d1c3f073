"""How a rule says what it found."""

from __future__ import annotations

from generator.problems import Code, Problem, problem
from generator.records import Record


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
