"""Lines that a portal prints for its readers, "Fold ind", "Vis bilag", to furniture: they say nothing of the meeting."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace
from functools import cache
from itertools import pairwise

from generator.extraction.blocks import Kind, Line
from generator.importer.labels.label import label_of
from generator.importer.labels.numbering import number_of
from generator.importer.language.damage import pattern_of, skeleton
from generator.importer.language.vocabulary import Wording, load_wording
from generator.importer.lines.textlines import Reading, TextLine

_BESIDE = re.compile(r"\s+[-–—|·•/]\s+|\s{3,}|\t")  # "Kopier link - Udskriv"
_MARKS = " \t•*·-–—>»«^↑↓←→|+"
_LINK = re.compile(r"!?\[(?P<text>[^\[\]]*)\]\([^()\s]*\)")  # "[Udskriv](?print)"
_HOW_MUCH = re.compile(r"\s*\((?:\d[^()]{0,12}|[a-zæøå]{3,4})\)$", re.IGNORECASE)  # "Se bilag (2)", "Hent bilag (zip)"
_DRAWN = re.compile(r"(?:([-_=*~·•—–])\s?)(?:\1\s?){2,}")  # "---", "* * *"
_WITHIN = re.compile(r"(?:\[[^\[\]]*\]\(#[^()\s]*\)[^\w\[\]]*)+")  # "[Op](#top)": to other places on the page, and no more

_PREFIXED = re.compile(r"^(?P<phrase>[a-zæøå][^A-ZÆØÅ@:.,;]{3,40}?)\s+(?P<rest>[A-ZÆØÅ@]\S.*)$")
_OFTEN = 3  # labels with the same phrase before them


def without_stock(reading: Reading, wording: Wording) -> Reading:
    """The lines without those; the one below such a line begins what it stood in."""
    before = _before_labels(reading, wording)
    heads = _heads_of_items(reading, wording)
    within = Counter(_shown(line.plain) for line in reading.lines if _WITHIN.fullmatch(line.plain.strip(_MARKS)))
    kept: list[TextLine] = []
    taken: list[Line] = []
    for line in reading.lines:
        listed = within[_shown(line.plain)] >= _OFTEN or line.index in heads
        if not line.cells and (listed or _is_stock(line.plain, wording)):
            taken.append(Line(line.text, line.page, line.number))
            continue
        prefixed = _PREFIXED.match(line.plain)
        if prefixed is not None and _key(prefixed["phrase"]) in before:
            taken.append(Line(line.text, line.page, line.number))
            kept.append(replace(line, index=len(kept), text=prefixed["rest"], kind=Kind.PARAGRAPH, first=True))
            continue
        begins = bool(taken) and taken[-1].number == line.number - 1 and taken[-1].page == line.page
        kept.append(replace(line, index=len(kept), first=line.first or begins))
    return replace(reading, lines=tuple(kept), furniture=(*reading.furniture, *taken))


def _is_stock(text: str, wording: Wording) -> bool:
    """Whether a line has nothing but such phrases, perhaps as links, or is drawn across the page; one that only leads to the
    top is known later.
    """
    if _DRAWN.fullmatch(text.strip()):
        return True
    shown = _shown(text)
    patterns = [wording.any_of("stock"), *([wording.any_of("to_top")] if shown != text.strip(_MARKS) else [])]
    parts = [_HOW_MUCH.sub("", part.strip(_MARKS)) for part in _BESIDE.split(shown)]
    return all(any(pattern.fullmatch(part) for pattern in patterns) for part in parts)


def _shown(text: str) -> str:
    """What a reader sees of a line with links."""
    return _LINK.sub(r"\g<text>", text).strip(_MARKS)


def _before_labels(reading: Reading, wording: Wording) -> frozenset[str]:
    """What stands in the same words before several labels, on their line: "fold dette punkt ind Resume"."""
    found: dict[str, list[bool]] = defaultdict(list)
    for line in reading.lines:
        if (prefixed := _PREFIXED.match(line.plain)) and not line.cells:
            rest = replace(line, text=prefixed["rest"], kind=Kind.PARAGRAPH)
            found[_key(prefixed["phrase"])].append(label_of(rest, wording) is not None)
    return frozenset(phrase for phrase, labels in found.items() if sum(labels) >= max(_OFTEN, len(labels) / 2))


def _heads_of_items(reading: Reading, wording: Wording) -> frozenset[int]:
    """The lines that only name the columns of an item's number and title, "Punkt Titel", where several items have one above."""
    pattern = _columns(wording.language)
    found = [
        line.index
        for line, below in pairwise(reading.lines)
        if not line.cells and pattern.fullmatch(line.plain) and number_of(below.plain, wording) is not None
    ]
    return frozenset(found if len(found) >= _OFTEN else ())


@cache
def _columns(language: str) -> re.Pattern[str]:
    """The heads of two columns, of the number and of the title."""
    wording = load_wording(language)
    columns = wording.tree["columns"]
    numbers, titles = ("|".join(map(pattern_of, columns[name])) for name in ("number", "title"))
    return re.compile(rf"(?:{wording.before_number}|{numbers})[.:]?\s+(?:{titles})", re.IGNORECASE)


def _key(phrase: str) -> str:
    return " ".join(map(skeleton, phrase.split()))
