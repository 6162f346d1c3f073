"""The tile map: one cell for each municipality, roughly where it lies, as its record says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from generator.declaration import Pointer
from generator.library import Library
from generator.records.municipality import Municipality
from generator.sorting import alphabetical
from generator.voice import Voice

# In the drawing's own units; on a small phone one is a little less than a pixel.
WIDTH, HEIGHT, GAP = 72, 60, 4
MARGIN = 4  # between a cell's edge and its name
LINE = 15  # from one line of a name to the next
FITS = 9  # letters of a line at their natural width
LONGEST = 13  # letters of a line set narrower; a longer one is cut
STEPS = 5  # classes of a map that shows values


@dataclass(frozen=True, slots=True)
class TileLine:
    """One line of a cell's name: its text, how far down it stands, and the width it is squeezed into (0: its own)."""

    text: str
    y: int
    squeezed: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What a cell shows beside its name: a class for its look, a short word, and the words that are read aloud."""

    look: str
    word: str
    spoken: str


@dataclass(frozen=True, slots=True)
class Tile:
    """One cell: where it leads, its corner, its name in full and in lines, and its mark."""

    href: str
    name: str
    x: int
    y: int
    lines: tuple[TileLine, ...]
    word_y: int
    mark: Mark
    here: bool
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def crossed(self) -> bool:
        """Whether the cell is struck through: its municipality has said no, or is left out."""
        return self.mark.look in ("stand-not-agreed", "left-out")

    @property
    def spoken(self) -> str:
        """The cell's name for those who hear the page."""
        return f"{self.name}: {self.mark.spoken}" if self.mark.spoken else self.name


@dataclass(frozen=True, slots=True)
class TileMap:
    """The cells in the order of reading, the size of the drawing, and the municipalities that have no cell."""

    label: str
    width: int
    height: int
    tiles: tuple[Tile, ...]
    rest: tuple[Tile, ...]


_NO_MARK = Mark("", "", "")


def tile_map(
    voice: Voice, label: str, mark: Callable[[Municipality], Mark] = lambda one: _NO_MARK, here: Pointer | None = None
) -> TileMap:
    """The map with a mark on each cell. A page with it is made of every municipality that is shown."""
    shown = {one.id: one for one in alphabetical(voice.library.all(Municipality), voice.name, voice.language)}
    placed = sorted((*one.map_cell, one.id) for one in shown.values() if one.map_cell)
    left, top = min((column for _, column, _ in placed), default=0), min((row for row, _, _ in placed), default=0)
    tiles = tuple(_tile(shown[name], (column - left, row - top), mark, here, voice) for row, column, name in placed)
    rest = tuple(_tile(one, (0, 0), mark, here, voice) for one in shown.values() if not one.map_cell)
    width = max((tile.x for tile in tiles), default=0) + WIDTH
    height = max((tile.y for tile in tiles), default=0) + HEIGHT
    return TileMap(label, width, height, tiles, rest)


def picker(voice: Voice, here: Pointer | None = None) -> TileMap:
    """The map as a way to choose a municipality."""
    return tile_map(voice, voice.catalogue("tiles.pick"), here=here)


def municipalities_shown(library: Library) -> tuple[Pointer, ...]:
    """Every record that a tile map reads."""
    return tuple(one.pointer for one in library.all(Municipality))


def _tile(
    one: Municipality, place: tuple[int, int], mark: Callable[[Municipality], Mark], here: Pointer | None, voice: Voice
) -> Tile:
    name, marked = voice.name(one), mark(one)
    lines = name_lines(name, 3 if not marked.word else 2)
    used = len(lines) + bool(marked.word)
    first = (HEIGHT - used * LINE) // 2 + LINE - 4
    return Tile(
        href=voice.href(one.pointer),
        name=name,
        x=place[0] * (WIDTH + GAP),
        y=place[1] * (HEIGHT + GAP),
        lines=tuple(
            TileLine(text, first + number * LINE, WIDTH - 2 * MARGIN if len(text) > FITS else 0)
            for number, text in enumerate(lines)
        ),
        word_y=first + len(lines) * LINE,
        mark=marked,
        here=one.pointer == here,
    )


def name_lines(name: str, most: int) -> tuple[str, ...]:
    """A name in at most so many lines, broken after hyphens and at spaces; what is too long for a line is cut."""
    lines: list[str] = []
    for part in re.findall(r"[^\s-]+-?", name):
        joined = (lines[-1] + ("" if lines[-1].endswith("-") else " ") + part) if lines else ""
        if lines and (len(joined) <= FITS or len(lines) == most):
            lines[-1] = joined
        else:
            lines.append(part)
    return tuple(line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}." for line in lines)


@dataclass(frozen=True, slots=True)
class Step:
    """One class of values on a map: its number from 1, and the smallest and largest value in it."""

    number: int
    low: Decimal
    high: Decimal


def steps_of(values: Mapping[Pointer, Decimal]) -> tuple[Step, ...]:
    """Values in at most five classes of about the same number, so that one large value does not make the rest alike."""
    ordered = sorted(set(values.values()))
    count = min(STEPS, len(ordered))
    bounds = [len(ordered) * number // count for number in range(count + 1)] if count else []
    return tuple(Step(number + 1, ordered[bounds[number]], ordered[bounds[number + 1] - 1]) for number in range(count))


def step_of(value: Decimal, steps: tuple[Step, ...]) -> int:
    """The number of the class that a value belongs to."""
    return next(step.number for step in steps if value <= step.high)
