"""A table below a whole sentence that recommends, "at følgende takster fastsættes:", to a part of the case, and no points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from generator.extraction.rows import marker_of
from generator.importer.items.section import Section
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine


def with_tables_apart(sections: Iterable[Section], wording: Wording) -> Iterator[Section]:
    """The sections; where nothing but rows that count nothing stand below such a sentence, they are a section of their own."""
    that = wording.words("that")
    for section in sections:
        asked = [*takewhile(lambda line: not _is_row(line, that), section.lines)]
        rows = section.lines[len(asked) :]
        said = " ".join(line.plain for line in asked)
        whole = said.endswith(":") and any(f" {one} " in said for one in that)
        if section.kind == "recommendation" and whole and rows and all(_is_row(line, that) for line in rows):
            yield Section(section.kind, section.label, asked, section.label_line)
            yield Section("case", None, rows)
        else:
            yield section


def _is_row(line: TextLine, that: Sequence[str]) -> bool:
    """Whether a line has cells, or gaps as between cells, and begins with no mark of a point."""
    first, *others = line.cells or line.plain.split("\t")
    bare = first.strip().rstrip(".)").casefold()
    return bool(others) and not marker_of(f"{first.strip()} x") and not bare.isdecimal() and bare not in that
