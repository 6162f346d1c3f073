"""The postings of all parts to the files that a visitor loads: in each the postings of a few stems beside one another."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, takewhile
from math import ceil
from pathlib import Path

from generator.search.parts import POSTINGS, Part
from generator.search.postings import Postings, kept_postings, varint

# How many pages the stems of a file have together: the fewer, the less a visitor loads that he did not ask for, and the
# longer is the list of these files, which every visitor loads. A stem of more pages has a file of its own.
_IN_ONE_FILE = 1_000
SIZE = 256  # bytes, in which the sizes of files are told
WORDS, PLACES = "words", "places"  # folders: which pages have a stem, and where; the second only serves several words


def write_shelves(
    kept: Path, parts: Sequence[Part], language: str, stems: Sequence[str], target: Path
) -> list[tuple[int, int, int]]:
    """Write the files of some stems in their order; `kept` has the parts' postings. Give of each pair of files how many stems
    it has, and the sizes of both.

    A file of words has of each stem how many of those after it begin with it, the number of its pages, these, and how much
    each says it; one of places where.
    Pages are numbered through all parts, so that a visitor loads one file for a stem, however many parts have it.
    """
    for name in (WORDS, PLACES):
        (target / name).mkdir(parents=True)
    found = _joined(kept, parts, language)
    told: list[tuple[int, int, int]] = []
    for number, row in enumerate(_rows(stems, found)):
        words, places = bytearray(), bytearray()
        for place, stem in enumerate(row):
            one = found[stem]
            longer = sum(1 for _ in takewhile(lambda other: other.startswith(stem), row[place + 1 :]))  # noqa: B023
            words += varint(longer) + varint(len(one.weights)) + varint(one.first) + one.steps + one.weights
            places += one.places
        packed = [gzip.compress(data, mtime=0) for data in (words, places)]
        for name, data in zip((WORDS, PLACES), packed, strict=True):
            (target / name / str(number)).write_bytes(data)
        told.append((len(row), _size(packed[0]), _size(packed[1])))
    return told


def _size(data: bytes) -> int:
    """How large a file is, as the browser is told it."""
    return ceil(len(data) / SIZE)


def _rows(stems: Sequence[str], found: Mapping[str, Postings]) -> Iterator[list[str]]:
    """The stems of each file."""
    row: list[str] = []
    pages = 0
    for stem in stems:
        count = len(found[stem].weights)
        if row and pages + count > _IN_ONE_FILE:
            yield row
            row, pages = [], 0
        row.append(stem)
        pages += count
    if row:
        yield row


def _joined(kept: Path, parts: Sequence[Part], language: str) -> dict[str, Postings]:
    """The postings of each stem in all parts; the pages of a part are numbered on from those of the parts before it."""
    found: dict[str, Postings] = {}
    starts = accumulate((len(part.pages) for part in parts), initial=0)
    for part, start in zip(parts, starts, strict=False):
        for one in kept_postings(part.stems, kept / part.folder / language / POSTINGS):
            first, last = start + one.first, start + one.last
            before = found.get(one.stem)
            if before is None:
                found[one.stem] = Postings(one.stem, first, last, one.steps, one.weights, one.places)
            else:
                steps = before.steps + varint(first - before.last) + one.steps
                weights, places = before.weights + one.weights, before.places + one.places
                found[one.stem] = Postings(one.stem, before.first, last, steps, weights, places)
    return found
