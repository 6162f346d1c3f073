"""Which pages a page points at, to files by which a visitor's browser lifts what the first results point at."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator.search.coding import in_short, steps
from generator.search.parts import IndexedPage

IN_ONE_FILE = 32  # pages; links.js knows it too
LINKS = "links"  # the folder
_EVERYBODYS = 0.1  # of all pages, that point at a page which so says nothing of any of them
_FEW = 20  # pages, to which that does not apply
_MOST = 24  # pages that one points at which are told, those first at which the fewest point


def write_links(pages: Sequence[IndexedPage], target: Path) -> None:
    """Write the files: a line for each page, with the numbers of the pages that it points at, and of each how often others do,
    as the power of two that is next below two more.
    """
    places = {page.address: number for number, page in enumerate(pages)}
    rows = [sorted({places[one] for one in page.links if one in places} - {number}) for number, page in enumerate(pages)]
    counts = Counter(place for row in rows for place in row)
    most = max(_FEW, len(pages) * _EVERYBODYS)
    (target / LINKS).mkdir(parents=True)
    for number in range(0, len(rows), IN_ONE_FILE):
        lines = []
        for row in rows[number : number + IN_ONE_FILE]:
            told = sorted((place for place in row if counts[place] <= most), key=lambda place: (counts[place], place))
            kept = sorted(told[:_MOST])
            lines.append(f"{steps(kept)}|{in_short((counts[place] + 2).bit_length() - 1 for place in kept)}" if kept else "")
        packed = gzip.compress("\n".join(lines).encode(), mtime=0)
        (target / LINKS / str(number // IN_ONE_FILE)).write_bytes(packed)
