"""Items that are one line, "2. Regnskab: Godkendt.": the title, and what was said about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importer.headings.people import names_in
from generator.importer.labels.label import field_of
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording

_MARKS = (re.compile(r": "), re.compile(r" [–-] "), re.compile(r"\. (?=[A-ZÆØÅ@])"))
_IN_BRACKETS = re.compile(r"\s+\((?P<said>[^()]+)\)$")
_USUAL = (re.compile(r":\s+(?=\S)"), re.compile(r"(?<=\?)\s+(?=\S)"))  # where most titles of a document end in one of them
_LONGEST = 80  # letters of a title before such a mark
_FEWEST = 3


def are_one_line(titles: Sequence[str]) -> bool:
    """Whether most titles of a document are followed on their line, after a colon, by what was said."""
    found = [title for title in titles if _after(title)]
    return len(found) >= _FEWEST and len(found) * 2 >= len(titles)


def parts_of_line(title: str, wording: Wording, *, usual: bool, agenda: bool) -> tuple[str, str, list[str]]:
    """The title, what was said, empty in an agenda, and the names of who was absent, where the item only says that: "Afbud:
    Ane Test". `usual` says that `are_one_line`.
    """
    found = field_of(title, wording)
    if found is not None and found.kind in ("absent", "apologies") and names_in(found.rest, wording):
        return found.text, "", [found.rest]
    return (title, "", []) if agenda else (*title_and_said(title, wording, usual=usual), [])


def title_and_said(title: str, wording: Wording, *, usual: bool) -> tuple[str, str]:
    """The title, and what was said, empty where the line is a title alone; `usual` says that `are_one_line`."""
    aside = _IN_BRACKETS.search(title)
    if aside is not None and outcome_of(aside["said"], wording, strict=True):
        return title[: aside.start()], aside["said"]  # "Evaluering af samarbejdet (udgår)"
    for mark in _MARKS:
        for found in mark.finditer(title):
            if outcome_of(title[found.end() :], wording, strict=False):
                return title[: found.start()], title[found.end() :]
            break
    return (_after(title) if usual else ()) or (title, "")


def _after(title: str) -> tuple[str, str] | tuple[()]:
    """What stands before and after the mark that ends a title; nothing where none does."""
    for mark in _USUAL:
        found = mark.search(title)
        if found is not None and 2 < found.start() <= _LONGEST:
            return title[: found.start()], title[found.end() :]
    return ()
