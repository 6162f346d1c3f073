"""The lines of an item to its sections: what is recommended, what was said and decided, the case text, and the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.extraction.blocks import Kind
from generator.importer.candidates import Page, is_reference
from generator.importer.labels import Label, begins_recommendation, field_of
from generator.importer.textlines import TextLine

# Sections that only a label of another of these ends; other labels are headings or lines within them.
_HELD = ("decision", "minutes", "after_meeting")
_SWITCHING = ("recommendation", "decision", "minutes", "case", "annexes", "after_meeting")


@dataclass
class Section:
    """A part of an item: its kind, the label that began it (None: none did), its lines without that label."""

    kind: str
    label: Label | None
    lines: list[TextLine] = field(default_factory=list)
    label_line: TextLine | None = None


def sections_of(page: Page, lines: Sequence[TextLine], title: str) -> list[Section]:
    """Divide the lines below an item's heading. What stands before the first label is of kind `open`."""
    sections = [Section("open", None)]
    named = any((label := page.labels[line.index]) and label.kind == "recommendation" for line in lines)
    for line in _without_title(lines, title):
        label = page.labels[line.index]
        current = sections[-1]
        if _is_absence(line, page) or (label is None and _goes_on_absent(sections, line)):
            _aside(sections, "absence", line)
        elif label is not None and label.kind == "rest":
            continue
        elif label is not None and _switches(current, label, line):
            sections.append(_begun(label, line))
        elif not named and current.kind in ("open", "case") and begins_recommendation(line.plain, page.wording):
            sections.append(Section("recommendation", None, [line]))
        elif current.kind == "open" and not current.lines and _is_reference(label, line):
            _aside(sections, "reference", line)
        elif current.kind == "recommendation" and _has_ended(current, line):
            sections.append(Section("case", None, [line]))
        else:
            current.lines.append(line)
    return [section for section in sections if section.lines or section.label]


def _without_title(lines: Sequence[TextLine], title: str) -> Iterator[TextLine]:
    """The lines, less a first one that only says the title again."""
    again = bool(lines) and lines[0].plain.casefold().strip(". ") == title.casefold().strip(". ")
    yield from lines[1:] if again else lines


def _begun(label: Label, line: TextLine) -> Section:
    rest = [replace(line, text=label.rest, kind=Kind.PARAGRAPH, marker="")] if label.rest else []
    kind = "case" if label.kind in ("inner", "follow_up") else label.kind
    return Section(kind, label, rest, line)


def _switches(current: Section, label: Label, line: TextLine) -> bool:
    if label.kind in _SWITCHING:
        # "Status: ..." or "Drøftelse af ..." within what was said is no new section.
        return not (current.kind == "minutes" and label.kind == "case" and label.rest and not line.first)
    if label.kind in ("presenter", "type"):
        return current.kind in ("open", "presenter", "type", "reference")
    return current.kind not in (*_HELD, "open") or (label.kind == "inner" and current.kind == "open" and bool(current.lines))


def _aside(sections: list[Section], kind: str, line: TextLine) -> None:
    """Put a line apart without ending the section that it stands in."""
    at = len(sections) - 1
    if at and sections[at - 1].kind == kind and sections[at - 1].label is None:
        sections[at - 1].lines.append(line)
    else:
        sections.insert(at, Section(kind, None, [line]))


def _is_absence(line: TextLine, page: Page) -> bool:
    found = field_of(line.plain, page.wording)
    if found is not None and found.kind in ("absent", "apologies"):
        return True
    return line.first and bool(page.wording.any_of("absent_from_item", whole=False).match(line.plain))


def _goes_on_absent(sections: Sequence[Section], line: TextLine) -> bool:
    """Whether a line is the rest of a paragraph that says who was not there."""
    aside = sections[-2] if len(sections) > 1 and sections[-2].kind == "absence" else None
    return aside is not None and aside.lines[-1].index == line.index - 1 and aside.lines[-1].block == line.block


def _is_reference(label: Label | None, line: TextLine) -> bool:
    """Whether a line only names the case: "J.nr. 01.00-2019/3"."""
    return (label is not None and label.kind == "inner" and bool(label.rest)) or is_reference(line.plain)


def _has_ended(section: Section, line: TextLine) -> bool:
    """Whether a recommendation is over: its points have been made, and a new paragraph begins."""
    if not section.lines:
        return False
    last = section.lines[-1].plain
    if line.kind is Kind.HEADING:
        return True
    if line.kind is Kind.LIST_ITEM or line.plain.startswith(("at ", "that ", "og ", "and ")) or line.plain[:1].islower():
        return False
    if last.endswith((":", ",", " at", " og", " that")):
        return False
    return line.first or last.endswith(".")
