"""Minutes that are one table, a row for each item, to items: the columns' heads say what stands in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.items import ReadItem, Source, read_sections
from generator.importer.numbering import number_of
from generator.importer.sections import Section
from generator.importer.textlines import Reading, TextLine
from generator.importer.titles import read_heading
from generator.importer.vocabulary import Wording, label_pattern


def table_items(reading: Reading, source: Source) -> list[ReadItem]:
    """The items of the first table whose columns are those of minutes; none where there is no such table."""
    rows: list[TextLine] = []
    columns: list[str] = []
    block = -1  # the part of the table that is being read
    for line in reading.lines:
        if line.kind is not Kind.TABLE or not line.cells:
            continue
        heads = _columns(line.cells, source.wording)
        if heads and heads == (columns or heads):
            columns, block = heads, line.block
        elif columns and len(line.cells) <= len(columns) and (line.block == block or _goes_on(line, rows, columns)):
            rows.append(line)
            block = line.block
    if not rows:
        columns, rows = _without_heads(reading)
    return [_item(row, columns, source) for row in rows if any(row.cells)]


def _columns(cells: Sequence[str], wording: Wording) -> list[str]:
    """What stands in each column, by a row that is the heads of minutes; nothing where it is not."""
    found = [_column(cell, wording) for cell in cells]
    if found[0] == "title" and found.count("title") > 1:
        found[0] = "number"  # "Punkt" beside "Emne"
    told = {*found} & {"decision", "minutes"} or len({*found}) > 2
    return found if "title" in found and told else []


def _goes_on(line: TextLine, rows: Sequence[TextLine], columns: Sequence[str]) -> bool:
    """Whether a row below a table's end is the next of it, as on a new page: it counts on."""
    if not rows or "number" not in columns or len(line.cells) != len(columns):
        return False
    at = columns.index("number")
    before, after = (row.cells[at].strip(" .") for row in (rows[-1], line))
    return before.isdecimal() and after.isdecimal() and int(after) == int(before) + 1


def _without_heads(reading: Reading) -> tuple[list[str], list[TextLine]]:
    """A table that has no heads, but in each row a number, a title and a text."""
    rows = [line for line in reading.lines if line.kind is Kind.TABLE and len(line.cells) > 2]
    rows = [row for row in rows if row.cells[0].strip(" .").isdecimal() and sum(map(str.isalpha, row.cells[2])) > 3]
    numbers = [int(row.cells[0].strip(" .")) for row in rows]
    return (["number", "title", "minutes"], rows) if len(rows) > 1 and numbers == sorted(set(numbers)) else ([], [])


def _column(head: str, wording: Wording) -> str:
    for kind, words in wording.tree["columns"].items():
        if label_pattern(words).match(head):
            return str(kind)
    named = next((kind for kind, pattern in wording.labels if pattern.match(head)), "")
    if named in ("", "inner") and wording.any_of("said_columns", whole=False).search(head):
        return "minutes"
    return named


def _item(row: TextLine, columns: Sequence[str], source: Source) -> ReadItem:
    cells = dict(zip(columns, row.cells, strict=False))
    says = read_heading(cells.get("title", ""), source.wording)
    number = cells.get("number", "").strip(" .")
    inside = number_of(cells.get("title", ""), source.wording) if not number else None
    if inside is not None and inside.title:
        number, says = inside.printed, read_heading(inside.title, source.wording)
    item = ReadItem(number, cells.get("title", ""), says, (row.place, row.place), says.presenters, item_type=says.item_type)
    sections = [
        Section(
            kind if kind not in ("inner", "follow_up", "") else "reference",
            None,
            [replace(row, text=text, kind=Kind.PARAGRAPH)],
        )
        for kind, text in zip(columns, row.cells, strict=False)
        if kind not in ("number", "title") and text.strip()
    ]
    if not says.closed:
        read_sections(item, sections, source)
    return item
