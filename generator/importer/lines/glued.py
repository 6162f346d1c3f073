"""Lines that an export has glued to the end of the line before: "Sagsfremstilling2. Godkendelse af referat"."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from itertools import chain

from generator.extraction.blocks import Kind, Line
from generator.importer.language.damage import skeleton
from generator.importer.lines.textlines import Reading, TextLine

_GLUED = re.compile(r"^(?P<before>.*[^\W\d_])(?P<line>\d{1,3}\.\s+\S.*)$", re.DOTALL)
_SHORTEST = 8  # letters of a line that stands elsewhere too, for it to be no chance


def unglued(reading: Reading) -> Reading:
    """The lines, each apart that another line ends with, no space between, and that stands elsewhere by itself; as printed
    they are kept with the furniture, for a report of what stands in no record.
    """
    glued = [found for line in reading.lines if (found := _GLUED.match(line.plain))]
    own = {_key(line.plain) for line in reading.lines if len(line.plain) >= _SHORTEST}
    own |= {_key(found["before"]) for found in glued if _key(found["line"]) in own}  # "5. Eventuelt1. Velkomst"
    if not any(_key(found["line"]) in own for found in glued):
        return reading
    parted = [_parts(line, own) for line in reading.lines]
    lines = (replace(part, index=index) for index, part in enumerate(chain.from_iterable(parted)))
    printed = (Line(line.text, line.page, line.number) for line, parts in zip(reading.lines, parted, strict=True) if parts[1:])
    return replace(reading, lines=tuple(lines), furniture=(*reading.furniture, *printed))


def _key(text: str) -> str:
    """A line as it is compared, also where a scan misread one of the two."""
    return " ".join(map(skeleton, text.split()))


def _parts(line: TextLine, own: Set[str]) -> list[TextLine]:
    found = _GLUED.match(line.text)
    if found is None or _key(found["line"]) not in own or line.kind is Kind.TABLE:
        return [line]
    second = replace(line, text=found["line"], kind=Kind.PARAGRAPH, marker="", level=0, first=True)
    return [replace(line, text=found["before"], last=True), second]
