"""Where the notes at the foot of a page begin: in smaller type than the text, with the number that points to them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.page_layout import Level

_SMALLER = 0.88  # times the usual size of the type: notes are not larger
_BEGINS = re.compile(r"(?:\[?\d{1,3}[\].)]?|[*†])\s*[^\W\d_]|\[?\d{1,3}[\].)]?$")


def notes_from(lines: Sequence[Level], usual: float) -> int:
    """The first line of a page's notes, by the usual size of the document's type; the number of its lines where it has none.

    What stands below the notes, the foot of the page, is in small type too.
    """
    start = len(lines)
    while start and max(piece.size for piece in lines[start - 1]) <= _SMALLER * usual:
        start -= 1
    begins = (at for at in range(start, len(lines)) if _BEGINS.match(lines[at][0].text))
    return next(begins, len(lines)) if start else len(lines)  # a page of nothing else is set in small type throughout
