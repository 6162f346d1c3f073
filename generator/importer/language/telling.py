"""Sentences and clauses that tell of something and decide nothing: who said it, of whom it is, when it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from babel.dates import get_month_names

from generator.importer.language.damage import pattern_of, skeleton
from generator.importer.language.vocabulary import Wording, load_wording

_WORDS = re.compile(r"[\w@&]+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NEAR = 40  # characters before "that" in which its noun stands
_SOON = 3  # words among which a name or a body stands
_FEW = 3  # words between a name and what was done with what that person has
_NAME = re.compile(
    r"^(?:[A-ZÆØÅ@][\w.'@&-]+(?: [A-ZÆØÅ@][\w.'@&-]*)* [A-ZÆØÅ@][\w.'@&-]+"
    r"|[A-ZÆØÅ@][\w'@&-]+(?:, [A-ZÆØÅ@][\w'@&-]+)* (?:og|and) [A-ZÆØÅ@][\w'@&-]+)"
    r"(?: ?\([^)]*\)|, [A-ZÆØÅ]{1,2},)?(?:,? (?:og|and) .{3,60}?)?(?= [a-zæøå])"
)


def says_what_came(sentence: str, wording: Wording) -> bool:
    """Whether a sentence ends with what the body did with what it tells: "..., hvilket bestyrelsen tilsluttede sig"."""
    words = [word.casefold() for word in _WORDS.findall(sentence.rpartition(",")[2])]
    return (
        words[:1] != [] and words[0] in wording.words("which") and any(one in wording.words("body_words") for one in words[1:3])
    )


def is_what_came(before: Sequence[str], after: str, wording: Wording) -> bool:
    """Whether a word ends a sentence with what came of what it tells: "fremlagde planen, som blev godkendt"."""
    done = (*wording.words("passive"), *wording.words("body_words"))
    pairs = pairwise(word.casefold() for word in before[-3:])  # "som blev taget til efterretning", "som rådet godkendte"
    came = any(which in wording.words("which") and word in done for which, word in pairs)
    came = came or [*before[-2:-1], *before[-1:]] in [
        [which, so] for which in wording.words("which") for so in wording.words("thereby")
    ]
    return came and "," not in after and not _YEAR.search(after)


def is_told(before: Sequence[str], word: str, wording: Wording) -> bool:
    """Whether the words before an outcome's word say that it tells of something: "er godkendt", "de godkendte takster"."""
    if {word for word in before[-2:] if word.islower()} & set(wording.words("telling")):  # not "Som formand valgtes ..."
        return True
    if {one.casefold() for one in (*before[-2:], word.split(maxsplit=1)[0])} & set(wording.words("passive")):
        return False  # "blev det aftalt"
    articles = wording.words("articles")
    if before and before[-1].casefold() in articles:
        first = word.split(maxsplit=1)[0]
        # "Den sendes videre til", "Et flertal stemte nej"
        return not first.endswith("s") and first not in wording.words("most")
    described = len(before) > 1 and " " not in word and before[-1].endswith("e") and word.endswith("e")
    return described and before[-2].casefold() in articles  # "de oprindelige udpegede ..."


def is_reported(before: str, wording: Wording) -> bool:
    """Whether a clause says what somebody told of others, or asked: "fortalte, at kommunen har besluttet"."""
    if _goes_on_with_body(before, wording):
        return False
    told = [*wording.outcome("informed").finditer(before)]
    clause = [word.strip(",") for word in before[told[-1].end() :].casefold().split()] if told else []
    that = wording.words("that")[0]
    clause = [*filter(None, clause)]
    clause = clause[1:] if clause[1:2] == [that] else clause  # "orienterede om, at"
    reports = clause[:1] == [that] and not {*clause}.isdisjoint(wording.words("perfect"))
    return reports or (clause[:1] != [] and clause[0] in wording.words("asking"))


def _goes_on_with_body(before: str, wording: Wording) -> bool:
    """Whether the last clause says what a body then did: "orienterede om sagen, og udvalget"."""
    joint, *clause = before.rpartition(",")[2].casefold().split() or [""]
    joined = joint in (*wording.words("clause_joints"), *wording.words("next_clause"))
    return joined and clause[:1] != [] and clause[0].endswith(tuple(wording.words("body_words")))


def is_asked(before: str, wording: Wording) -> bool:
    """Whether a clause asks who has done something: "hvem har besluttet det"."""
    clause = [word.strip("•-–:").casefold() for word in before.rpartition(",")[2].split()]
    asks = {*wording.words("asking")} - {*wording.words("which")}
    return clause[:1] != [] and clause[0] in asks and not {*clause}.isdisjoint(wording.words("perfect"))


