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

_WIDE = 1.4  # times the size of the type: a gap that divides columns; justified words stand closer
_GAP = 0.08  # times the size of the type: less between two words of PDFium's is no gap
_WORD = re.compile(r"[^\s\x00\x02\ufffe\uffff]+\x02?")
_BOLD = re.compile(rb"bold|black|heavy", re.IGNORECASE)
_HYPHEN = "\x02"  # how PDFium gives a hyphen at the end of a line
_EVERY = 7  # words: by so many of them it is seen which way the text runs
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

    def is_level_with(self, other: Piece) -> bool:
        """Whether the two stand in one line: half the height of the lower one is beside the other."""
        common = min(self.top, other.top) - max(self.bottom, other.bottom)
        return common > 0.5 * min(self.top - self.bottom, other.top - other.bottom)


def pieces_of(page: pdfium.PdfPage) -> tuple[list[Piece], float]:
    """Every piece of text on a page, in the order in which the file draws them, and how high the page is in points.

    Where most of the text runs up, down or upside down, the page is turned so that it runs as one reads.
    """
    text_page = page.get_textpage()
    try:
        spans = _words_on(text_page.raw)
        turn = _turn_of(page, text_page.raw, spans)
        return list(_joined(_word(text_page.raw, span, turn) for span in spans)), turn.height
    finally:
        text_page.close()


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
    text = found[0].replace(_HYPHEN, "-").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    raw.FPDFText_GetFontInfo(page, found.start(), _font_name, _LONGEST_NAME, None)
    return Piece(text, first[0], max(first[2], last[2]), bottom, top, top - bottom, _BOLD.search(_font_name.value) is not None)


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
    """Whether a word follows in the same line, with no more than a usual gap and not before what was written."""
    return piece.is_level_with(word) and -0.5 * word.size < word.left - piece.right < _WIDE * word.size
