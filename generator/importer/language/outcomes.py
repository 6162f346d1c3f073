"""What a sentence states to an outcome: what was done, and not what is told, proposed or on its way."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importer.language.around import Around
from generator.importer.language.clauses import is_of_clause
from generator.importer.language.other_meanings import means_other
from generator.importer.language.telling import (
    has_been,
    is_about_person,
    is_asked,
    is_done_with,
    is_reported,
    is_told,
    is_what_came,
    only_votes,
    then,
)
from generator.importer.language.vocabulary import Wording

_WORDS = re.compile(r"[\w@&]+")
_MARK = re.compile(r"^\W{0,2}(?:(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)](?: at(?::|(?= \w+t\b)))?|[oe¢])\s+")  # "2. at udsat"
_DASH = re.compile(r"\W{0,2}[-–—]\W{0,2}")
_JOINED = re.compile(r",|;|\s[-–—]\s|\b(?:og|samt|and)\b")
_SHORT = 6  # words of a clause that says what was noted
_FEW = 3  # words of a sentence that need no name
_BEFORE = 500  # characters in which the two words before another stand
# Outcomes that "not" before their word turns into a refusal.
_REFUSED = dict.fromkeys(("approved", "approved_with_changes", "support", "recommended"), "not_approved")
_UNDONE = ("discussed", "informed", "agreed_softly")  # weak outcomes that "not" before or after their word takes away
_LATER = ("postponed", "sent_back")
_APPROVING = ("approved_with_changes", "approved")
_OF_PERSONS = ("elected", "appointed", "withdrawn", "not_dealt_with")


def outcome_of(sentence: str, wording: Wording, *, strict: bool) -> str | None:
    """The outcome that a sentence states. `strict` passes over what is only told: that something had been decided."""
    if _DASH.fullmatch(sentence):
        return "no_decision"
    on_the_way = wording.any_of("on_the_way").search(sentence) is not None
    if wording.any_of("minority").match(sentence):
        but = wording.any_of("but").search(sentence)  # "Et mindretal ønskede ..., men flertallet anbefaler planen"
        sentence = sentence[but.end() :] if but and wording.any_of("most").search(sentence, but.end()) else ""
    return None if on_the_way else stated(sentence, wording, strict=strict)


def stated(sentence: str, wording: Wording, *, strict: bool) -> str | None:
    """The same, also where the sentence says that the matter is only on its way."""
    sentence = _MARK.sub("", sentence)
    strict = strict and not wording.any_of("resolving").match(sentence)
    weak = wording.words("weak")
    told_of_person = is_about_person(sentence, wording) and not concludes(sentence, wording)
    begun = sentence.lstrip(' "”*_')
    approving = wording.outcome("approved").match(begun)
    later = _LATER if _begins_noting(begun, wording) else ()
    for key, pattern in wording.outcomes:
        if key in later or (approving and _is_outweighed(key, pattern.match(begun), approving, wording)):
            continue  # what a sentence begins with is done, whatever else it tells of
        for found in pattern.finditer(sentence):
            before = _WORDS.findall(sentence[max(0, found.start() - _BEFORE) : found.start()])
            if is_reported(sentence[: found.start()], wording) or is_asked(sentence[: found.start()], wording):
                continue
            and_so = is_what_came(before, sentence[found.end() :], wording)
            if strict and not and_so and _is_past(key, found, before, wording):
                continue
            if means_other(key, Around(sentence, before, found), wording):
                continue
            of_person = told_of_person and not and_so and key not in (*weak, *_OF_PERSONS)
            if (of_person and not is_done_with(found, wording)) or is_of_clause(key, found, wording):
                continue
            if (key not in weak or key in _UNDONE) and _is_denied(found, wording):
                if key in _REFUSED and not {*before[-1:]} & {*wording.words("nothing")}:  # "der blev intet vedtaget"
                    return _REFUSED[key]
                continue
            return _firmer(key, found, wording)
    said = (pattern.match(sentence) for kind, pattern in wording.labels if kind == "decision")
    return "decided" if any(found and found["rest"] for found in said) else None  # "Beslutning: Det venter vi med."


def _begins_noting(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says first that something was noted: "Taget til efterretning, idet planen forelægges i maj"."""
    first, comma, _ = sentence.partition(",")
    return bool(comma) and len(first.split()) <= _SHORT and wording.outcome("noted").search(first) is not None


