"""The pieces of text on a page to its lines in reading order: columns one after the other, cells side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from generator.extraction.glyphs import Piece
from generator.extraction.rows import marker_of

# A line of the page: its pieces from left to right.
Level = list[Piece]

_COLUMN_LINES = 6  # so many lines side by side, of so many words on either side, are columns of prose; fewer are a table
_COLUMN_WORDS = 4
_COLUMN_LETTERS = 30
_GRID = 6  # points: how exactly the gaps between two columns lie below one another
_FAR = 1.35  # times the usual distance of lines: more is empty space before a line
_FEW = 4  # distances between lines; fewer of them have no usual one
_SMALL = 4  # of so many distances below lines that run on, three may be those of the ends of paragraphs
_SEVERAL = 3
_APART = 1.7  # times the height of a line: an empty line stands between
_NEAR = 2.5  # times the height of a line: lines of a table, or of columns side by side, are not further apart


def lines_of(pieces: Sequence[Piece]) -> list[Level]:
    """The lines of a page as a reader takes them."""
    levels = [_with_marker(level) for level in levels_of(pieces)]
    gutter = _gutter(levels)
    if gutter is None:
        return levels
    lines: list[Level] = []
    for band, divided in _bands(levels, gutter):
        if divided:
            lines += [_whole(left) for level in band if (left := [piece for piece in level if piece.right <= gutter])]
            lines += [_whole(right) for level in band if (right := [piece for piece in level if piece.right > gutter])]
        else:
            lines += band
    return lines


def _whole(line: Level) -> Level:
    """A line of a column of prose as one piece: what gaps it has are those of words that are spread over its width."""
    text, strong = " ".join(piece.text for piece in line), all(piece.strong for piece in line)
    return [replace(line[0], text=text, right=line[-1].right, strong=strong)]


def levels_of(pieces: Sequence[Piece]) -> list[Level]:
    """The pieces by the height at which they stand, from the top of the page; of each height from left to right."""
    levels: list[Level] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.top - piece.bottom, piece.left)):
        # Only the last few can be level with it: the others are higher.
        home = next((level for level in levels[:-4:-1] if level[0].is_level_with(piece)), None)
        if home is None:
            levels.append([piece])
        else:
            home.append(piece)
    return [sorted(level, key=lambda piece: piece.left) for level in levels]


def _with_marker(level: Level) -> Level:
    """A line whose bullet or number is one piece with what it stands before: the gap between them is no column's."""
    if len(level) < 2 or marker_of(f"{level[0].text} Xx") != level[0].text:
        return level
    first, second = level[:2]
    text, strong = f"{first.text} {second.text}", first.strong and second.strong
    return [replace(second, text=text, left=first.left, strong=strong), *level[2:]]


def _gutter(levels: Sequence[Level]) -> float | None:
    """Where the page is divided into two columns of prose; None where it is not."""
    gaps = Counter(round((a.right + b.left) / 2 / _GRID) * _GRID for level in levels for a, b in pairwise(level))
    for place, count in gaps.most_common(3):
        if count < _COLUMN_LINES // 2:
            break
        if any(divided for _, divided in _bands(levels, place)):
            return place
    return None


def _bands(levels: Sequence[Level], gutter: float) -> Iterator[tuple[list[Level], bool]]:
    """Runs of lines that leave the gutter free, or do not, each with whether it is two columns of prose."""
    band: list[Level] = []
    free = False
    for level in levels:
        is_free = all(piece.right <= gutter or piece.left >= gutter for piece in level)
        if band and (is_free != free or band[-1][0].bottom - level[0].bottom > _NEAR * level[0].size):
            yield band, free and _is_prose(band, gutter)
            band = []
        band.append(level)
        free = is_free
    if band:
        yield band, free and _is_prose(band, gutter)


def _is_prose(band: Sequence[Level], gutter: float) -> bool:
    sides = (
        [[p for p in level if p.right <= gutter] for level in band],
        [[p for p in level if p.left >= gutter] for level in band],
    )
    both = sum(level[0].right <= gutter < level[-1].left for level in band)
    return both >= _COLUMN_LINES and all(map(_is_full, sides))


def _is_full(column: Sequence[Level]) -> bool:
    """Whether the lines of a column are mostly as full as those of prose: of several words, or of long ones."""
    lines = [" ".join(piece.text for piece in line) for line in column if line]
    return bool(lines) and (
        median(len(line.split()) for line in lines) >= _COLUMN_WORDS or median(map(len, lines)) >= _COLUMN_LETTERS
    )


