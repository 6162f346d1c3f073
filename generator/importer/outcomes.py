"""What a sentence states to an outcome: what was done, and not what is told, proposed or on its way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importer.vocabulary import Wording

_WORDS = re.compile(r"[\w@&]+")
_MARK = re.compile(r"^\W{0,2}(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s+")  # of an item of a list
_BEFORE = 500  # characters in which the two words before another stand
# Outcomes that "not" before their word turns into a refusal.
_REFUSED = {"approved": "not_approved", "approved_with_changes": "not_approved"}
_APPROVING = ("approved_with_changes", "approved")
_OF_PERSONS = ("elected", "appointed", "postponed", "withdrawn")
_NAME = re.compile(
    r"^[A-ZÆØÅ@][\w.'-]+(?: [A-ZÆØÅ@][\w.'-]*)* [A-ZÆØÅ@][\w.'-]+(?: ?\([^)]*\))?(?:,? (?:og|and) .{3,60}?)?(?= [a-zæøå])"
)


def outcome_of(sentence: str, wording: Wording, *, strict: bool) -> str | None:
    """The outcome that a sentence states. `strict` passes over what is only told: that something had been decided."""
    on_the_way = wording.any_of("on_the_way").search(sentence) is not None
    return None if on_the_way else stated(sentence, wording, strict=strict)


def stated(sentence: str, wording: Wording, *, strict: bool) -> str | None:
    """The same, also where the sentence says that the matter is only on its way."""
    sentence = _MARK.sub("", sentence)
    strict = strict and not wording.any_of("resolving").match(sentence)
    weak = wording.words("weak")
    told_of_person = is_about_person(sentence, wording) and not concludes(sentence, wording)
    approving = next(pattern for key, pattern in wording.outcomes if key == "approved").match(sentence.lstrip(' "”*_'))
    for key, pattern in wording.outcomes:
        if approving and key not in _APPROVING:
            continue  # what a sentence begins with is done, whatever else it tells of
        for found in pattern.finditer(sentence):
            before = _WORDS.findall(sentence[max(0, found.start() - _BEFORE) : found.start()])
            if strict and _is_told(before, found[0], wording):
                continue
            if key == "recommended" and before[-1:] == [wording.words("as")[0]]:
                continue  # "approved as recommended"
            if told_of_person and key not in weak and key not in _OF_PERSONS:
                continue
            if wording.negation.search(" ".join(before[-2:])) and key not in weak:
                if key in _REFUSED:
                    return _REFUSED[key]
                continue
            return key
    said = (pattern.match(sentence) for kind, pattern in wording.labels if kind == "decision")
    return "decided" if any(found and found["rest"] for found in said) else None  # "Beslutning: Det venter vi med."


def _is_told(before: Sequence[str], word: str, wording: Wording) -> bool:
    if {word.casefold() for word in before[-2:]} & set(wording.words("telling")):
        return True
    if {one.casefold() for one in before[-2:]} & set(wording.words("passive")):
        return False  # "blev det aftalt"
    articles = wording.words("articles")
    if before and before[-1].casefold() in articles:
        return not word.endswith("s")
    described = len(before) > 1 and " " not in word and before[-1].endswith("e") and word.endswith("e")
    return described and before[-2].casefold() in articles  # "de oprindelige udpegede ..."


def is_about_person(sentence: str, wording: Wording) -> bool:
    """Whether a sentence begins with a person's name, and so tells what somebody did or said."""
    name = _NAME.match(sentence)
    if name is None or name[0].split()[0].casefold() in wording.words("leading"):
        return False  # "Til nævnet indstilles ..."
    return not wording.any_of("body_words").search(name[0])


def concludes(sentence: str, wording: Wording) -> bool:
    """Whether a sentence sums up what came of the matter."""
    return wording.any_of("concluding").search(sentence) is not None
