"""The lines of a text with what is known of each by itself: its label, its number, the list that it is of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extraction.blocks import Kind
from generator.importer.labels.arrows import with_arrows
from generator.importer.labels.bulleted import BULLETS, with_bulleted
from generator.importer.labels.deciding_labels import with_deciding, without_outsiders
from generator.importer.labels.doubled_numbers import said_once
from generator.importer.labels.facts import with_facts
from generator.importer.labels.groups import group_of
from generator.importer.labels.label import Label, begins_recommendation, field_of, label_of
from generator.importer.labels.label_below import OF_ITEMS
from generator.importer.labels.label_learning import with_own_labels
from generator.importer.labels.lettered import with_letters
from generator.importer.labels.named_facts import with_named
from generator.importer.labels.number_forms import with_forms
from generator.importer.labels.numbering import Numbered, number_of, small_letter_of
from generator.importer.labels.task_tables import with_task_tables
from generator.importer.labels.timetables import timetables_of
from generator.importer.labels.type_groups import with_type_groups
from generator.importer.labels.typed_titles import with_typed_titles
from generator.importer.labels.ways import with_ways
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_OFTEN = 3  # items that begin their recommendation in the same words
_FEWEST = 3  # things of a list of which the last ends with a full stop, and no other
_OF_BODIES = ("decision", "minutes")  # labels that may name a body and go on, on the next line, with the day


@dataclass(frozen=True)
class Page:
    """The lines of a text with what is known of each: its label, its number, whether it begins a section of an item,
    and of the list that it may be of the line that announces it (-1: none) and whether it has counted before the line.
    """

    lines: Sequence[TextLine]
    labels: Sequence[Label | None]
    numbers: Sequence[Numbered | None]
    openings: Sequence[bool]
    announced: Sequence[tuple[int, bool]]
    width: int
    wording: Wording
    asking: frozenset[str] = frozenset()


def look_at(lines: Sequence[TextLine], wording: Wording) -> Page:
    """Find out of each line what it is by itself."""
    labels = without_outsiders([label_of(line, wording) for line in lines], wording)
    labels = with_task_tables(lines, labels, wording)
    for at, label in enumerate(labels[:-1]):
        if (
            label is not None
            and label.kind in _OF_BODIES
            and label.text.endswith((",", "-"))
            and not label.rest
            and _same(lines, at)
        ):
            labels[at + 1] = Label("rest", lines[at + 1].plain, "")
        elif label is not None and not label.rest and _goes_on(label, lines[at], lines[at + 1]):
            labels[at] = None
    numbers = said_once([_number_of(line, wording) for line in lines])
    numbers = with_bulleted(lines, labels, with_forms(lines, labels, numbers, wording), wording)
    for at, line in enumerate(lines):
        below = labels[at + 1] if at + 1 < len(lines) else None
        if line.kind is Kind.HEADING or line.strong or (below is not None and below.kind in OF_ITEMS):
            numbers[at] = numbers[at] or small_letter_of(line.plain)
    for at in list(timetables_of(lines, labels, numbers, wording)):
        labels[at], numbers[at] = Label("reference", lines[at].plain, ""), None
    labels = with_typed_titles(lines, with_type_groups(lines, labels, numbers, wording), numbers, wording)
    own = with_deciding(lines, with_own_labels(lines, labels, numbers, wording), numbers, wording)
    own = with_ways(lines, with_arrows(lines, own, numbers, wording), numbers, wording)
    numbers = [None if label is not None and labels[at] is None else numbers[at] for at, label in enumerate(own)]
    labels = with_named(lines, with_facts(lines, own, wording), numbers, wording)
    numbers = with_letters(lines, labels, numbers, wording)
    openings = [_opens(line, label, wording) for line, label in zip(lines, labels, strict=True)]
    lengths = sorted(len(line.text) for line in lines if line.kind is not Kind.TABLE)
    announced = list(_announced(lines, labels, numbers))
    width = lengths[int(len(lengths) * 0.95)] if lengths else 80
    return Page(lines, labels, numbers, openings, announced, width, wording, _asking(lines, labels, numbers, wording))


def _asking(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> frozenset[str]:
    """The beginnings of sentences that recommend in several items, and mostly not below a label of a decision."""
    counted: dict[str, list[bool]] = defaultdict(list)
    below: Label | None = None
    for line, label, number in zip(lines, labels, numbers, strict=True):
        below = label or (None if number is not None else below)  # another item may begin
        if label is None and (asks := asking_of(line.plain, wording)):
            counted[asks].append(below is None or below.kind not in _OF_BODIES)
    return frozenset(asks for asks, apart in counted.items() if len(apart) >= _OFTEN and sum(apart) * 2 >= len(apart))


def asking_of(text: str, wording: Wording) -> str:
    """The words with which a sentence says who recommends; empty where it does not recommend."""
    found = wording.recommending.match(text) if begins_recommendation(text, wording) else None
    return found[0].casefold() if found else ""


def _number_of(line: TextLine, wording: Wording) -> Numbered | None:
    """The number that a line begins with; behind a bullet only one with a mark or a word, "• 2. Budget", "- Pkt. 3"."""
    bullet = line.marker if line.marker in BULLETS else ""
    number = number_of(line.plain.removeprefix(bullet).lstrip() if bullet else line.plain, wording)
    if number is None or not bullet:
        return number
    named = number.mark or " " in number.scheme or len(number.parts) > 1 or line.bold
    return number if named and number.title and not number.title[0].islower() else None


def _same(lines: Sequence[TextLine], at: int) -> bool:
    return lines[at + 1].block == lines[at].block


def _goes_on(label: Label, line: TextLine, below: TextLine) -> bool:
    """Whether a line is the first words of a sentence that the next one goes on with: "Sagen", "udsættes", or "Indstillingens
    punkt 2", "oversendes til budgettet".
    """
    case = label.kind == "case" and line.text.isalpha()
    point = label.kind == "recommendation" and line.text[-1:].isdecimal() and not below.plain.startswith(("at ", "that "))
    return (case or point) and line.block == below.block and below.plain[:1].islower() and not below.marker


def opens(page: Page, at: int) -> bool:
    """Whether a line begins a section of an item."""
    return page.openings[at]


def is_ordinal(page: Page, at: int) -> bool:
    """Whether the number that a line begins with is of its title: "2. anslået regnskab"."""
    number = page.numbers[at]
    return number is not None and number.mark == "." and number.title[:1].islower()


def _opens(line: TextLine, label: Label | None, wording: Wording) -> bool:
    if label is not None:
        return label.kind in OF_ITEMS
    return begins_recommendation(line.plain, wording)


def _announced(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None]
) -> Iterator[tuple[int, bool]]:
    """Of each line the one before the list that it may go on with, and whether a line of that list counts."""
    before, counts = -1, False
    stops: list[bool] = []  # of each thing in the list, whether it ends with a full stop
    for at, (line, label, number) in enumerate(zip(lines, labels, numbers, strict=True)):
        begins = number is not None or bool(line.marker)
        if begins and len(stops) >= _FEWEST and stops[-1] and not any(stops[:-1]):
            before, counts = -1, False  # its last thing, or a sentence below it, has ended the list
        yield before, counts
        if label is None and _is_listed(line, number):
            counts = counts or number is not None or line.marker.rstrip(".)").isdecimal()  # a list of letters has no numbers
            stops = [*(stops if begins else stops[:-1]), line.plain.endswith(".")]
        else:
            before, counts, stops = at, False, []


def _is_listed(line: TextLine, number: Numbered | None) -> bool:
    """Whether a line is an item of a list or the rest of one."""
    sentence = line.plain[:1].isupper() and line.plain.endswith(".")
    rest = line.kind is Kind.LIST_ITEM and not line.plain.endswith(":") and not sentence
    return bool(line.marker) or number is not None or rest


def in_list(page: Page, at: int) -> bool:
    """Whether a line is one of a list that the text announces: by a colon, or below a label that lists follow."""
    before, counts = page.announced[at]
    if before < 0 or (before < at - 1 and page.numbers[at] is not None and not counts):
        return False  # what has a number is none of the bullets above it
    label = page.labels[before]
    if label is not None and not label.rest:
        return label.kind in ("recommendation", "annexes", "follow_up")
    text = page.lines[before].plain
    if group_of(text, page.wording.language) or _counts_agenda(page, before):
        return False  # "Beslutningspunkter:", "Dagsorden:"
    return text.endswith((":", ", at", " at")) or (begins_recommendation(text, page.wording) and not text.endswith("."))


def _counts_agenda(page: Page, at: int) -> bool:
    """Whether a line above the only count from 1, but for lists within items, says that the items of the meeting follow."""
    if not says_agenda(page, at):
        return False
    counts = [line for line, number in enumerate(page.numbers) if number and number.title and number.parts == (1,)]
    return bool(counts) and counts[0] > at and all(_is_within_text(page, line) for line in counts[1:])


def _is_within_text(page: Page, at: int) -> bool:
    """Whether a count begins below what a sentence announces: "Der er tre krav:", and not "Referat:"."""
    before, _ = page.announced[at]
    text = page.lines[before].plain if before >= 0 else ""
    said = len(text.split()) > 2 and text.endswith((":", ",", " at"))
    return said and page.labels[before] is None and field_of(text, page.wording) is None


def says_agenda(page: Page, at: int) -> bool:
    """Whether a line says that the items of the meeting follow: "Dagsorden:", or, where nothing says what was recommended or
    decided, in a sentence, "Følgende punkter er til behandling på mødet:".
    """
    text = page.lines[at].plain
    field = field_of(text, page.wording)
    if field is not None:
        return field.kind == "agenda" and not field.rest
    announces = text.endswith(":") and page.wording.any_of("announcing_agenda").search(text) is not None
    return announces and not any(page.openings)
