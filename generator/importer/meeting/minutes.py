"""A text with items to what it says: the head of the meeting, and each item in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.extraction.joining import words_in
from generator.importer.headings.candidates import Candidate
from generator.importer.headings.first_names import names_presenters
from generator.importer.headings.outline import Outline, outline_of
from generator.importer.headings.spans import is_preamble, often_last, pauses_of, spans_of
from generator.importer.headings.states import says_state, usually_state
from generator.importer.headings.whole_numbers import whole
from generator.importer.items.bold_said import decide_in_bold
from generator.importer.items.item import ReadItem, read_item
from generator.importer.items.last_said import decide_last
from generator.importer.items.meeting_of_labels import body_of, day_of
from generator.importer.items.one_line import are_one_line, title_and_said
from generator.importer.items.source import Source
from generator.importer.labels.groups import group_of
from generator.importer.labels.page import Page, look_at
from generator.importer.labels.type_marks import marked, type_mark, typed_sentence
from generator.importer.language.likeness import keys_of
from generator.importer.language.vocabulary import Wording
from generator.importer.language.when_written import first_date
from generator.importer.lines.file_names import files_in
from generator.importer.lines.prose import Writer
from generator.importer.lines.textlines import Reading, TextLine
from generator.importer.meeting.body_names import HeadTexts, bodies_of
from generator.importer.meeting.filled_in import is_filled_in
from generator.importer.meeting.heading_page import Field, MeetingHead, fields_of, read_head
from generator.importer.meeting.meeting_day import Said, meeting_day
from generator.importer.meeting.running_heads import running_heads
from generator.importer.tables.table_items import heads_tables, table_items

_CLOSING = 3  # lines that may end every item in the same words
_LIST = 3  # titles
_PAGE = 8  # lines between two numbers of pages
_MANY = 5  # numbers that count on one by one, for the distance between most of them to be enough


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
    if heads_tables(page.lines, [one.start for one in outline.headings], wording):
        outline = replace(outline, headings=())
    writer = Writer(
        words_in(line.plain for line in reading.lines), page.width, reading.format, frozenset(wording.words("leading"))
    )
    spans, tail = spans_of(page, outline)
    start = spans[0][0] if spans else len(page.lines)
    grouped = page.lines[start : outline.headings[0].start] if spans else []  # "Dagsorden: Åbent møde" may head a group
    says = [line for line in grouped if wording.any_of("agenda_words").search(line.plain)]
    head_lines = [line for line in (*page.lines[:start], *says) if line.index not in outline.contents.lines]
    fields = fields_of(head_lines, wording)
    head = _head_of(fields, page, reading, locale)
    closing = _closing_lines(page, spans) | set(_to_top(page)) | pauses_of(page) | _page_numbers(page, outline.headings)
    closing |= running_heads(page, [begin for begin, _ in spans], head.day, locale, [line.text for line in reading.furniture])
    apart = closing | {at for at in outline.contents.lines if at < start}
    source = _source_of(page, writer, head, outline.headings, spans)
    items = table_items(reading, source) if not spans else []
    shut = False
    for place, ((begin, end), heading) in enumerate(zip(spans, outline.headings, strict=True)):
        above = [at for at in range(begin, heading.start) if not is_preamble(page, at)]
        own = [at for at in (*range(begin, heading.start), *range(heading.end, end)) if at not in apart and at not in above]
        if not place:
            above = _not_listed(page, above)
        shut = _shuts(page, above, shut=shut)
        if _only_heads(outline.headings, place, own):
            continue
        first = [replace(page.lines[heading.start], text=heading.rest, kind=Kind.PARAGRAPH, marker="")] if heading.rest else []
        item = read_item(heading, [*first, *(page.lines[at] for at in own)], source, shut=shut)
        item.annexes[:0] = [(name, "") for at in above for name in files_in(page.lines[at].plain)]
        items.append(item)
    said = [page.lines[at] for at in sorted(closing)]
    return ReadMinutes(head, fields, items, tail, said, page, outline, writer)


def _source_of(
    page: Page, writer: Writer, head: MeetingHead, headings: Sequence[Candidate], spans: Sequence[tuple[int, int]]
) -> Source:
    """What every item is read with; the head learns here that a text which only lists titles is an agenda."""
    labelled = any(label.kind in ("decision", "minutes") for label in page.labels if label is not None)
    head.is_agenda = head.is_agenda or (not (head.is_minutes or labelled) and _only_lists(page, headings))
    minuted = head.is_minutes or _is_minuted(page, head.day) or is_filled_in(page, spans, headings, held=head.is_held)
    titles = [one.title for one in headings]
    below = [(one.end, end) for one, (_, end) in zip(headings, spans, strict=True)]
    return Source(
        page,
        writer,
        page.wording,
        labelled,
        is_agenda=head.is_agenda and not minuted,
        typed=_are_typed(page, headings),
        asking=_usual_asking(page),
        one_line=are_one_line(titles),
        day=head.day,
        stated=usually_state(titles, page.wording),
        marked=marked(titles, page.wording),
        named=names_presenters(titles, (line.plain for line in page.lines[: spans[0][0] if spans else 0])),
        decided_last=decide_last(page, below),
        bold_last=decide_in_bold(page, below),
        people=frozenset(word.strip(".,") for one in head.attendance for word in one.quote.split() if word[:1].isupper()),
    )


def _is_minuted(page: Page, meeting: date | None) -> bool:
    """Whether a label announces what was said or decided at the meeting, and not what others decided before its day."""
    said = (label for label in page.labels if label is not None and label.kind in ("decision", "minutes"))
    days = (first_date(label.text, page.wording.language) for label in said)
    return any(day is None or meeting is None or day[0] >= meeting for day in days)


def _only_lists(page: Page, headings: Sequence[Candidate]) -> bool:
    """Whether items are a list of titles that stand right below each other, none of which says what was decided."""
    below = all(one.end == other.start and not one.rest for one, other in pairwise(headings))
    titles = [one.title for one in headings if not says_state(one.title, page.wording)]
    said = any(title_and_said(title, page.wording, usual=False)[1] for title in titles)
    return len(headings) >= _LIST and below and not said


def _head_of(fields: Sequence[Field], page: Page, reading: Reading, locale: str) -> MeetingHead:
    """What the fields of the head say; the day, where it is not there, by the labels of decisions or by the edges of pages."""
    head = read_head(fields, page.wording, locale)
    edges = [Said("", line.text) for line in reading.furniture]
    head.day = head.day or day_of(page, locale) or meeting_day(edges, page.wording, locale)
    end = fields[-1].source[-1].place if fields else (0, 0)
    above = [edge.text for edge in reading.furniture if (edge.page, edge.number) < end]
    stock = page.wording.any_of("stock")
    label = body_of(page, locale, head.day)
    lines = [*(text for text in above if not stock.match(text.strip())), *head.title_lines]
    head.bodies = bodies_of(HeadTexts(head.body_texts, lines, label), page.wording)
    return head


def _only_heads(headings: Sequence[Candidate], place: int, own: Sequence[int]) -> bool:
    """Whether a heading is that of a group: nothing stands below it but items whose numbers are below its own."""
    parts = whole(headings[place].parts)
    below = headings[place + 1].parts if place + 1 < len(headings) else ()
    return not own and len(below) > len(parts) > 0 and below[: len(parts)] == parts


def _usual_asking(page: Page) -> str:
    """The label below which most recommendations of a text stand; empty where none has a label of its own line."""
    labels = (label for label in page.labels if label is not None and label.kind == "recommendation" and not label.rest)
    counted = Counter(label.text.casefold() for label in labels)
    return max(counted, key=lambda text: counted[text], default="")


def _are_typed(page: Page, headings: Sequence[Candidate]) -> bool:
    """Whether the line below a heading says the item's type: where it does for many, "Beslutning" there is no label."""
    below = [page.lines[one.end].plain for one in headings if one.end < len(page.lines)]
    types = [found for text in below if (found := type_mark(text, page.wording) or typed_sentence(text, page.wording)[0])]
    return len(types) * 5 >= len(headings) * 2 and "information" in types and len(types) > 2


