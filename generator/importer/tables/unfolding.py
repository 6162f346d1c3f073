"""Tables that are none to lines: labels beside what they say get a colon, as other minutes have it; text is text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.extraction.blocks import Block, Kind
from generator.extraction.rows import marker_of
from generator.importer.labels.label import field_of, label_of
from generator.importer.labels.numbering import number_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import Reading, TextLine, lines_of
from generator.importer.tables.table_items import column_of, columns_of

_NUMBER = re.compile(r"^\W*\d|^\D{0,20}\d{1,3}\W*$")  # "3", "Pkt. 3"; and not "Byrådet den 14. maj 2019"
_MOST = 6  # letters of "at" with what counts it
_CODE = 14  # letters of the number of an item
_TWICE = 2
_DIGITS = re.compile(r"\d+")


def unfolded(reading: Reading, wording: Wording) -> Reading:
    """The lines, those of tables of labels as paragraphs."""
    lines: list[TextLine] = []
    beside = _numbers_beside(reading.lines)
    added = 0  # blocks, by those that stand in cells
    for block, group in groupby(reading.lines, key=lambda line: line.block):
        rows = _without_rule([replace(row, block=block + added) for row in group])
        if _is_labels(rows, wording):
            lines += (replace(line, boxed=True) for line in _as_lines(rows, reading.blocks[block]))
            added = max(added, lines[-1].block - block)
        elif all(_number_beside(row) in beside for row in rows):
            lines += [replace(row, kind=Kind.PARAGRAPH, cells=(), first=True, last=True) for row in rows]
        elif _is_text(rows) and not (lines and _goes_on_from(lines[-1], rows[0])):
            lines += [replace(row, kind=Kind.PARAGRAPH, cells=(), first=row.first or _is_side_by_side(row)) for row in rows]
        else:
            lines += _as_points(rows) if _are_points(rows, wording) else rows
    return replace(reading, lines=tuple(replace(line, index=index) for index, line in enumerate(lines)))


def _without_rule(rows: list[TextLine]) -> list[TextLine]:
    """The rows; of a table of one row with a line below it, as Markdown has it, the row alone, as Word has it."""
    said = [row for row in rows if row.cells]
    if len(said) != 1 or len(rows) != _TWICE or rows[0].kind is not Kind.TABLE:
        return rows
    return [replace(said[0], text="\t".join(said[0].cells))]


def _numbers_beside(lines: Sequence[TextLine]) -> frozenset[str]:
    """The forms of the numbers that stand beside titles on lines of their own: two headings below each other are no table."""
    forms = Counter(form for line in lines if line.kind is not Kind.TABLE and (form := _number_beside(line)))
    return frozenset(form for form, count in forms.items() if count >= _TWICE)


def _number_beside(line: TextLine) -> str:
    """The form of the number, or the code, that stands beside a text, with nothing else on the line; empty where none does."""
    cells = line.cells or tuple(line.text.split("\t"))
    number = cells[0].strip()
    fits = len(cells) == 2 and 0 < len(number) <= _CODE and " " not in number and any(map(str.isalpha, cells[1]))
    return _DIGITS.sub("#", number) if fits and any(map(str.isdigit, number)) else ""


def _goes_on_from(last: TextLine, row: TextLine) -> bool:
    """Whether a row is the next of a table that the page before it ends with."""
    return last.kind is Kind.TABLE and row.page > last.page and len(row.cells) == len(last.cells) > 2


def _is_text(rows: Sequence[TextLine]) -> bool:
    """Whether what looks like a table is running text with a number in the margin now and then."""
    few = len(rows) == 1 or sum(map(_is_side_by_side, rows)) * 2 <= len(rows)
    return few and rows[0].kind is Kind.TABLE and all(row.cells for row in rows)


def _is_side_by_side(row: TextLine) -> bool:
    return len(_said(row)) > 1


def _said(row: TextLine) -> list[str]:
    """The cells of a row that say something: those beside or below one that goes over several are empty."""
    return [cell for cell in row.cells if cell.strip()]


def _is_labels(rows: Sequence[TextLine], wording: Wording) -> bool:
    """Whether a table is one of labels: in a row no more than two cells say something, the first mostly a label, a field
    of the head or a number, and there is a label somewhere.
    """
    cells = [said for row in rows if (said := _said(row))]
    if not cells or any(row.kind is not Kind.TABLE for row in rows) or max(map(len, cells)) > 2:
        return False
    if columns_of(rows[0].cells, wording) and not any(number_of(cell, wording) for cell in rows[0].cells):
        return False
    labelled = [row for row in rows if len(_said(row)) == 2 and _says(row, wording)]
    return len(labelled) * 2 > len(cells) and any(label_of(line, wording) for row in labelled for line in _broken(row))


def _are_points(rows: Sequence[TextLine], wording: Wording) -> bool:
    """Whether a table is the points of a recommendation: in the first column is nothing but "at", perhaps counted."""
    heads = [row.cells[0].strip().casefold() for row in rows if row.cells and row.cells[0].strip()]
    that = tuple(wording.words("that"))
    few = bool(heads) and all(row.kind is Kind.TABLE and len(row.cells) <= 2 for row in rows)
    return few and all(head.endswith(that) and sum(map(str.isalpha, head)) <= _MOST for head in heads if head)


def _as_points(rows: Iterable[TextLine]) -> Iterator[TextLine]:
    """The rows as items of a list, a row without a mark as the rest of the one above."""
    for row in filter(lambda row: row.cells, rows):  # not the line below a table's head
        text = " ".join(cell.strip() for cell in row.cells if cell.strip())
        begins = bool(row.cells[0].strip())
        marker = marker_of(text) if begins else ""
        yield replace(row, text=text, kind=Kind.LIST_ITEM if marker else Kind.PARAGRAPH, cells=(), first=begins, marker=marker)


def _says(row: TextLine, wording: Wording) -> bool:
    line, before = _line(row), _said(row)[0].strip()
    if before.endswith(":") or column_of(before, wording) in ("number", "title"):
        return True
    number = number_of(f"{before} Xx", wording)
    return label_of(line, wording) is not None or field_of(line.plain, wording) is not None or number is not None


def _line(row: TextLine) -> TextLine:
    return replace(row, text=_joined(_said(row)), kind=Kind.PARAGRAPH, cells=())


def _joined(cells: Sequence[str]) -> str:
    if len(cells) < 2:
        return " ".join(cells).strip()
    mark = " " if _NUMBER.search(cells[0]) else ": "
    return f"{cells[0].strip().rstrip(':')}{mark}{cells[1].strip()}"


def _broken(row: TextLine) -> Iterator[TextLine]:
    """A row as lines, a line for each of a cell's."""
    line = _line(row)
    first, *more = line.text.split("\n")
    yield replace(line, text=first, first=True, cells=tuple(cell.partition("\n")[0] for cell in _said(row)))
    for text in more:
        marker = marker_of(text)
        yield replace(line, text=text, first=False, marker=marker, kind=Kind.LIST_ITEM if marker else Kind.PARAGRAPH)


def _as_lines(rows: Sequence[TextLine], table: Block) -> Iterator[TextLine]:
    """The rows as lines, with the headings, lists and tables that a cell has."""
    inner = dict(zip((line.number for line in table.lines), table.inner, strict=False))
    number = rows[0].block
    for row in rows:
        if not any(map(str.isalnum, row.text)):
            continue  # "| --- | --- |"
        if row.number not in inner:
            yield from _broken(row) if row.cells else [row]
            continue
        cells = [cell for cell in inner[row.number] if cell]
        blocks = [block for cell in cells for block in cell]
        lines = [line for at, block in enumerate(blocks) for line in lines_of(block, number + at)]
        if len(cells) == 2 and len(cells[0]) == 1 and _goes_on(cells[1]):
            label, beside, *lines = lines
            said = (label.text, beside.text)
            yield replace(beside, text=_joined(said), marker="", cells=said)
        yield from lines
        number += len(blocks)


def _goes_on(cell: Sequence[Block]) -> bool:
    """Whether what a label says begins on its line: with a paragraph, or all of it is a title with its number."""
    return cell[0].kind in (Kind.PARAGRAPH, Kind.HEADING) or (len(cell) == 1 and cell[0].kind is Kind.LIST_ITEM)
