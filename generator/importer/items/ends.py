"""Whether a section of an item is over although no label follows: a recommendation has made its points, an annex is named, a
fact is told.
"""

from __future__ import annotations

import re

from generator.extraction.blocks import Kind
from generator.extraction.rows import marker_of
from generator.importer.headings.people import names_in
from generator.importer.items.section import Section
from generator.importer.labels.page import Page
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import ends_sentence, sentences_of
from generator.importer.lines.textlines import TextLine

_POINT = re.compile(r"(?:\W{0,2}\d{1,2}[.)]\s+)?(?:at|that)\s", re.IGNORECASE)
_GOING_ON = re.compile(
    r"(?:(?:[^\W\d_]{2,6}\.? (?=\d))?\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]\s+)?(?:at|that)\s|(?:og|and)\s", re.IGNORECASE
)
_BRACKETED = re.compile(r"\([^()]{2,60}\)")
_COUNTED = re.compile(r"^\w+ (?:nr\. ?)?\d{1,2}[a-z]?[.:]?\s+(?:[-–]\s*)?[\"”]?[A-ZÆØÅ@].*[^.,:;]$")
_THAT_FOLLOWS = re.compile(r"\b(?:at|that)\s+\S+\s+\S")  # "at taksterne bliver", and not "at", which points follow
_FULL = 0.8  # of the width of the page: a line that is shorter has ended
_EARLY = 0.6  # likewise, where only its length says so
_FACTS = ("presenter", "type", "follow_up")
_LISTING = (",", " og", " and", " &", "/", "-")
_WORDS = 9  # of the title of an annex


def has_ended(section: Section, line: TextLine, page: Page) -> bool:
    """Whether a recommendation is over, because its points have been made and a new paragraph begins, or an annex, or what
    only names somebody.
    """
    if section.kind in _FACTS:
        return _is_told(section, line, page)
    if section.kind == "annexes" and section.lines and is_counted_annex(section.lines[-1], page):
        short = len(section.lines[-1].plain) < page.width * _FULL
        return short and not line.marker and line.plain[:1].isupper() and not is_counted_annex(line, page)
    if section.kind != "recommendation" or not section.lines:
        return _is_below_annex(section, line, page)
    last = section.lines[-1].plain
    if line.kind is Kind.HEADING or _BRACKETED.fullmatch(line.plain):
        return True  # "(1. behandling)"
    if _GOING_ON.match(line.plain) or line.plain[:1].islower() or _is_listed(section, line, page):
        return False
    if _is_table_of_case(section, line, page):
        return True
    if last.endswith((":", ",", " at", " og", " that")) or (len(section.lines) == 1 and _only_says_who(section.lines[0], page)):
        return False
    stops = ends_sentence(last, page.wording)
    if line.plain[:1].isdigit() and not stops and page.numbers[line.index] is None:
        return False  # "975.000 kr.", and "1. januar 2020" below "pr."
    return line.first or stops or last.endswith("|") or _is_below_points(last, line, page)


def _is_table_of_case(section: Section, line: TextLine, page: Page) -> bool:
    """Whether a table stands below what is recommended, "at taksterne bliver som følger:", or below a sentence of its own
    behind that, "Overslaget er sådan:"; of a sentence that only proposes also lines that a scan has left of a table.
    """
    table = line.kind is Kind.TABLE and len(line.cells) > 1
    above = section.lines[-1]
    if above.kind is Kind.TABLE or marker_of(line.plain) or _GOING_ON.match(line.plain):
        return False
    sentences = sentences_of(" ".join(one.plain for one in section.lines if one.block == above.block), page.wording)
    last = sentences[-1] if sentences else ""
    if page.wording.recommending.match(last) is not None or _POINT.match(last):
        return table and _THAT_FOLLOWS.search(last) is not None
    formal = page.wording.any_of("formal_asking", whole=False).search(" ".join(sentences)) is not None
    lost = section.label is None and not formal and last.endswith(":") and page.numbers[line.index] is None
    return len(sentences) > 1 and (table or lost)


def _is_told(section: Section, line: TextLine, page: Page) -> bool:
    """Whether what stands below a fact of the item, "Fremlagt af: Ane Test", is none: it neither goes on nor names more."""
    said = " ".join(one.plain for one in section.lines)
    rest = section.label is not None and bool(section.label.rest)
    named = bool(names_in(said, page.wording))
    if not said or not (named or (rest and section.kind != "follow_up")) or said.endswith(_LISTING):
        return False
    more = not line.first and names_in(line.plain, page.wording) and not line.plain.endswith(".")
    return not (line.plain[:1].islower() or line.kind is Kind.LIST_ITEM or more)


def _is_listed(section: Section, line: TextLine, page: Page) -> bool:
    """Whether a line is of a list, and not only below one: below a recommendation that has no points, or, where no label
    says what was decided, below its last point and telling that.
    """
    if line.kind is not Kind.LIST_ITEM or line.marker or line.first or not ends_sentence(section.lines[-1].plain, page.wording):
        return line.kind is Kind.LIST_ITEM
    if not any(one.marker for one in section.lines):
        return False
    told = outcome_of(line.plain, page.wording, strict=True) not in (None, "recommended")
    return not told or any(label is not None and label.kind == "decision" for label in page.labels)


def _is_below_points(last: str, line: TextLine, page: Page) -> bool:
    """Whether a line follows below "at ..." that is no part of it: that line has ended early, or this one says what came."""
    if not _POINT.match(last) or last.rpartition(" ")[2].casefold() in page.wording.words("leading"):
        return False
    told = outcome_of(line.plain, page.wording, strict=True) is not None
    return len(last) < page.width * (_FULL if told else _EARLY)


def _only_says_who(line: TextLine, page: Page) -> bool:
    """Whether a line says who recommends and not yet what: "Plan og Byg indstiller"."""
    label = page.labels[line.index]
    labelled = label is not None and label.kind == "recommendation" and not label.rest
    return not line.plain.endswith(".") and (labelled or page.wording.recommending.fullmatch(line.plain) is not None)


def _is_below_annex(current: Section, line: TextLine, page: Page) -> bool:
    """Whether a sentence follows below an annex that stood on one line with its label: it is none of the annexes."""
    if current.kind != "annexes" or line.kind is Kind.LIST_ITEM:
        return False
    decides = line.plain.endswith(".") and outcome_of(line.plain, page.wording, strict=True) is not None
    if not current.lines:  # "Bilag 1" by itself names a paper, and its title may stand below
        counted = current.label is not None and not current.label.rest and any(map(str.isdigit, current.label.text))
        return counted and decides
    return decides or (line.first and (line.plain.endswith((".", ":", ",")) or len(line.plain.split()) > _WORDS))


def is_counted_annex(line: TextLine, page: Page) -> bool:
    """Whether a line is an annex with its number: "Bilag 2. Notat"."""
    return page.wording.any_of("annex_counted").match(line.plain) is not None and _COUNTED.search(line.plain) is not None
