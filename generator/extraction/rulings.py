"""The lines that are drawn on a page to the tables that they rule: where their columns and rows part."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

_THIN = 2.5  # points: what is broader is no line but a field of colour
_SHORT = 7  # points: no row is lower, and no column narrower
_NEAR = 3.0  # points: how exactly lines meet
_MOST = 20_000  # objects on a page; a drawing has more, and no table


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line that is drawn: `at` is its place on the one axis, from `start` to `end` on the other, in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Edge:
    """Where columns or rows part, and from where to where a line is drawn there: none is within a cell that spans several."""

    at: float
    drawn: tuple[tuple[float, float], ...]

    def parts(self, other: float) -> bool:
        """Whether a line is drawn at a place on the other axis."""
        return any(start <= other <= end for start, end in self.drawn)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that lines rule: its upright edges from left to right, and its level ones upwards."""

    columns: tuple[Edge, ...]
    rows: tuple[Edge, ...]

    def cell_of(self, across: float, up: float) -> tuple[int, int] | None:
        """The row, from the top, and the column in which a point lies; None where it is outside."""
        left, right, low, high = self.columns[0].at, self.columns[-1].at, self.rows[0].at, self.rows[-1].at
        if not (left <= across <= right and low <= up <= high):
            return None
        column = max((at for at, edge in enumerate(self.columns[:-1]) if edge.at <= across and edge.parts(up)), default=0)
        above = (at for at, edge in enumerate(self.rows) if edge.at >= up and edge.parts(across))
        return len(self.rows) - 1 - next(above, len(self.rows) - 1), column


def grids_on(page: pdfium.PdfPage) -> list[Grid]:
    """The ruled tables of two columns or more on a page, from the top."""
    upright, level = _strokes_on(page)
    grids = []
    for low, high in _bands(upright):
        within = [one for one in upright if one.start >= low - _NEAR and one.end <= high + _NEAR]
        columns = _edges(within)
        shelves = [one for one in level if low - _NEAR <= one.at <= high + _NEAR and _ends_at(one, columns)]
        if len(columns) > 2 and shelves:
            whole = (columns[0].at, columns[-1].at)
            grids.append(Grid(columns, _edges([*shelves, Stroke(low, *whole), Stroke(high, *whole)])))
    return sorted(grids, key=lambda grid: -grid.rows[-1].at)


def _strokes_on(page: pdfium.PdfPage) -> tuple[list[Stroke], list[Stroke]]:
    """The upright and the level lines of a page; a table's may be drawn as thin fields."""
    upright: list[Stroke] = []
    level: list[Stroke] = []
    count = raw.FPDFPage_CountObjects(page)
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(count) if count <= _MOST else ():
        drawn = raw.FPDFPage_GetObject(page, index)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(drawn, *sides):
            continue
        left, bottom, right, top = (side.value for side in sides)
        if right - left <= _THIN and top - bottom >= _SHORT:
            upright.append(Stroke((left + right) / 2, bottom, top))
        elif top - bottom <= _THIN and right - left >= _SHORT:
            level.append(Stroke((bottom + top) / 2, left, right))
    return upright, level


def _bands(upright: Iterable[Stroke]) -> list[tuple[float, float]]:
    """From where to where on the page upright lines go: those of one table touch each other."""
    bands: list[tuple[float, float]] = []
    for start, end in sorted((one.start, one.end) for one in upright):
        if bands and start <= bands[-1][1] + _NEAR:
            bands[-1] = (bands[-1][0], max(end, bands[-1][1]))
        else:
            bands.append((start, end))
    return bands


def _edges(strokes: Iterable[Stroke]) -> tuple[Edge, ...]:
    """The places where lines are drawn, each once with all that is drawn there."""
    edges: list[Edge] = []
    for one in sorted(strokes, key=lambda one: one.at):
        drawn = (one.start - _NEAR, one.end + _NEAR)
        if edges and one.at - edges[-1].at <= _NEAR:
            edges[-1] = Edge(edges[-1].at, (*edges[-1].drawn, drawn))
        else:
            edges.append(Edge(one.at, (drawn,)))
    return tuple(edges)


def _ends_at(shelf: Stroke, columns: Sequence[Edge]) -> bool:
    """Whether a level line goes from one upright line to another; what is drawn below words does not."""
    return all(any(abs(end - column.at) <= _NEAR for column in columns) for end in (shelf.start, shelf.end))
