"""A Word file to blocks: Mammoth's reading of its paragraphs and tables, with the numbers that Word counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import mammoth
from mammoth import documents

from generator.extraction.assembling import table_text
from generator.extraction.blocks import Block, ExtractedText, Kind, Line, Link
from generator.extraction.rows import marker_of
from generator.extraction.word_parts import MANNER, MARKER, read_parts

_LINE, _PAGE = "\n", "\f"  # breaks within a paragraph
_SIGNS = {"line": _LINE, "page": _PAGE, "column": _LINE}


def read_docx(path: Path) -> ExtractedText:
    """The text of a Word file; page headers and footers come first, footnotes last. Raises Unreadable."""
    parts = read_parts(path)
    reading = _Reading(mammoth.docx.read(parts.for_mammoth).value)
    edges = [Block(Kind.FURNITURE, text, (Line(text, 0, reading.next_number()),)) for text in parts.at_edges]
    blocks = (*edges, *reading.blocks_in(reading.document.children), *reading.notes_below())
    return ExtractedText("docx", blocks, unseen=parts.unseen)


@dataclass
class _Words:
    """The words of a paragraph as they are gathered: what its number is and how deep, which of its letters are bold."""

    text: str = ""
    marker: str = ""
    depth: int = 0
    strong: bool = True
    links: list[Link] = field(default_factory=list)


@dataclass
class _Reading:
    """A walk through a document: how many paragraphs and rows have been read, which notes the text has pointed to."""

    document: Any
    read: int = 0
    notes: list[Any] = field(default_factory=list)

    def next_number(self) -> int:
        """The number of the next paragraph or row of a table."""
        self.read += 1
        return self.read

    def blocks_in(self, elements: Iterable[Any]) -> Iterator[Block]:
        """The blocks of some paragraphs and tables."""
        for element in elements:
            if isinstance(element, documents.Table):
                yield from self._table(element)
            elif isinstance(element, documents.Paragraph):
                yield from self._paragraph(element)

    def notes_below(self) -> Iterator[Block]:
        """The notes that were pointed to, in the order of the text; one that a note points to follows it."""
        for number, reference in enumerate(self.notes, start=1):
            blocks = list(self.blocks_in(self.document.notes.resolve(reference).body))
            for index, block in enumerate(blocks):
                before = f"[{number}] " if index == 0 else ""
                yield replace(block, text=before + block.text)

    def _paragraph(self, paragraph: Any) -> Iterator[Block]:
        words = self._gather(paragraph.children, _Words())
        level, strong = _manner(paragraph.style_id)
        strong = (strong or words.strong) and any(letter.isalpha() for letter in words.text)
        for index, part in enumerate(words.text.split(_PAGE)):
            if index:
                yield Block(Kind.PAGE_BREAK)
            written = [text for line in part.split(_LINE) if (text := line.strip())]
            marker = words.marker if index == 0 else ""
            if marker and written:
                written[0] = f"{marker} {written[0]}"
            if written:
                yield self._block(written, marker, level, replace(words, strong=strong))

    def _block(self, written: Sequence[str], marker: str, level: int, words: _Words) -> Block:
        number = self.next_number()
        lines = tuple(Line(text, 0, number) for text in written)
        block = Block(Kind.PARAGRAPH, " ".join(written), lines, links=tuple(words.links), strong=words.strong)
        if level:
            return replace(block, kind=Kind.HEADING, level=level)
        if marker or (marker := marker_of(block.text)):
            text = block.text[len(marker) :].lstrip()
            return replace(block, kind=Kind.LIST_ITEM, text=text, marker=marker, level=words.depth)
        return block

    def _gather(self, elements: Iterable[Any], words: _Words, *, bold: bool = False) -> _Words:
        """Add the text of some parts of a paragraph."""
        for element in elements:
            style = str(getattr(element, "style_id", None) or "")
            if style.startswith(MARKER):
                words.marker = self._text(element.children)
                words.depth = int(style.removeprefix(MARKER))
            elif isinstance(element, documents.Text):
                words.text += element.value
                words.strong = words.strong and (bold or not element.value.strip())
            elif isinstance(element, documents.HasChildren):
                start = len(words.text)
                self._gather(element.children, words, bold=bold or bool(getattr(element, "is_bold", False)))
                if isinstance(element, documents.Hyperlink) and element.href:
                    words.links.append(Link(words.text[start:].strip(), element.href))
            else:
                words.text += self._sign(element)
        return words

    def _sign(self, element: Any) -> str:
        """The text of what is no text: a tab, a break, a box to tick, a pointer to a note; none for a picture."""
        if isinstance(element, documents.Tab):
            return "\t"
        if isinstance(element, documents.Break):
            return _SIGNS.get(element.break_type, _LINE)
        if isinstance(element, documents.Checkbox):
            return "☒" if element.checked else "☐"
        if not isinstance(element, documents.NoteReference):
            return ""
        if element not in self.notes:
            self.notes.append(element)
        return f"[{self.notes.index(element) + 1}]"

    def _text(self, elements: Iterable[Any]) -> str:
        return self._gather(elements, _Words()).text.strip()

    def _table(self, table: Any) -> Iterator[Block]:
        """A table; one of a single column only frames what is in it, and that comes by itself."""
        rows = [row for row in table.children if isinstance(row, documents.TableRow)]
        if all(len(row.children) < 2 for row in rows):
            for row in rows:
                for cell in row.children:
                    yield from self.blocks_in(cell.children)
            return
        inner: list[Link] = []
        cells = [cells for cells in _in_columns(rows, lambda cell: self._cell(cell, inner)) if any(cells)]
        if cells:
            lines = tuple(Line("\t".join(_flat(row)).strip(), 0, self.next_number()) for row in cells)
            yield Block(Kind.TABLE, table_text(map(_flat, cells)), lines, rows=tuple(cells), links=tuple(inner))

    def _cell(self, cell: Any, links: list[Link]) -> str:
        """The text of a cell, a line for each of its paragraphs."""
        lines: list[str] = []
        for element in cell.children:
            if isinstance(element, documents.Table):
                lines += [line.text for block in self._table(element) for line in block.lines]
            elif isinstance(element, documents.Paragraph):
                words = self._gather(element.children, _Words())
                links += words.links
                lines.append(f"{words.marker} {words.text}".replace(_PAGE, _LINE).strip())
        return _LINE.join(line for line in lines if line)


def _manner(style: str | None) -> tuple[int, bool]:
    """The level of heading of a paragraph, and whether its style is in bold type."""
    known = (style or "").removeprefix(MANNER) if (style or "").startswith(MANNER) else "00"
    return int(known[0]), known[1] == "1"


def _in_columns(rows: Iterable[Any], text_of: Any) -> Iterator[tuple[str, ...]]:
    """The cells of each row, each in its column: one that goes over several columns or rows has empty ones beside it."""
    reaching: dict[int, int] = {}  # by column: over how many further rows the cell above goes
    for row in rows:
        cells: list[str] = []
        for cell in row.children:
            while reaching.get(len(cells), 0):
                reaching[len(cells)] -= 1
                cells.append("")
            for column in range(len(cells), len(cells) + cell.colspan):
                reaching[column] = cell.rowspan - 1
            cells += [text_of(cell), *[""] * (cell.colspan - 1)]
        for column in [column for column, left in reaching.items() if column >= len(cells) and left]:
            reaching[column] -= 1
        yield tuple(cells)


def _flat(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(cell.replace(_LINE, " ") for cell in cells)
