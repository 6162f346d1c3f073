"""Minutes that are one table, a row for each item, to items: the columns' heads say what stands in each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.headings.run_in import in_bold
from generator.importer.headings.titles import read_heading
from generator.importer.items.item import ReadItem, read_sections
from generator.importer.items.source import Source
from generator.importer.labels.numbering import number_of
from generator.importer.labels.type_marks import marked
from generator.importer.language.sentences import sentences_of
from generator.importer.language.vocabulary import Wording, label_pattern
from generator.importer.lines.textlines import Reading, TextLine
from generator.importer.tables.cells import sections_of_cell

# "Nye stole: Der er indhentet tilbud."; the bold type of the title may be lost.
_RUN_IN = re.compile(r"(?P<title>[^:\n]{3,120}):[*_]*\s+(?P<text>[^\n]*[.!?])$")
_JOINED = re.compile(r",\s+(?:og |and )?|\s+(?:og|samt|and|&|\+)\s+")
_SEVERAL = 3
_SENTENCE = 4  # words of a sentence that is no part of a title
_TITLE = 120  # letters of a title


def table_items(reading: Reading, source: Source) -> list[ReadItem]:
    """The items of the first table whose columns are those of minutes; none where there is no such table."""
    rows: list[TextLine] = []
    columns: list[str] = []
    block = -1  # the part of the table that is being read
    for line in reading.lines:
        if line.kind is not Kind.TABLE or not line.cells:
            continue
        heads = _heads(line, source.wording)
        if heads and heads == (columns or heads):
            columns, block = heads, line.block
        elif columns and len(line.cells) <= len(columns) and (line.block == block or _goes_on(line, rows, columns)):
            rows[-1:] = _with_rest(rows, line, columns)
            block = line.block
    if not rows:
        columns, rows = _without_heads(reading, source.wording)
    rows = _with_sentences_below(_with_text_below(rows, columns), columns, source.wording)
    source = replace(source, marked=marked(_titles(rows, columns, source.wording), source.wording))
    items = [_item(row, columns, source) for row in rows if any(row.cells)]
    pauses = source.wording.any_of("no_item")
    return [item for item in items if item.number or item.has_minutes or not pauses.match(item.says.title)]


def _titles(rows: Sequence[TextLine], columns: Sequence[str], wording: Wording) -> list[str]:
    """The titles of rows, without their numbers."""
    at = columns.index("title") if "title" in columns else -1
    cells = [replace(row, text=row.cells[at].partition("\n")[0]).plain for row in rows if 0 <= at < len(row.cells)]
    return [number.title if (number := number_of(cell, wording)) is not None else cell for cell in cells]


def _with_text_below(rows: Sequence[TextLine], columns: Sequence[str]) -> list[TextLine]:
    """Rows whose text stands below its title where several have both in one cell, "Title: text", and the others a title."""
    at = columns.index("title") if "title" in columns and "case" not in columns else -1
    parted = [_RUN_IN.match(row.cells[at]) if 0 <= at < len(row.cells) else None for row in rows]
    bare = [row.cells[at] for row, found in zip(rows, parted, strict=True) if found is None and at < len(row.cells)]
    if at < 0 or sum(map(bool, parted)) < _SEVERAL or any(len(text) > _TITLE for text in bare):
        return list(rows)
    return [
        replace(row, cells=(*row.cells[:at], f"{found['title']}\n{found['text']}", *row.cells[at + 1 :])) if found else row
        for row, found in zip(rows, parted, strict=True)
    ]


def _with_sentences_below(rows: Sequence[TextLine], columns: Sequence[str], wording: Wording) -> list[TextLine]:
    """Rows whose text stands below its title where that ends in a full stop, "Budget 2027. Der er søgt om 2 mio. kr.", and the
    titles that are alone in their cells have none.
    """
    at = columns.index("title") if "title" in columns and "case" not in columns else -1
    cells = [row.cells[at] if 0 <= at < len(row.cells) else "" for row in rows]
    said = [sentences_of(cell, wording) if "\n" not in cell else [] for cell in cells]
    if any(len(one) == 1 and one[0].endswith(".") for one in said):
        return list(rows)
    found = []
    for row, (title, *rest) in zip(rows, (one or [""] for one in said), strict=True):
        text = " ".join(rest)
        below = text.endswith(".") and len(text.split()) >= _SENTENCE
        cell = f"{title.rstrip('.')}\n{text}"
        found.append(replace(row, cells=(*row.cells[:at], cell, *row.cells[at + 1 :])) if below else row)
    return found


def heads_tables(lines: Sequence[TextLine], starts: Sequence[int], wording: Wording) -> bool:
    """Whether some headings, by their lines, are those of groups: below each is a table whose columns are those of minutes."""
    below = [lines[start + 1] for start in starts if start + 1 < len(lines)]
    return bool(starts) and all(line.cells and _heads(line, wording) for line in below)


def _heads(line: TextLine, wording: Wording) -> list[str]:
    return columns_of([replace(line, text=cell).plain for cell in line.cells], wording)


def columns_of(cells: Sequence[str], wording: Wording) -> list[str]:
    """What stands in each column, by a row that is the heads of minutes; nothing where it is not."""
    found = [column_of(cell, wording) for cell in cells]
    if found[0] == "title" and found.count("title") > 1:
        found[0] = "number"  # "Punkt" beside "Emne"
    if not cells[0].strip() and "title" in found:
        found[0] = "number"  # what has no head counts the rows
    told = {*found} & {"decision", "minutes"} or len({*found}) > 2
    return found if "title" in found and told else []


def _with_rest(rows: Sequence[TextLine], line: TextLine, columns: Sequence[str]) -> list[TextLine]:
    """The last row and the next one; as one where that has neither number nor title, as the rest of a row on a new page."""
    if rows and _is_text_below(rows[-1], line, columns):
        at = columns.index("title")
        line = replace(line, cells=tuple(f"\n{cell}" if place == at else cell for place, cell in enumerate(line.cells)))
    elif _begins(line, columns) or not rows or len(line.cells) != len(rows[-1].cells):
        return [*rows[-1:], line]
    pairs = zip(rows[-1].cells, line.cells, strict=True)
    cells = tuple(f"{above.rstrip()}{_between(above)}{below}" if above and below else above or below for above, below in pairs)
    return [replace(rows[-1], text=f"{rows[-1].text} {line.text}", cells=cells)]


def _begins(line: TextLine, columns: Sequence[str]) -> bool:
    """Whether a row has a number or a title of its own."""
    return any(cell.strip() for cell, column in zip(line.cells, columns, strict=False) if column in ("number", "title"))


def _is_text_below(row: TextLine, below: TextLine, columns: Sequence[str]) -> bool:
    """Whether a row without a number is the case of the one above, which has a number and a title and says no more."""
    if "number" not in columns or "title" not in columns or not len(row.cells) == len(below.cells) == len(columns):
        return False
    said = {column for column, cell in zip(columns, row.cells, strict=True) if cell.strip()}
    return said == {"number", "title"} and not below.cells[columns.index("number")].strip()


def _between(above: str) -> str:
    """What stands between the text of a cell and its rest: a sentence goes on, or a new paragraph begins."""
    return "\n" if above.rstrip().endswith((".", ":", "!", "?")) else " "


def _goes_on(line: TextLine, rows: Sequence[TextLine], columns: Sequence[str]) -> bool:
    """Whether a row below a table's end is the next of it, as on a new page: it counts on, or is the rest of a row."""
    if not rows or "number" not in columns or len(line.cells) != len(columns):
        return False
    if line.page > rows[-1].page and not _begins(line, columns):
        return True
    at = columns.index("number")
    before, after = (row.cells[at].strip(" .") for row in (rows[-1], line))
    return before.isdecimal() and after.isdecimal() and int(after) == int(before) + 1


