"""Words to the body that they name: one that meets, without what is said of its meeting or its paper."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from generator.importer.language.damage import pattern_of
from generator.importer.language.vocabulary import Wording, load_wording

_ENDING = r"(?:et|t|en|n|ene|er|erne|ne|met)?"  # of a word for a body: "råd-et", "udvalg-ene"


@lru_cache(maxsize=50_000)
def is_met(word: str, language: str) -> bool:
    """Whether a word names a body that meets, and not an office: "Miljøudvalget", "KKR"."""
    return _met(language).fullmatch(word.strip(".,:;\"“”'()*_")) is not None


def owner_of(text: str, language: str) -> tuple[str, bool]:
    """The words without what is said of the body's meeting or paper, "Ældrerådets møde", "Økonomiudvalgets protokol", and
    whether a word for its meeting named it: "Skolebestyrelsesmøde" is of a Skolebestyrelse, "Bestyrelsesmøde i Østtrafik" of
    Østtrafik.
    """
    wording = load_wording(language)
    words = text.split()
    for at, word in enumerate(words):
        if at and _is_of_meeting(word, wording):
            owner = [*words[: at - 1], words[at - 1].removesuffix("s").removesuffix("S")]
            return (" ".join(owner), False) if any(is_met(one, language) for one in owner) else (text, False)
        if met := _meeting_of(word, wording):
            return _owner_of_meeting(words, at, met, wording), True
    return text, False


def _owner_of_meeting(words: Sequence[str], at: int, met: str, wording: Wording) -> str:
    """Whose meeting it is that a word names: a body by itself, or who else has one that every organisation has."""
    small = (*wording.words("meeting_kinds"), *wording.words("leading"))
    before = [one for one in words[:at] if one.casefold() not in small]
    after = [*words[at + 1 :]]
    if wording.any_of("generic_bodies").fullmatch(met):
        whose = after[1:] if after[:1] and after[0] in wording.words("leading") else after
        named = " ".join(whose or before).strip(" ,")
        return named or met
    return " ".join((*before, met, *after))


def _is_of_meeting(word: str, wording: Wording) -> bool:
    """Whether a word says that what stands before it has met, or has written: "møde", "forhandlingsprotokol"."""
    paper = wording.any_of("minutes_words", whole=False).search(word)
    meets = wording.any_of("meeting_ends").fullmatch(word.strip(".,:")) is not None
    return meets or (paper is not None and word[:1].islower())


def _meeting_of(word: str, wording: Wording) -> str:
    """The body that a word for its meeting has in it: "Ældrerådsmøde"; empty where it has none."""
    found = re.fullmatch(rf"(?P<body>.+)(?:{wording.any_of('meeting_ends', whole=False).pattern})", word, re.IGNORECASE)
    body = found["body"] if found else ""
    return next((one for one in (body, body.removesuffix("s")) if one and is_met(one, wording.language)), "")


@cache
def _met(language: str) -> re.Pattern[str]:
    words = "|".join(pattern_of(word, loose=False) for word in load_wording(language).words("bodies_met"))
    return re.compile(rf"(?:[\w-]*\W)?\w*(?:{words}){_ENDING}", re.IGNORECASE)
