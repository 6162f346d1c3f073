"""Items that all have the same number, because an export begins each item's list anew: "1.", "1.", "1."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.importer.headings.candidates import Candidate

_FEWEST = 3


def alike_numbered(candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one scheme as a sequence where every one of them has the number 1; none where they count."""
    found = sorted(candidates, key=lambda one: one.start)
    if len(found) < _FEWEST or any(one.parts != (1,) for one in found):
        return ()
    if sum(one.weight > 0 for one in found) * 2 <= len(found):
        return ()
    return tuple(replace(one, parts=(place,)) for place, one in enumerate(found, 1))
