"""Numbers that are said twice in a row, "2.  2. Budget": a page on the web counts headings that have a number already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.labels.numbering import Numbered

_AGAIN = re.compile(r"(?P<number>\d{1,3}(?:\.\d{1,3})*)(?:[.):]\s*|\s+)(?P<title>\S.*)$")
_FEWEST = 3  # numbers: fewer may be titles that begin with one, "3. 3. budgetopfølgning"


def said_once(numbers: Sequence[Numbered | None]) -> list[Numbered | None]:
    """The numbers, those whose title begins with the same one without it where several do; they are of a kind of their own,
    which no list within an item has.
    """
    found = {at: once for at, number in enumerate(numbers) if number is not None and (once := _once(number)) is not None}
    counted = len({once.parts for once in found.values()}) >= _FEWEST
    return [found.get(at, number) if counted else number for at, number in enumerate(numbers)]


def _once(number: Numbered) -> Numbered | None:
    """A number with the title behind it where it is said again; None where the title begins with something else."""
    again = _AGAIN.match(number.title)
    if again is None or again["number"] != number.printed:
        return None
    return replace(number, scheme=f"twice {number.scheme}", title=again["title"])