def _without_heads(reading: Reading, wording: Wording) -> tuple[list[str], list[TextLine]]:
    """A table that has no heads, but in each row a number, a title and a text, the number perhaps with the title."""
    tables = [line for line in reading.lines if line.kind is Kind.TABLE and len(line.cells) > 1]
    rows = [
        row for row in tables if len(row.cells) > 2 and row.cells[0].strip(" .").isdecimal() and _says_something(row.cells[2])
    ]
    if _count(int(row.cells[0].strip(" .")) for row in rows):
        return ["number", "title", "minutes"], rows
    numbered = [
        (row, number_of(replace(row, text=row.cells[0].partition("\n")[0]).plain, wording))
        for row in tables
        if _says_something(row.cells[1])
    ]
    rows = [row for row, number in numbered if number is not None and number.title]
    counted = [number.parts[0] for _, number in numbered if number is not None and number.title]
    return (["title", "minutes"], rows) if _count(counted) and counted == [*range(1, len(rows) + 1)] else ([], [])


def _says_something(cell: str) -> bool:
    return sum(map(str.isalpha, cell)) > 3


def _count(numbers: Iterable[int]) -> bool:
    """Whether numbers, two of them or more, rise."""
    every = list(numbers)
    return len(every) > 1 and every == sorted(set(every))


