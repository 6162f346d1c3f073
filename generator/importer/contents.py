"""Lists of contents: runs of titles that come again later with text, and where each comes again."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from generator.extraction.blocks import Kind
from generator.importer.candidates import Candidate, Page, opens, weight_of, whole_title
from generator.importer.labels import field_of
from generator.importer.likeness import keys_of, likeness
from generator.importer.numbering import number_of

_ALIKE, _SAME = 0.55, 0.85
_LOOKED_AT = 40  # lines that are compared with one entry, so that a long list takes no longer than it is long


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list of contents: which lines it is, its number as printed and to be compared, its title."""

    start: int
    end: int
    printed: str
    parts: tuple[int, ...]
    scheme: str
    title: str


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
    titles = _Titles(page)
    for run in _runs(page):
        found = [(entry, match) for entry in run for match in titles.like(entry, run[-1].end)]
        listed = {entry.start for entry, _ in found} | {entry.start for entry in run if _is_dotted(page, entry)}
        if len(listed) < max(2, len(run) / 2):
            continue
        lines |= set(range(run[0].start, run[-1].end)) | _heading_above(page, run[0].start)
        entries += run
        again += [match for _, match in found]
    return Contents(frozenset(lines), tuple(entries), tuple(one for one in again if one.start not in lines))


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
        if entry is not None and (not run or _follows(run, entry)):
            run.append(entry)
            continue
        if entry is None and run and _between(page, at):
            run[-1] = replace(run[-1], end=at + 1)
            continue
        if _is_list(run):
            yield run
        run = [entry] if entry is not None else []
    if _is_list(run):
        yield run


def _between(page: Page, at: int) -> bool:
    """Whether a line may stand within a list of contents without being of it: what tells of its columns."""
    field = field_of(page.lines[at].plain, page.wording)
    return field is not None and field.kind == "agenda" and not field.rest


def _follows(run: Sequence[Entry], entry: Entry) -> bool:
    """Whether an entry may be the next of a list: right below the last, its number higher than others of its kind."""
    if entry.start != run[-1].end:
        return False
    highest = next((one.parts for one in reversed(run) if one.scheme == entry.scheme), ())
    if highest >= entry.parts:
        return False
    first = (one for one in run[:_LOOKED_AT] if one.scheme != entry.scheme)
    return not any(likeness(one.title, entry.title) >= _SAME for one in first)  # else its first titles come again


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


class _Titles:
    """Every line that may be a title, to be found by its words."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.by_word: dict[str, list[int]] = defaultdict(list)
        for at, line in enumerate(page.lines):
            if line.kind is not Kind.TABLE and not page.labels[at] and len(line.plain) < 200:
                for key in {key[:5] for key, weight in keys_of(line.plain) if weight > 2}:
                    self.by_word[key].append(at)

    def like(self, entry: Entry, after: int) -> list[Candidate]:
        """The lines after a place whose title is like an entry's, weighed as its headings."""
        words = sorted((key for key, weight in keys_of(entry.title) if weight > 2), key=lambda key: len(self.by_word[key[:5]]))
        lines: set[int] = set()
        for key in words[:3]:
            said = self.by_word[key[:5]]
            lines |= {*said[(first := bisect_left(said, after)) : first + _LOOKED_AT]}
        return [match for at in sorted(lines)[:_LOOKED_AT] if (match := self._match(entry, at)) is not None]

    def _match(self, entry: Entry, at: int) -> Candidate | None:
        page, number = self.page, self.page.numbers[at]
        if number is not None and (number.dotted or not number.title or number.parts != entry.parts):
            return None
        above = (page.numbers[line] for line in range(max(0, at - 2), at))
        if number is None and any(one is not None and one.parts == entry.parts and one.title for one in above):
            return None  # a web page may say the title again below the numbered heading
        title, end = whole_title(page, at, number.title if number else page.lines[at].plain)
        alike = likeness(entry.title, without_presenter(title, page))
        if alike < _ALIKE or (number is None and alike < _SAME and not _stands_out(page, at, end)):
            return None
        candidate = Candidate(at, end, entry.printed, entry.parts, entry.scheme, title, 0.0)
        bare = 0.0 if number else -1.0
        bullet = -3.0 if number is None and page.lines[at].kind is Kind.LIST_ITEM else 0.0
        return replace(candidate, weight=weight_of(page, candidate) + 8 * alike - 5.0 + bare + bullet)


def _stands_out(page: Page, at: int, end: int) -> bool:
    """Whether a line that is only partly like a title is a heading by where it stands."""
    near = range(end, min(end + 2, len(page.lines)))
    return page.lines[at].kind is Kind.HEADING or (page.lines[at].first and any(opens(page, line) for line in near))


def without_presenter(title: str, page: Page) -> str:
    """A title without who presents it."""
    found = page.wording.any_of("before_presenter").search(title)
    return title[: found.start()].strip() if found and found.start() > 3 else title
