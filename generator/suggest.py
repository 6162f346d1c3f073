"""The nearest of some known words to a word that is not among them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or an empty text where none is near."""
    by_folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    folded = word.casefold()
    matches = get_close_matches(folded, by_folded, n=1, cutoff=0.6)
    matches += [candidate for candidate in by_folded if len(folded) > 3 and candidate.startswith(folded)]
    return by_folded[matches[0]] if matches else ""
