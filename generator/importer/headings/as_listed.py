"""Items whose numbers are in no order, because a meeting took them in another: as their list has them, "3.", "5.", "1."."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.importer.headings.candidates import Candidate
from generator.importer.headings.titles_again import SAME, Entry
from generator.importer.language.likeness import likeness

_FEWEST = 3


def as_listed(candidates: Iterable[Candidate], entries: Sequence[Entry]) -> tuple[Candidate, ...]:
    """The candidates that come in the order of a list of contents that does not count on, each with the number and the title
    that it has there; none where the list counts on, or one of its entries does not come again in its turn.
    """
    listed = sorted(entries, key=lambda entry: entry.start)
    if len({entry.parts for entry in listed}) < max(_FEWEST, len(listed)) or _counts_on(listed):
        return ()
    by_number: dict[tuple[int, ...], list[Candidate]] = defaultdict(list)
    for one in sorted(candidates, key=lambda one: one.start):
        by_number[one.parts].append(one)
    found: list[Candidate] = []
    for entry in listed:
        after = found[-1].end if found else entry.end
        below = (one for one in by_number[entry.parts] if one.start >= after)
        again = next((one for one in below if likeness(entry.title, one.title) >= SAME), None)
        if again is None:
            return ()
        found.append(again)
    return tuple(found)


def _counts_on(listed: Sequence[Entry]) -> bool:
    return all(one.parts < other.parts for one, other in pairwise(listed))