def _is_outweighed(key: str, found: re.Match[str] | None, approving: re.Match[str], wording: Wording) -> bool:
    """Whether the approving word that a sentence begins with says more than another outcome in it, and not only that something
    is sent out: "Godkendt, at forslaget sendes i høring".
    """
    if key in _APPROVING or (found is not None and found.end() > approving.end()):
        return False
    follows = wording.any_of("that").match(approving.string[approving.end() :].lstrip(" ,"))
    return key != "sent_to_consultation" or follows is None


def _is_past(key: str, found: re.Match[str], before: Sequence[str], wording: Wording) -> bool:
    """Whether an outcome's word tells of what had been done before, or was done on another day."""
    front, after = found.string[: found.start()], found.string[found.end() :]
    told = is_told(before, found[0], wording) or has_been(front, wording)
    return told or (not _lies_ahead(key, found[0], wording) and then(wording.language).match(after) is not None)


def _is_denied(found: re.Match[str], wording: Wording) -> bool:
    """Whether "not" stands in the clause of an outcome's word before it, or among the two words after it: "kunne ikke på det
    foreliggende grundlag godkende", "godkendte derfor ikke".
    """
    clause = _JOINED.split(found.string[max(0, found.start() - _BEFORE) : found.start()])[-1]
    if clause.split()[-1:] and clause.split()[-1] in wording.words("nothing"):
        return True  # "der blev intet besluttet"
    after = _JOINED.split(found.string[found.end() : found.end() + _BEFORE])[0]
    return wording.negation.search(" ".join([clause, *_WORDS.findall(after)[:2]])) is not None


def _lies_ahead(key: str, word: str, wording: Wording) -> bool:
    """Whether a word says what is to be done another day, or until then: "genoptages i juni", "kan først behandles på mødet i
    juni", "forlænges til den 31. maj".
    """
    last = word.rsplit(maxsplit=1)[-1].casefold()
    return last in wording.words("until") or (key == "postponed" and (" " in word or word.endswith("s")))


def _firmer(key: str, found: re.Match[str], wording: Wording) -> str:
    """The outcome; what is approved first and then noted or recommended to others is approved, what is sent on to others with
    what the body recommends is recommended, and what is sent back with the remark that it was approved is approved.
    """
    sentence, start = found.string, found.start()
    if key in ("decided", "agreed") or (key == "approved" and _is_followed_by_that(found, wording)):  # "vedtog at sælge"
        return _resolved(sentence[start:], wording) or (key if key == "agreed" else "decided")
    remark = wording.any_of("remark").search(sentence, start) if key in ("referred", "sent_back") else None
    if remark is not None and (said := stated(sentence[remark.end() :], wording, strict=False)):
        return said
    if key == "referred":
        asking = wording.outcome("recommended").search(sentence)
        if asking and not is_told(_WORDS.findall(sentence[: asking.start()]), asking[0], wording):
            return "recommended"
        return _done_before(found, wording) or key
    if key == "approved_with_changes":
        if only := _only_said(found, wording):
            return only
        return _without_votes(found, wording) if only_votes(found, wording) else key
    if key == "sent_to_consultation":
        return _consulted(sentence, start, wording)
    if key not in ("recommended", "noted"):
        otherwise = key == "approved" and _goes_on_with_change(sentence[found.end() :], wording)
        return "approved_with_changes" if otherwise else key
    approved = wording.outcome("approved").search(sentence)
    told = approved and _is_told_apart(approved, found, wording)
    return "approved" if approved and approved.start() < start and not told else key


def _consulted(sentence: str, start: int, wording: Wording) -> str:
    """What is done with what is sent out for consultation there in a sentence: it has changes, or that is what is recommended,
    "anbefaler over for byrådet, at planen sendes i høring".
    """
    advised = wording.outcome("recommended").search(sentence, 0, start)
    if advised and wording.any_of("that").search(sentence, advised.end(), start):
        return "recommended"
    return (
        "approved_with_changes" if wording.outcome("approved_with_changes").search(sentence[:start]) else "sent_to_consultation"
    )