def _shuts(page: Page, above: Sequence[int], *, shut: bool) -> bool:
    """Whether the item below some lines is closed to the public: by a heading of its group, until another says otherwise."""
    for at in above:
        group = group_of(page.lines[at].plain, page.wording.language)
        shut = group == "closed" if group in ("closed", "open", "added") else shut
    return shut


def _not_listed(page: Page, above: Sequence[int]) -> list[int]:
    """The lines above the first item without those of groups that come again below: an agenda of groups ends there."""
    below = {keys_of(line.plain) for line in page.lines[above[-1] :]} if above else set()
    return [at for at in above if at == above[-1] or keys_of(page.lines[at].plain) not in below]


def _to_top(page: Page) -> Iterator[int]:
    """Lines that are nothing but a link to the top of a page."""
    link = page.wording.any_of("to_top")
    yield from (at for at, line in enumerate(page.lines) if link.fullmatch(line.plain.strip(" ^↑»>-")))


def _closing_lines(page: Page, spans: Sequence[tuple[int, int]]) -> set[int]:
    """Lines that end most items in the same words, such as a link to the top of a web page."""
    found: set[int] = set()
    for _ in range(_CLOSING):  # "Til toppen", and below it a line drawn across the page
        often = often_last(page, spans)
        ends = {end - 1 for _, end in spans if page.lines[end - 1].plain in often and not page.labels[end - 1]}
        ends = {at for at in ends if not _says_something(page, at)}
        spans = [(start, end - 1 if end - 1 in ends else end) for start, end in spans]
        found |= ends
    return found


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
    counting = len(found) >= _MANY and all(int(other.plain) == int(one.plain) + 1 for one, other in pairwise(found))
    apart = apart or (counting and found[-1].index - found[0].index > _PAGE * (len(found) - 1))  # a short page among many
    starts = {one.start for one in headings} | {len(page.lines)}
    last = len(found) > 2 and all(line.index + 1 in starts for line in found)  # each item has a page of its own
    return {line.index for line in found} if rising and (apart or last) else set()


def _says_something(page: Page, at: int) -> bool:
    """Whether a line that ends an item stands for more than itself: it has a colon, or ends a sentence."""
    text = page.lines[at].plain.replace("://", "")
    return ":" in text or text.endswith(".")
