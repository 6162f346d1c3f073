"""The lines of an item to its sections: what is recommended, what was said and decided, the case text, and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.extraction.rows import marker_of
from generator.importer.headings.case_numbers import is_reference
from generator.importer.items.absence import goes_on_absent, is_absence
from generator.importer.items.asked_below_deciding import asked_below_deciding
from generator.importer.items.asked_in_text import (
    asked_apart,
    is_only_proposed,
    recommends,
    recommends_formally,
    without_told,
)
from generator.importer.items.below_heading import says_how_long
from generator.importer.items.ends import has_ended, is_counted_annex
from generator.importer.items.offers import only_offering
from generator.importer.items.section import Section
from generator.importer.items.tables_apart import with_tables_apart
from generator.importer.items.titles_below import without_title
from generator.importer.labels.label import Label, begins_recommendation, field_of
from generator.importer.labels.label_words import acts, words_of
from generator.importer.labels.page import Page, asking_of
from generator.importer.labels.task_tables import heads_tasks
from generator.importer.language.likeness import likeness
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.file_names import files_in
from generator.importer.lines.textlines import TextLine

# Sections that only a label of another of these ends; other labels are headings or lines within them.
_HELD = ("decision", "minutes", "after_meeting")
_ANNEX = re.compile(r"^\.\s?/\s?\.")  # "./. Udkast til svar"
_SAME = 0.85
_NAMING = 6  # words of a line that only says who proposes something
_ABOVE_TEXT = ("open", "presenter", "type", "follow_up", "reference")
_SWITCHING = ("recommendation", "decision", "minutes", "case", "annexes", "after_meeting")


def sections_of(page: Page, lines: Sequence[TextLine], title: str) -> list[Section]:
    """Divide the lines below an item's heading. What stands before the first label, or below a recommendation
    without one of its own, is of kind `open`.
    """
    sections = [Section("open", None)]
    offers = only_offering(lines, page)
    named = any(
        (label := page.labels[line.index]) and label.kind == "recommendation" for line in lines if line.index not in offers
    )
    said = [*without_title(page, lines, title)]
    for line in said if named else asked_apart(said, page):
        label = None if line.index in offers else page.labels[line.index]
        current = sections[-1]
        if label is not None and label.kind == "rest":
            continue
        if kind := _kind_aside(sections, line, page):
            _aside(sections, kind, line)
        elif label is not None and _switches(current, label, line, page.wording):
            label = replace(label, kind="decision") if _tells_decision(label, line, page) else label
            sections.append(_begun(label, line, page, again=_says_title(label, title, page)))
        elif (
            not named and _may_recommend(sections, line, page) and (recommends(line, page) or _asks_below(sections, line, page))
        ):
            sections.append(Section("recommendation", None, [line]))
        elif _asks_nothing(current, page) and line.plain[:1].isupper() and recommends(line, page):
            current.kind = "case"
            sections.append(Section("recommendation", None, [line]))
        elif not named and is_only_proposed(current, page) and recommends_formally(line, page):
            sections.append(Section("recommendation", None, [line]))
        elif current.kind in ("open", "case", "recommendation") and is_counted_annex(line, page):
            sections.append(Section("annexes", None, [line]))
        elif has_ended(current, line, page):
            sections.append(Section("open", None, [line]))
        else:
            current.lines.append(line)
    sections = _with_only_absence([*asked_below_deciding(sections, page)], page)
    told = without_told([section for section in sections if section.lines or section.label], page)
    return [*with_tables_apart(told, page.wording)]


def _with_only_absence(sections: Sequence[Section], page: Page) -> list[Section]:
    """The sections; a sentence that says who was absent is what was said where nothing else stands below the label, or in the
    item.
    """
    found: list[Section] = []
    only = [section.kind for section in sections] == ["absence", "open"]
    for section in sections:
        aside = found[-1].lines if found and found[-1].kind == "absence" else []
        alone = (only or (section.kind == "decision" and len(aside) == 1)) and not section.lines and bool(aside)
        if alone and field_of(aside[0].plain, page.wording) is None:
            section.lines = found.pop().lines
        found.append(section)
    return found


def _may_recommend(sections: Sequence[Section], line: TextLine, page: Page) -> bool:
    """Whether a recommendation may begin without a label: in the case, below who presents it, or below what others decided on
    it, where the items of the document begin theirs in the same words.
    """
    if sections[-1].kind == "decision":
        first = all(one.kind != "recommendation" for one in sections)
        return first and line.first and bool(sections[-1].lines) and asking_of(line.plain, page.wording) in page.asking
    return sections[-1].kind in (*_ABOVE_TEXT, "case", "annexes")


def _asks_nothing(current: Section, page: Page) -> bool:
    """Whether what stands below a recommendation's label so far asks for nothing: a list of papers, or what leads up to it."""
    if current.kind != "recommendation" or current.label is None or not current.lines:
        return False
    said = " ".join(line.plain for line in current.lines)
    asks = any(pattern.search(said) for _, pattern in page.wording.asks) or any(recommends(one, page) for one in current.lines)
    return not asks and not said.endswith((":", ",", " at")) and not said.startswith(("at ", "At "))


