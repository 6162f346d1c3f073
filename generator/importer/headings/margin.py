"""Headings whose titles end in a letter of the right margin to the same, the letter set off where a scan has moved it close."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.headings.candidates import Candidate

_LETTER = re.compile(r"\s+(?P<letter>[A-ZÆØÅ])$")  # for the kind of case: "Budget 2027   B"
_FEWEST = 3


def with_margin(headings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The headings; where most end in a single letter, that stands apart from the title."""
    lettered = [one for one in headings if _LETTER.search(one.title)]
    if len(lettered) < _FEWEST or len(lettered) * 2 < len(headings):
        return tuple(headings)
    return tuple(replace(one, title=_LETTER.sub(r"\t\g<letter>", one.title)) for one in headings)