def is_below(before: str, word: str, wording: Wording) -> bool:
    """Whether an outcome's word stands in a clause that decides nothing: on a condition, a time or a question, or that says
    what a change is: "inden planen vedtages", "undersøger, om planen kan godkendes", "med den ændring, at punkt 3 udgår".
    """
    front, comma, clause = before.rpartition(",")
    words = clause.casefold().split()
    if not words:
        return False
    if words[0] in wording.words("subordinating"):
        return bool(comma)
    if words[0] in wording.words("that") and comma:
        return wording.any_of("of_change").search(front[-_NEAR:]) is not None
    if words[0] in wording.words("so") and words[1:] and words[1].startswith(tuple(wording.words("matters"))):
        return False  # "Ingen meldte sig, så punktet kommer på igen i maj"
    goes_on = words[0] in (*wording.words("so"), *wording.words("relative"), *wording.words("next_clause"))
    return bool(comma) and goes_on and word.split(maxsplit=1)[0].endswith(("r", "s"))


def is_somebody(text: str, wording: Wording) -> bool:
    """Whether a text begins with who may decide on a matter: a body, an office, a name."""
    ends = (*wording.words("body_words"), *wording.words("bodies_met"))
    stems = (*wording.words("offices"), *wording.words("label_actors"))
    words = _WORDS.findall(text)[:_SOON]
    bodies = (one for one in map(str.casefold, words) if one.endswith(ends) or any(stem in one for stem in stems))
    return any(word[:1].isupper() for word in words) or next(bodies, None) is not None


def is_one_officer(word: str, wording: Wording) -> bool:
    """Whether a word names one person by office: "kirkeværgen", "Skolelederen", and not "direktørerne"."""
    stems, endings = wording.words("titles_of_people"), wording.words("one_endings")
    return skeleton(word).endswith(tuple(skeleton(stem + ending) for stem in stems for ending in endings))


def has_been(before: str, wording: Wording) -> bool:
    """Whether a clause tells what somebody has done before: "Stiftet har ved brev af 4. november godkendt"."""
    clause = before.rpartition(",")[2].casefold().split()
    return not {*clause}.isdisjoint(wording.words("perfect"))


@cache
def then(language: str) -> re.Pattern[str]:
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
    if name is None or name[0].split()[0].casefold() in (*wording.words("leading"), *wording.words("telling")):
        return False  # "Til nævnet indstilles ...", "Da Ane Test var syg, blev punktet udsat"
    if any(pattern.fullmatch(name[0].split()[0]) for _, pattern in wording.outcomes):
        return False  # "Tilbagesendes Borgmesterens Afdeling ..."
    bodies, named = tuple(wording.words("body_words")), (*wording.words("bodies_met"), *wording.words("in_names_of_bodies"))
    words = [word.removesuffix("s") for word in name[0].split()]  # "Isby Menighedsråds budget", "Politisk Sundhedsklynge"
    if not _bodies_as_read(wording.language).isdisjoint(map(skeleton, words)):
        return False  # "Akademisk Rad", as a scan reads it
    return not any(word.casefold().endswith((*bodies, *(named if word[:1].isupper() else ()))) for word in words)


@cache
def _bodies_as_read(language: str) -> frozenset[str]:
    """The words for bodies, as whatever a scan may make of them has them in common."""
    return frozenset(map(skeleton, load_wording(language).words("body_words")))


def is_done_with(found: re.Match[str], wording: Wording) -> bool:
    """Whether something was done with the person whose name a sentence begins with, or with what is that person's: "Ane Test
    (A) blev godkendt", "Ib Prøves orlov godkendt".
    """
    name = _NAME.match(found.string)
    between = found.string[name.end() : found.start()] if name else ""
    agreeing = (*(pattern for _, pattern in wording.modes), wording.any_of("passive"))
    rest = [word for word in _WORDS.findall(between) if not any(pattern.match(word) for pattern in agreeing)]
    told = any(pattern.search(between) for _, pattern in wording.outcomes)
    owned = name is not None and name[0].endswith("s") and len(rest) < _FEW and not told and "," not in between
    done = wording.any_of("passive").sub("", found[0]).split()[0]
    return done.endswith(("t", "s")) and (not rest or owned)


def waits_elsewhere(before: Sequence[str], sentence: str, wording: Wording) -> bool:
    """Whether what waits is neither the matter nor the body: "Isby afventer sin direktion", "svarer, at selskabet afventer"."""
    waits = wording.any_of("waiting").search(sentence)
    front = sentence[: waits.start()] if waits else " ".join(before)
    clause = [word.casefold() for word in _WORDS.findall(front.rpartition(",")[2])]
    if not clause or any(word.startswith(tuple(wording.words("matters"))) for word in clause):
        return False
    told = "," in front and clause[0] == wording.words("that")[0]
    whole = clause[-1].endswith((*wording.words("body_words"), *wording.words("definite_endings")))
    return told or not whole


def only_votes(found: re.Match[str], wording: Wording) -> bool:
    """Whether what was approved has nothing beside it but who was against, or what some had to say: "Godkendt, idet Ib Prøve
    stemte imod", "idet Ane Test undlod at stemme".
    """
    against = wording.mode("majority")
    because = wording.any_of("because").search(found[0]) is not None
    clause = found.string[found.end() :].strip().partition(",")[0]
    member = clause[:1].isupper() and not clause.split()[0].casefold().endswith(tuple(wording.words("body_words")))
    said = member and wording.any_of("members_say").search(clause) is not None
    return because and (said or against.search(clause) is not None)
