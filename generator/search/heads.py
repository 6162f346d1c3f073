"""What Pagefind's program has to know before it searches the parts; the browser makes of it what the program reads."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from generator.search.coding import front_coded, in_short
from generator.search.parts import Part

_EXACT = 5  # bits of a page's length that are told: it weighs little, and every visitor loads it


def heads(parts: Sequence[Part]) -> dict[str, object]:
    """Of each part its folder, its number of pages and of files, its filling, and what of its pages has words besides the
    text; the pages' lengths; the first word of each file.

    Pagefind measures a page's length by the average of its index. So that each part measures as one index of the whole
    site would, it is filled up with pages that have no words and make the average that of the whole site: a filling is
    their number, and the length of the first of them; the others have none.
    """
    lengths = [[_rounded(page.length) for page in part.pages] for part in parts]
    average = sum(map(sum, lengths)) / max(1, sum(map(len, lengths)))
    fillings = [filling(own, average) if len(parts) > 1 else (0, 0) for own in lengths]
    rows = zip(parts, fillings, strict=True)
    return {
        "parts": [[part.folder, len(part.pages), len(part.files), *filled, part.fields] for part, filled in rows],
        "lengths": in_short(length for own in lengths for length in own),
        "files": front_coded(word for part in parts for word in part.files),
    }


def filling(lengths: Sequence[int], average: float) -> tuple[int, int]:
    """The fewest pages that make the average of these lengths and theirs this one, and the length of the first of them."""
    if not average:
        return 0, 0
    count = max(1, ceil(sum(lengths) / average - len(lengths)))
    return count, round(average * (len(lengths) + count) - sum(lengths))


def _rounded(length: int) -> int:
    step = 1 << max(0, length.bit_length() - _EXACT)
    return round(length / step) * step
