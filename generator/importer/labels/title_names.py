"""Titles with a word before them that says what they are: "Emne: Budget 2025", "Sag: Ny skole", in item after item."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from generator.extraction.blocks import Kind
from generator.importer.language.damage import pattern_of
from generator.importer.language.vocabulary import Wording, load_wording
from generator.importer.lines.textlines import TextLine

_SEVERAL = 3  # items that make a form


def named_lines(lines: Sequence[TextLine], wording: Wording) -> frozenset[int]:
    """The lines that are titles with one word before them, where that comes again and again before something else."""
    found: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for at, line in enumerate(lines):
        name, title = name_and_title(line.plain, wording)
        if name and line.kind is not Kind.TABLE:
            found[name].append((at, title))
    several = [same for same in found.values() if len({title for _, title in same}) >= _SEVERAL]
    return frozenset(at for at, _ in max(several, key=len, default=()))


def name_and_title(text: str, wording: Wording, *, close: bool = False) -> tuple[str, str]:
    """The word before a title and the title; the word is empty where there is none. `close` allows no more than a space."""
    found = _names(wording.language).match(text)
    if found is None or not (close or found["mark"].strip(" ") or len(found["mark"]) > 1):
        return "", text
    return found["name"].casefold(), found["title"]


@cache
def _names(language: str) -> re.Pattern[str]:
    names = "|".join(map(pattern_of, sorted(load_wording(language).words("title_names"), key=len, reverse=True)))
    return re.compile(rf"^(?P<name>(?i:{names}))\.?(?P<mark>\s*[:;]\s*|\s+)(?P<title>[\"”“@A-ZÆØÅ0-9].*)$")
