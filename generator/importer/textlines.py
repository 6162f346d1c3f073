"""Extracted blocks to numbered lines in reading order, each with what the layout says of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from generator.extraction.blocks import Block, ExtractedText, Kind, Line, Link
from generator.importer.damage import skeleton

_RULE = re.compile(r"[\s|:=-]+")  # the line that Markdown draws below a table's head
_COUNTS = re.compile(r"\b(?:side|page|s\.|p\.)\s*\|?\s*\d{1,4}(?:\s*(?:af|of|/)\s*\d{1,4})?\W*$|^\W+\d{1,4}\W+$", re.IGNORECASE)
_DEEPEST = 3  # lines of a page's head or foot
_DIGITS = re.compile(r"\d+")
_BULLET = re.compile(r"[e¢»=](?=\s+[A-ZÆØÅ@\d])")  # what a scan makes of a bullet
_DRAWN = re.compile(r"([^\w]{1,2}?)\1{100,}")  # a gap, or a line drawn with a mark, wider than any page
_HASHES = re.compile(r"^#{1,6}\s+|\s+#+$")
_ESCAPE = re.compile(r"\\(?=[^\w\s]|$)")
_STARS = re.compile(r"\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])")


@dataclass(frozen=True)
class TextLine:
    """One line: its text, where it stands in the source, and what it is part of.

    `index` counts the lines that are read, from 0. `first` and `last` say whether it begins or ends its block;
    `block` counts blocks. `marker` is a list item's bullet or number.
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

    @cached_property
    def plain(self) -> str:
        """The text without the marks of Markdown for headings and bold type."""
        bare = _HASHES.sub("", self.text) if self.kind is Kind.HEADING else self.text
        return _ESCAPE.sub("", _STARS.sub("", bare)).strip()

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


def read_lines(text: ExtractedText) -> Reading:
    """Every line of the blocks that is not furniture, in order."""
    lines: list[TextLine] = []
    furniture: list[Line] = []
    beside = _beside_furniture(text.blocks)
    counting = _counting_lines(text.blocks)
    for number, block in enumerate(text.blocks):
        if block.kind is Kind.FURNITURE or number in beside:
            furniture += block.lines
        elif block.kind is not Kind.PAGE_BREAK:
            furniture += [line for line in block.lines if line in counting]
            lines += _lines_of(block, number, len(lines), counting)
    return Reading(tuple(lines), tuple(furniture), text.format, text.blocks)


def _beside_furniture(blocks: Sequence[Block]) -> set[int]:
    """Blocks of one line that stand beside a page's head or foot again and again: the rest of it."""
    near = [
        (number, _DIGITS.sub("#", block.text))
        for number, block in enumerate(blocks)
        if block.kind is not Kind.FURNITURE and len(block.lines) == 1
        and any(0 <= other < len(blocks) and blocks[other].kind is Kind.FURNITURE for other in (number - 1, number + 1))
    ]  # fmt: skip
    often = Counter(text for _, text in near)
    return {number for number, text in near if often[text] > 2}


def _counting_lines(blocks: Sequence[Block]) -> frozenset[Line]:
    """Lines that only count pages: those that differ in a number at their end alone, and numbers alone at pages' edges."""
    lines = [line for block in blocks if block.kind is not Kind.FURNITURE for line in block.lines]
    often = Counter(_masked(line) for line in lines if _COUNTS.search(line.text))
    feet = [line for line in lines if _COUNTS.search(line.text) and often[_masked(line)] > 2]
    alone = [
        line
        for at, line in enumerate(lines)
        if line.text.isdecimal() and len(line.text) < 4
        and (at + 1 == len(lines) or lines[at + 1].page != line.page or lines[at - 1].page != line.page)
    ]  # fmt: skip
    feet += _around(lines, {*feet})
    rising = len(alone) > 1 and all(int(one.text) < int(other.text) for one, other in pairwise(alone))
    return frozenset([*feet, *(alone if rising else ())])


def _around(lines: Sequence[Line], feet: set[Line]) -> list[Line]:
    """Lines that stand again and again beside a page's edge, or beside what is known to stand there, and nowhere else."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        places[line.text].append(at)
    found: list[Line] = []
    for _ in range(_DEEPEST):
        known = feet | {*found}
        edges = [
            text for text, every in places.items()
            if len(every) > 2 and not text.isdecimal() and lines[every[0]] not in known
            and all(_is_edge(lines, at, -1, known) or _is_edge(lines, at, 1, known) for at in every[1:])
        ]  # fmt: skip
        if not edges:
            break
        found += [lines[at] for text in edges for at in places[text]]
    return found


def _is_edge(lines: Sequence[Line], at: int, step: int, known: set[Line]) -> bool:
    """Whether the line before or after is known to be none of the text, or is on another page."""
    beside = at + step
    return 0 <= beside < len(lines) and (lines[beside] in known or lines[beside].page != lines[at].page)


def _masked(line: Line) -> str:
    return " ".join(skeleton(word) for word in _DIGITS.sub("#", line.text).split())


def _lines_of(block: Block, number: int, start: int, counting: frozenset[Line]) -> list[TextLine]:
    found: list[TextLine] = []
    kept = [line for line in block.lines if line not in counting]
    last = len(kept) - 1
    rows = iter(block.rows)
    for at, line in enumerate(kept):
        text = _DRAWN.sub(_shorter, line.text)
        if line is block.lines[0] and block.marker and not text.startswith(block.marker):
            text = f"{block.marker} {text}"
        bullet = "" if block.kind is not Kind.PARAGRAPH else (found_bullet[0] if (found_bullet := _BULLET.match(text)) else "")
        cells = () if _RULE.fullmatch(text) else tuple(_DRAWN.sub(_shorter, cell) for cell in next(rows, ()))
        found.append(
            TextLine(
                start + at,
                text,
                line.page,
                line.number,
                Kind.LIST_ITEM if bullet else block.kind,
                number,
                at == 0,
                at == last,
                block.level,
                bullet or (block.marker if line is block.lines[0] else ""),
                block.strong,
                cells,
                block.links if at == 0 else (),
            )
        )
    return found


def _shorter(drawn: re.Match[str]) -> str:
    """A gap or a drawn line as wide as a page: what looks for the end of it takes long where it is much longer."""
    return drawn[1] * 100
