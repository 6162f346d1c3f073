"""The cells of a table of items to sections: what is recommended, what was said, the case."""

from __future__ import annotations

from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.items.asked_in_text import asked_first
from generator.importer.items.section import Section
from generator.importer.labels.label import begins_recommendation, label_of
from generator.importer.language.sentences import sentences_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine


def sections_of_cell(kind: str, text: str, row: TextLine, wording: Wording, *, asks: bool) -> list[Section]:
    """What a cell says; where no column `asks`, a case may end in what is recommended, "... Det indstilles, at ...", and what
    was said may begin with it.
    """
    if kind in ("decision", "minutes") and not asks and (asked := asked_first(text, wording)):
        return [_section("recommendation", asked, row, wording), _section(kind, text[len(asked) :].strip(), row, wording)]
    for at in _beginnings(text, wording) if kind == "case" and not asks else ():
        if begins_recommendation(text[at:].partition("\n")[0], wording):
            case = [_section(kind, text[:at].strip(), row, wording)] if text[:at].strip() else []
            return [*case, _section("recommendation", text[at:].strip(), row, wording)]
    return [_section(kind, text, row, wording)]


def _beginnings(text: str, wording: Wording) -> list[int]:
    """Where the sentences of a cell begin."""
    found, at = [], 0
    for line in text.split("\n"):
        for sentence in sentences_of(line, wording):
            at = text.find(sentence, at)
            found.append(at)
            at += len(sentence)
    return found


def _section(kind: str, text: str, row: TextLine, wording: Wording) -> Section:
    """What a cell says, by its column or by a label of its own, a line for each of the cell's."""
    lines = [replace(row, text=line, kind=Kind.PARAGRAPH, cells=()) for line in text.split("\n")]
    label = label_of(replace(lines[0], text=lines[0].plain), wording) if kind == "case" else None
    if label is not None and label.rest:
        kind, lines[0] = label.kind, replace(lines[0], text=label.rest)
    return Section("reference" if kind in ("inner", "follow_up", "") else kind, None, lines)
