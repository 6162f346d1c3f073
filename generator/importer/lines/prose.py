"""Lines of the source to Markdown: paragraphs made whole, lists, tables and headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.extraction.blocks import Kind
from generator.extraction.joining import joined
from generator.extraction.rows import marker_of
from generator.importer.lines.textlines import TextLine

_ENDS = (".", ":", ";", "?", "!", ")", "”", '"')
_AS_MARKUP = re.compile(r"^(#{1,6}\s|>|\+\s|```|~~~|-{3,}$|={3,}$)")


@dataclass
class Part:
    """A paragraph, list item, table or heading: the lines that it is made of."""

    kind: Kind
    lines: list[TextLine] = field(default_factory=list)


@dataclass(frozen=True)
class Writer:
    """How lines become Markdown: the words of the document (for divided words), the width of its lines, its format,
    and the words after which a sentence goes on.
    """

    words: frozenset[str]
    width: int
    format: str
    leading: frozenset[str] = frozenset()

    def paragraphs(self, lines: Sequence[TextLine]) -> list[str]:
        """The text of each paragraph, list item or row, without marks."""
        return [self._text(part.lines) for part in parts_of(lines, self.width)]

    def rows(self, lines: Sequence[TextLine]) -> list[str]:
        """The text of each line that stands for itself, lines that run on made whole."""
        return [row.rstrip() for part in parts_of(lines, self.width) for row in self._broken(part.lines)]

    def markdown(self, lines: Sequence[TextLine]) -> str:
        """The lines as Markdown."""
        pieces: list[str] = []
        before: Kind | None = None
        for part in parts_of(lines, self.width):
            written = self._written(part)
            together = part.kind is before and part.kind in (Kind.LIST_ITEM, Kind.TABLE)
            pieces.append(("\n" if together else "\n\n" if pieces else "") + written)
            before = part.kind
        return "".join(pieces).strip("\n")

    def _written(self, part: Part) -> str:
        if part.kind is Kind.TABLE:
            return _table(part.lines)
        if part.kind is Kind.HEADING:
            return f"### {self._text(part.lines)}"
        if part.kind is Kind.LIST_ITEM:
            return self._item(part.lines)
        return "\n".join(map(_plain_start, self._broken(part.lines)))

    def _item(self, lines: Sequence[TextLine]) -> str:
        marker = lines[0].marker or marker_of(f"{lines[0].plain} x")
        text = self._text(lines)
        said = text[len(marker) :].strip() if marker and text.startswith(marker) else text
        depth = "  " * lines[0].level
        if re.fullmatch(r"\(?\d{1,3}[.)]", marker):
            return f"{depth}{marker.strip('().')}. {said}"
        return f"{depth}- {f'{marker} ' if marker[:1].isalnum() and len(marker) > 1 else ''}{said}"

    def _text(self, lines: Sequence[TextLine]) -> str:
        return joined([line.plain for line in lines], self.words)

    def _broken(self, lines: Sequence[TextLine]) -> Iterator[str]:
        """A paragraph's text; a line that ended before it was full is a line of its own."""
        row: list[TextLine] = []
        for at, line in enumerate(lines):
            row.append(line)
            after = lines[at + 1] if at + 1 < len(lines) else None
            if after is None or self._ends_early(line, after):
                yield self._text(row) + ("  " if after is not None else "")
                row = []

    def _ends_early(self, line: TextLine, after: TextLine) -> bool:
        word = after.plain.split(" ", 1)[0]
        if line.full or line.plain.rpartition(" ")[2].casefold() in self.leading:
            return False
        return len(line.plain) + 1 + len(word) < self.width * 0.8 and not after.plain[:1].islower()


def parts_of(lines: Iterable[TextLine], width: int) -> list[Part]:
    """Lines to the parts that they make up; a sentence that a page's foot and head divided is one again."""
    parts: list[Part] = []
    last: TextLine | None = None
    for line in lines:
        kind = line.kind if line.kind in (Kind.LIST_ITEM, Kind.TABLE, Kind.HEADING) else Kind.PARAGRAPH
        if kind is Kind.LIST_ITEM and not line.marker and not line.first:
            kind = Kind.PARAGRAPH  # the rest of an item whose beginning stands elsewhere
        if last is not None and parts and (_same_block(last, line) or _divided(last, line, width)):
            parts[-1].lines.append(line)
        else:
            parts.append(Part(kind, [line]))
        last = line
    return parts


def _same_block(last: TextLine, line: TextLine) -> bool:
    return line.block == last.block and not line.marker


def _divided(last: TextLine, line: TextLine, width: int) -> bool:
    """Whether a line goes on with the paragraph before it: a page's end or an empty line of a scan stands between."""
    if line.kind is not Kind.PARAGRAPH or last.kind in (Kind.TABLE, Kind.HEADING) or last.plain.endswith(_ENDS):
        return False
    if line.block > last.block + 1:
        return line.plain[:1].islower() or line.plain[:1].isdigit()
    length = len(last.plain) + 1 + len(line.plain.split(" ", 1)[0])
    if line.plain[:1].islower():
        return length > width * 0.6
    return (
        length > width * 0.9
        and last.kind is Kind.PARAGRAPH
        and not last.plain.isupper()
        and not (line.strong and not last.strong)
    )


def _plain_start(text: str) -> str:
    """A line that Markdown would take for a mark, as text."""
    return f"\\{text}" if _AS_MARKUP.match(text) else text


def _table(lines: Sequence[TextLine]) -> str:
    rows = [line.cells or (line.plain,) for line in lines]
    rows = [row for row in rows if any(cell.strip("-:=| ") for cell in row)]
    if not rows:
        return ""
    width = max(map(len, rows))
    cells = [[cell.replace("|", "\\|").strip() for cell in (*row, *[""] * (width - len(row)))] for row in rows]
    head, *body = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([head, "|" + " --- |" * width, *body])
