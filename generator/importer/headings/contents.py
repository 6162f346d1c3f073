"""Lists of contents: runs of titles that come again later with text, and where each comes again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.extraction.rows import marker_of
from generator.importer.headings.candidates import Candidate
from generator.importer.headings.titles_again import LOOKED_AT, SAME, Entry, Titles, says_again
from generator.importer.headings.whole_titles import whole_title
from generator.importer.labels.groups import group_of
from generator.importer.labels.label import field_of
from generator.importer.labels.numbering import number_of
from generator.importer.labels.page import Page, is_ordinal, opens
from generator.importer.language.likeness import likeness

_ONLY_NUMBER = 6.0  # what speaks for a number whose title stands in a list above
_SEVERAL, _MOST = 3, 0.8  # entries, and of a list, that come again with other numbers
_OF_GROUPS = ("letter", "roman")  # numbers that groups of items may have where the items have figures
_REST = 7  # lines of a title, or of a list below it, in a list of contents


@dataclass(frozen=True, slots=True)
class Contents:
    """The lines that are lists of contents, their entries, and the lines where entries come again, weighed."""

    lines: frozenset[int]
    entries: tuple[Entry, ...]
    again: tuple[Candidate, ...]


def contents_of(page: Page) -> Contents:
    """Find the lists of contents of a text."""
    lines: set[int] = set()
    entries: list[Entry] = []
    again: list[Candidate] = []
    titles = Titles(page)
    first_label = _first_label(page)
    numbers = _by_number(page)
    runs = list(_runs(page))
    titled = {at for run in runs for entry in run for at in _titled(page, entry, numbers[entry.parts], run[-1].end)}
    for run in runs:
        if _is_said(page, run[0].start):
            continue
        found = [(entry, match) for entry in run for match in titles.like(entry, run[-1].end)]
        if run[-1].end <= first_label:
            found += [
                (entry, match) for entry in run for at in numbers[entry.parts]
                if at >= run[-1].end and at not in titled and not _is_within(page, run, at)
                for match in _numbers_of(page, entry, at)
            ]  # fmt: skip
        listed = {entry.start for entry, _ in found} | {entry.start for entry in run if _is_dotted(page, entry)}
        if len(listed) < max(2, len(run) / 2):
            otherwise = sum(titles.numbered_otherwise(entry, run[-1].end) for entry in run)
            lines |= set(range(run[0].start, run[-1].end)) if otherwise >= max(_SEVERAL, _MOST * len(run)) else set()
            continue
        lines |= set(range(run[0].start, run[-1].end)) | _heading_above(page, run[0].start)
        entries += run
        again += [match for _, match in found]
    return Contents(frozenset(lines), tuple(entries), tuple(one for one in again if one.start not in lines))


def _is_said(page: Page, start: int) -> bool:
    """Whether a list is what a label announces: "Beslutning", "1. Godkendt."."""
    label = page.labels[start - 1] if start else None
    return label is not None and label.kind in ("decision", "recommendation") and not label.rest


def _first_label(page: Page) -> int:
    """The first line that begins a section of an item, below the first number ("Referat" above it is the title of the whole):
    the items' list of contents stands above it.
    """
    head = next((at for at, number in enumerate(page.numbers) if number is not None), 0)
    return next((at for at in range(head, len(page.lines)) if opens(page, at)), len(page.lines))


def _by_number(page: Page) -> dict[tuple[int, ...], list[int]]:
    """The lines that begin with a number, by what it is to be compared as."""
    found: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at, number in enumerate(page.numbers):
        if number is not None and page.lines[at].kind is not Kind.TABLE:
            found[number.parts].append(at)
    return found


def _titled(page: Page, entry: Entry, lines: Iterable[int], end: int) -> Iterator[int]:
    """The lines with an entry's number below its list that say its title again: to an entry of another list they are none."""
    for at in lines:
        number = page.numbers[at]
        if at >= end and number is not None and number.title and says_again(entry, number.title):
            yield at


def _is_within(page: Page, run: Sequence[Entry], at: int) -> bool:
    """Whether a list stands below a number of the kind that a line has, "Punkt 1. Budget", and so within one of the items."""
    number = page.numbers[at]
    scheme = number.scheme if number is not None and " " in number.scheme else ""
    return any(one is not None and one.scheme == scheme for one in page.numbers[: run[0].start])


