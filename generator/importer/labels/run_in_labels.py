"""Labels that their text follows on the line without a colon, "Beslutning - Godkendt.", several set off in the same way."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from generator.extraction.blocks import Kind
from generator.importer.labels.groups import group_of
from generator.importer.labels.label import Label, label_of
from generator.importer.labels.label_words import words_of
from generator.importer.labels.numbering import Numbered
from generator.importer.language.damage import skeleton
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording, load_wording
from generator.importer.lines.textlines import TextLine

_TWICE = 2  # times that are enough where a mark sets them off
_OFTEN = 3  # times where nothing does
_WORDS = 4  # of a label before its text, where nothing sets it off
_NAMED_WORDS = 9  # likewise, where it says who acts, and when
_SEPARATED = re.compile(
    r"^\W{0,3}(?P<label>[^\W\d_](?:[^.:;–—\t]|(?<=\d)\.){1,60}?)(?P<mark>\s+[-–—]|(?<!\d)\.|\t+)\s*(?P<rest>\S.*)$"
)
_DASHES = ("-", "–", "—")
_BEGINS = re.compile(r"[A-ZÆØÅ@|•“\"\d–—-]|at\b|that\b|to\b")
_THAT = re.compile(r"(?:at|that|to)\b", re.IGNORECASE)
_KINDS = ("recommendation", "decision", "minutes", "case", "inner", "follow_up")


def run_in_labels(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> Iterator[tuple[int, Label]]:
    """The labels, each with its line: of those that are set off in the same way one must be of a decision or what is asked."""
    ways: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if labels[at] is not None or numbers[at] is not None or group_of(line.plain, wording.language):
            continue
        if line.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM):
            for way, label in _before_text(line, wording):
                ways[way].append((at, label))
    for way, found in sorted(ways.items()):
        kinds = {label.kind for _, label in found}
        if len(found) >= (_OFTEN if way in ("", *_texts(found)) else _TWICE) and not kinds.isdisjoint(_KINDS[:2]):
            yield from found


def _texts(found: Sequence[tuple[int, Label]]) -> set[str]:
    return {label.text.casefold() for _, label in found}


def _before_text(line: TextLine, wording: Wording) -> Iterator[tuple[str, Label]]:
    """How the label is set off, and the label: the one before a mark, else the longest before a word with which a sentence
    begins. One that says who acts may be the beginning of a sentence, and is set off by coming again itself.
    """
    marked = _SEPARATED.match(line.plain)
    if marked is not None and _BEGINS.match(marked["rest"]):
        mark = marked["mark"].strip(" ")
        label = _as_label(line, marked["label"], wording, apart=mark in _DASHES)
        if label is not None:
            yield mark[:1], Label(label.kind, label.text, marked["rest"].strip())
            return
    words = line.plain.split()
    if not words or not _may_begin(words[0], wording.language):
        return
    for count in range(min(_NAMED_WORDS, len(words) - 1), 0, -1):
        rest = " ".join(words[count:])
        head = " ".join(words[:count])
        if not _BEGINS.match(rest) or head.endswith(":") or rest[:2].strip().isdigit():
            continue
        named = _is_named(head, wording)
        label = _as_label(line, head, wording, apart=False, named=named) if named or count <= _WORDS else None
        if label is not None and (label.kind == "recommendation" or not _THAT.match(rest)):
            yield label.text.casefold() if named else "", Label(label.kind, label.text, rest)
            return


@lru_cache(maxsize=50_000)
def _may_begin(word: str, language: str) -> bool:
    """Whether a label may begin with a word."""
    return skeleton(word.strip(".:,")) in _first_words(language) or words_of(word, language) is not None


@cache
def _first_words(language: str) -> frozenset[str]:
    phrases = (phrase for some in load_wording(language).tree["sections"].values() for phrase in some)
    return frozenset(skeleton(phrase.split()[0]) for phrase in phrases)


def _is_named(text: str, wording: Wording) -> bool:
    """Whether what may be a label says who acts."""
    words = words_of(text, wording.language)
    return words is not None and words.acts and " " in text and not text.endswith("s")


def _as_label(line: TextLine, text: str, wording: Wording, *, apart: bool, named: bool = False) -> Label | None:
    """What a line begins with as a label; where no dash sets it `apart` it may be the beginning of a sentence."""
    if not apart and _is_named(text.strip(), wording) and not named:
        return None  # "Beslutning Tilbagesendes Borgmesterens" goes on
    thing = text.strip().isalpha() and text.strip().casefold().endswith(tuple(wording.words("noun_endings")))
    if not apart and not thing and outcome_of(text, wording, strict=False) is not None:
        return None  # and not "Drøftelse. Ane Test mente"
    label = label_of(_with(line, text), wording)
    return label if label is not None and label.kind in _KINDS else None


def _with(line: TextLine, text: str) -> TextLine:
    return TextLine(line.index, text, line.page, line.number, Kind.PARAGRAPH, line.block, line.first, line.last)