def usual_distance(lines: Sequence[Level]) -> float:
    """The distance in points from one line to the next within a paragraph; 0 where there are too few lines to tell.

    It is one of the small ones below lines that run on. On a page of short lines, most of which may have empty space below,
    it is the smallest that several have.
    """
    steps = [
        (step, full and len(a[0].text) >= _COLUMN_LETTERS)
        for (a, b), full in zip(pairwise(lines), full_lines(lines), strict=False)
        if 0 < (step := a[0].bottom - b[0].bottom) < 3 * a[0].size
    ]
    running = sorted(step for step, full in steps if full)
    if len(running) >= _FEW:
        return running[len(running) // _SMALL]
    often = Counter(round(step) for step, _ in steps)
    return min((step for step, count in often.items() if count >= _SEVERAL), default=0) if len(steps) >= _FEW else 0


def is_apart(line: Level, before: Level, usual: float) -> bool:
    """Whether there is empty space between a line and the one before it, or a new column begins."""
    step = before[0].bottom - line[0].bottom
    return step < 0 or step > _FAR * max(usual, line[0].size)


def full_lines(lines: Sequence[Level]) -> list[bool]:
    """Of each line whether the first word of the next one would not have fitted into its column any more; of none in parts."""
    full: list[bool] = []
    while len(full) < len(lines):
        start = len(full)
        ends = (at for at in range(start + 1, len(lines)) if lines[at][0].bottom > lines[at - 1][0].bottom)
        column = lines[start : next(ends, len(lines))]
        edge = sorted(line[-1].right for line in column)[int(0.9 * len(column))]  # a title may reach over two columns
        full += [len(line) == 1 and edge - line[0].right < first_word(after) for line, after in pairwise(column)]
        full.append(False)
    return full


def first_word(line: Level) -> float:
    """How long the first word of a line is, with a space, in points."""
    first = line[0]
    return (first.right - first.left) / len(first.text) * (len(first.text.split(" ", 1)[0]) + 1)


def cells_in(lines: Sequence[Level]) -> list[tuple[str, ...]]:
    """The cells of each line where neighbouring lines are the rows of a table; a line outside any table has none."""
    cells: list[tuple[str, ...]] = [()] * len(lines)
    start = 0
    while start < len(lines):
        end = _end_of_table(lines, start)
        columns = _columns(lines[start:end])
        if end - start > 1 and len(columns) > 1:
            cells[start:end] = [_in_columns(line, columns) for line in lines[start:end]]
        start = max(end, start + 1)
    return cells


def _end_of_table(lines: Sequence[Level], start: int) -> int:
    """Where a table ends that begins with a line; the same place where none begins."""
    if len(lines[start]) < 2:
        return start
    end, last = start + 1, start + 1
    while end < len(lines) and 0 < lines[end - 1][0].bottom - lines[end][0].bottom < _NEAR * lines[end][0].size:
        columns = _columns(lines[start : end + 1])
        apart = lines[end - 1][0].bottom - lines[end][0].bottom > _APART * lines[end][0].size
        # "Sagsnummer   02" and "Emne   Budget" below the head of a page, which has columns of its own.
        others = apart and all(_is_in_one(line, columns) for line in lines[end : end + 2])
        if len(columns) < 2 or others:
            break
        end += 1
        last = end if len(lines[end - 1]) > 1 else last
    return last


def _is_in_one(line: Level, columns: Sequence[tuple[float, float]]) -> bool:
    """Whether what stands side by side in a line begins in one column: "Sagsnummer   02" below the head of a page."""
    return len(line) > 1 and sum(any(left <= piece.left <= right for piece in line) for left, right in columns) == 1


def _columns(lines: Sequence[Level]) -> list[tuple[float, float]]:
    """From where to where each column of some lines goes: what overlaps from line to line is one."""
    columns: list[tuple[float, float]] = []
    for left, right in sorted((piece.left, piece.right) for line in lines for piece in line):
        if columns and left < columns[-1][1] + 1:
            columns[-1] = (columns[-1][0], max(right, columns[-1][1]))
        else:
            columns.append((left, right))
    return columns


def _in_columns(line: Level, columns: Sequence[tuple[float, float]]) -> tuple[str, ...]:
    return tuple(" ".join(p.text for p in line if left <= p.left <= right).strip() for left, right in columns)
