"""Rules about the tile map of the municipalities."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Code, Problem
from generator.records.municipality import Municipality
from generator.rules.fault import fault
from generator.rules.review import Review


def every_municipality_has_its_own_cell(review: Review) -> Iterator[Problem]:
    """No two municipalities stand in the same row and column of the map."""
    taken: dict[tuple[int, int], Municipality] = {}
    for one in review.library.all(Municipality):
        if one.map_cell and (other := taken.setdefault(one.map_cell, one)) is not one:
            yield fault(one, Code.SAME_MAP_CELL, "map_row", found="/".join(map(str, one.map_cell)), expected=other.origin.path)
