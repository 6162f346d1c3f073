"""The headings of items to the lines that each item has: from what stands right above its heading to the next one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate
from generator.importer.headings.case_numbers import is_reference
from generator.importer.headings.last_item import HOURS, MARGIN, end_of_last
from generator.importer.headings.outline import Outline
from generator.importer.headings.twins import twin_above
from generator.importer.labels.groups import group_of, is_body
from generator.importer.labels.page import Page, in_list
from generator.importer.labels.type_groups import GROUP
from generator.importer.language.likeness import keys_of
from generator.importer.language.sentences import sentences_of
from generator.importer.language.when_written import names_day
from generator.importer.lines.textlines import TextLine

_PREAMBLE = re.compile(r"^(?:kl\.?\s*\d{1,2}[.:]\d\d\s*$|(?:sagn\w*|sagsn\w*|j\.?\s?nr|journaln\w*|brevid)\b)", re.IGNORECASE)
_JOURNAL = re.compile(
    r"\d\d(?:\.\d\d){2}-[A-ZÆØÅ@]\d\d-\d+-\d\d|(?:\d{1,4}-){4,5}[\dV]+|[A-Z]{2,5}-\d{4}-\d{4,6}"
)  # "85.02.02-G01-5-17"
_MARKED = re.compile(r"\d[-/.]\w|[A-ZÆØÅ]-?\d{3}")  # a year, or a sum in a sentence that goes on, has none


def spans_of(page: Page, outline: Outline) -> tuple[list[tuple[int, int]], list[TextLine]]:
    """From which line to which each item goes, and the lines after the last one."""
    headings = outline.headings
    if not headings:
        return [], []
    groups = _listed_groups(page, outline)
    below = sum(one.end < len(page.lines) and _is_own(page, one.end) for one in headings) * 2 > len(headings)
    cases = _cases_above(page, headings)
    ends = [0, *(one.end for one in headings)]
    twins = [twin_above(page, one, least, outline.contents.lines) for one, least in zip(headings, ends, strict=False)]
    starts = [
        twin if twin < one.start else _with_preamble(page, one.start - (one.start - 1 in cases), least, groups, below=below)
        for one, twin, least in zip(headings, twins, ends, strict=False)
    ]
    spans = list(zip(starts, [*starts[1:], len(page.lines)], strict=True))
    longest = max((end - start for start, end in spans[:-1]), default=0)
    start, end = spans[-1]
    often = often_last(page, spans[:-1])
    foot = next((at + 1 for at in range(headings[-1].end, end) if page.lines[at].plain in often), end)
    cut = min(foot, end_of_last(page, headings, spans, longest))
    spans[-1] = (start, cut)
    return spans, list(page.lines[cut:])


def _listed_groups(page: Page, outline: Outline) -> frozenset[tuple[tuple[str, int], ...]]:
    """The names of groups of items that stand between the entries of a list of contents, or, in capitals, above the items; what
    names a day is the title of the whole.
    """
    entries = {entry.start for entry in outline.contents.entries}
    between = (page.lines[at] for at in outline.contents.lines - entries)
    head = (line for line in page.lines[: outline.headings[0].start] if line.plain.isupper() and " " in line.plain)
    named = (line for line in head if not names_day(line.plain, page.wording.language))
    return frozenset(keys_of(line.plain) for line in (*(line for line in between if line.first), *named))


def _with_preamble(page: Page, start: int, least: int, groups: Container[tuple[tuple[str, int], ...]], *, below: bool) -> int:
    """Where an item begins: a case number or a time of day above its heading is its own, unless most stand below theirs."""
    at = start
    while at - 1 >= least and start - at < 3:
        listed = keys_of(page.lines[at - 1].plain) in groups and not page.labels[at - 1]
        if not (listed or (_is_own(page, at - 1) and not below) or _heads_group(page, at - 1, least)):
            break
        at -= 1
    return at


def is_preamble(page: Page, at: int) -> bool:
    """Whether a line above an item's heading is of that item: its case number, the time when it begins."""
    return _is_own(page, at) or is_reference(page.lines[at].plain)


