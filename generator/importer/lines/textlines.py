"""Extracted blocks to numbered lines in reading order, each with what the layout says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from generator.extraction.blocks import Block, ExtractedText, Kind, Line, Link
from generator.importer.lines.page_edges import counting_lines

_RULE = re.compile(r"(?=.*[-=])[\s|:=-]+")  # the line that Markdown draws below a table's head
_BULLET = re.compile(r"[e¢»=](?=\s+[^\W_])")  # what a scan makes of a bullet
_DRAWN = re.compile(r"([^\w]{1,2}?)\1{100,}")  # a gap, or a line drawn with a mark, wider than any page
_HASHES = re.compile(r"^(?:[-*+]\s+)?#{1,6}\s+|(?<=^\d[.)] )#{1,6}\s+|(?<=^\d\d[.)] )#{1,6}\s+|\s+#+$")
_QUOTED = re.compile(r"^(?:>\s*)+")
_ESCAPE = re.compile(r"\\(?=[^\w\s]|$)")
_STARS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")


@dataclass(frozen=True)
class TextLine:
    """One line: its text, where it stands in the source, and what it is part of.

    `index` counts the lines that are read, from 0. `first` and `last` say whether it begins or ends its block;
    `block` counts blocks. `marker` is a list item's bullet or number. `full` says that it reaches the edge of its column,
    `boxed` that it stood in a table that is none.
    """

    index: int
    text: str
    page: int
    number: int
    kind: Kind
    block: int
    first: bool
    last: bool
    level: int = 0
    marker: str = ""
    strong: bool = False
    cells: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    full: bool = False
    boxed: bool = False

    @cached_property
    def plain(self) -> str:
        """The text without the marks of Markdown for headings and bold type."""
        bare = _HASHES.sub("", self.text) if self.kind is Kind.HEADING else self.text
        return _ESCAPE.sub("", _STARS.sub("", _QUOTED.sub("", bare))).strip()

    @cached_property
    def bold(self) -> bool:
        """Whether all of the line is in bold type, but for a bullet before it."""
        said = self.text.removeprefix(self.marker).strip()
        return self.strong or (said.startswith("**") and said.endswith("**") and said.count("**") == 2)

    @property
    def place(self) -> tuple[int, int]:
        """Page and line, as reports name them."""
        return (self.page, self.number)


@dataclass(frozen=True, slots=True)
class Reading:
    """The lines of a source that are read, and the furniture of its pages, which is not."""

    lines: tuple[TextLine, ...]
    furniture: tuple[Line, ...] = ()
    format: str = "txt"
    blocks: tuple[Block, ...] = field(default=(), repr=False)


def read_lines(text: ExtractedText, says: Callable[[str], bool] = lambda text: False) -> Reading:
    """Every line of the blocks that is not furniture, in order; what `says` something is none, however often."""
    lines: list[TextLine] = []
    furniture: list[Line] = []
    counting = counting_lines(text.blocks, says)
    for number, block in enumerate(text.blocks):
        if block.kind is Kind.FURNITURE:
            furniture += block.lines
        elif block.kind is not Kind.PAGE_BREAK:
            furniture += [line for line in block.lines if line in counting]
            lines += lines_of(block, number, len(lines), counting)
    return Reading(tuple(lines), tuple(furniture), text.format, text.blocks)


def lines_of(block: Block, number: int, start: int = 0, counting: frozenset[Line] = frozenset()) -> list[TextLine]:
    """The lines of a block with its number, from an index on, but for those that only count pages."""
    found: list[TextLine] = []
    kept = [line for line in block.lines if line not in counting]
    last = len(kept) - 1
    rows = iter(block.rows)
    for at, line in enumerate(kept):
        text = _DRAWN.sub(_shorter, line.text)
        if line is block.lines[0] and block.marker and not text.startswith(block.marker):
            text = f"{block.marker} {text}"
        bracketed = len(kept) == 1 and block.marker.startswith("(") and text.endswith(")") and text.count("(") == 1
        listed = block.kind is Kind.PARAGRAPH or (block.kind is Kind.LIST_ITEM and at > 0)
        bullet = found_bullet[0] if listed and (found_bullet := _BULLET.match(text)) else ""
        cells = () if _RULE.fullmatch(text) else tuple(_DRAWN.sub(_shorter, cell) for cell in next(rows, ()))
        found.append(
            TextLine(
                start + at,
                text,
                line.page,
                line.number,
                Kind.LIST_ITEM if bullet else Kind.PARAGRAPH if bracketed else block.kind,  # "(1. behandling)"
                number,
                at == 0,
                at == last,
                block.level,
                bullet or (block.marker if line is block.lines[0] and not bracketed else ""),
                block.strong,
                cells,
                block.links if at == 0 else (),
                line.full,
            )
        )
    return found


def as_paragraph(lines: Iterable[TextLine], block: int) -> list[TextLine]:
    """The lines; those of a block are of a paragraph, but for bullets in it: in a text a heading and what follows at once are
    one item of a list.
    """
    return [replace(line, kind=Kind.PARAGRAPH, level=0) if line.block == block and not line.marker else line for line in lines]


def _shorter(drawn: re.Match[str]) -> str:
    """A gap or a drawn line as wide as a page: what looks for the end of it takes long where it is much longer."""
    return drawn[1] * 100
