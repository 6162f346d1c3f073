"""Review: a library to the problems that need more than one record, less what records acknowledge."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.config import SiteConfig
from generator.library import Library
from generator.problems import Code, Problem, problem
from generator.rules import RULES, Review


def review(library: Library, config: SiteConfig, build_date: date) -> list[Problem]:
    """Apply every rule; a contradiction that a record acknowledges as its source's own is not a problem.

    An acknowledgement that matches nothing (any more) is one.
    """
    looked_at = Review(library, config, build_date)
    found = [problem for rule in RULES for problem in rule(looked_at)]
    return _without_acknowledged(found, library)


def _without_acknowledged(found: Iterable[Problem], library: Library) -> list[Problem]:
    kept: list[Problem] = []
    used: set[tuple[str, int]] = set()
    by_path = {record.origin.path: record for record in library.records.values() if record.deviations}
    for one in found:
        record = by_path.get(one.path)
        matches = [
            index
            for index, deviation in enumerate(record.deviations if record else ())
            if deviation.rule == one.code and deviation.field in (None, one.field)
        ]
        used.update((one.path, index) for index in matches)
        if not matches:
            kept.append(one)
    for path, record in by_path.items():
        for index, deviation in enumerate(record.deviations):
            if (path, index) not in used:
                field = f"deviations[{index}]"
                at = record.origin.position(field)
                kept.append(problem(path, Code.DEVIATION_UNUSED, at=at, field=field, found=deviation.rule))
    return kept
