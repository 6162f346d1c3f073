"""A text with items to what it says: the head of the meeting, and each item in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.extraction.blocks import Kind
from generator.extraction.joining import words_in
from generator.importer.candidates import Candidate, Page, look_at
from generator.importer.heading_page import Field, MeetingHead, fields_of, read_head
from generator.importer.items import ReadItem, Source, read_item
from generator.importer.outline import Outline, outline_of
from generator.importer.prose import Writer
from generator.importer.table_items import table_items
from generator.importer.textlines import Reading, TextLine
from generator.importer.vocabulary import Wording

_PREAMBLE = re.compile(r"^(?:kl\.?\s*\d{1,2}[.:]\d\d\s*$|(?:sagn\w*|sagsn\w*|j\.?\s?nr|journaln\w*|brevid)\b)", re.IGNORECASE)
_SIGNED = re.compile(r"(?:[A-ZÆØÅ@][\w.'’-]+\s*){2,8}")  # names and nothing else
_LONGER = 1.5  # times the longest other item: what comes after the last item is more than that
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
    closing = _closing_lines(page, spans)
    labels = [label.kind for label in page.labels if label is not None]
    labelled = any(kind in ("decision", "minutes") for kind in labels)
    apart = closing | {at for at in outline.contents.lines if at < start}
    source = Source(page, writer, wording, labelled, head.is_agenda and not head.is_minutes and not labelled)
    items = table_items(reading, source) if not spans else []
    shut = False
    for (begin, end), heading in zip(spans, outline.headings, strict=True):
        above = [at for at in range(begin, heading.start) if not is_preamble(page, at)]
        own = [at for at in (*range(begin, heading.start), *range(heading.end, end)) if at not in apart and at not in above]
        shut = _shuts(page, above, shut=shut)
        items.append(read_item(heading, [page.lines[at] for at in own], source, shut=shut))
    said = [page.lines[at] for at in sorted(closing)]
    return ReadMinutes(head, fields, items, tail, said, page, outline, writer)


def _shuts(page: Page, above: Sequence[int], *, shut: bool) -> bool:
    """Whether the item below some lines is closed to the public: by a heading of its group, until another says otherwise."""
    for at in above:
        text = page.lines[at].plain
        if page.wording.any_of("closed_group").fullmatch(text) or page.wording.any_of("open_group").fullmatch(text):
            shut = page.wording.any_of("closed_group").fullmatch(text) is not None
    return shut


def _spans(page: Page, headings: Sequence[Candidate]) -> tuple[list[tuple[int, int]], list[TextLine]]:
    """From which line to which each item goes, and the lines after the last one."""
    if not headings:
        return [], []
    starts = [_with_preamble(page, heading.start, headings[at - 1].end if at else 0) for at, heading in enumerate(headings)]
    spans = list(zip(starts, [*starts[1:], len(page.lines)], strict=True))
    longest = max((end - start for start, end in spans[:-1]), default=0)
    start, end = spans[-1]
    cut = _end_of_last(page, headings[-1].end, end, longest)
    spans[-1] = (start, cut)
    return spans, list(page.lines[cut:])


def _with_preamble(page: Page, start: int, least: int) -> int:
    """Where an item begins: a case number or a time of day above its heading is its own."""
    at = start
    while at - 1 >= least and start - at < 3 and (is_preamble(page, at - 1) or _heads_group(page, at - 1)):
        at -= 1
    return at


def is_preamble(page: Page, at: int) -> bool:
    """Whether a line is of the item whose heading follows: its case number, the time when it begins."""
    return page.lines[at].first and _PREAMBLE.match(page.lines[at].plain) is not None


def _heads_group(page: Page, at: int) -> bool:
    """Whether a line right above an item's heading is that of a group of items: "B. Sager til beslutning"."""
    number = page.numbers[at]
    lettered = number is not None and number.scheme in ("letter", "roman") and bool(number.title)
    line = page.lines[at]
    between = page.wording.any_of("group_headings").fullmatch(line.plain) is not None
    return not page.labels[at] and (between or lettered or (line.first and line.kind is Kind.HEADING))


def _end_of_last(page: Page, start: int, end: int, longest: int) -> int:
    """Where the last item ends: where the meeting does, or at the first wide gap, if more follows than any item has."""
    wording = page.wording
    for at in range(start, end):
        if wording.any_of("ending", whole=False).match(page.lines[at].plain) and _begins_sentence(page, at):
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
    """The end of the last item without the names below it."""
    while end - 1 > start and _SIGNED.fullmatch(page.lines[end - 1].plain) and not page.labels[end - 1]:
        end -= 1
    return end


def _begins_sentence(page: Page, at: int) -> bool:
    return page.lines[at].first or page.lines[at - 1].plain.endswith(".")


def _closing_lines(page: Page, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Lines that end most items in the same words, such as a link to the top of a web page."""
    ends = Counter(page.lines[end - 1].plain for start, end in spans if end - start > 1)
    often = {text for text, count in ends.items() if count > 2 and count * 10 >= len(spans) * 7 and len(text) < 40}
    return {
        end - 1
        for start, end in spans
        if page.lines[end - 1].plain in often and not page.labels[end - 1] and not _says_something(page, end - 1)
    }


def _says_something(page: Page, at: int) -> bool:
    """Whether a line that ends an item stands for more than itself: it has a colon, or ends a sentence."""
    return ":" in page.lines[at].plain or page.lines[at].plain.endswith(".")
