"""A text with items to what it says: the head of the meeting, and each item in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.extraction.joining import words_in
from generator.importer.candidates import Candidate
from generator.importer.groups import group_of
from generator.importer.heading_page import Field, MeetingHead, fields_of, read_head
from generator.importer.items import ReadItem, Source, read_item
from generator.importer.outline import Outline, outline_of
from generator.importer.page import Page, look_at
from generator.importer.prose import Writer
from generator.importer.table_items import table_items
from generator.importer.textlines import Reading, TextLine
from generator.importer.titles import type_mark
from generator.importer.vocabulary import Wording

_PREAMBLE = re.compile(r"^(?:kl\.?\s*\d{1,2}[.:]\d\d\s*$|(?:sagn\w*|sagsn\w*|j\.?\s?nr|journaln\w*|brevid)\b)", re.IGNORECASE)
_DATED = re.compile(r"[A-ZÆØÅ@][\w.-]+,? (?:den|d\.) \d{1,2}\.? \w+ \d{4}\.?")  # "Ravnsted, den 6. juni 2008"
_SIGNED = re.compile(r"(?:[A-ZÆØÅ@][\w.'’-]+\s*){2,8}")  # names and nothing else
_LONGER = 1.5  # times the longest other item: what comes after the last item is more than that
_NEXT = ("næste", "next")
_MARGIN = 40  # letters of a line that ends items and is none of their text
_PAGE = 8  # lines between two numbers of pages
_GAP = 3  # empty lines, or as good as


@dataclass
class ReadMinutes:
    """Minutes as they were read. `tail` are the lines after the last item that are not the item's."""

    head: MeetingHead
    fields: list[Field]
    items: list[ReadItem]
    tail: list[TextLine] = field(default_factory=list)
    closing: list[TextLine] = field(default_factory=list)
    page: Page | None = None
    outline: Outline | None = None
    writer: Writer | None = None

    @property
    def is_agenda(self) -> bool:
        """Whether the text is an agenda: it says so, and nothing of what was said or decided stands in it."""
        return self.head.is_agenda and not any(item.has_minutes for item in self.items)


def read_minutes(reading: Reading, wording: Wording, locale: str) -> ReadMinutes:
    """Find the head and the items of a text."""
    page = look_at(reading.lines, wording)
    outline = outline_of(page)
    writer = Writer(
        words_in(line.plain for line in reading.lines), page.width, reading.format, frozenset(wording.words("leading"))
    )
    spans, tail = _spans(page, outline.headings)
    start = spans[0][0] if spans else len(page.lines)
    head_lines = [line for line in page.lines[:start] if line.index not in outline.contents.lines]
    fields = fields_of(head_lines, wording)
    head = read_head(fields, wording, locale)
    closing = _closing_lines(page, spans) | _page_numbers(page, outline.headings)
    labels = [label.kind for label in page.labels if label is not None]
    labelled = any(kind in ("decision", "minutes") for kind in labels)
    apart = closing | {at for at in outline.contents.lines if at < start}
    typed = _are_typed(page, outline.headings)
    source = Source(page, writer, wording, labelled, head.is_agenda and not head.is_minutes and not labelled)
    source = replace(source, typed=typed)
    items = table_items(reading, source) if not spans else []
    shut = False
    for place, ((begin, end), heading) in enumerate(zip(spans, outline.headings, strict=True)):
        above = [at for at in range(begin, heading.start) if not is_preamble(page, at)]
        own = [at for at in (*range(begin, heading.start), *range(heading.end, end)) if at not in apart and at not in above]
        shut = _shuts(page, above, shut=shut)
        if _only_heads(outline.headings, place, own):
            continue
        first = [replace(page.lines[heading.start], text=heading.rest, kind=Kind.PARAGRAPH, marker="")] if heading.rest else []
        items.append(read_item(heading, [*first, *(page.lines[at] for at in own)], source, shut=shut))
    said = [page.lines[at] for at in sorted(closing)]
    return ReadMinutes(head, fields, items, tail, said, page, outline, writer)


def _only_heads(headings: Sequence[Candidate], place: int, own: Sequence[int]) -> bool:
    """Whether a heading is that of a group: nothing stands below it but items whose numbers are below its own."""
    parts = headings[place].parts
    below = headings[place + 1].parts if place + 1 < len(headings) else ()
    return not own and len(below) > len(parts) > 0 and below[: len(parts)] == parts


def _are_typed(page: Page, headings: Sequence[Candidate]) -> bool:
    """Whether the line below a heading says the item's type: where it does for many, "Beslutning" there is no label."""
    below = [page.lines[one.end].plain for one in headings if one.end < len(page.lines)]
    types = [found for text in below if (found := type_mark(text, page.wording))]
    return len(types) * 5 >= len(headings) * 2 and "information" in types and len(types) > 2


def _shuts(page: Page, above: Sequence[int], *, shut: bool) -> bool:
    """Whether the item below some lines is closed to the public: by a heading of its group, until another says otherwise."""
    for at in above:
        group = group_of(page.lines[at].plain, page.wording.language)
        shut = group == "closed" if group in ("closed", "open", "added") else shut
    return shut


