"""Tables of who treats a case and when, which a web page leaves as lines, a cell each: they decide nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.importer.labels.groups import group_of
from generator.importer.labels.label import Label, field_of
from generator.importer.labels.label_words import words_of
from generator.importer.labels.numbering import Numbered
from generator.importer.language.vocabulary import Wording, label_pattern
from generator.importer.lines.textlines import TextLine

_DAY = re.compile(r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}")
_FEWEST = 3  # cells: a body, a day and the number of the item there, or the head of a column


def timetables_of(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> Iterator[int]:
    """The lines of such tables, and of the labels above them."""
    for at, label in enumerate(labels):
        if label is None or label.rest:
            continue
        cells = []
        for line in lines[at + 1 :]:
            if labels[line.index] is not None or not (cell := _cell(line.plain, wording)):
                break
            cells.append(cell)
        after = at + 1 + len(cells)
        ends = after == len(lines) or labels[after] or numbers[after] or field_of(lines[after].plain, wording)
        if ends and len(cells) >= _FEWEST and {"body", "day"} <= {*cells}:
            yield from range(at, after)


def _cell(text: str, wording: Wording) -> str:
    """What a line says as a cell of such a table; empty where it is none."""
    if _DAY.fullmatch(text):
        return "day"
    if text.isdecimal():
        return "number"
    words = words_of(text, wording.language)
    if words is not None and words.acts and not words.kind and not words.dated and not text.endswith((".", ":")):
        return "body"
    field = field_of(text, wording)
    is_head = (field is not None and field.kind == "date" and not field.rest) or any(
        label_pattern(wording.tree["columns"][kind]).match(text) for kind in ("number", "title")
    )
    return "head" if is_head or group_of(text, wording.language) in ("open", "closed") else ""
