"""Lines to those that may be headings of items, each with how much speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extraction.blocks import Kind
from generator.importer.labels import Label, begins_recommendation, label_of
from generator.importer.numbering import Numbered, number_of
from generator.importer.textlines import TextLine
from generator.importer.vocabulary import Wording

_LONG = 140  # characters; few titles are longer
_BARE = ("alone", "decimal", "slash", "roman", "letter", "coded", "clock")  # kinds of numbers without a word before them
_CELLS = re.compile(r"(?:\s+-?\d[\d.,]*\s*%?){2,}$|\s-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_TWO_SENTENCES = re.compile(r"[a-zæøå]{3}\.\s+[A-ZÆØÅ]")
# "00.22.02-A21-1-21", or a word or two and such a number: "J.nr. 01.00-2019/3".
_REFERENCE = re.compile(
    r"^(?:[^\W\d][\w.]{0,14}(?: [\w.]{1,10})?[.:]+\s*)?[\w.@]*\d[\w.@]*(?:[-/][\w.@]*)*$|^\S*\d\S*-\S*\d\S*$|^\W*$"
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be an item's heading, with the lines that its title runs on to (`end` is after the last).

    `parts` is its number to be compared, empty where it has none; `weight` is what speaks for it, less what speaks
    against.
    """

    start: int
    end: int
    printed: str
    parts: tuple[int, ...]
    scheme: str
    title: str
    weight: float


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


def look_at(lines: Sequence[TextLine], wording: Wording) -> Page:
    """Find out of each line what it is by itself."""
    labels = [label_of(line, wording) for line in lines]
    for at, label in enumerate(labels[:-1]):
        if label is not None and label.text.endswith(",") and not label.rest and lines[at + 1].block == lines[at].block:
            labels[at + 1] = Label("rest", lines[at + 1].plain, "")
    numbers = [number_of(line.plain, wording) for line in lines]
    openings = [_opens(line, label, wording) for line, label in zip(lines, labels, strict=True)]
    lengths = sorted(len(line.text) for line in lines if line.kind is not Kind.TABLE)
    announced = list(_announced(lines, labels, numbers))
    return Page(lines, labels, numbers, openings, announced, lengths[int(len(lengths) * 0.95)] if lengths else 80, wording)


def numbered_candidates(page: Page) -> list[Candidate]:
    """Every line that begins with a number as an item would, weighed."""
    found = []
    for at, number in enumerate(page.numbers):
        if number is None or number.dotted:
            continue
        candidate = _with_title(page, at, number) if number.title else _number_alone(page, at, number)
        if candidate is not None:
            found.append(candidate)
    return found


def _with_title(page: Page, at: int, number: Numbered) -> Candidate:
    title, end = whole_title(page, at, number.title)
    candidate = Candidate(at, end, number.printed, number.parts, number.scheme, title, 0.0)
    mark = (
        -1.0
        if number.scheme.startswith("§")
        else 0.5
        if number.mark or " " in number.scheme or number.scheme == "slash"
        else 0.0
    )
    return replace(candidate, weight=mark + weight_of(page, candidate))


def _number_alone(page: Page, at: int, number: Numbered) -> Candidate | None:
    """A number on a line of its own, perhaps with a second one below, before the line with the title."""
    after = at + 1
    second = page.numbers[after] if after < len(page.lines) else None
    if second is not None and not second.title:
        after += 1
    if after >= len(page.lines) or page.labels[after] or (page.numbers[after] and not second):
        return None
    line = page.lines[after]
    title, end = whole_title(page, after, line.plain)
    candidate = Candidate(at, end, number.printed, number.parts, f"alone {number.scheme}", title, 0.0)
    apart = 0.0 if page.lines[at].first else -1.5
    return replace(candidate, weight=apart + weight_of(page, candidate))


def whole_title(page: Page, at: int, title: str) -> tuple[str, int]:
    """A title with the lines that it runs on to: where the next word would not have fitted, the line was full."""
    end = at + 1
    if page.lines[at].kind is Kind.HEADING:
        return title, end
    while end < len(page.lines) and end - at < 4 and _runs_on(page, end - 1, end):
        title, end = f"{title} {page.lines[end].plain}", end + 1
    return title, end


