"""Words that elsewhere state an outcome and here only name a thing, or go on to others: "et fald i frafaldet"."""

from __future__ import annotations

import re

from generator.importer.language.around import Around
from generator.importer.language.conditions import comes_only_if
from generator.importer.language.telling import is_somebody
from generator.importer.language.vocabulary import Wording

_BEFORE_NOUNS = ("before_names", "subordinating", "that", "articles")
_CLAUSE_END = re.compile(r"[,;:]")


def names_dropout(around: Around, wording: Wording) -> bool:
    """Whether a noun says how many leave a school, and nobody gives up a proposal: "et fald i frafaldet", "Frafaldet på
    skolerne er størst om foråret".
    """
    if not wording.any_of("dropping_out").fullmatch(around.found[0]):
        return False
    if not around.before:
        return around.after.strip(" .") != ""
    before = around.before[-1]
    clause = {word.casefold() for word in _CLAUSE_END.split(around.sentence[: around.found.start()])[-1].split()}
    if clause & {*wording.words("passive"), *wording.words("been")} or before in wording.words("perfect"):
        return False
    ends = (*wording.words("acting_endings"), *wording.words("past_endings"), *wording.words("describing_endings"))
    leads = [word for name in _BEFORE_NOUNS for word in wording.words(name)]
    return before.islower() and (before in leads or before.endswith(ends))


def names_refusal(around: Around, wording: Wording) -> bool:
    """Whether a refusal is only named: "antallet af afslag"."""
    named = around.before[-1:] != [] and around.before[-1].casefold() in wording.words("counted_of")
    return named and wording.any_of("refusals").fullmatch(around.found[0]) is not None


def is_left_to_each(around: Around, wording: Wording) -> bool:
    """Whether those who met are each to name somebody, and nobody is named: "Hver kommune udpeger en kontaktperson"."""
    if not around.found[0].casefold().endswith(tuple(wording.words("acting_endings"))) or not around.before:
        return False
    who = _CLAUSE_END.split(around.sentence[: around.found.start()])[-1].split()
    named = any(word[:1].isupper() for word in around.after.split())
    several = who and who[-1].casefold().endswith(tuple(wording.words("each_endings")))
    every = any(word.casefold() in wording.words("each") for word in (*who, *around.after.split()[:1]))
    return not named and bool(several or every)


def goes_to_nobody(around: Around, wording: Wording) -> bool:
    """Whether a sum goes back to those whose it is, or the body to what it had before: "går tilbage til den gamle ordning"."""
    to = around.upto.endswith(tuple(wording.words("for_post")[-1:]))  # "går tilbage til", and not "går om"
    moves = to and wording.any_of("going").match(around.found[0]) is not None
    sum_left = wording.any_of("sums_left").match(around.sentence) is not None
    elsewhere = moves and (sum_left or not is_somebody(around.after, wording))
    return elsewhere or comes_only_if(around.found, wording)


def is_consent(around: Around, wording: Wording) -> bool:
    """Whether nobody says no to a matter: "Ingen havde noget imod planen"."""
    return wording.any_of("none_against").search(around.sentence) is not None


def describes(around: Around, wording: Wording) -> bool:
    """Whether what was told only says which things are meant: "på de nævnte vilkår", and not "Det oplyste formanden"."""
    article = around.before[-1:] != [] and around.before[-1] in wording.words("articles")
    return article and around.found[0].endswith("te") and around.after[:1].islower()