def _spans(page: Page, headings: Sequence[Candidate]) -> tuple[list[tuple[int, int]], list[TextLine]]:
    """From which line to which each item goes, and the lines after the last one."""
    if not headings:
        return [], []
    below = sum(one.end < len(page.lines) and is_preamble(page, one.end) for one in headings) * 2 > len(headings)
    ends = [0, *(one.end for one in headings)]
    starts = [_with_preamble(page, one.start, end, below=below) for one, end in zip(headings, ends, strict=False)]
    spans = list(zip(starts, [*starts[1:], len(page.lines)], strict=True))
    longest = max((end - start for start, end in spans[:-1]), default=0)
    start, end = spans[-1]
    often = _often_last(page, spans[:-1])
    foot = next((at + 1 for at in range(headings[-1].end, end) if page.lines[at].plain in often), end)
    cut = min(foot, _end_of_last(page, headings[-1], end, longest))
    spans[-1] = (start, cut)
    return spans, list(page.lines[cut:])


def _with_preamble(page: Page, start: int, least: int, *, below: bool) -> int:
    """Where an item begins: a case number or a time of day above its heading is its own, unless most stand below theirs."""
    at = start
    while at - 1 >= least and start - at < 3:
        if not (is_preamble(page, at - 1) and not below) and not _heads_group(page, at - 1, least):
            break
        at -= 1
    return at


def is_preamble(page: Page, at: int) -> bool:
    """Whether a line is of the item whose heading follows: its case number, the time when it begins."""
    return _PREAMBLE.match(page.lines[at].plain) is not None


def _heads_group(page: Page, at: int, least: int) -> bool:
    """Whether a line right above an item's heading is that of a group of items: "B. Sager til beslutning"."""
    text, label = page.lines[at].plain, page.labels[at]
    if label is not None and label.rest:
        return False  # "Beslutning: Til efterretning"
    states = (*page.wording.words("closed"), *page.wording.words("open"))
    of_item_above = at == least and text.strip(" ().:").casefold() in states
    if not of_item_above and group_of(text, page.wording.language):
        return True
    number = page.numbers[at]
    lettered = number is not None and number.scheme in ("letter", "roman") and bool(number.title)
    line = page.lines[at]
    return not label and (lettered or (line.first and line.kind is Kind.HEADING))


def _end_of_last(page: Page, last: Candidate, end: int, longest: int) -> int:
    """Where the last item ends: where the meeting does, or at the first wide gap, if more follows than any item has."""
    wording, start, title = page.wording, last.end, last.title
    signing = wording.any_of("ending", whole=False).match(title) is not None  # an item of its own
    for at in range(start, end):
        if (
            (at > start or not page.lines[at].plain.casefold().startswith(_NEXT))
            and not signing
            and (
                (_DATED.fullmatch(page.lines[at].plain) and page.labels[at] is None)
                or (wording.any_of("ending", whole=False).match(page.lines[at].plain) and _begins_sentence(page, at))
            )
        ):
            return at
    end = _before_signatures(page, start, end)
    if end - start <= max(40, longest * _LONGER):
        return end
    for at in range(start + 1, end):
        before, line = page.lines[at - 1], page.lines[at]
        if line.page != before.page or line.number - before.number > _GAP or line.kind is Kind.HEADING:
            return at
    return end


def _before_signatures(page: Page, start: int, end: int) -> int:
    """The end of the last item without the names below it; the rest of a full line above is none of them."""
    while end - 1 > start and _SIGNED.fullmatch(page.lines[end - 1].plain) and not page.labels[end - 1]:
        if page.lines[end - 2].full:
            break
        end -= 1
    return end


def _begins_sentence(page: Page, at: int) -> bool:
    before = page.lines[at - 1].plain
    return page.lines[at].first or before.endswith(".") or not any(map(str.isalnum, before))


def _closing_lines(page: Page, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Lines that end most items in the same words, such as a link to the top of a web page."""
    often = _often_last(page, spans)
    return {
        end - 1
        for start, end in spans
        if page.lines[end - 1].plain in often and not page.labels[end - 1] and not _says_something(page, end - 1)
    }


def _often_last(page: Page, spans: Sequence[tuple[int, int]]) -> set[str]:
    ends = Counter(page.lines[end - 1].plain for start, end in spans if end - start > 1)
    return {text for text, count in ends.items() if count > 2 and count * 10 >= len(spans) * 7 and len(text) < _MARGIN}


def _page_numbers(page: Page, headings: Sequence[Candidate]) -> set[int]:
    """Lines that are a number alone and count from one to the next, where no item has its number on a line of its own."""
    if any(one.scheme.startswith("alone") for one in headings):
        return set()
    start = headings[0].start if headings else 0
    found = [
        line for line in page.lines[start:] if line.plain.isdecimal() and len(line.plain) < 4 and line.kind is not Kind.TABLE
    ]
    rising = all(int(one.plain) < int(other.plain) <= int(one.plain) + 2 for one, other in pairwise(found))
    apart = all(other.index - one.index > _PAGE for one, other in pairwise(found))
    return {line.index for line in found} if rising and apart else set()


def _says_something(page: Page, at: int) -> bool:
    """Whether a line that ends an item stands for more than itself: it has a colon, or ends a sentence."""
    return ":" in page.lines[at].plain or page.lines[at].plain.endswith(".")
