"""What people call a committee for short that has no abbreviation of its own: TMU of Teknik- og Miljøudvalget."""

from __future__ import annotations

from collections.abc import Iterable

from generator.search.meanings import meanings_of
from generator.search.words import stem_of, words_of

_LONGEST = 5  # letters; nobody uses more
_CUT = "-"  # at the end of a word whose last part stands in a later one: Teknik- og Miljøudvalget


def initials_of(name: str, language: str) -> str:
    """The first letters of what a body is for, and of what it is; empty where its name does not say both, or they stand for
    something else.

    A body says what it is in its last word, Økonomiudvalget, or in its first, Udvalget for Klima og Natur.
    """
    lists = meanings_of(language)
    first, *others = name.casefold().partition(" (")[0].replace(",", "").split() or [""]
    leads = bool(others) and _kind(first, lists.bodies) == stem_of(first)
    named = first if leads else (first, *others)[-1]
    kind = _kind(named, lists.bodies)
    subject = [word for word in (others if leads else (first, *others)) if word not in lists.light]
    if not leads and (kind == stem_of(named) or any(not word.endswith(_CUT) for word in subject[:-1])):
        return ""
    letters = "".join(word[0] for word in (*subject, kind)) if kind and subject else ""
    is_taken = letters in lists.light or letters.upper() in lists.short
    return letters.upper() if len(letters) <= _LONGEST and letters.isalpha() and not is_taken else ""


def _kind(word: str, bodies: Iterable[str]) -> str:
    """The stem of what a body is by the end of a word; empty where it is none."""
    stem = next((stem_of(one) for one in words_of(word)), "")
    return max((body for body in map(stem_of, bodies) if stem.endswith(body)), key=len, default="")
