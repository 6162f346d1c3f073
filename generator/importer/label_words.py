"""The words that labels are put together of, so that a label is known that no list has: "Byrådets endelige beslutning"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from babel.dates import get_day_names, get_month_names

from generator.importer.damage import pattern_of
from generator.importer.vocabulary import load_wording

_MOST = 14  # words of a label
_ENDING = r"\w{0,7}"  # of a stem: "beslut-ningerne"
_ACTOR_ENDING = r"(?:\w{1,4})?"
_DATE = re.compile(r"\d[\d./:-]*")
_TOKENS = re.compile(r"[^\s/,()]+")
_TWO_SENTENCES = re.compile(r"\.\s+[A-ZÆØÅ]")
_ONLY_ALONE = "minutes"  # "Referat af mødet den 3. maj" is a title


@dataclass(frozen=True, slots=True)
class Words:
    """What a line of label words says: the kind of what stands below (empty: no word tells), whether it names one who
    acts, and whether it has a date or a number.
    """

    kind: str
    acts: bool
    dated: bool


@lru_cache(maxsize=50_000)
def words_of(text: str, language: str) -> Words | None:
    """What a line says where it consists of nothing but words of labels; None where it has others."""
    if _TWO_SENTENCES.search(text):
        return None
    tokens = [token.strip(".:;*_–—\"'[]") for token in _TOKENS.findall(text)]
    tokens = [one for one in tokens if one and one not in "-–—&"]
    if not tokens or len(tokens) > _MOST or not (tokens[0][0].isupper() or not tokens[0][0].isalnum()):
        return None
    classes = [_class_of(token, language) for token in tokens]
    acts, dated = "actor" in classes, "date" in classes
    for token, found in zip(tokens, classes, strict=True):
        if not found and not (acts and token[0].isupper()):
            return None
    kinds = [one.removeprefix("stem ") for one in classes if one.startswith("stem ")]
    kind = _one_of(kinds)
    if kind == _ONLY_ALONE and (dated or len(tokens) > 1):
        return None
    return Words(kind, acts, dated)


def _one_of(kinds: list[str]) -> str:
    """The kind that counts: the first, but of what was said and what was decided the latter."""
    if not kinds:
        return ""
    return "decision" if kinds[0] == "minutes" and "decision" in kinds else kinds[0]


@lru_cache(maxsize=50_000)
def _class_of(token: str, language: str) -> str:
    """What a word is in a label: a stem with its kind, one who acts, a date, a small word; empty for others."""
    if _DATE.fullmatch(token) or _days(language).fullmatch(token):
        return "date"
    if _around(language).fullmatch(token):
        return "small"
    found = [(match.start("stem"), kind) for kind, stem in _stems(language) if (match := stem.match(token))]
    if found:
        return f"stem {max(found)[1]}"
    return "actor" if _actors(language).search(token) else ""


@cache
def _stems(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    tree = load_wording(language).tree
    before = "|".join(map(pattern_of, tree["label_before"]))
    return tuple(
        (kind, re.compile(rf"(?:{before})?(?P<stem>{'|'.join(map(pattern_of, words))}){_ENDING}$", re.IGNORECASE))
        for kind, words in tree["label_stems"].items()
    )


@cache
def _around(language: str) -> re.Pattern[str]:
    words = "|".join(map(pattern_of, load_wording(language).words("label_around")))
    return re.compile(rf"(?:{words})[et]?", re.IGNORECASE)


@cache
def _actors(language: str) -> re.Pattern[str]:
    words = "|".join(map(pattern_of, load_wording(language).words("label_actors")))
    return re.compile(rf"(?:{words}){_ACTOR_ENDING}$", re.IGNORECASE)


@cache
def _days(language: str) -> re.Pattern[str]:
    names = {*get_month_names("wide", locale=language).values(), *get_month_names("abbreviated", locale=language).values()}
    names |= set(get_day_names("wide", locale=language).values())
    return re.compile("|".join(pattern_of(name.rstrip(".")) for name in sorted(names)), re.IGNORECASE)
