"""Headings that a web page says twice, in its list of items and again above the text."""

from __future__ import annotations

from collections.abc import Container, Sequence

from generator.importer.headings.candidates import Candidate
from generator.importer.labels.page import Page
from generator.importer.language.likeness import likeness

_NEAR = 6  # lines between the two
_SAME = 0.7  # likeness of what the two say; the first may have a state before it


def twin_above(page: Page, heading: Candidate, least: int, listed: Container[int]) -> int:
    """The line on which a heading stood right before, with its number and title; the heading's own if none. `listed` are the
    lines of lists of contents.
    """
    for at in range(heading.start - 1, max(least, heading.start - _NEAR) - 1, -1):
        number = page.numbers[at]
        if page.labels[at] is not None or at in listed:
            break
        if number is not None and number.parts == heading.parts and likeness(number.title, heading.title) >= _SAME:
            return at
    return heading.start


def said_with_numbers(page: Page, headings: Sequence[Candidate]) -> bool:
    """Whether most of some headings without numbers are said above with one: then those with numbers are the headings."""
    return sum(_is_said_above(page, one) for one in headings) * 2 > len(headings)


def _is_said_above(page: Page, heading: Candidate) -> bool:
    for at in range(heading.start - 1, max(0, heading.start - _NEAR) - 1, -1):
        number, label = page.numbers[at], page.labels[at]
        if number is not None and likeness(number.title, heading.title) >= _SAME:
            return True
        if label is not None and label.kind != "inner":
            return False
    return False