def _asks_below(sections: Sequence[Section], line: TextLine, page: Page) -> bool:
    """Whether a line only says who proposes what stands below it, "Ane Test foreslår,", or of a body or an office also who
    proposed it, "Bestyrelsen foreslog,", and no other line recommends.
    """
    text = line.plain.rstrip(" ,:")
    below = page.lines[line.index + 1].plain if line.index + 1 < len(page.lines) else ""
    proposes = page.wording.any_of("proposing").search(text)
    asks = text.endswith(tuple(page.wording.words("acting_endings")))
    body = proposes is not None and acts(text[: proposes.start()].strip().rpartition(" ")[2], page.wording.language)
    short = text[:1].isupper() and len(text.split()) <= _NAMING
    said = any(one.kind in ("recommendation", "decision") for one in sections)
    points = below.removeprefix(marker_of(below)).lstrip().startswith(("at ", "that "))
    return proposes is not None and (asks or (body and line.plain.endswith((",", ":")))) and short and not said and points


def _says_title(label: Label, title: str, page: Page) -> bool:
    """Whether what follows a label only says the title again, "Beslutning for Punkt 2: Mødeplan"; where it could be an outcome,
    "Beslutning: Orientering", only if the label has said which item it is of.
    """
    alike = 0 < len(label.rest) <= len(title) + 3 and likeness(label.rest, title) >= _SAME
    counted = re.search(rf"(?:{page.wording.before_number})\s*\d", label.text, re.IGNORECASE)
    return alike and (counted is not None or outcome_of(label.rest, page.wording, strict=False) is None)


def _tells_decision(label: Label, line: TextLine, page: Page) -> bool:
    """Whether below "Indstilling og beslutning" stands what the body decided, and nothing that is recommended."""
    stems = page.wording.tree["label_stems"]["decision"]
    if label.kind != "recommendation" or not any(stem in label.text.casefold() for stem in stems):
        return False
    text = label.rest or (page.lines[line.index + 1].plain if line.index + 1 < len(page.lines) else "")
    told = outcome_of(text, page.wording, strict=True)
    return told not in (None, "recommended", *page.wording.words("weak")) and not begins_recommendation(text, page.wording)


def _begun(label: Label, line: TextLine, page: Page, *, again: bool) -> Section:
    """The section that a label begins; "RESOLVED: That ..." is one sentence with it, the head of a table is of that."""
    if label.kind == "follow_up" and heads_tasks(label.text, page.wording):
        return Section(label.kind, None, [line])
    label = replace(label, rest="") if again else label
    text = line.plain if label.rest.startswith("That ") and label.kind == "decision" else label.rest
    rest = [replace(line, text=text, kind=Kind.PARAGRAPH, marker="")] if text else []
    kind = "case" if label.kind == "inner" else label.kind
    return Section(kind, label, rest, line)


def _switches(current: Section, label: Label, line: TextLine, wording: Wording) -> bool:
    if _is_text_below(current, label, line, wording):
        return False
    if label.kind == "inner" and label.rest and line.kind is Kind.LIST_ITEM and line.marker:
        return False  # "- Økonomi: 2,9 mio. kr." is of a list, and what stands below that no more of the economy
    if label.kind in _SWITCHING or (label.kind == "follow_up" and (label.rest or ":" in line.plain)):
        # "Status: ..." or "Drøftelse af ..." within what was said is no new section.
        return not (current.kind == "minutes" and label.kind == "case" and label.rest and not line.first)
    if label.kind in ("presenter", "type"):
        return current.kind in ("open", "presenter", "type", "reference")
    if current.kind == "decision" and not label.rest and current.lines:
        return True  # a line that only names something else is none of the decision
    return current.kind not in (*_HELD, "open") or (
        label.kind == "inner" and current.kind == "open" and (bool(current.lines) or not label.rest)
    )


def _aside(sections: list[Section], kind: str, line: TextLine) -> None:
    """Put a line apart without ending the section that it stands in."""
    at = len(sections) - 1
    if at and sections[at - 1].kind == kind and sections[at - 1].label is None:
        sections[at - 1].lines.append(line)
    else:
        sections.insert(at, Section(kind, None, [line]))


def _kind_aside(sections: Sequence[Section], line: TextLine, page: Page) -> str:
    """What a line is that stands apart from the section that it stands in; empty where it does not."""
    label, current = page.labels[line.index], sections[-1]
    if is_absence(line, page, begins=line.first or not current.lines) or (
        label is None and goes_on_absent(sections, line, page)
    ):
        return "absence"
    if label is not None and label.kind == "reference":
        return "reference"
    if current.kind in _ABOVE_TEXT and says_how_long(line.plain) and (not current.lines or current.kind != "open"):
        return "reference"
    if (_ANNEX.match(line.plain) or files_in(line.plain)) and current.kind != "annexes":
        return "annexes"
    return "reference" if current.kind == "open" and not current.lines and _is_reference(label, line) else ""


def _is_text_below(current: Section, label: Label, line: TextLine, wording: Wording) -> bool:
    """Whether what could be a label stands below one: "Indstilling", "Til beslutning", or "Beslutning", "Vedtaget."."""
    if label.kind != current.kind or current.lines or label.rest:
        return False
    if label.kind == "recommendation":
        words = words_of(label.text, wording.language)
        return (
            words is None or words.kind != label.kind or words.acts or line.plain.endswith(".")
        )  # not "Alternativ indstilling"
    return label.kind == "decision" and line.plain.endswith(".")


def _is_reference(label: Label | None, line: TextLine) -> bool:
    """Whether a line only names the case: "J.nr. 01.00-2019/3"."""
    return (label is not None and label.kind == "inner" and bool(label.rest)) or is_reference(line.plain)
