"""Items that a meeting took out of their turn: "Pkt. 6" stands before "Pkt. 5", and neither is in a list of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate, has_case_number
from generator.importer.headings.contents import Contents
from generator.importer.labels.page import Page
from generator.importer.language.likeness import keys_of

_NEAR = 2  # numbers: further from its turn no item is taken


def out_of_turn(
    page: Page, candidates: Iterable[Candidate], headings: Sequence[Candidate], rounds: Sequence[int], contents: Contents
) -> Iterator[Candidate]:
    """The candidates whose number the headings leave out, beside which they stand; each looks as a heading of its own, and
    what was decided stands below it as below the one before it, or the list of contents has it with that number.
    """
    listed = {(entry.parts, keys_of(entry.title)) for entry in contents.entries}
    numbers = {one.parts for one in headings}
    starts = {one.start: one for one in headings}
    among = [one for one in candidates if len(one.parts) == 1 and one.parts not in numbers and _is_marked(page, one)]
    for before, after in pairwise(sorted(starts)):
        between = [one for one in among if starts[before].end <= one.start and one.end <= after]
        near = [one for one in between if _is_near(one, starts[before])]
        if len(near) != 1:
            continue
        decided = rounds[before] < rounds[near[0].start] < rounds[after]
        if decided or (near[0].parts, keys_of(near[0].title)) in listed:
            yield near[0]
    yield from _taken_first(among, headings, rounds)


def _taken_first(among: Sequence[Candidate], headings: Sequence[Candidate], rounds: Sequence[int]) -> Iterator[Candidate]:
    """The only one before all headings that is counted behind one of them: "4." above "1."."""
    if not headings:
        return
    first = min(headings, key=lambda one: one.start)
    counted = {one.parts[0] for one in headings if len(one.parts) == 1 and one.scheme == first.scheme}
    above = [one for one in among if one.end <= first.start and one.scheme == first.scheme and one.parts[0] - 1 in counted]
    if len(above) == 1 and rounds[above[0].start] < rounds[first.start]:
        yield above[0]


def _is_near(one: Candidate, before: Candidate) -> bool:
    """Whether one is counted as the heading before it is, a number or two away."""
    return one.scheme == before.scheme and abs(one.parts[0] - before.parts[0]) <= _NEAR


def _is_marked(page: Page, one: Candidate) -> bool:
    """Whether a number has a word before it, or the number of a case above it, or stands in a heading: no list within an item
    has.
    """
    filed = one.start > 0 and has_case_number(page, one.start - 1)
    return filed or " " in one.scheme or page.lines[one.start].kind is Kind.HEADING
