"""The pieces of text in the ruled tables of a page to their rows: a row is one line of the page, however its cells run on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.extraction.glyphs import Piece
from generator.extraction.joining import joined
from generator.extraction.page_layout import Level, first_word, levels_of, lines_of
from generator.extraction.rows import marker_of
from generator.extraction.rulings import Grid


@dataclass(frozen=True, slots=True)
class PageLine:
    """A line of a page. `cells` are those of a row of a ruled table, which is that of this number (-1: it is in none)."""

    pieces: Level
    cells: tuple[str, ...] = ()
    table: int = -1


def page_lines(pieces: Sequence[Piece], grids: Sequence[Grid]) -> list[PageLine]:
    """The lines of a page in reading order, by its pieces of text and its ruled tables from the top."""
    lines: list[PageLine] = []
    rest = [piece for piece in pieces if piece.cell is None]
    for table, grid in enumerate(grids):
        inside = [piece for piece in pieces if piece.cell is not None and piece.cell[0] == table]
        if not inside:
            continue
        top = max(piece.top for piece in inside)
        lines += (PageLine(line) for line in lines_of([piece for piece in rest if piece.bottom >= top]))
        rest = [piece for piece in rest if piece.bottom < top]
        lines += _rows(inside, table, grid)
    return [*lines, *(PageLine(line) for line in lines_of(rest))]


def _rows(inside: Sequence[Piece], table: int, grid: Grid) -> Iterator[PageLine]:
    cells: dict[int, dict[int, list[Piece]]] = defaultdict(lambda: defaultdict(list))
    for piece in inside:
        if piece.cell is not None:
            cells[piece.cell[1]][piece.cell[2]].append(piece)
    for _, row in sorted(cells.items()):
        texts = {column: _text(levels_of(within), _edge(within, grid, column)) for column, within in row.items()}
        pieces = [_as_one(row[column], texts[column]) for column in sorted(row)]
        yield PageLine(pieces, tuple(texts.get(column, "") for column in range(len(grid.columns) - 1)), table)


def _edge(within: Iterable[Piece], grid: Grid, column: int) -> float:
    """How far to the right the lines of a cell may go: as near to its edge as they begin at the left one."""
    left, right = grid.columns[column].at, grid.columns[column + 1].at
    return right - min(piece.left - left for piece in within)


def _text(lines: Sequence[Level], edge: float) -> str:
    """The text of a cell: lines that run on as one, the others each by itself."""
    texts = [" ".join(piece.text for piece in line) for line in lines]
    parts = [[texts[0]]]
    for (line, after), text in zip(pairwise(lines), texts[1:], strict=True):
        if edge - line[-1].right < first_word(after) and not marker_of(text):
            parts[-1].append(text)
        else:
            parts.append([text])
    return "\n".join(joined(part, frozenset()) for part in parts)


def _as_one(pieces: Sequence[Piece], text: str) -> Piece:
    """The pieces in a cell as one, as far up and down as the highest of its lines."""
    first = max(pieces, key=lambda piece: piece.top)
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    return replace(first, text=text.replace("\n", " "), left=left, right=right, strong=all(piece.strong for piece in pieces))
