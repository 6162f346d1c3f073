"""A page of a PDF to the pieces of text on it, each in one line without a wide gap, with its place and type."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from generator.extraction.rulings import Grid, grids_on
from generator.extraction.signs import plain_signs

_WIDE = 1.4  # times the size of the type: a gap that divides columns; justified words stand closer
_GAP = 0.08  # times the size of the type: less between two words of PDFium's is no gap
_WORD = re.compile(r"[^\s\x00\x02\ufffe\uffff]+\x02?")
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_HYPHEN = "\x02"  # how PDFium gives a hyphen at the end of a line
_EVERY = 7  # words: by so many of them it is seen which way the text runs
_ASKEW = 0.2  # radians: words that stand so much otherwise than the others run up the margin, or across the page
_LONGEST_NAME = 200
_font_name = ctypes.create_string_buffer(_LONGEST_NAME)  # what PDFium writes the name of a type into


@dataclass(slots=True)
class Piece:
    """Some words beside one another; distances are in points from the page's lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    strong: bool
    cell: tuple[int, int, int] | None = None  # the ruled table on the page, and the row and column in it

    def is_level_with(self, other: Piece) -> bool:
        """Whether the two stand in one line: half the height of the lower one is beside the other."""
        common = min(self.top, other.top) - max(self.bottom, other.bottom)
        return common > 0.5 * min(self.top - self.bottom, other.top - other.bottom)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn on a page: every piece of text in the order of the file, how high the page is in points, the words that
    run another way than the rest, such as a note up the margin or a stamp across the page, and the ruled tables.
    """

    pieces: list[Piece]
    height: float
    askew: str
    grids: list[Grid]


def drawn_on(page: pdfium.PdfPage) -> Drawn:
    """The text of a page. Where most of it runs up, down or upside down, it is turned so that it runs as one reads."""
    text_page = page.get_textpage()
    try:
        words = _words_on(text_page.raw)
        turn = _turn_of(page, text_page.raw, words)
        straight = [_is_straight(raw.FPDFText_GetCharAngle(text_page.raw, word.start()), turn) for word in words]
        grids = grids_on(page) if turn.is_none else []
        said = (_word(text_page.raw, word, turn) for word, one in zip(words, straight, strict=True) if one)
        pieces = list(_joined(_in_cell(word, grids) for word in said))
        askew = " ".join(_text(word) for word, one in zip(words, straight, strict=True) if not one)
        return Drawn(pieces, turn.height, askew, grids)
    finally:
        text_page.close()


def _is_straight(angle: float, turn: _Turn) -> bool:
    """Whether a word runs as the text of its page does; an angle below 0 is none that PDFium knows."""
    off = (angle - turn.quarters * math.pi / 2) % (2 * math.pi)
    return angle < 0 or min(off, 2 * math.pi - off) < _ASKEW


@dataclass(frozen=True, slots=True)
class _Turn:
    """By how many quarters the text of a page is turned to the right, and the page's sheet: its corner, width, height."""

    quarters: int
    left: float
    bottom: float
    sheet_width: float
    sheet_height: float

    @property
    def height(self) -> float:
        """How high the page is when its text runs as one reads."""
        return self.sheet_width if self.quarters % 2 else self.sheet_height

    @property
    def is_none(self) -> bool:
        """Whether the page stands as it is, its corner where distances are counted from."""
        return self.quarters == 0 and self.left == 0 and self.bottom == 0

    def turned(self, box: raw.FS_RECTF) -> tuple[float, float, float, float]:
        """The left, bottom, right and top of a box on the page that is turned back."""
        left, right = box.left - self.left, box.right - self.left
        bottom, top = box.bottom - self.bottom, box.top - self.bottom
        if self.quarters == 0:
            return left, bottom, right, top
        if self.quarters == 1:
            return self.sheet_height - top, left, self.sheet_height - bottom, right
        if self.quarters == 2:
            return self.sheet_width - right, self.sheet_height - top, self.sheet_width - left, self.sheet_height - bottom
        return bottom, self.sheet_width - right, top, self.sheet_width - left


def _words_on(page: object) -> list[re.Match[str]]:
    """The words of a page as PDFium divides them, each with the numbers of its letters."""
    codes = [raw.FPDFText_GetUnicode(page, index) for index in range(raw.FPDFText_CountChars(page))]
    return list(_WORD.finditer("".join(map(chr, codes))))


def _turn_of(page: pdfium.PdfPage, text_page: object, words: Sequence[re.Match[str]]) -> _Turn:
    left, bottom, right, top = page.get_mediabox()
    angles = (raw.FPDFText_GetCharAngle(text_page, word.start()) for word in words[::_EVERY])
    quarters = Counter(round(angle / (math.pi / 2)) % 4 for angle in angles).most_common(1)
    return _Turn(quarters[0][0] if quarters else 0, left, bottom, right - left, top - bottom)


def _word(page: object, found: re.Match[str], turn: _Turn) -> Piece:
    """A word with its place and type; only where it begins and ends is looked up, which is what takes the time."""
    first, last = (turn.turned(_box(page, index)) for index in (found.start(), found.end() - 1))
    bottom, top = min(first[1], last[1]), max(first[3], last[3], first[1] + 1)
    raw.FPDFText_GetFontInfo(page, found.start(), _font_name, _LONGEST_NAME, None)
    strong = _BOLD.search(_font_name.value) is not None
    return Piece(_text(found), first[0], max(first[2], last[2]), bottom, top, top - bottom, strong)


def _in_cell(word: Piece, grids: Sequence[Grid]) -> Piece:
    """A word that knows the cell that it is in."""
    across, up = (word.left + word.right) / 2, (word.bottom + word.top) / 2
    for table, grid in enumerate(grids):
        if (cell := grid.cell_of(across, up)) is not None:
            word.cell = (table, *cell)
    return word


def _text(found: re.Match[str]) -> str:
    text = found[0].replace(_HYPHEN, "-").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return plain_signs(text, soft_hyphens=True)


def _box(page: object, index: int) -> raw.FS_RECTF:
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, index, box)
    return box


def _joined(words: Iterable[Piece]) -> Iterator[Piece]:
    """Words beside one another as one piece."""
    current: Piece | None = None
    for word in words:
        if current is not None and _goes_on(current, word):
            # A word that PDFium divides where its type changes, "Punkt" in bold and then ":", has no gap in it.
            current.text += (" " if word.left - current.right > _GAP * word.size else "") + word.text
            current.strong = current.strong and word.strong
            current.right, current.top = max(current.right, word.right), max(current.top, word.top)
            current.bottom = min(current.bottom, word.bottom)
        else:
            if current is not None:
                yield current
            current = word
    if current is not None:
        yield current


def _goes_on(piece: Piece, word: Piece) -> bool:
    """Whether a word follows in the same line and cell, with no more than a usual gap and not before what was written."""
    return (
        piece.cell == word.cell and piece.is_level_with(word) and -0.5 * word.size < word.left - piece.right < _WIDE * word.size
    )
