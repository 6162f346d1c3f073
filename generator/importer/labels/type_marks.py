"""The words that say of which type an item is beside its title: "(B)", "Beslutning: Budget", "Budget - til orientering"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from generator.importer.language.damage import skeleton
from generator.importer.language.vocabulary import Wording, load_wording

# "Beslutning: ", "Sag til beslutning - ", and what a print has as a gap.
_BEFORE = re.compile(
    r"^(?P<type>[^\W\d][^:\t–—]{1,40}?)(?:(?P<colon>\s?:)\s*|\s[-–—]\s+|\t+|\s{2,})(?=[\"”»'(A-ZÆØÅ@|\d])(?P<title>.{3,})$"
)
_BEHIND = re.compile(r"(?<=[\w).\"”»])(?:\s+[-–—]+\s+|[,.]\s+)(?P<type>[^\W\d][^:,.–—]{1,40})\.?$")  # " - til orientering"
_JOINED = re.compile(r"\s*/\s*|\s+(?:og|samt|and|eller|or)\s+|\s*&\s*|\s*\+\s*")
_WEIGHT = ("decision", "appointment", "discussion", "theme", "information")  # of two types the heavier one counts
_SEVERAL, _OFTEN = 2, 3  # titles with marks of two types, or after a colon; and of one type


@dataclass(frozen=True, slots=True)
class Marked:
    """Whether the titles of a document have marks of types before them, and behind them, so that each such word is a mark."""

    before: bool = False
    behind: bool = False


UNMARKED = Marked()


@cache
def _marks(language: str) -> dict[str, str]:
    marks = load_wording(language).tree["type_marks"]
    return {_key(word): key for key, words in marks.items() for word in words}


@cache
def _more_marks(language: str) -> dict[str, str]:
    marks = load_wording(language).tree["type_marks_of_many"]
    return {_key(word): key for key, words in marks.items() for word in words} | _marks(language)


def _key(text: str) -> str:
    """A mark as it is looked for, also where a scan misread it; a single letter is itself."""
    return text.casefold() if len(text) == 1 else " ".join(map(skeleton, text.split()))


def type_mark(text: str, wording: Wording) -> str:
    """The type that a text says and nothing else: "Orientering"; empty where it says something else."""
    return _marks(wording.language).get(_key(text.strip(" ().:")), "")


def typed_sentence(text: str, wording: Wording) -> tuple[str, str]:
    """The type with which a line begins as with a sentence, and what follows: "Til beslutning. Oplæg ved Ane Test."; empty:
    it says none.
    """
    said, stop, rest = text.strip(" ()").partition(". ")
    found = type_mark(said, wording) if stop else ""
    return (found, rest) if found else ("", text)


def type_said(text: str, wording: Wording, *, many: bool = False) -> str:
    """The type that a mark says, perhaps two, "Drøftelse og beslutning"; `many` adds what is one among others alone."""
    marks = _more_marks(wording.language) if many else _marks(wording.language)
    said = [marks.get(_key(part.strip(" ().")), "") for part in _JOINED.split(text)]
    return min(said, key=_WEIGHT.index) if all(said) else ""


def type_before(text: str, wording: Wording) -> str:
    """The type that a text says before a colon and what could be a title; empty where it says none."""
    found = _BEFORE.match(text.strip())
    return type_said(found["type"], wording, many=True) if found is not None and found["colon"] is not None else ""


def marked(titles: Sequence[str], wording: Wording) -> Marked:
    """How the titles of a document are marked: several with words for types, one of which could be of its title."""
    before = [(found, found["colon"] is not None) for one in titles if (found := _BEFORE.match(one.strip()))]
    behind = [(found, False) for one in titles if (found := _BEHIND.search(one.strip()))]
    return Marked(_is_usual(before, wording), _is_usual(behind, wording))


def _is_usual(found: Sequence[tuple[re.Match[str], bool]], wording: Wording) -> bool:
    types = [(said, colon) for one, colon in found if (said := type_said(one["type"], wording))]
    after_colon = sum(colon for _, colon in types)
    return len(types) >= _OFTEN or after_colon >= _SEVERAL or len({said for said, _ in types}) >= _SEVERAL


def without_type(title: str, wording: Wording, usual: Marked) -> tuple[str, str]:
    """A title without the mark of its type, where the document's titles have such, and that type; empty: it has none."""
    found = _BEFORE.match(title.strip()) if usual.before else None
    if found is not None and (said := type_said(found["type"], wording, many=True)):
        return found["title"], said
    found = _BEHIND.search(title.strip()) if usual.behind else None
    if found is not None and (said := type_said(found["type"], wording, many=True)):
        return title.strip()[: found.start()], said
    return title, ""
