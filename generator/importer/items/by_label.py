"""What a label decides where no sentence below it has a word for what was done."""

from __future__ import annotations

import re

from generator.importer.items.said import Said, only_tells
from generator.importer.language.conditions import is_condition
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
    first = _by_label(said[0], wording, recommended)
    if first is not None:
        return [first, *said[1:]], [first]
    for place, one in enumerate(said[1:], 1):  # "Rådet fandt evalueringen nyttig. De to puljer slås sammen."
        done = None if is_condition(one[1], wording) else _by_label(one, wording, recommended)
        if done is not None and _is_at_once(one[1], wording):
            return [*said[:place], done, *said[place + 1 :]], [done]
    return said, strong


def _by_label(one: Said, wording: Wording, recommended: str) -> Said | None:
    """A sentence with what the label says of it; None where it says no, only tells, or is no sentence."""
    at, sentence, _ = one
    if sum(word.islower() for word in sentence.split()) < 2 or wording.any_of("ending", whole=False).match(sentence):
        return None  # "Mødet hævet kl. 18.00."
    if only_tells(sentence, wording) and not _is_at_once(sentence, wording):
        return None
    denied = _denial(sentence, wording)
    outcome = _refusal(sentence, denied, wording, recommended) if denied else "decided"
    return (at, sentence, outcome) if outcome else None


def _is_at_once(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says in its first words what is done, or not, with a thing, or what the body did: "Bilerne sælges",
    "Der deles ikke", "Hallen åbner kl. 8", "Udvalget sænkede taksten".
    """
    who, verb, *_ = (*sentence.casefold().split()[:2], "", "")
    body = who.endswith(tuple(wording.words("body_words")))
    idle = ("deponent", "only_told", "knowing", "merely_did", "telling")
    if len(verb) <= _FEW or any(verb in wording.words(words) for words in idle):
        return False
    thing = who.endswith(tuple(wording.words("definite_endings"))) or who in wording.words("there")
    did = body and verb.endswith(tuple(wording.words("past_endings")))
    return did or verb.endswith(tuple(wording.words("passive_endings"))) or (thing and verb.endswith("r"))


def _denial(sentence: str, wording: Wording) -> re.Match[str] | None:
    """The "not" of a sentence; none where it stands in a clause that tells more of a thing, "de borgere, der ikke har bil", or
    is a condition: "og er der ikke et ja inden maj, ...".
    """
    denied = wording.negation.search(sentence)
    if denied is None:
        return None
    clause = sentence[: denied.start()].rpartition(",")
    if clause[1] and is_condition(sentence[len(clause[0]) :], wording):
        return None
    return None if clause[1] and clause[2].split()[:1] and clause[2].split()[0] in wording.words("relative") else denied


def _refusal(sentence: str, denied: re.Match[str], wording: Wording, recommended: str) -> str | None:
    """What a sentence with a "not" decides: that what was recommended will not be done is a refusal; else it is decided, where
    it says at once what will not be done, "Stillingen genopslås ikke", "Der bliver ingen fest", or a body what it does not do.
    """
    before = sentence[: denied.start()].split()
    verb = before[-1].casefold() if before[1:] and before[-1].islower() else ""
    if len(verb) <= _FEW or verb in (*wording.words("deponent"), *wording.words("only_told"), *wording.words("knowing")):
        return None
    passive = verb.endswith("s")
    if verb.removesuffix("s") in recommended.casefold():
        return "not_approved" if passive and not wording.negation.search(recommended) else None
    formal = before[0].casefold() in wording.words("there") and verb.endswith(("r", "s"))
    does = verb.endswith("r") and before[0].casefold().endswith(tuple(wording.words("body_words")))
    return "decided" if passive or ((formal or does) and len(before) == 2 and not recommended) else None
