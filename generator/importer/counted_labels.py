"""Labels that are counted like headings, "2.3 Beslutning" or "c) Beslutning": known because they come again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.labels import Label, label_of
from generator.importer.numbering import Numbered
from generator.importer.textlines import TextLine
from generator.importer.vocabulary import Wording

_OF_ITEMS = ("recommendation", "decision", "minutes", "case", "annexes")
_AGAIN = 2  # times that the same words stand behind different numbers


def counted_labels(lines: Sequence[TextLine], numbers: Sequence[Numbered | None], wording: Wording) -> dict[int, Label]:
    """The labels behind the numbers of a text by their lines; none where no label comes again with another number."""
    found: dict[int, Label] = {}
    said_behind: set[tuple[str, str]] = set()
    for at, (line, number) in enumerate(zip(lines, numbers, strict=True)):
        said = _behind_number(line, number)
        label = label_of(replace(line, text=said, marker=""), wording) if said else None
        if label is not None and label.kind in _OF_ITEMS and not label.rest:
            found[at] = label
            said_behind.add((label.text, number.printed if number is not None else str(at)))
    again = Counter(text for text, _ in said_behind)
    return found if any(count >= _AGAIN for count in again.values()) else {}


def _behind_number(line: TextLine, number: Numbered | None) -> str:
    """What stands behind a number or letter; nothing in a list of contents."""
    if number is not None:
        return "" if number.dotted else number.title
    counted = line.marker[:-1].strip("(").isalnum() and line.marker[-1:] in (")", ".")
    return line.plain.removeprefix(line.marker).strip() if counted else ""