def _numbers_of(page: Page, entry: Entry, at: int) -> Iterator[Candidate]:
    """The heading that a line with an entry's number is where it does not say the title again: "Ad 3: Godkendt."."""
    number = page.numbers[at]
    if number is None:
        return
    named = " " in number.scheme and " " not in entry.scheme
    if number.title and (not named or says_again(entry, number.title)):
        return
    below = page.lines[at + 1].plain if at + 1 < len(page.lines) and not page.labels[at + 1] else ""
    listed = marker_of(below) and not is_ordinal(page, at + 1)
    if not number.title and not listed and says_again(entry, below):
        return
    weight = _ONLY_NUMBER + (1.0 if page.lines[at].first else 0.0) + (1.0 if named else 0.0)
    for scheme in (number.scheme, f"alone {number.scheme}"):  # a text may stand beside one and below another
        yield Candidate(at, at + 1, entry.printed, entry.parts, scheme, entry.title, weight, number.title)


def _is_dotted(page: Page, entry: Entry) -> bool:
    number = page.numbers[entry.start]
    return number is not None and number.dotted


def _heading_above(page: Page, start: int) -> set[int]:
    """The line above a list that says what it is."""
    above = range(max(0, start - 2), start)
    return {at for at in above if (field := field_of(page.lines[at].plain, page.wording)) and field.kind == "agenda"}


def _runs(page: Page) -> Iterable[list[Entry]]:
    """Runs of at least two titles with nothing but the rest of a title between them."""
    run: list[Entry] = []
    for at in range(len(page.lines)):
        if run and at < run[-1].end:
            continue
        entry = _entry(page, at)
        if entry is not None and (not run or _follows(page, run, entry)):
            run.append(entry)
            continue
        other = entry is None or (bool(run) and entry.scheme != run[-1].scheme)  # "A." below "7."
        if other and run and (_between(page, at) or _goes_on(page, run, at)):
            run[-1] = replace(run[-1], end=at + 1)
            continue
        if _is_list(run):
            yield run
        run = [entry] if entry is not None else []
    if _is_list(run):
        yield run


def _goes_on(page: Page, run: Sequence[Entry], at: int) -> bool:
    """Whether the next number of a list comes after a few lines, which then are the rest of its last title."""
    due = (*run[-1].parts[:-1], run[-1].parts[-1] + 1)
    for line in range(at, min(at + _REST, len(page.lines))):
        number = page.numbers[line]
        if number is not None and number.parts == due and number.scheme == run[-1].scheme and number.title:
            return True
        text = page.lines[line].plain
        labelled = page.labels[line] is not None and not text.startswith("(")  # "(Beslutning)" ends a title
        if labelled or field_of(text, page.wording) or text.endswith("."):
            return False
    return False


def _between(page: Page, at: int) -> bool:
    """Whether a line may stand within a list of contents without being of it: what tells of its columns."""
    text = page.lines[at].plain
    field = field_of(text, page.wording)
    return group_of(text, page.wording.language) != "" or (field is not None and field.kind == "agenda" and not field.rest)


def _follows(page: Page, run: Sequence[Entry], entry: Entry) -> bool:
    """Whether an entry may be the next of a list: right below the last, its number higher than others of its kind."""
    if entry.start != run[-1].end:
        return False
    highest = next((one.parts for one in reversed(run) if one.scheme == entry.scheme), ())
    text_below = entry.end < len(page.lines) and _entry(page, entry.end) is None
    grouped = len(run) == 1 and run[0].scheme in _OF_GROUPS  # "A. Sager til beslutning", and below it "1  Budget"
    if not highest and (text_below or (entry.parts == run[0].parts and not grouped)):
        return False  # the first of the items themselves
    turned = any(one.scheme == other.scheme and one.parts >= other.parts for one, other in pairwise(run))
    if highest >= entry.parts or turned:
        return not text_below and _is_out_of_turn(run, entry)
    leaps = bool(highest) and entry.parts != (*highest[:-1], highest[-1] + 1)
    first = (one for one in run[:LOOKED_AT] if leaps or one.scheme != entry.scheme)
    return not any(likeness(one.title, entry.title) >= SAME for one in first)  # else its first titles come again


def _is_out_of_turn(run: Sequence[Entry], entry: Entry) -> bool:
    """Whether an entry may be of a list that does not count on, "3.", "5.", "1.": none of its numbers comes twice."""
    alike = all(one.scheme == entry.scheme and len(one.parts) == 1 for one in (*run, entry))
    return alike and all(one.parts != entry.parts for one in run)


def _is_list(run: Sequence[Entry]) -> bool:
    return len(run) > (1 if len({one.scheme for one in run}) == 1 else 2)


def _entry(page: Page, at: int) -> Entry | None:
    line = page.lines[at]
    number = page.numbers[at]
    if line.kind is Kind.TABLE and len(line.cells) > 1:
        number = number_of(f"{line.cells[0]} {line.cells[1]}", page.wording) or number
    if number is None or page.labels[at]:
        return None
    if not number.title or (number.title[:1].islower() and not number.dotted):
        return None
    title, end = whole_title(page, at, number.title)
    closing = number_of(f"1 {title}", page.wording)
    return Entry(at, end, number.printed, number.parts, number.scheme, closing.title if closing else title)
