"""What a label decides where no sentence below it has a word for what was done."""

from __future__ import annotations

from generator.importer.items.said import Said, only_tells
from generator.importer.language.outcomes import stated
from generator.importer.language.vocabulary import Wording

_FALLEN = ("not_approved", "withdrawn")  # what becomes of an amendment
_FEW = 3  # letters that are no verb's


def by_label(said: list[Said], strong: list[Said], wording: Wording, recommended: str) -> tuple[list[Said], list[Said]]:
    """The sentences and those that decide; where none has a word for what was done the label says it: the first was decided.

    What says no, what only tells how things are, and what is no sentence, stays unknown.
    """
    for place, (at, sentence, outcome) in enumerate(said):
        undecided = outcome is None and all(one[2] == "withdrawn" for one in strong)  # what it replaced falls
        if undecided and stated(sentence, wording, strict=False) == "approved":  # an amendment was carried
            carried = (at, sentence, "approved_with_changes")
            return [*said[:place], carried, *((*one[:2], None) for one in said[place + 1 :])], [carried]
    if strong or any(one[2] for one in said) or not said:
        return said, strong
    for place, (at, sentence, _) in enumerate(said):
        if (fell := stated(sentence, wording, strict=False)) in _FALLEN:  # nothing but an amendment was voted on
            return [*said[:place], (at, sentence, fell), *said[place + 1 :]], [(at, sentence, fell)]
    at, sentence, _ = said[0]
    if sum(word.islower() for word in sentence.split()) < 2 or _says_no(sentence, wording, recommended):
        return said, strong
    if only_tells(sentence, wording) or wording.any_of("ending", whole=False).match(sentence):  # "Mødet hævet kl. 18.00."
        return said, strong
    first = (at, sentence, "decided")
    return [first, *said[1:]], [first]


def _says_no(sentence: str, wording: Wording, recommended: str) -> bool:
    """Whether a sentence has a "not" in it, and does not say at once what will not be done, "Stillingen genopslås ikke"; where
    that was recommended it may be a refusal.
    """
    denied = wording.negation.search(sentence)
    if denied is None:
        return False
    verb = sentence[: denied.start()].split()[-1:]
    done = bool(verb) and verb[0].islower() and verb[0].endswith("s") and len(verb[0]) > _FEW
    return not done or verb[0] in wording.words("deponent") or verb[0] in recommended.casefold()