def _is_told_apart(earlier: re.Match[str], found: re.Match[str], wording: Wording) -> bool:
    """Whether an earlier word only tells of something, and not in the same way as another: "Planen er godkendt, og notatet er
    taget til efterretning" says both.
    """
    told, also_told = (is_told(_WORDS.findall(one.string[: one.start()]), one[0], wording) for one in (earlier, found))
    return told and not also_told


def _goes_on_with_change(after: str, wording: Wording) -> bool:
    """Whether what is approved goes on with what is done otherwise, and not with what somebody has to say: "vedtaget, men
    temadagen flyttes", and not "godkendt, men A stemte imod".
    """
    but = wording.any_of("but").search(after)
    if but is None or not after[: but.start()].rstrip().endswith(","):
        return False
    rest = after[but.end() :]
    against = wording.mode("majority")
    return not (against.search(rest) or wording.any_of("only_says", whole=False).search(rest))


def _only_said(found: re.Match[str], wording: Wording) -> str:
    """What was done with that which has remarks beside it where it was not approved: "tog orienteringen til efterretning med
    den bemærkning", "anbefaler planen med den bemærkning"; empty where it was.
    """
    upto, start = found.string[: found.end()], found.start()
    asked = _JOINED.split(found.string[:start])[-1] + found[0].split(maxsplit=1)[0].rstrip(",")
    if start and stated(asked, wording, strict=True) == "recommended":
        return "recommended"  # "indstilles godkendt, dog"
    if wording.outcome("approved").search(upto) is not None:
        return ""
    if wording.outcome("noted").search(found.string, 0, start) is not None:
        return "noted"
    remarked = wording.any_of("remark").match(found.string, start) is not None
    advised = wording.outcome("recommended").search(found.string, 0, start) is not None
    return "recommended" if remarked and advised else ""


def _done_before(found: re.Match[str], wording: Wording) -> str:
    """What was done with what is then sent on: "Regnskabet godkendes og fremsendes til kommunerne"; empty where nothing was."""
    for key, pattern in wording.outcomes:
        if key not in (*_APPROVING, "noted"):
            continue
        for done in pattern.finditer(found.string, 0, found.start()):
            words = _WORDS.findall(found.string[: done.start()])
            apart = _JOINED.search(found.string, done.end(), found.start()) is not None
            if apart and not done[0].split()[0].endswith("ing") and not is_told(words, done[0], wording):
                return key
    return ""


def _without_votes(found: re.Match[str], wording: Wording) -> str:
    """What was done, less who was against: "Indstilles godkendt, idet Ib Prøve stemte imod" is recommended."""
    before = wording.any_of("because").split(found[0], maxsplit=1)[0]
    return stated(found.string[: found.start()] + before, wording, strict=True) or "approved"


def _resolved(sentence: str, wording: Wording) -> str | None:
    """What is decided or agreed on in the words that follow at once: "besluttede at udsætte", "enighed om at godkende"."""
    that = wording.any_of("that").search(sentence)
    if that is None or len(_WORDS.findall(sentence[: that.start()])) > _FEW:
        return None
    found = (key for key, pattern in wording.outcomes if pattern.match(sentence[that.start() :]))
    return next(found, None)


def _is_followed_by_that(found: re.Match[str], wording: Wording) -> bool:
    """Whether what is approved follows at once as what shall be done: "vedtog at", "vedtaget, at", "vedtog derefter at"."""
    after = _WORDS.findall(found.string[found.end() : found.end() + _BEFORE])[:2]
    after = after[1:] if after and after[0] in wording.words("thereby") else after[:1]
    return found[0].casefold() in wording.words("resolved") and after == [wording.words("that")[0]]


def concludes(sentence: str, wording: Wording) -> bool:
    """Whether a sentence sums up what came of the matter, and not of a part of it: "Enkelte poster blev drøftet"."""
    return wording.any_of("concluding").search(sentence) is not None and wording.any_of("parts").match(sentence) is None
