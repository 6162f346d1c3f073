"""Lines without a number to titles of items: which may be one, and how much speaks for each."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate, has_case_number, is_usual, weight_of
from generator.importer.headings.case_numbers import is_filed, is_reference
from generator.importer.headings.states import says_state
from generator.importer.headings.whole_titles import whole_title
from generator.importer.labels.label import field_of
from generator.importer.labels.page import Page, opens
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_NO_NUMBER = 1.0
_INITIALS = re.compile(
    r"(?:[A-ZÆØÅ@&]{1,4}\s+){3,}[A-ZÆØÅ@&]{1,4}"
)  # of bodies or people: the head of a table that a scan lost
_INITIAL = re.compile(r"[A-ZÆØÅ@&]{1,4}")
_BETWEEN = 1.5  # what speaks for a line between a sentence and a label
_BELOW_SAID = 1.5  # what speaks for a line between an item's last section and a text
_ABOVE_CASE = 1.5  # what speaks for a line with the number of a case right below it
_ABOVE_NAME = 1.5  # what speaks for a line with who presents it right below
# A row of a table: words, and two figures or more.
_ROW = re.compile(r"[^\W\d].*?(?:\s+[+-]?\d[\d.,]*(?:\s?(?:%|[^\W\d_]{2,4}\.))*){2,}")
_PROSE = 70  # letters of a line of a text
_SENTENCES = 2
_ENDS = (".", "?", "!")


def bare_title(page: Page, at: int) -> Candidate:
    """The title that a line is, with the lines that it runs on to, weighed."""
    title, end = whole_title(page, at, page.lines[at].plain.removeprefix(page.lines[at].marker).lstrip())
    candidate = Candidate(at, end, "", (), "none", title, 0.0)
    stops = -3.0 if title.endswith(".") and not is_usual(page, title) else 0.0
    said = -4.0 if at and is_bare_label(page, at - 1) else 0.0  # what follows a label at once is what it announces
    apart = 1.5 if at and not page.lines[at].first and page.wording.any_of("no_title").match(page.lines[at - 1].plain) else 0.0
    between = _BETWEEN if at and not page.lines[at].first and _is_between(page, at, end) else 0.0
    below = _below_said(page, at, end) + (_ABOVE_CASE if has_case_number(page, end) else 0.0)
    below += _ABOVE_NAME if end < len(page.lines) and _says_presenter(page.lines[end], page.wording) else 0.0
    return replace(candidate, weight=weight_of(page, candidate) - _NO_NUMBER + stops + said + apart + between + below)


def _is_between(page: Page, at: int, end: int) -> bool:
    """Whether a line that is no sentence stands between the end of one and a label: no empty line need set it apart."""
    label = end < len(page.lines) and is_bare_label(page, end)
    return label and page.lines[at - 1].plain.endswith(_ENDS) and not page.lines[at].plain.endswith(_ENDS)


def _below_said(page: Page, at: int, end: int) -> float:
    """What speaks for a line that is no sentence between what was decided, or a list of papers, beside its label,
    "Beslutning: Godkendt.", and a text: there an item ends and another begins, if a scan has lost the line between them too.
    """
    label = page.labels[at - 1] if at else None
    if label is None or label.kind not in ("decision", "annexes") or not label.rest or end >= len(page.lines):
        return 0.0
    line, below = page.lines[at], page.lines[end]
    prose = not page.labels[end] and (below.plain.endswith(_ENDS) or len(below.plain) > _PROSE)
    lost = not line.first and page.lines[at - 1].plain.endswith(_ENDS)
    if not prose or line.plain.endswith(_ENDS) or not (line.first or lost):
        return 0.0
    return _BELOW_SAID + (_BETWEEN if lost else 0.0)


def is_bare_label(page: Page, at: int) -> bool:
    """Whether a line is a label and nothing more."""
    label = page.labels[at]
    return label is not None and not label.rest


def may_be_title(page: Page, at: int) -> bool:
    """Whether a line may be a title: it is no label, sentence, number, field or row."""
    line = page.lines[at]
    label = page.labels[at]
    set_off = line.kind is Kind.HEADING or is_bold_alone(line)
    styled = (
        set_off
        and label is not None
        and label.kind == "inner"
        and (not label.rest or line.kind is Kind.HEADING)
        and not line.plain[:1].isdigit()
    )
    listed = line.kind is Kind.LIST_ITEM and not line.bold
    if (label and not styled) or page.numbers[at] or line.kind is Kind.TABLE or listed:
        return False
    if (
        is_reference(line.plain)
        or is_filed(line.plain)
        or field_of(line.plain, page.wording)
        or _INITIALS.fullmatch(line.plain)
        or _is_among_initials(page, at)
        or _begins_point(line.plain, page.wording)
        or any(line.plain.count(mark) >= _SENTENCES for mark in "?;")  # the head of a table, a list of days
        or page.wording.any_of("takes_part").search(line.plain)
        or opens(page, at)
        or _heads_rows(page, at)
        or _says_presenter(line, page.wording)
        or (page.wording.any_of("no_title").match(line.plain) and not says_state(line.plain, page.wording))
    ):
        return False
    return at > 0 and 2 < len(line.plain) <= 160 and not line.plain[:1].islower() and not line.plain.endswith((",", ":", ";"))


def _heads_rows(page: Page, at: int) -> bool:
    """Whether a line is the head of a table that a scan lost: right below stand two rows of it."""
    rows = [one for one in page.lines[at + 1 : at + 3] if _ROW.fullmatch(one.plain) and not one.first]
    return len(rows) == 2


def _says_presenter(line: TextLine, wording: Wording) -> bool:
    """Whether a line is no sentence and says who presents an item: "Fremlægges af økonomichef Ane Test"."""
    return wording.any_of("presented_by").match(line.plain) is not None and not line.plain.endswith(_ENDS)


def _begins_point(text: str, wording: Wording) -> bool:
    """Whether a line begins as each point of a recommendation does: "At rapporten tages til efterretning"."""
    word, space, _ = text.partition(" ")
    return bool(space) and word.casefold() in wording.words("that")


def _is_among_initials(page: Page, at: int) -> bool:
    """Whether a line is the initials of a body or a person, and one beside it too: the same head in lines."""
    block = page.lines[at].block
    around = [one.plain for one in page.lines[max(0, at - 1) : at + 2] if one.block == block and _INITIAL.fullmatch(one.plain)]
    return page.lines[at].plain in around and len(around) > 1


def is_bold_alone(line: TextLine) -> bool:
    """Whether a line is a paragraph of its own in bold type, and no label by its last mark."""
    return line.bold and line.first and line.last and not line.plain.endswith((".", ":", ","))
