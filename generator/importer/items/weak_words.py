"""Sentences whose only word for what was done is a weak one, "Drøftet.", to whether they decide for all that."""

from __future__ import annotations

from generator.importer.items.also_decided import body_discussed, body_does
from generator.importer.items.said import Said
from generator.importer.language.outcomes import concludes, stated
from generator.importer.language.vocabulary import Wording

_FEW = 3  # words of a sentence that is nothing but a decision


def counts(one: Said, wording: Wording, *, labelled: bool) -> bool:
    """Whether a sentence decides for all that its word is a weak one: it sums up, is formal, or says what the body did."""
    own = wording.any_of("own_acts").match(one[1]) is not None or body_does("requesting", one[1], wording)
    acts = (one[2] == "decided_softly" and own) or (not labelled and body_discussed(one, wording))
    return acts or says_none(one, wording) or concludes(one[1], wording) or _is_formal(one, wording)


def says_none(one: Said, wording: Wording) -> bool:
    """Whether a sentence says in so many words that nothing was decided."""
    return one[2] == "no_decision" and wording.any_of("resolutions").search(one[1]) is not None


def _is_formal(one: Said, wording: Wording) -> bool:
    """Whether a sentence is nothing but the word for what was done, "Drøftet.", "Fastholdes.", and not "Ane fortsætter."."""
    if one[2] == "decided_softly" and stated(one[1].partition(" ")[0], wording, strict=False) is None:
        return False
    return one[2] in ("discussed", "decided_softly", "agreed_softly") and len(one[1].split()) < _FEW
