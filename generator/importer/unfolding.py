"""Tables of two columns, a label and what it says, to lines with a label and a colon, as other minutes have them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from generator.extraction.blocks import Kind
from generator.importer.labels import field_of, label_of
from generator.importer.numbering import number_of
from generator.importer.textlines import Reading, TextLine
from generator.importer.vocabulary import Wording


def unfolded(reading: Reading, wording: Wording) -> Reading:
    """The lines, those of tables of labels as paragraphs."""
    lines: list[TextLine] = []
    for _, group in groupby(reading.lines, key=lambda line: line.block):
        rows = list(group)
        lines += _as_lines(rows) if _is_labels(rows, wording) else rows
    return replace(reading, lines=tuple(lines))


def _is_labels(rows: Sequence[TextLine], wording: Wording) -> bool:
    """Whether a table is one of labels: two columns at most, the first mostly a label, a field of the head or a number."""
    cells = [row.cells for row in rows if row.cells]
    if not cells or any(row.kind is not Kind.TABLE for row in rows) or max(map(len, cells)) > 2:
        return False
    said = [row for row in rows if len(row.cells) == 2 and _says(row, wording)]
    return len(said) * 2 > len(cells) and any(label_of(_line(row), wording) for row in said)


def _says(row: TextLine, wording: Wording) -> bool:
    line = _line(row)
    number = number_of(f"{row.cells[0]} Xx", wording)
    return label_of(line, wording) is not None or field_of(line.plain, wording) is not None or number is not None


def _line(row: TextLine) -> TextLine:
    return replace(row, text=_joined(row.cells), kind=Kind.PARAGRAPH, cells=())


def _joined(cells: Sequence[str]) -> str:
    if len(cells) < 2:
        return cells[0].strip() if cells else ""
    mark = " " if any(letter.isdigit() for letter in cells[0]) else ": "
    return f"{cells[0].strip().rstrip(':')}{mark}{cells[1].strip()}"


def _as_lines(rows: Iterable[TextLine]) -> list[TextLine]:
    return [replace(_line(row), first=True, last=True) if row.cells else row for row in rows]
