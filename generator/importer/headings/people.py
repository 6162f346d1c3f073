"""What stands beside the title of an item, "økonomichef Ane Test og Ib Prøve", to the names of people in it."""

from __future__ import annotations

import re
from functools import cache

from generator.importer.headings.timed import FIRST_NAMES, SPLIT
from generator.importer.language.damage import pattern_of
from generator.importer.language.vocabulary import Wording, load_wording

_NAME = r"[A-ZÆØÅ@6][\w.'’@&-]*"
_NAMES = re.compile(rf"^(?:{_NAME}|af|de|van|von)(?:[ -](?:{_NAME}|af|de|van|von))+$")
_SPLIT = re.compile(r"\s*(?:,|/|&|\bog\b|\band\b|\bsamt\b)\s*")
EMPTY = re.compile(r"\(\s*\)|\s[#*]+\s*$")  # "Ane Test ()", "1. Budget ( )": what may stand there is left out


@cache
def _offices(language: str) -> re.Pattern[str]:
    """What a person is, also as a compound: "kommunaldirektør", "Konst. velfærdsdirektør"."""
    words = "|".join(map(pattern_of, load_wording(language).words("titles_of_people")))
    return re.compile(rf"(?<!\w)(?:[^\W\d_]{{2,8}}\. )?[^\W\d_]*(?:{words})(?!\w)", re.IGNORECASE)


def says_office(text: str, wording: Wording, *, only: bool = False) -> bool:
    """Whether a text begins with what a person is, "økonomichef Ane Test", or is `only` that."""
    offices = _offices(wording.language)
    return (offices.fullmatch(text) if only else offices.match(text)) is not None


def names_in(text: str, wording: Wording) -> tuple[str, ...]:
    """The names that a text lists; none unless all of it is names, perhaps with what they are."""
    said = re.sub(r"\s*\([^()]*\)", "", EMPTY.sub("", text)).strip(" .):;")
    titles = _offices(wording.language)
    names = []
    for bare in filter(None, _SPLIT.split(said)):
        leading = titles.match(bare)
        name = bare[leading.end() :].strip(" .") if leading else bare.strip()
        if _NAMES.match(name) and name.partition(".")[0].casefold() not in wording.words("abbreviations"):
            names.append(name)
        elif not titles.search(bare):
            return ()
    return tuple(names)


def presented_after(said: str, wording: Wording) -> tuple[str, ...] | None:
    """The names of who presents an item, as what follows the time in its heading says: "Ane Test", "ved Ane og Ib"; none for
    "ved formanden", which names nobody, and None where it says something else.
    """
    before = wording.any_of("before_presenter").match(said)
    if before is None:
        return names_in(said, wording) or None
    bare = said[before.end() :].strip(" :")
    if FIRST_NAMES.fullmatch(bare):
        return tuple(SPLIT.split(bare))
    return names_in(bare, wording) or (() if says_office(bare, wording, only=True) else None)
