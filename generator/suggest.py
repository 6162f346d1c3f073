"""The nearest of some known words to a word that is not among them, and whether it can be no other."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from generator.sorting import slugify

_SHORT, _LONG = 4, 6  # letters: in a shorter word a slip makes another word; a longer one may have two


class Suggestion(NamedTuple):
    """A value that was probably meant, empty where none is near; `sure` where it can be no other."""

    suggestion: str = ""
    sure: bool = False


NO_SUGGESTION = Suggestion()


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that `word` was probably meant to be, or an empty text where none is near."""
    return suggestion_for(word, known).suggestion


def suggestion_for(word: str, known: Iterable[str]) -> Suggestion:
    """The known word that `word` was probably meant to be; sure where it is a slip of the pen for it alone.

    A slip is a letter too many, too few, wrong, or changed places with the next. Other figures are never one: they
    name another year or case. Nor is another first letter: it may turn a word into its opposite (enig, uenig).
    """
    by_folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    folded = word.casefold()
    matches = get_close_matches(folded, by_folded, n=8, cutoff=0.6)
    slips = [by_folded[match] for match in matches if _is_slip(folded, match)]
    if len(slips) == 1:
        return Suggestion(slips[0], sure=True)
    matches += [candidate for candidate in by_folded if len(folded) > 3 and candidate.startswith(folded)]
    return Suggestion(by_folded[matches[0]]) if matches else NO_SUGGESTION


def _is_slip(word: str, meant: str) -> bool:
    if [mark for mark in word if mark.isdigit()] != [mark for mark in meant if mark.isdigit()]:
        return False
    written, right = slugify(word).split("-"), slugify(meant).split("-")  # "Ikke_oplyst" is "ikke oplyst", and ø is oe
    if "".join(written) == "".join(right):
        return True
    both = list(zip(written, right, strict=False))
    return len(written) == len(right) and all(one == two or _is_slip_in_word(one, two) for one, two in both)


def _is_slip_in_word(written: str, right: str) -> bool:
    if len(right) < _SHORT or written[:1] != right[0]:
        return False
    return slips_between(written, right) <= (2 if len(right) >= _LONG else 1)


def slips_between(word: str, other: str) -> int:
    """How many slips of the pen lie between two words. Source: Damerau (1964), in the form of optimal alignment."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, mark in enumerate(word, 1):
        before, above, row = row, before, [place]
        for column, meant in enumerate(other, 1):
            changed = before[column - 1] + (mark != meant)
            least = min(changed, before[column] + 1, row[column - 1] + 1)
            if place > 1 and column > 1 and mark == other[column - 2] and word[place - 2] == meant:
                least = min(least, above[column - 2] + 1)
            row.append(least)
    return row[-1]
