"""Two titles to how alike they are, also where a scan misread them or one is longer."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.importer.language.damage import skeleton

_WORDS = re.compile(r"[^\W_]+(?:[@&¢][^\W_]+)*")


@lru_cache(maxsize=20_000)
def keys_of(title: str) -> tuple[tuple[str, int], ...]:
    """The words of a title as keys that survive misreading, each with its weight: how many letters it has."""
    return tuple((skeleton(word), len(word)) for word in _WORDS.findall(title))


def likeness(one: str, other: str) -> float:
    """How much of two titles is the same: 1 for the same words, about 0.7 where the one lies within the other."""
    mine, theirs = keys_of(one), keys_of(other)
    total = (
        min(sum(weight for _, weight in keys) for keys in (mine, theirs)),
        max(sum(weight for _, weight in keys) for keys in (mine, theirs)),
    )
    if not total[0]:
        return 0.0
    left = [key for key, _ in theirs]
    shared = 0
    for key, weight in mine:
        match = next((other for other in left if _same(key, other)), None)
        if match is not None:
            left.remove(match)
            shared += weight
    return 0.7 * min(1.0, shared / total[0]) + 0.3 * min(1.0, shared / total[1])


def _same(one: str, other: str) -> bool:
    """Whether two keys are the same word, perhaps with another ending."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= 5 and long.startswith(short.rstrip("*")) and len(long) - len(short) <= 3
