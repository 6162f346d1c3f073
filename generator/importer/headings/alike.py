"""Items that all have the same number, because an export begins each item's list anew: "1.", "1.", "1."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.importer.headings.candidates import Candidate

_FEWEST = 3


def alike_numbered(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one scheme that all have the number 1 as a sequence; none where they count, or are not most of them."""
    found = sorted((one for one in candidates if one.parts == (1,)), key=lambda one: one.start)
    if len(found) < _FEWEST or len(found) * 2 <= len(candidates) or any(one.parts[0] == 2 for one in candidates):
        return ()
    if sum(one.weight > 0 for one in found) * 2 <= len(found):
        return ()
    return tuple(replace(one, parts=(place,)) for place, one in enumerate(found, 1))
