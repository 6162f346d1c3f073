"""Clauses in which an outcome's word decides nothing: conditions, reasons, what is asked of others or what others think."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importer.language.conditions import is_in_condition
from generator.importer.language.telling import is_below
from generator.importer.language.vocabulary import Wording

_APPROVING = ("approved_with_changes", "approved")
_UNDONE = ("discussed", "informed", "agreed_softly")  # weak outcomes that a "not" among their own words takes away


def is_of_clause(key: str, found: re.Match[str], wording: Wording) -> bool:
    """Whether an outcome's word stands where it decides nothing: below another clause, in what is recommended to others, or
    with a "not" between its own words: "havde ingen emner til drøftelse".
    """
    front = found.string[: found.start()]
    if is_in_condition(found, wording) or (key in _APPROVING and _is_advised(front, wording)):
        return True
    if key == "support" and _begins_with(("while",), front, wording):
        return True  # "..., mens borgmesteren støtter direktionen"
    if key == "decided_softly":
        return _begins_with(("giving_reasons", "subordinating"), front, wording)  # "..., da han ikke fortsætter"
    if key in _UNDONE:
        return wording.negation.search(found[0]) is not None
    return key not in wording.words("weak") and is_below(front, found[0], wording)


def _begins_with(groups: Sequence[str], before: str, wording: Wording) -> bool:
    """Whether the clause in which a word stands follows a comma and begins with a word of some groups."""
    _, comma, clause = before.rpartition(",")
    first = clause.casefold().split()[:1] if comma else []
    return any(word in wording.words(group) for word in first for group in groups)


def _is_advised(before: str, wording: Wording) -> bool:
    """Whether others are advised to do what an approving word says: "anbefaler, at byrådet tiltræder"."""
    advises = wording.outcome("recommended").search(before)
    return advises is not None and wording.any_of("that").search(before, advises.end()) is not None
