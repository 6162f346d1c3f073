"""Titles that what was said follows on their line, "2. Regnskab. - Godkendt.", where most items of a text are like that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.extraction.blocks import Kind
from generator.importer.labels.page import Page
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import sentences_of
from generator.importer.language.vocabulary import Wording

# What may stand between the two; the first of those that a line has.
_MARKS = (
    re.compile(r"\.\s+[-–—]\s+"),
    re.compile(r":\s+(?=[\"”A-ZÆØÅ@|\d])"),
    re.compile(r"\s[-–—]\s+(?=[\"”A-ZÆØÅ@|\d])"),
    re.compile(r"\.\s+(?=[A-ZÆØÅ@|])"),
)
_ALWAYS = 2  # so many of them part each line of a text in which most lines have them
_FEWEST = 3  # items
_SHORTEST, _LONGEST = 3, 80  # letters of a title before such a mark
_LABELLED = ("decision", "minutes")


def said_beside(page: Page) -> Mapping[int, tuple[str, str]]:
    """The lines with a number that are parted so, each with its title and what was said; none where labels say that."""
    if any(label is not None and label.kind in _LABELLED for label in page.labels):
        return {}
    ways: list[dict[int, tuple[str, str]]] = [{} for _ in _MARKS]
    numbered = 0
    for at, number in enumerate(page.numbers):
        if number is None or number.dotted or not number.title[:1].isupper() or page.lines[at].kind is Kind.TABLE:
            continue
        numbered += 1
        for way, parts in _parted(number.title):
            ways[way][at] = parts
    told = [{at: parts for at, parts in found.items() if tells(parts[1], page.wording)} for found in ways]
    best = max(range(len(_MARKS)), key=lambda way: len(told[way]))
    if len(told[best]) < _FEWEST or len(told[best]) * 2 < numbered:
        return {}
    return ways[best] if best < _ALWAYS else told[best]


def _parted(title: str) -> Iterator[tuple[int, tuple[str, str]]]:
    """What stands before and after the first mark of a line, and which mark that is."""
    for way, mark in enumerate(_MARKS):
        found = mark.search(title)
        if found is not None and _SHORTEST <= found.start() <= _LONGEST:
            yield way, (title[: found.start()], title[found.end() :].strip())
            return


def tells(text: str, wording: Wording) -> bool:
    """Whether a text says what was done, and not of which type an item is: "Drøftelse", "Orientering om isen"."""
    first = sentences_of(text, wording)[0] if text else ""
    word = first.partition(" ")[0].strip(".,:")
    noun = word.endswith(tuple(wording.words("noun_endings"))) and wording.any_of("body_words").fullmatch(word) is None
    return bool(first) and not noun and outcome_of(first, wording, strict=True) is not None