def column_of(head: str, wording: Wording) -> str:
    """What stands in a column, by its head; empty where that is none of minutes."""
    for kind, words in wording.tree["columns"].items():
        if label_pattern(words).match(head):
            return str(kind)
    named = next((kind for kind, pattern in wording.labels if pattern.match(head)), "")
    if not named and "/" in head:  # "Beslutning/bemærkninger"
        return _column_of_several(head.split("/"), wording)
    if named in ("", "inner") and wording.any_of("said_columns", whole=False).search(head):
        return "minutes"
    several = _JOINED.split(head)  # "Sagsfremstilling og indstilling"
    return named or (_column_of_several(several, wording) if len(several) > 1 else "")


def _column_of_several(heads: Sequence[str], wording: Wording) -> str:
    """What stands in a column whose head names several things."""
    parts = [column_of(part.strip(), wording) for part in heads]
    return next((kind for kind in ("decision", "minutes") if kind in parts), next(filter(None, parts), ""))


def _item(row: TextLine, columns: Sequence[str], source: Source) -> ReadItem:
    cells = dict(zip(columns, row.cells, strict=False))
    title = replace(row, text=cells.get("title", "")).plain
    if (parted := _parted(cells.get("title", ""), source.wording)) and "case" not in columns:
        inside = number_of(title.partition("\n")[0], source.wording)
        title, cells["case"] = f"{inside.printed}. {parted[0]}" if inside else parted[0], parted[1]
    says = read_heading(title, source.wording, usual=source.marked)
    number = replace(row, text=cells.get("number", "")).plain.strip(" .")
    inside = number_of(title, source.wording) if not number else None
    if inside is not None and inside.title:
        number, says = inside.printed, read_heading(inside.title, source.wording, usual=source.marked)
    item = ReadItem(number, title, says, (row.place, row.place), says.presenters, item_type=says.item_type)
    sections = [
        section
        for kind, text in sorted(cells.items(), key=lambda cell: cell[0] != "case")
        if kind not in ("number", "title") and text.strip()
        for section in sections_of_cell(kind, text, row, source.wording, asks="recommendation" in columns)
    ]
    if not says.closed:
        read_sections(item, sections, source)
    return item


def _parted(text: str, wording: Wording) -> tuple[str, str] | None:
    """The title in a cell and the text after it: what is in bold type, or the cell's first line."""
    if parted := in_bold(text, wording):
        return parted
    title, _, rest = text.partition("\n")
    number = number_of(title, wording)
    return (number.title if number is not None else title, rest) if rest else None
