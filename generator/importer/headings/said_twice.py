"""Titles that a web page says twice with a stock phrase between: "BudgetKlik her for at læse mere om Budget"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.headings.candidates import Candidate

_FEWEST = 2  # titles with the same phrase
_SHORTEST = 3  # letters of a title, and of the phrase


def said_once(headings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The headings, those that end in a phrase that others have too and in what they begin with without that end."""
    parted = [_parted(one.title) for one in headings]
    common = Counter(phrase for _, phrase in parted if phrase)
    return tuple(
        replace(one, title=title) if phrase and common[phrase] >= _FEWEST else one
        for one, (title, phrase) in zip(headings, parted, strict=True)
    )


def _parted(text: str) -> tuple[str, str]:
    """What a text begins and ends with, and what stands between; empty where it does not say the same twice."""
    for length in range((len(text) - _SHORTEST) // 2, _SHORTEST - 1, -1):
        if text.endswith(text[:length]) and any(map(str.isspace, text[length:-length])):
            return text[:length].strip(), text[length:-length].strip()
    return "", ""
