"""Tables that are none to lines: labels beside what they say get a colon, as other minutes have it; text is text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
        if _is_text(rows):
            lines += [replace(row, kind=Kind.PARAGRAPH, cells=(), first=row.first or _is_side_by_side(row)) for row in rows]
        else:
            lines += _as_lines(rows) if _is_labels(rows, wording) else rows
    return replace(reading, lines=tuple(replace(line, index=index) for index, line in enumerate(lines)))


def _is_text(rows: Sequence[TextLine]) -> bool:
    """Whether what looks like a table is running text with a number in the margin now and then."""
    few = len(rows) == 1 or sum(map(_is_side_by_side, rows)) * 2 <= len(rows)
    return few and rows[0].kind is Kind.TABLE and all(row.cells for row in rows)


def _is_side_by_side(row: TextLine) -> bool:
    return sum(bool(cell.strip()) for cell in row.cells) > 1


def _is_labels(rows: Sequence[TextLine], wording: Wording) -> bool:
    """Whether a table is one of labels: two columns at most, the first mostly a label, a field of the head or a number."""
    cells = [row.cells for row in rows if row.cells]
    if not cells or any(row.kind is not Kind.TABLE for row in rows) or max(map(len, cells)) > 2:
        return False
    said = [row for row in rows if len(row.cells) == 2 and _says(row, wording)]
    return len(said) * 2 > sum(bool(one[0].strip()) for one in cells) and any(label_of(_line(row), wording) for row in said)


def _says(row: TextLine, wording: Wording) -> bool:
    line = _line(row)
    if row.cells[0].strip().endswith(":"):
        return True
    number = number_of(f"{row.cells[0]} Xx", wording)
    return label_of(line, wording) is not None or field_of(line.plain, wording) is not None or number is not None


def _line(row: TextLine) -> TextLine:
    return replace(row, text=_joined(row.cells), kind=Kind.PARAGRAPH, cells=())


def _joined(cells: Sequence[str]) -> str:
    if len(cells) < 2 or not cells[0].strip():
        return " ".join(cells).strip()
    mark = " " if any(letter.isdigit() for letter in cells[0]) else ": "
    return f"{cells[0].strip().rstrip(':')}{mark}{cells[1].strip()}"


def _as_lines(rows: Iterable[TextLine]) -> Iterator[TextLine]:
    """The rows as lines, a line for each of a cell's."""
    for row in rows:
        line = _line(row) if row.cells else row
        first, *more = line.text.split("\n")
        yield replace(line, text=first, first=bool(row.cells[0].strip())) if row.cells else row
        yield from (replace(line, text=text, first=False) for text in more)
