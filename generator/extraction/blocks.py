"""What a file says, in reading order: blocks of lines, each with its kind and its place in the source.

Nothing of the source is dropped: every line of it that is not blank stands in one block. What repeats on every page
(headers, footers, page numbers) is marked as furniture, so that a reader of the text may pass over it and still show it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a block is, as far as the file itself says so or its layout shows plainly."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE = "table"
    PAGE_BREAK = "page break"
    FURNITURE = "furniture"


class Reason(StrEnum):
    """Why a file cannot be read; the text of each stands in the catalogue under `unreadable.<reason>`."""

    MISSING = "missing"
    EMPTY = "empty"
    UNKNOWN_TYPE = "unknown_type"
    WRONG_TYPE = "wrong_type"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"
    DAMAGED = "damaged"
    NOT_TEXT = "not_text"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_SLOW = "too_slow"


class Unreadable(Exception):
    """A file that no text can be had from: the reason, the file's name, and what else the message names."""

    def __init__(self, reason: Reason, file: str, **details: object) -> None:
        super().__init__(reason, file, details)
        self.reason = reason
        self.file = file
        self.details = details

    def __str__(self) -> str:
        return f"{self.file}: {self.reason.value}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source as it is written there, without the white space around it.

    `page` counts from 1, and is 0 where the source has no pages (Word, Markdown, text without form feeds). `number`
    counts from 1: on its page in a PDF, in the file in a text file, and by paragraphs and table rows in a Word document.
    `full` says that it reaches the edge of its column, so that what it says goes on; only a PDF knows.
    """

    text: str
    page: int
    number: int
    full: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """An address that the source ties to some of its words."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table, page break or piece of page furniture.

    `text` is the block read as one: lines joined by a space, words that were divided at the end of a line made whole;
    a list item's is without its marker; a table's has a line for each row and a tab between cells. `lines` are what it
    was made of; a page break has none. `level` is a heading's (1 the highest) or a list item's depth (0 the outermost).
    `marker` is a list item's bullet or number as written, and empty where only its list says that it is one. `rows` are
    a table's cells; `inner` are the blocks in each of them, where there is more in one of them than a paragraph, and
    their lines have the number of their row. `strong` says that all of it is in bold type.
    """

    kind: Kind
    text: str = ""
    lines: tuple[Line, ...] = ()
    level: int = 0
    marker: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    links: tuple[Link, ...] = ()
    strong: bool = False
    inner: tuple[tuple[tuple[Block, ...], ...], ...] = ()

    @property
    def page(self) -> int:
        """The page on which the block begins; 0 where the source has none."""
        return self.lines[0].page if self.lines else 0

    @property
    def number(self) -> int:
        """The number of the line at which the block begins; 0 for a page break."""
        return self.lines[0].number if self.lines else 0


@dataclass(frozen=True, slots=True)
class ExtractedText:
    """A whole file: its format (docx, pdf, txt, md, csv or office), its blocks, its number of pages (0: it has none),
    and those pages on which there are only pictures. `unseen` is what it holds and does not show, comments and struck-out
    or hidden words, and all that is in a spreadsheet or another file that has no blocks.
    """

    format: str
    blocks: tuple[Block, ...]
    pages: int = 0
    pages_without_text: tuple[int, ...] = ()
    unseen: tuple[str, ...] = ()
