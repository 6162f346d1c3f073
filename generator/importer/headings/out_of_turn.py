"""Items that a meeting took out of their turn: "Pkt. 6" stands before "Pkt. 5", and neither is in a list of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate
from generator.importer.labels.page import Page

_NEAR = 2  # numbers: further from its turn no item is taken


def out_of_turn(
    page: Page, candidates: Iterable[Candidate], headings: Sequence[Candidate], rounds: Sequence[int]
) -> Iterator[Candidate]:
    """The candidates whose number the headings leave out, beside which they stand; each looks as a heading of its own, and
    what was decided stands below it as below the one before it.
    """
    numbers = {one.parts for one in headings}
    starts = {one.start: one for one in headings}
    among = [one for one in candidates if len(one.parts) == 1 and one.parts not in numbers and _is_marked(page, one)]
    for before, after in pairwise(sorted(starts)):
        between = [one for one in among if starts[before].end <= one.start and one.end <= after]
        near = [one for one in between if _is_near(one, starts[before])]
        if len(near) == 1 and rounds[before] < rounds[near[0].start] < rounds[after]:
            yield near[0]


def _is_near(one: Candidate, before: Candidate) -> bool:
    """Whether one is counted as the heading before it is, a number or two away."""
    return one.scheme == before.scheme and len(before.parts) == 1 and abs(one.parts[0] - before.parts[0]) <= _NEAR


def _is_marked(page: Page, one: Candidate) -> bool:
    """Whether a number has a word before it, or stands in a heading: no list within an item has."""
    return " " in one.scheme or page.lines[one.start].kind is Kind.HEADING
