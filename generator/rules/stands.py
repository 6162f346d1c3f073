"""Rules about the stands of parties."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Code, Problem
from generator.records.position import Position
from generator.rules.fault import fault
from generator.rules.one_record import OneRecord
from generator.values.when import When


def one_stand_per_party_and_day(one: OneRecord[Position]) -> Iterator[Problem]:
    """A party has one stand on a matter on any one day."""
    position = one.record
    seen: dict[tuple[str, str], str] = {}
    for index, stand in enumerate(position.stands):
        if not isinstance(stand.date, When):
            continue
        place = (str(stand.party), stand.date.text)
        if seen.setdefault(place, stand.stand) != stand.stand:
            yield fault(position, Code.TWO_POSITIONS, f"stands[{index}].stand", found=stand.party, expected=stand.date.text)
