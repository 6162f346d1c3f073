"""What sentences below the label of a decision say in the present, where none has a word for what was done.

Minutes tell in the past what was said, and in the present what is so from now on: "Vi talte længe om prisen. Prisen på vand
stiger til 6,75 kr.".
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.importer.items.said import Said
from generator.importer.language.conditions import is_condition
from generator.importer.language.telling import is_about_person, is_one_officer
from generator.importer.language.vocabulary import Wording

_TOLD = (None, "informed", "discussed", "decided_softly", "no_decision", "not_minuted")
_TALKED = (None, "discussed", "decided_softly")
_LAST = 2  # sentences at the end of minutes: what was decided, and who has a task with it
_FRONT = 9  # words at the beginning of a sentence among which its verb is


def with_present(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; where none states what was done, one that says in the present what is so from now on decides it: "Fonden
    får 2 mio. kr.", "Der kommer ni klasser til sommer", and with a "not" that it is refused: "Hunde får ikke adgang".
    """
    if any(one[2] not in _TOLD for one in said):
        return [*said]
    return [(*one[:2], present(one[1], wording) or one[2]) for one in said]


def ending_in_present(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The same for minutes without a label, where the case stands above what was decided: only what is said last decides,
    below something else, and nothing that follows upon what somebody told.
    """
    if len(said) < _LAST or any(one[2] not in _TALKED for one in said):
        return [*said]
    return [*said[:-_LAST], *with_present(said[-_LAST:], wording)]


def present(sentence: str, wording: Wording) -> str | None:
    """What a sentence says in the present: that something is refused, or decided; None where it only tells, or says what
    somebody will do for the matter.
    """
    if is_condition(sentence, wording) or any(wording.any_of(words).match(sentence) for words in ("conditions", "asking")):
        return None
    if any(wording.any_of(words).search(sentence) for words in ("addressing", "held_on")):
        return None
    words = [word.strip(".;:") for word in sentence.split()]
    at = next((at for at, word in enumerate(words[:_FRONT]) if at and _is_verb(word.strip(","), wording)), 0)
    if not wording.any_of("from_now_on").fullmatch(words[at]) or _only_has_task(words[:at], words[at], wording):
        return None
    if words[at] not in wording.words("getting") and is_about_person(sentence, wording):
        return None
    if wording.negation.match(" ".join(words[at + 1 :])) is None:
        return "decided"
    return None if words[at].endswith("s") else "not_approved"  # what is not done may be as it was recommended


def _only_has_task(subject: Sequence[str], verb: str, wording: Wording) -> bool:
    """Whether somebody will only do something for the matter: "Hanne tager et udkast med", "Kontoret giver besked"."""
    who = subject[0].casefold()
    office = is_one_officer(who, wording) or any(stem in who for stem in wording.words("offices"))
    things = (*wording.words("thing_endings"), *wording.words("body_words"))
    known = who.endswith(things) or who in (*wording.words("there"), *wording.words("we"))
    return office or (len(subject) == 1 and not known and verb in wording.words("done_by_one"))


def _is_verb(word: str, wording: Wording) -> bool:
    """Whether a word is a verb that is known: in the present, of a state, or in the past."""
    known = ("from_now_on", "only_told", "knowing", "merely_did", "telling")
    return word.endswith(tuple(wording.words("past_endings"))) or any(wording.any_of(one).fullmatch(word) for one in known)
