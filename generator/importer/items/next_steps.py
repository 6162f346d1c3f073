"""Sentences below a discussion that say what comes of it: what is done with a thing from then on, and what somebody will do."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importer.items.said import Said
from generator.importer.language.vocabulary import Wording

_STEP = 6  # words at the beginning of a sentence among which its verb is where two persons may stand before it
_THING = 8  # words likewise where the thing that something is done with has more words behind it
_STEPS = ("follow_ups", "next_steps")
_SOFT = (None, "discussed", "informed", "decided_softly")


def with_next_step(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; where a matter was only discussed, what a paragraph of its own below says will be done is decided,
    "Drøftet.", "Formanden udarbejder et svar.", and so is what is done at once with a thing, "Vi drøftede budgettet. Lejrskolen
    bevares."; errands in the same paragraph are none.
    """
    outcomes = {one[2] for one in said}
    found: list[Said] = []
    for at, sentence, outcome in said:
        talks = [one for one in found if one[2] == "discussed"]
        own = outcomes <= {None, "discussed"} and not outcome and any(one[0] < at for one in talks) and found[-1][0] != at
        soft = bool(talks) and outcomes <= {*_SOFT} and outcome in (None, "decided_softly")
        step = (own and _will_be_done(sentence, wording)) or (soft and settles(sentence, wording))
        found.append((at, sentence, "decided" if step else outcome))
    return found


def settles(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says at once what is done with a thing, and not what is only done for the matter, or empowers
    somebody: "Formanden fik bemyndigelse til at godkende svaret.".
    """
    if wording.any_of("empowering").search(sentence):
        return not wording.negation.search(sentence)
    return sets(sentence, wording) and not _is_errand(sentence, wording)


def sets(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says at once what is done with a thing, in the present: "Prisen hæves til 90 kr.", "Lejrskolen i 6.
    klasse bevares.".
    """
    words = [word.strip(".,:;") for word in sentence.partition(",")[0].casefold().split()]
    who, verb, *_ = (*words[:2], "", "")
    thing = who.endswith(tuple(wording.words("definite_endings"))) and who not in wording.words("officers")
    if thing and not verb.endswith("er"):
        verb = next((word for word in words[1:_THING] if is_done(word, wording)), "")
    if not is_done(verb, wording) or wording.any_of("addressing").search(sentence):
        return False
    return not wording.negation.search(sentence)


def is_done(word: str, wording: Wording) -> bool:
    """Whether a word says what is done: "betales", and not "findes" or "kommunernes"."""
    done = word.endswith(tuple(wording.words("passive_endings"))) and word not in wording.words("deponent")
    return done and not word.endswith(tuple(wording.words("owning_endings")))


def _is_errand(sentence: str, wording: Wording) -> bool:
    """Whether somebody will only do something for the next meeting: "Der indhentes tilbud", "HR udarbejder en plan"."""
    begun = " ".join(sentence.split()[:_STEP])
    return any(wording.any_of(words, whole=words != "errands").search(begun) for words in (*_STEPS, "tasks", "errands"))


def _will_be_done(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says what somebody will do, or what will be done, and not what will not."""
    begun = " ".join(sentence.split()[:_STEP])
    step = any(wording.any_of(steps).search(begun) for steps in _STEPS)
    return step and not wording.negation.search(sentence) and not wording.any_of("conditions").match(sentence)