def is_reference(text: str) -> bool:
    """Whether a line is the number of a case, or nothing."""
    return _REFERENCE.match(text) is not None


def _runs_on(page: Page, before: int, after: int) -> bool:
    upper, lower = page.lines[before], page.lines[after]
    adjacent = lower.block == upper.block or (
        lower.number == upper.number + 1 and lower.page == upper.page and not lower.marker
    )
    if not adjacent or page.labels[after] or page.numbers[after] or lower.kind is Kind.TABLE:
        return False
    if begins_recommendation(lower.plain, page.wording) or is_reference(lower.plain) or upper.plain.endswith((".", ":", "?")):
        return False
    if upper.plain.endswith(","):
        return True
    word = lower.plain.split(" ", 1)[0]
    full = len(upper.plain) + 1 + len(word)
    if upper.plain.isupper() and lower.plain.isupper():
        return True
    if lower.plain[:1].islower():
        return full > page.width * 0.5
    return full > page.width * 0.85 and len(lower.plain) < page.width * 0.6 and not lower.plain.endswith(".")


def weight_of(page: Page, candidate: Candidate) -> float:
    """What speaks for a line's being a heading, less what speaks against it."""
    line, title = page.lines[candidate.start], candidate.title
    return _by_layout(page, candidate, line) + _by_words(page, title) + _by_surroundings(page, candidate)


def _by_layout(page: Page, candidate: Candidate, line: TextLine) -> float:
    weight = 4.0 if line.kind is Kind.HEADING else 0.0
    weight -= 5.0 if line.kind is Kind.TABLE else 0.0
    weight += 1.0 if line.first else -0.5
    weight += 0.7 if line.strong else 0.0
    weight += 1.5 if candidate.title.isupper() else 0.0
    return weight - (2.5 if line.level and line.kind is Kind.LIST_ITEM else 0.0)


def _by_words(page: Page, title: str) -> float:
    weight = 0.5 if title[:1].isupper() or not title[:1].isalpha() else -2.0
    weight += 0.5 if len(title) <= _LONG else -2.0
    weight -= 1.5 if title.endswith((",", ";", ":")) else 0.0
    weight -= 1.0 if title.endswith(".") and len(title) > 60 else 0.0
    weight -= 1.5 if _TWO_SENTENCES.search(title) else 0.0
    weight -= 5.0 if _CELLS.search(title) else 0.0
    weight -= 4.0 if title.startswith(("at ", "to ")) else 0.0
    return weight - (2.0 if sum(letter.isalpha() for letter in title) < 3 else 0.0)


def _by_surroundings(page: Page, candidate: Candidate) -> float:
    weight = 0.0
    end = candidate.end
    near = range(end, min(end + 4, len(page.lines)))
    if any(opens(page, at) for at in near):
        weight += 2.5
    elif any(opens(page, at) for at in range(end, min(end + 40, len(page.lines)))):
        weight += 0.7
    if end < len(page.lines) and page.numbers[end] is None:
        weight += 0.7
    named = not set(candidate.scheme.split()) <= set(_BARE)  # "Pkt. 3" stands in no list of things
    return weight - (6.0 if not named and in_list(page, candidate.start) else 0.0)


def opens(page: Page, at: int) -> bool:
    """Whether a line begins a section of an item."""
    return page.openings[at]


def _opens(line: TextLine, label: Label | None, wording: Wording) -> bool:
    if label is not None:
        return label.kind in ("recommendation", "decision", "minutes", "case")
    return begins_recommendation(line.plain, wording)


def _announced(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None]
) -> Iterator[tuple[int, bool]]:
    """Of each line the one before the list that it may go on with, and whether a line of that list counts."""
    before, counts = -1, False
    for at, (line, label, number) in enumerate(zip(lines, labels, numbers, strict=True)):
        yield before, counts
        if label is None and _is_listed(line, number):
            counts = counts or number is not None or line.marker[:1].isalnum()
        else:
            before, counts = at, False


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
    return text.endswith((":", ", at", " at")) or begins_recommendation(text, page.wording)
