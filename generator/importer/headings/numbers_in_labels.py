"""Headings without numbers to the same with those that the labels of their decisions say: "Behandling i Rådet, pkt. 3"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.importer.headings.candidates import Candidate
from generator.importer.labels.page import Page

_FEWEST = 2  # items
_NUMBERED = re.compile(r"[\s,](?:pkt\.?|punkt|sag|item)(?: (?:nr|no)\.?)? (?P<number>\d{1,3})\W*$", re.IGNORECASE)


def with_numbers_of_labels(page: Page, headings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The headings; where none has a number and below each one label of a decision ends in one, and these count on one by one,
    each has that.
    """
    numbers = [] if any(one.printed for one in headings) else [_number_below(page, headings, at) for at in range(len(headings))]
    counted = len(numbers) >= _FEWEST and all(one and two and int(two) == int(one) + 1 for one, two in pairwise(numbers))
    if not counted:
        return tuple(headings)
    return tuple(replace(one, printed=number) for one, number in zip(headings, numbers, strict=True))


def _number_below(page: Page, headings: Sequence[Candidate], place: int) -> str:
    """The number in which the only label of a decision ends that stands below a heading; empty: there is none, or several."""
    end = headings[place + 1].start if place + 1 < len(headings) else len(page.lines)
    labels = (page.labels[at] for at in range(headings[place].end, end))
    found = [_NUMBERED.search(label.text) for label in labels if label is not None and label.kind == "decision"]
    return found[0]["number"] if len(found) == 1 and found[0] is not None else ""
