"""What a sentence states to an outcome: what was done, and not what is told, proposed or on its way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from babel.dates import get_month_names

from generator.importer.language.damage import pattern_of
from generator.importer.language.vocabulary import Wording, load_wording

_WORDS = re.compile(r"[\w@&]+")
_MARK = re.compile(r"^\W{0,2}(?:(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]|[oe¢])\s+")  # of an item of a list
_FEW = 3  # words of a sentence that need no name
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BEFORE = 500  # characters in which the two words before another stand
# Outcomes that "not" before their word turns into a refusal.
_REFUSED = {"approved": "not_approved", "approved_with_changes": "not_approved"}
_APPROVING = ("approved_with_changes", "approved")
_OF_PERSONS = ("elected", "appointed", "postponed", "withdrawn")
_NAME = re.compile(
    r"^[A-ZÆØÅ@][\w.'-]+(?: [A-ZÆØÅ@][\w.'-]*)* [A-ZÆØÅ@][\w.'-]+"
    r"(?: ?\([^)]*\)|, [A-ZÆØÅ]{1,2},)?(?:,? (?:og|and) .{3,60}?)?(?= [a-zæøå])"
)


def outcome_of(sentence: str, wording: Wording, *, strict: bool) -> str | None:
    """The outcome that a sentence states. `strict` passes over what is only told: that something had been decided."""
    on_the_way = wording.any_of("on_the_way").search(sentence) is not None or wording.any_of("minority").match(sentence)
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
            if _is_reported(sentence[: found.start()], wording):
                continue
            and_so = _is_what_came(before, sentence[found.end() :], wording)
            if (
                strict
                and not and_so
                and (
                    _is_told(before, found[0], wording)
                    or _has_been(sentence[: found.start()], wording)
                    or _then(wording.language).match(sentence[found.end() :])
                )
            ):
                continue
            if _means_other(key, before, sentence, sentence[found.end() :].lstrip(), wording):
                continue
            if told_of_person and not and_so and key not in weak and key not in _OF_PERSONS:
                continue
            after = " ".join(_WORDS.findall(sentence[found.end() : found.end() + _BEFORE])[:1])
            if wording.negation.search(" ".join([*before[-2:], after])) and key not in weak:
                if key in _REFUSED:
                    return _REFUSED[key]
                continue
            return _firmer(key, found, wording)
    said = (pattern.match(sentence) for kind, pattern in wording.labels if kind == "decision")
    return "decided" if any(found and found["rest"] for found in said) else None  # "Beslutning: Det venter vi med."


def _means_other(key: str, before: Sequence[str], sentence: str, after: str, wording: Wording) -> bool:
    """Whether what stands around an outcome's word says that it is none: "approved as recommended"."""
    if key == "recommended":
        return before[-1:] == [wording.words("as")[0]]
    if key == "referred":
        return after.split(" ", maxsplit=1)[0] == wording.words("that")[0]  # "henvises til at søge om andre midler"
    if key == "not_approved":
        return wording.any_of("of_candidates").match(after) is not None  # "ønskede ikke genvalg"
    if key == "decided" and sentence.removesuffix(after).rstrip(" ,").endswith(("r", "s")):
        return wording.any_of("asking").match(after.lstrip(" ,")) is not None  # "Bestyrelsen beslutter, hvem der deltager"
    return key == "elected" and not _names_somebody(sentence, wording)  # "der vælges en anden farve"


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
        asking = next(pattern for key, pattern in wording.outcomes if key == "recommended").search(sentence)
        return "recommended" if asking and not _is_told(_WORDS.findall(sentence[: asking.start()]), asking[0], wording) else key
    if key == "approved_with_changes":
        return "approved" if _only_votes(found, wording) else key
    if key == "sent_to_consultation":
        changed = next(pattern for one, pattern in wording.outcomes if one == "approved_with_changes").search(sentence[:start])
        return "approved_with_changes" if changed else key
    if key not in ("recommended", "noted"):
        return key
    approved = next(pattern for key, pattern in wording.outcomes if key == "approved").search(sentence)
    told = approved and _is_told(_WORDS.findall(sentence[: approved.start()]), approved[0], wording)
    return "approved" if approved and approved.start() < start and not told else key


def _only_votes(found: re.Match[str], wording: Wording) -> bool:
    """Whether what was approved has nothing beside it but who was against: "Godkendt, idet Ib Prøve stemte imod"."""
    against = next(pattern for mode, pattern in wording.modes if mode == "majority")
    because = wording.any_of("because").search(found[0]) is not None
    return because and against.search(found.string[found.end() :].partition(",")[0]) is not None


def _resolved(sentence: str, wording: Wording) -> str | None:
    """What is decided or agreed on in the words that follow at once: "besluttede at udsætte", "enighed om at godkende"."""
    that = wording.any_of("that").search(sentence)
    if that is None or len(_WORDS.findall(sentence[: that.start()])) > _FEW:
        return None
    found = (key for key, pattern in wording.outcomes if pattern.match(sentence[that.start() :]))
    return next(found, None)


