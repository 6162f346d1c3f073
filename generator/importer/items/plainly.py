"""What sentences below the label of a decision say in plain words, where none has a firmer word for what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import repeat

from generator.importer.items.next_steps import sets
from generator.importer.items.said import Said
from generator.importer.language.conditions import comes_only_if, is_condition
from generator.importer.language.damage import pattern_of
from generator.importer.language.telling import is_about_person
from generator.importer.language.vocabulary import Wording

_OPEN = (None, "decided_softly", "agreed_softly")
_VIEWS = ("support", "recommended", "not_approved", "approved", "noted", "agreed")  # what one alone may think
_FEW = 2  # words of a sentence that is nothing but the word for what was done
_LATER = ("postponed", "sent_back")
_SETTLED = ("elected", "appointed", "not_approved", "approved", "withdrawn")
_OF_PERSONS = ("elected", "appointed")
_NAME = re.compile(r"(?<!^)(?<![.!?] )\b[A-ZÆØÅ][\w'’-]+")
_WORDS = re.compile(r"[\w@&]+")


def with_plain(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences; where none has a word for what was done, what each says plainly counts: "Vi ser på sagen igen til maj.",
    "Ane Test fortsætter som formand."; what is left for later only where nothing has been set before it.
    """
    if any(one[2] not in _OPEN and not _is_told(one) for one in said):
        return with_plain_below_talk(said, wording)
    found: list[Said] = []
    for at, sentence, outcome in said:
        says = plain(sentence, wording)
        if says in _LATER and any(map(_sets, found, repeat(wording))):
            found = [(*one[:2], "decided") if _sets(one, wording) else one for one in found]
            says = None
        found.append((at, sentence, outcome if outcome == "informed" else says or outcome))
    return found


def with_plain_below_talk(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences, of which some tell of a discussion; what the others say plainly that settles the matter counts: "Vi talte
    om, hvem der har tid. Ane Test sidder i udvalget.", and no step: "Drøftet. Formanden spørger kommunen."
    """
    if any(one[2] not in _OPEN and not _is_told(one) and one[2] != "discussed" for one in said):
        return [*said]
    says = [plain(one[1], wording) if one[2] in _OPEN else None for one in said]
    return [(*one[:2], key) if key in _SETTLED else one for one, key in zip(said, says, strict=True)]


def _is_told(one: Said) -> bool:
    """Whether a sentence tells something, and is not the word alone for what was done: "Orienteredes."."""
    return one[2] == "informed" and len(one[1].split()) > _FEW


def _sets(one: Said, wording: Wording) -> bool:
    """Whether a sentence that states nothing else says what is changed at once: what comes to the next meeting, "Prisen hæves
    til 90 kr. Sekretariatet udarbejder et nyt budget til næste møde", is no more than a step then.
    """
    open_yet = one[2] in (*_OPEN, "decided")
    return open_yet and sets(one[1], wording) and wording.any_of("changing").search(one[1]) is not None


def plain(sentence: str, wording: Wording) -> str | None:
    """The outcome that a sentence says plainly; none where it asks, or is on a condition."""
    if is_condition(sentence, wording) or any(wording.any_of(words).match(sentence) for words in ("conditions", "asking")):
        return None
    if voted := _voted(sentence, wording):
        return voted
    for key, pattern in wording.plainly:
        found = pattern.search(sentence)
        if found is None or (key in _LATER and comes_only_if(found, wording)):
            continue
        if key == "referred" and _is_errand(found, wording):
            continue
        if not _is_denied(found, wording) and not _is_of_one(key, found, wording):
            return "decided" if key in _LATER and _is_due(found, wording) else key
    return None


def _is_denied(found: re.Match[str], wording: Wording) -> bool:
    """Whether a "not" stands before plain words that have none themselves, or right after them."""
    if wording.negation.search(found[0]):
        return False
    after = " ".join(_WORDS.findall(found.string[found.end() :].partition(",")[0])[:2])
    clause = _own_clause(found.string[: found.start()], wording)
    return wording.negation.search(f"{clause} {after}") is not None


def _is_errand(found: re.Match[str], wording: Wording) -> bool:
    """Whether somebody, and no body that meets, is to send something somewhere: "HR sender spørgsmålene til udvalgene"."""
    subject = found.string[: found.start()].casefold().split()
    bodies = (*wording.words("body_words"), *wording.words("bodies_met"))
    body = not subject or subject[-1].endswith(bodies) or subject[-1] in wording.words("we")
    return wording.any_of("sending").match(found[0]) is not None and not body


def _is_due(found: re.Match[str], wording: Wording) -> bool:
    """Whether words that could put a matter off only say by when something is to be done: "ser på det inden næste møde"."""
    return wording.any_of("by_next_meeting").search(found[0]) is not None


def _own_clause(front: str, wording: Wording) -> str:
    """What stands before a word in its own clause, where that is joined to another: ", som skal", ", og sagen"."""
    joints = (*wording.words("clause_joints"), *wording.words("relative"), *wording.words("so"), *wording.words("but"))
    _, comma, clause = front.rpartition(",")
    return clause if comma and clause.split()[:1] and clause.split()[0] in joints else front


def _is_of_one(key: str, found: re.Match[str], wording: Wording) -> bool:
    """Whether a view is that of one person only, or a post is given to nobody who is named."""
    if key in _OF_PERSONS:
        return _NAME.search(found.string) is None
    begun = found.string[: found.start()].split()
    single = len(begun) == 1 and begun[0].istitle() and not _are_several(begun[0], wording)
    return key in _VIEWS and (single or is_about_person(found.string, wording))


def _are_several(word: str, wording: Wording) -> bool:
    """Whether a word names a body, or all who met, or is none of a person: "Udvalget", "Alle", "Kommunerne", "Det"."""
    lower = word.casefold()
    known = (*wording.words("leading"), *wording.words("officers"), *wording.words("common"))
    return lower in known or lower.endswith((*wording.words("body_words"), *wording.words("definite_endings")))


def _voted(sentence: str, wording: Wording) -> str | None:
    """What came of a vote whose numbers a sentence gives, "31 stemte ja, 4 nej"; none where it gives none, or as many."""
    ayes_of, noes_of = ("|".join(map(pattern_of, wording.words(one))) for one in ("voted_for", "voted_against"))
    votes = re.search(rf"\b(\d{{1,4}}) (?:{ayes_of})\b.{{0,30}}?\b(\d{{1,4}}) (?:{noes_of})\b", sentence, re.IGNORECASE)
    ayes, noes = map(int, votes.groups()) if votes else (0, 0)
    if ayes == noes:
        return None
    return "approved" if ayes > noes else "not_approved"
