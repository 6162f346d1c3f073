"""The end of a case text that is what the meeting decided, where minutes have no label for that."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importer.items.section import Section
from generator.importer.items.source import Source
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import sentences_of


def with_said_last(sections: Sequence[Section], source: Source) -> list[Section]:
    """The sections of an item. Where minutes have no label for what was said, the last paragraph of a case text that ends the
    item stands alone if it begins with what was done: "Baggrund", "Rådet var sidst på tur i 2012.", "Punktet blev udsat."
    """
    *before, last = sections or [Section("open", None)]
    start = max((at for at, line in enumerate(last.lines) if line.first), default=0)
    if not source.is_plain or last.kind != "case" or last.label is None or not start:
        return [*sections]
    first = next((one for row in source.writer.rows(last.lines[start:]) for one in sentences_of(row, source.wording)), "")
    if outcome_of(first, source.wording, strict=True) is None:
        return [*sections]
    return [
        *before,
        Section(last.kind, last.label, last.lines[:start], last.label_line),
        Section("open", None, last.lines[start:]),
    ]
