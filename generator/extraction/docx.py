"""A Word file to blocks: Mammoth's reading of its paragraphs and tables, with the numbers that Word counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

import mammoth
from mammoth import documents

from generator.extraction.assembling import table_text
from generator.extraction.blocks import Block, ExtractedText, Kind, Line, Link
from generator.extraction.rows import marker_of
from generator.extraction.signs import plain_signs
from generator.extraction.word_paragraph import LINE, PAGE, Words, pages_of, parts_of
from generator.extraction.word_parts import MANNER, MARKER, read_parts

_POINTER = re.compile(r"\[\d{1,4}\]$")  # to a note; a title or label is to be known without it
_SIGNS = {"line": LINE, "page": PAGE, "column": LINE}


def read_docx(path: Path) -> ExtractedText:
    """The text of a Word file; page headers and footers come first, a note below what points to it. Raises Unreadable."""
    parts = read_parts(path)
    reading = _Reading(mammoth.docx.read(parts.for_mammoth).value)
    edges = [Block(Kind.FURNITURE, text, (Line(text, 0, reading.next_number()),)) for text in parts.at_edges]
    return ExtractedText("docx", (*edges, *reading.blocks_in(reading.document.children)), unseen=parts.unseen)


@dataclass
class _Reading:
    """A walk through a document: how many paragraphs and rows have been read, the row that is being read (0: none), and
    the number of each note that the text has pointed to, of which those up to `told` have been read.
    """

    document: Any
    read: int = 0
    row: int = 0
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    told: int = 0

    def next_number(self) -> int:
        """The number of the next paragraph or row of a table."""
        if self.row:
            return self.row
        self.read += 1
        return self.read

    def blocks_in(self, elements: Iterable[Any]) -> Iterator[Block]:
        """The blocks of some paragraphs and tables, each with the notes below it that it points to."""
        for element in elements:
            yield from self._elements([element])
            if not self.row:
                yield from self._notes()

    def _notes(self) -> Iterator[Block]:
        """The notes that were pointed to and not read yet, in the order of the text."""
        while self.told < len(self.notes):
            kind, name = next(islice(self.notes, self.told, None))
            self.told += 1
            number = self.told
            with suppress(KeyError):  # the file may have lost the note
                for index, block in enumerate(self._elements(self.document.notes.find_note(kind, name).body)):
                    yield replace(block, text=f"[{number}] {block.text}") if index == 0 else block

    def _elements(self, elements: Iterable[Any]) -> Iterator[Block]:
        for element in elements:
            if isinstance(element, documents.Table):
                yield from self._table(element)
            elif isinstance(element, documents.Paragraph):
                yield from self._paragraph(element)

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        words = self._gather(paragraph.children, Words())
        if self.row:
            words.part_title()
        level, strong = _manner(paragraph.style_id)
        marker = words.marker
        for page, lines in enumerate(pages_of(words)):
            if page:
                yield Block(Kind.PAGE_BREAK)
            for part in [lines] if level and lines else parts_of(lines):
                written = [text for text, _ in part]
                bold = (strong or all(bold for _, bold in part)) and any(map(str.isalpha, "".join(written)))
                if (bold or level) and self.notes:
                    written = [_POINTER.sub("", text) for text in written]
                if marker:
                    written[0] = f"{marker} {written[0]}"
                yield self._block(written, marker, level, words, strong=bold)
                marker = ""

    def _block(self, written: Sequence[str], marker: str, level: int, words: Words, *, strong: bool) -> Block:
        number = self.next_number()
        lines = tuple(Line(text, 0, number) for text in written)
        block = Block(Kind.PARAGRAPH, " ".join(written), lines, links=tuple(words.links), strong=strong)
        if level:
            return replace(block, kind=Kind.HEADING, level=level)
        if marker or (marker := marker_of(block.text)):
            text = block.text[len(marker) :].lstrip()
            return replace(block, kind=Kind.LIST_ITEM, text=text, marker=marker, level=words.depth)
        return block

    def _gather(self, elements: Iterable[Any], words: Words, *, bold: bool = False) -> Words:
        """Add the text of some parts of a paragraph."""
        for element in elements:
            style = str(getattr(element, "style_id", None) or "")
            if style.startswith(MARKER):
                words.marker = plain_signs(self._gather(element.children, Words()).text).strip()
                words.depth = int(style.removeprefix(MARKER))
            elif isinstance(element, documents.Text):
                words.add(plain_signs(element.value), bold=bold)
            elif isinstance(element, documents.HasChildren):
                before, start = len(words.lines) - 1, len(words.lines[-1])
                self._gather(element.children, words, bold=bold or bool(getattr(element, "is_bold", False)))
                if isinstance(element, documents.Hyperlink) and element.href:
                    words.links.append(Link(LINE.join(words.lines[before:])[start:].strip(), element.href))
            else:
                words.add(self._sign(element))
        return words

    def _sign(self, element: Any) -> str:
        """The text of what is no text: a tab, a break, a box to tick, a pointer to a note; none for a picture."""
        if isinstance(element, documents.Tab):
            return "\t"
        if isinstance(element, documents.Break):
            return _SIGNS.get(element.break_type, LINE)
        if isinstance(element, documents.Checkbox):
            return "☒" if element.checked else "☐"
        if not isinstance(element, documents.NoteReference):
            return ""
        return f"[{self.notes.setdefault((element.note_type, element.note_id), len(self.notes) + 1)}]"

    def _table(self, table: Any) -> Iterator[Block]:
        """A table; one of a single column only frames what is in it, and that comes by itself."""
        rows = [row for row in table.children if isinstance(row, documents.TableRow)]
        if all(len(row.children) < 2 for row in rows):
            for row in rows:
                for cell in row.children:
                    yield from self.blocks_in(cell.children)
            return
        lines: list[Line] = []
        inner: list[tuple[tuple[Block, ...], ...]] = []
        for cells in _in_columns(rows, self._cell):
            if any(cells):
                number = self.next_number()
                lines.append(Line("\t".join(_flat(map(_text_of, cells))).strip(), 0, number))
                inner.append(cells)
        if lines:
            texts = tuple(tuple(map(_text_of, cells)) for cells in inner)
            links = tuple(link for cells in inner for cell in cells for block in cell for link in block.links)
            simple = all(len(cell) < 2 and _is_simple(cell) for cells in inner for cell in cells)
            text = table_text(map(_flat, texts))
            yield Block(
                Kind.TABLE, text, tuple(lines), rows=texts, links=links, inner=() if simple or self.row else tuple(inner)
            )

    def _cell(self, cell: Any) -> tuple[Block, ...]:
        """The blocks of a cell; their lines have the number of the row that comes next."""
        outermost = not self.row
        self.row = self.row or self.read + 1
        try:
            return tuple(block for block in self.blocks_in(cell.children) if block.kind is not Kind.PAGE_BREAK)
        finally:
            if outermost:
                self.row = 0


def _text_of(cell: Sequence[Block]) -> str:
    """The text of a cell, a line for each of those of its paragraphs."""
    return LINE.join(line.text for block in cell for line in block.lines)


def _is_simple(cell: Sequence[Block]) -> bool:
    return all(block.kind is Kind.PARAGRAPH for block in cell)


def _manner(style: str | None) -> tuple[int, bool]:
    """The level of heading of a paragraph, and whether its style is in bold type."""
    known = (style or "").removeprefix(MANNER) if (style or "").startswith(MANNER) else "00"
    return int(known[0]), known[1] == "1"


def _in_columns(rows: Iterable[Any], read: Callable[[Any], tuple[Block, ...]]) -> Iterator[tuple[tuple[Block, ...], ...]]:
    """The cells of each row, each in its column: one that goes over several columns or rows has empty ones beside it."""
    reaching: dict[int, int] = {}  # by column: over how many further rows the cell above goes
    for row in rows:
        cells: list[tuple[Block, ...]] = []
        for cell in row.children:
            while reaching.get(len(cells), 0):
                reaching[len(cells)] -= 1
                cells.append(())
            for column in range(len(cells), len(cells) + cell.colspan):
                reaching[column] = cell.rowspan - 1
            cells += [read(cell), *[()] * (cell.colspan - 1)]
        for column in [column for column, left in reaching.items() if column >= len(cells) and left]:
            reaching[column] -= 1
        yield tuple(cells)


def _flat(cells: Iterable[str]) -> tuple[str, ...]:
    return tuple(cell.replace(LINE, " ") for cell in cells)
