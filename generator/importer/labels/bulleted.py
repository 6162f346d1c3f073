"""Numbers without a mark behind a bullet, "• 2 Budget", or with the title on the next line, to those of items, where the label
of a section stands below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.rows import SIGNS_OF_LISTS
from generator.importer.labels.label import READ_BULLETS, Label
from generator.importer.labels.label_below import label_below
from generator.importer.labels.numbering import Numbered, number_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

BULLETS = (*SIGNS_OF_LISTS, *READ_BULLETS)
_BULLET = re.compile(rf"(?:{'|'.join(map(re.escape, BULLETS))})\s+(?=\d)")
_OFTEN = 2  # items that begin so


def with_bulleted(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> list[Numbered | None]:
    """The numbers, and those that several bullets have before a title, each higher than the one above it."""
    found: dict[int, Numbered] = {}
    for at, line in enumerate(lines[:-1]):
        number = _counted(line, wording) if numbers[at] is None and labels[at] is None else None
        title = number.title if number is not None else ""
        below = at + 1
        if number is not None and not title and not lines[below].marker and labels[below] is None and numbers[below] is None:
            title, below = lines[below].plain, below + 1
        if number is not None and title[:1].isupper() and label_below(lines, labels, below) is not None:
            found[at] = number
    counted = [number.parts for number in found.values()]
    if len(counted) < _OFTEN or counted != sorted({*counted}):
        return list(numbers)
    return [found.get(at, number) for at, number in enumerate(numbers)]


def _counted(line: TextLine, wording: Wording) -> Numbered | None:
    """The whole number that stands behind a bullet, with a title after it or without."""
    bullet = _BULLET.match(line.plain)
    number = number_of(line.plain[bullet.end() :], wording) if bullet else None
    return number if number is not None and number.scheme == "decimal" and len(number.parts) == 1 else None
