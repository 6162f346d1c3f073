"""Lines without the marks that Word leaves in them of its bookmarks and fields: "0BGodkendelse", "_Toc1034567"."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.blocks import Line
from generator.importer.lines.textlines import Reading, TextLine

# "0BPkt. 1", "1. 0BGodkendelse": each heading's bookmark has the next number, from 0 on.
_COUNTED = re.compile(r"^(?P<before>\W*(?:\d[\d.]*[.)]\s+)?)(?P<count>\d{1,3})B(?=[A-ZÆØÅ§\d])")
_FIELDS = re.compile(
    r"\s*(?:PAGEREF|NOTEREF|REF|HYPERLINK\s+\\l)\s+\"?_(?:Toc|Ref|Hlk)\d+\"?(?:\s+\\[a-z])*"  # "PAGEREF _Toc1034567 \h"
    r"|_(?:Toc|Ref|Hlk)\d{5,}"
    r"|\bTOC(?:\s+\\[a-z](?:\s+\"[^\"]*\")?)+"  # 'TOC \o "1-3" \h \z \u'
    r"|\[\]\{#[^{}]*\}|\s\{#[^{}\s]+[^{}]*\}\s*$"  # of a conversion to Markdown: "[]{#_Toc1034567 .anchor}"
    r"|<a\s+(?:id|name)=[\"'][^\"'<>]*[\"']\s*(?:/>|>\s*</a>|>)"
)
_FEWEST = 2  # marks that count on


def without_word_marks(reading: Reading) -> Reading:
    """The lines without such marks, none that is nothing else; as printed they are kept with the furniture, for a report of
    what stands in no record.
    """
    counts = [int(found["count"]) for line in reading.lines if (found := _COUNTED.match(line.text))]
    counted = len(counts) >= _FEWEST and counts == sorted({*counts}) and counts[0] < len(counts)
    bare = [_bare(line, counted=counted) for line in reading.lines]
    changed = [line for line, after in zip(reading.lines, bare, strict=True) if after is not line]
    if not changed:
        return reading
    kept = (line for line in bare if line.text.strip())
    printed = (Line(line.text, line.page, line.number) for line in changed)
    lines = tuple(replace(line, index=index) for index, line in enumerate(kept))
    return replace(reading, lines=lines, furniture=(*reading.furniture, *printed))


def _bare(line: TextLine, *, counted: bool) -> TextLine:
    text, cells = _without(line.text, counted=counted), tuple(_without(cell, counted=counted) for cell in line.cells)
    return line if (text, cells) == (line.text, line.cells) else replace(line, text=text, cells=cells)


def _without(text: str, *, counted: bool) -> str:
    text = _FIELDS.sub("", text)
    return _COUNTED.sub(r"\g<before>", text) if counted else text
