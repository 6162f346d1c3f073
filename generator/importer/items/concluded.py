"""Sentences that sum up what will be done to what they decide: "Formanden konkluderede, at der holdes et møde i april."."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importer.items.next_steps import is_done
from generator.importer.items.said import Said
from generator.importer.language.vocabulary import Wording

_FEW = 4  # words of a clause among which its verb is
_OPEN = (None, "discussed")  # what the word for summing up says by itself


def with_concluded(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; one that sums up what will be done decides it, and not one that sums up how things are."""
    return [(*one[:2], "decided" if one[2] in _OPEN and _concludes_act(one[1], wording) else one[2]) for one in said]


def _concludes_act(sentence: str, wording: Wording) -> bool:
    sums_up = wording.any_of("summing_up").search(sentence)
    clause = sentence[sums_up.end() :].casefold().split() if sums_up is not None else []
    verb = next((word for word in clause[1:_FEW] if is_done(word, wording)), "")
    states = (*wording.words("only_told"), *wording.words("knowing"))
    return bool(verb) and verb not in states and not wording.negation.search(" ".join(clause))