def _is_followed_by_that(found: re.Match[str], wording: Wording) -> bool:
    """Whether what is approved follows at once as what shall be done: "vedtog at", "vedtaget, at"."""
    after = _WORDS.findall(found.string[found.end() : found.end() + _BEFORE])[:1]
    return found[0].casefold() in wording.words("resolved") and after == [wording.words("that")[0]]


def _names_somebody(sentence: str, wording: Wording) -> bool:
    """Whether a sentence has a name or an office in it, or is only the word: "Genvalgt."."""
    words = sentence.split()
    named = any(word.strip('"(“”')[:1].isupper() for word in words[1:])
    short = len(words) <= _FEW and not any(map(str.isdigit, sentence))  # not "Model 1 vælges"
    return named or short or wording.any_of("titles_of_people").search(sentence) is not None


def says_what_came(sentence: str, wording: Wording) -> bool:
    """Whether a sentence ends with what the body did with what it tells: "..., hvilket bestyrelsen tilsluttede sig"."""
    words = [word.casefold() for word in _WORDS.findall(sentence.rpartition(",")[2])]
    return (
        words[:1] != [] and words[0] in wording.words("which") and any(one in wording.words("body_words") for one in words[1:3])
    )


def _is_what_came(before: Sequence[str], after: str, wording: Wording) -> bool:
    """Whether a word ends a sentence with what came of what it tells: "fremlagde planen, som blev godkendt"."""
    done = (*wording.words("passive"), *wording.words("body_words"))
    pairs = pairwise(word.casefold() for word in before[-3:])  # "som blev taget til efterretning", "som rådet godkendte"
    came = any(which in wording.words("which") and word in done for which, word in pairs)
    came = came or [*before[-2:-1], *before[-1:]] in [
        [which, so] for which in wording.words("which") for so in wording.words("thereby")
    ]
    return came and "," not in after and not _YEAR.search(after)


def _is_told(before: Sequence[str], word: str, wording: Wording) -> bool:
    if {word for word in before[-2:] if word.islower()} & set(wording.words("telling")):  # not "Som formand valgtes ..."
        return True
    if {one.casefold() for one in (*before[-2:], word.split(maxsplit=1)[0])} & set(wording.words("passive")):
        return False  # "blev det aftalt"
    articles = wording.words("articles")
    if before and before[-1].casefold() in articles:
        return not word.endswith("s")
    described = len(before) > 1 and " " not in word and before[-1].endswith("e") and word.endswith("e")
    return described and before[-2].casefold() in articles  # "de oprindelige udpegede ..."


def _is_reported(before: str, wording: Wording) -> bool:
    """Whether a clause says what somebody told of others, or asked: "fortalte, at kommunen har besluttet"."""
    told = [*next(pattern for key, pattern in wording.outcomes if key == "informed").finditer(before)]
    clause = [word.strip(",") for word in before[told[-1].end() :].casefold().split()] if told else []
    that = wording.words("that")[0]
    clause = [*filter(None, clause)]
    clause = clause[1:] if clause[1:2] == [that] else clause  # "orienterede om, at"
    reports = clause[:1] == [that] and not {*clause}.isdisjoint(wording.words("perfect"))
    return reports or (clause[:1] != [] and clause[0] in wording.words("asking"))


def _has_been(before: str, wording: Wording) -> bool:
    """Whether a clause tells what somebody has done before: "Stiftet har ved brev af 4. november godkendt"."""
    clause = before.rpartition(",")[2].casefold().split()
    return not {*clause}.isdisjoint(wording.words("perfect"))


@cache
def _then(language: str) -> re.Pattern[str]:
    """When something was done, right after the word for it: "vedtog den 20. december en varmeplan" tells of another day."""
    months = "|".join(map(pattern_of, sorted(get_month_names("wide", locale=language).values())))
    then = "|".join(map(pattern_of, load_wording(language).words("then")))
    return re.compile(
        rf"\s+(?:(?:den|d\.|on)?\s?\d{{1,2}}\.? (?:{months})\b|(?:i|in) (?:{months}|(?:19|20)\d\d)\b|(?:{then})\b)",
        re.IGNORECASE,
    )


def is_about_person(sentence: str, wording: Wording) -> bool:
    """Whether a sentence begins with a person's name, and so tells what somebody did or said."""
    name = _NAME.match(sentence)
    if name is None or name[0].split()[0].casefold() in wording.words("leading"):
        return False  # "Til nævnet indstilles ..."
    if any(pattern.fullmatch(name[0].split()[0]) for _, pattern in wording.outcomes):
        return False  # "Tilbagesendes Borgmesterens Afdeling ..."
    return not wording.any_of("body_words").search(name[0])


def concludes(sentence: str, wording: Wording) -> bool:
    """Whether a sentence sums up what came of the matter."""
    return wording.any_of("concluding").search(sentence) is not None