def _is_own(page: Page, at: int) -> bool:
    """Whether a line says by itself that it is of an item's head."""
    text = page.lines[at].plain
    return _PREAMBLE.match(text) is not None or _JOURNAL.fullmatch(text) is not None


def _cases_above(page: Page, headings: Sequence[Candidate]) -> frozenset[int]:
    """The lines right above headings that are nothing but a number with marks in it, "1-00-7-13", where most are."""
    found = [one.start - 1 for one in headings if one.start and _is_case(page, one.start - 1)]
    return frozenset(found if len(found) > 1 and len(found) * 2 > len(headings) else ())


def _is_case(page: Page, at: int) -> bool:
    text, line = page.lines[at].plain, page.lines[at]
    return is_reference(text) and _MARKED.search(text) is not None and page.labels[at] is None and line.kind is not Kind.TABLE


def _heads_group(page: Page, at: int, least: int) -> bool:
    """Whether a line right above an item's heading is that of a group of items: "B. Sager til beslutning"."""
    text, label = page.lines[at].plain, page.labels[at]
    if label is not None and label.kind == GROUP:
        return True
    if at == 0 or (label is not None and label.rest):
        return False  # the title of the whole; "Beslutning: Til efterretning"
    if _counts_on(page, at) or _tells(page, at):
        return False  # the second paper of a list: "2. Tillægsbevillinger"
    states = (*page.wording.words("closed"), *page.wording.words("open"))
    apart = page.lines[at + 1].number > page.lines[at].number + 1 or page.lines[at + 1].page != page.lines[at].page
    bracketed = text.startswith("(") and text.endswith(")")  # "J.nr. 12/3", "(Lukket punkt)"
    below_facts = all(_is_own(page, other) for other in range(least, at))
    of_item_above = (below_facts or (bracketed and apart)) and text.strip(" ().:").casefold() in states
    if not of_item_above and (group_of(text, page.wording.language) or is_body(text, page.wording.language)):
        return True
    number = page.numbers[at]
    counted = number is not None and bool(number.title) and (number.scheme in ("letter", "roman") or _begins_below(page, at))
    line = page.lines[at]
    return not label and (counted or (line.first and line.kind is Kind.HEADING))


def _begins_below(page: Page, at: int) -> bool:
    """Whether the number of a line is the group of the one right below, which is its first: "2. Trafik" above "AD 2.1"."""
    number, below = page.numbers[at], page.numbers[at + 1]
    return number is not None and below is not None and below.parts == (*number.parts, 1)


def _counts_on(page: Page, at: int) -> bool:
    """Whether a line is counted right after the one above it, both without what items have before their numbers."""
    above, number = page.numbers[at - 1], page.numbers[at]
    if above is None or number is None or above.scheme != number.scheme or not in_list(page, at):
        return False
    return number.parts == (*above.parts[:-1], above.parts[-1] + 1)


def _tells(page: Page, at: int) -> bool:
    """Whether a line with a number is a sentence of a list and no title: it is several, "B: Kurser. Der er plads til ti.", or
    the line above counts with it.
    """
    number, above = page.numbers[at], page.numbers[at - 1]
    if number is None or not number.title.endswith("."):
        return False
    counts = above is not None and above.scheme == number.scheme and number.parts == (*above.parts[:-1], above.parts[-1] + 1)
    return counts or len(sentences_of(number.title, page.wording)) > 1


def pauses_of(page: Page) -> set[int]:
    """The lines that only say that the meeting paused, and below them from when to when: they are of no item."""
    pause = page.wording.any_of("pauses")
    found = {at for at, line in enumerate(page.lines) if line.first and pause.fullmatch(line.plain.strip(" .:*()"))}
    hours = {at + 1 for at in found if at + 1 < len(page.lines) and HOURS.fullmatch(page.lines[at + 1].plain)}
    return found | hours


def often_last(page: Page, spans: Sequence[tuple[int, int]]) -> set[str]:
    """The short lines that end most items, word for word."""
    ends = Counter(page.lines[end - 1].plain for start, end in spans if end - start > 1)
    return {text for text, count in ends.items() if count > 2 and count * 10 >= len(spans) * 7 and len(text) < MARGIN}
