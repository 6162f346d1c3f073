"""A PDF file to rows, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.extraction.blocks import Reason, Unreadable
from generator.extraction.glyphs import drawn_on
from generator.extraction.page_layout import Level, cells_in, full_lines, is_apart, usual_distance
from generator.extraction.page_notes import notes_from
from generator.extraction.page_tables import PageLine, page_lines
from generator.extraction.rows import Row

_HEADING = 1.18  # times the usual size of the type: what is so much larger, and short, is a heading
_HEADING_WORDS = 25
_END = b"%%EOF"
_END_WITHIN = 4096  # bytes; the standard says 1,024, and some programs write more after it


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The lines of a page in reading order, none where it has no text; its height in points; what runs another way."""

    lines: list[PageLine]
    height: float
    askew: str = ""


def pages_of(path: Path) -> list[PdfPage]:
    """The pages of a PDF.

    Raises Unreadable where it is encrypted, damaged, or has no text at all.
    """
    if not _is_whole(path):
        raise Unreadable(Reason.DAMAGED, path.name)
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        reason = Reason.ENCRYPTED if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD else Reason.DAMAGED
        raise Unreadable(reason, path.name) from error
    try:
        pages = [_read_page(document, index, path.name) for index in range(len(document))]
    finally:
        document.close()
    if not any(_is_legible(line.pieces) for page in pages for line in page.lines):
        raise Unreadable(Reason.NO_TEXT if pages else Reason.DAMAGED, path.name)
    return pages


def _is_whole(path: Path) -> bool:
    """Whether a file has its end. PDFium would mend one that was cut off, and nobody would know what is missing."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - _END_WITHIN))
        return _END in file.read()


def _read_page(document: pdfium.PdfDocument, index: int, file: str) -> PdfPage:
    try:
        page = document[index]
    except pdfium.PdfiumError as error:
        raise Unreadable(Reason.DAMAGED, file) from error
    try:
        drawn = drawn_on(page)
        return PdfPage(page_lines(drawn.pieces, drawn.grids), drawn.height, drawn.askew)
    finally:
        page.close()


def _is_legible(line: Level) -> bool:
    """Whether a line has letters or figures; a type without a table of its letters gives signs that mean nothing."""
    return any(letter.isalnum() for piece in line for letter in piece.text)


def pdf_rows(pages: Sequence[PdfPage]) -> Iterator[Row]:
    """The lines of a PDF's pages; lines count from 1 on each page."""
    usual_size, levels = _sizes(pages)
    for number, page in enumerate(pages, start=1):
        lines = [line.pieces for line in page.lines]
        usual = usual_distance(lines)
        cells = _cells_of(page.lines)
        full = full_lines(lines)
        notes = notes_from(lines, usual_size)
        for index, line in enumerate(lines):
            text = "\t".join(piece.text.strip() for piece in line)
            apart = index == 0 or _is_apart(page.lines[index], page.lines[index - 1], usual)
            short = len(text.split()) <= _HEADING_WORDS and not any(cells[index])
            yield Row(
                text,
                number,
                index + 1,
                line[0].left,
                apart,
                level=levels.get(_size(line), 0) if short else 0,
                cells=cells[index],
                strong=all(piece.strong for piece in line),
                furniture=index >= notes,
                full=full[index],
                ruled=page.lines[index].table >= 0,
                height=line[0].bottom / page.height,
            )
        if page.askew:
            yield Row(page.askew, number, len(lines) + 1, apart=True, furniture=True, height=0.5)


def _cells_of(lines: Sequence[PageLine]) -> list[tuple[str, ...]]:
    """The cells of each line: of those outside the ruled tables by how they stand."""
    cells: list[tuple[str, ...]] = []
    for ruled, group in groupby(lines, key=lambda line: line.table >= 0):
        some = list(group)
        cells += [line.cells for line in some] if ruled else cells_in([line.pieces for line in some])
    return cells


def _is_apart(line: PageLine, before: PageLine, usual: float) -> bool:
    if line.table >= 0 or before.table >= 0:
        return line.table != before.table
    return is_apart(line.pieces, before.pieces, usual)


def _sizes(pages: Sequence[PdfPage]) -> tuple[float, dict[float, int]]:
    """The size of type of most of the text, and for each that is plainly larger the level of heading that it marks."""
    letters: Counter[float] = Counter()
    for page in pages:
        for line in (one.pieces for one in page.lines):
            letters[_size(line)] += sum(len(piece.text) for piece in line)
    usual = letters.most_common(1)[0][0] if letters else 0
    larger = sorted((size for size in letters if size > _HEADING * usual), reverse=True)
    return usual, {size: min(level, 6) for level, size in enumerate(larger, start=1)}


def _size(line: Level) -> float:
    return round(2 * max(piece.size for piece in line)) / 2
