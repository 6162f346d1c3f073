"""Labels that are counted: "b. Beslutning" in every item, or the parts of each item by its number, "2.3 Økonomi"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.labels.label import Label, label_of
from generator.importer.labels.label_words import words_of
from generator.importer.language.damage import skeleton
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_TWICE = 2  # times that are enough for what its words say is a label
_OFTEN = 3  # times, in as many items, for what only stands among such labels
_LONGEST = 60  # letters of a label that no list has
_MARK = re.compile(r"(?:[a-zæøå]|\d{1,2}(?:\.\d{1,2})*)[.)]\s+")
_PART = re.compile(r"(?P<item>\d{1,3})\.\d{1,2}\.?\s+(?=[^\W\d_])")
_TITLED = re.compile(r"(?P<number>\d{1,3})[.)]\s+(?P<title>[A-ZÆØÅ@].*)$")
_FAR = 80  # lines of an item


def counted_labels(lines: Sequence[TextLine], labels: Sequence[Label | None], wording: Wording) -> Iterator[tuple[int, Label]]:
    """The lines that are labels with a number or a letter before them, and what each announces."""
    found: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    titles: set[str] = set()
    for at, line in enumerate(lines):
        mark = _MARK.match(line.plain) or _PART.match(line.plain) if labels[at] is None else None
        label = label_of(_without(line, mark.end()), wording) if mark else None
        if label is not None and not label.rest:
            found[label.text.casefold()].append((at, label))
            titles |= {line.plain} if _may_be_title(label, wording) and _counts_on(lines, at, wording) else set()
    for text, same in found.items():
        found[text] = [(at, label) for at, label in same if lines[at].plain not in titles]
    again = any(len(same) >= _TWICE for same in found.values())
    known = dict(one for same in found.values() for one in same if again)
    yield from known.items()
    if any(label.kind == "decision" for at, label in known.items() if _PART.match(lines[at].plain)):
        yield from _parts(lines, labels, known)


def _may_be_title(label: Label, wording: Wording) -> bool:
    """Whether a label could be an item's title as well: "Økonomi", what names somebody, "Forslag fra Ældrerådet", or what has
    words that are of no label, "Indstilling til miljøprisen".
    """
    words = words_of(label.text, wording.language)
    return label.kind == "inner" or words is None or (words.acts and not words.dated)


def _parts(lines: Sequence[TextLine], labels: Sequence[Label | None], known: Container[int]) -> Iterator[tuple[int, Label]]:
    """The other parts of items whose parts have labels, by their coming again below one number after another."""
    found: dict[str, list[tuple[int, str, Label]]] = defaultdict(list)
    for at, line in enumerate(lines):
        part = _PART.match(line.plain) if labels[at] is None and at not in known and line.kind is not Kind.TABLE else None
        text = line.plain[part.end() :] if part else ""
        if part and len(text) <= _LONGEST and not text.endswith((".", ",", ":")):
            found[skeleton(text)].append((at, part["item"], Label("inner", text, "")))
    for same in found.values():
        if len({item for _, item, _ in same}) >= _OFTEN:
            yield from ((at, label) for at, _, label in same)


def _counts_on(lines: Sequence[TextLine], at: int, wording: Wording) -> bool:
    """Whether a line stands in a sequence of titles: "3. Økonomi" between "2. Fælles mastepolitik" and "4. Eventuelt"."""
    number = _TITLED.match(lines[at].plain)
    if number is None:
        return False
    beside = []
    for lower, step in ((lines[at + 1 : at + _FAR], 1), (lines[max(0, at - _FAR) : at][::-1], -1)):
        same = (one for one in lower if one.kind == lines[at].kind and one.level == lines[at].level)
        found = next((mark for one in same if (mark := _TITLED.match(one.plain))), None)
        beside.append(
            found is not None
            and int(found["number"]) == int(number["number"]) + step
            and label_of(TextLine(0, found["title"], 0, 0, Kind.PARAGRAPH, 0, True, True), wording) is None
        )
    return all(beside)


def _without(line: TextLine, mark: int) -> TextLine:
    return replace(line, text=line.plain[mark:], kind=Kind.PARAGRAPH, marker="", level=0, cells=())
