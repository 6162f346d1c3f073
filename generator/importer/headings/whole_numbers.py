"""Items that are counted "1.0", "2.0": what is counted below them, "2.1", is a paper or a part of the item."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.importer.headings.candidates import Candidate

_LEAST = 3  # whole numbers that count on, for the items to have such


def whole(parts: tuple[int, ...]) -> tuple[int, ...]:
    """A number without the zero that may end it: 3.0 is 3, and heads 3.1."""
    return parts[:-1] if len(parts) > 1 and parts[-1] == 0 else parts


def without_parts(candidates: Sequence[Candidate], rounds: Sequence[int]) -> list[Candidate]:
    """Candidates of one scheme in the order of their lines, less the parts of items that have whole numbers.

    `rounds` is of each line how many labels of decisions stand before it: where two stand between two whole numbers,
    these are the headings of groups, and the items are those below them.
    """
    items = [one for one in candidates if len(one.parts) == 2 and one.parts[1] == 0]
    counted = all(one.parts[0] + 1 == other.parts[0] for one, other in pairwise(items))
    single = all(rounds[other.start] - rounds[one.start] <= 1 for one, other in pairwise(items))
    if len(items) < _LEAST or not counted or not single:
        return list(candidates)
    return [one for one in candidates if one in items or not any(one.parts[0] == other.parts[0] for other in items)]
