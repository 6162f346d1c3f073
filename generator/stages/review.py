"""Review: a library to what its rules find, in one record or between several, less what records acknowledge."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.config import SiteConfig
from generator.library import Library
from generator.problems import EXCUSED_BY_QUOTE, Code, Problem, problem
from generator.rules import RULES, Review

# Where a file is broken, its record is missing here, and these would blame others for that.
_NEED_EVERY_RECORD = frozenset({Code.DEVIATION_UNUSED, Code.DATES_DISAGREE, Code.NUMBER_NOT_IN_RECORD})
# What a closed item says can be in no source's name; what looks private is judged word by word where it is found.
_NOT_ACKNOWLEDGED_HERE = frozenset({Code.CLOSED_ITEM_SHOWN, *EXCUSED_BY_QUOTE})


def review(library: Library, config: SiteConfig, build_date: date, *, whole: bool = True) -> list[Problem]:
    """Apply every rule; a contradiction that a record acknowledges as its source's own is not a problem.

    An acknowledgement that matches nothing (any more) is one. `whole` is whether no record is missing.
    """
    looked_at = Review(library, config, build_date)
    found = [fault for examined in library.examined.values() for fault in examined.faults]
    found += [fault for rule in RULES for fault in rule(looked_at)]
    kept = _without_acknowledged(found, library)
    return kept if whole else [one for one in kept if one.code not in _NEED_EVERY_RECORD]


def _without_acknowledged(found: Iterable[Problem], library: Library) -> list[Problem]:
    kept: list[Problem] = []
    used: set[tuple[str, int]] = set()
    by_path = {record.origin.path: record for record in library.records.values() if record.deviations}
    for one in found:
        record = by_path.get(one.path)
        matches = [
            index
            for index, deviation in enumerate(record.deviations if record else ())
            if deviation.rule == one.code and deviation.field in (None, one.field) and one.code not in _NOT_ACKNOWLEDGED_HERE
        ]
        used.update((one.path, index) for index in matches)
        if not matches:
            kept.append(one)
    for path, record in by_path.items():
        for index, deviation in enumerate(record.deviations):
            if (path, index) not in used and deviation.rule not in EXCUSED_BY_QUOTE:
                field = f"deviations[{index}].rule"
                at = record.origin.position(field)
                kept.append(problem(path, Code.DEVIATION_UNUSED, at=at, field=field, found=deviation.rule))
    return kept
