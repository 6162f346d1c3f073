"""Lists of contents: runs of titles that come again later with text, and where each comes again."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extraction.blocks import Kind
from generator.extraction.rows import marker_of
from generator.importer.candidates import Candidate, is_reference, weight_of, whole_title
from generator.importer.groups import group_of
from generator.importer.labels import field_of
from generator.importer.likeness import keys_of, likeness
from generator.importer.numbering import number_of
from generator.importer.page import Page, opens

_ALIKE, _SAME = 0.55, 0.85
_ONLY_NUMBER = 6.0  # what speaks for a number whose title stands in a list above
_MORE = 12  # letters that stand beside a title when it is said again
_REST = 4  # lines of a title, or of a list below it, in a list of contents
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
    first_label = _first_label(page)
    numbers = _by_number(page)
    for run in _runs(page):
        found = [(entry, match) for entry in run for match in titles.like(entry, run[-1].end)]
        if run[-1].end <= first_label:
            found += [
                (entry, match) for entry in run for at in numbers[entry.parts] if at >= run[-1].end
                for match in _numbers_of(page, entry, at)
            ]  # fmt: skip
        listed = {entry.start for entry, _ in found} | {entry.start for entry in run if _is_dotted(page, entry)}
        if len(listed) < max(2, len(run) / 2):
            continue
        lines |= set(range(run[0].start, run[-1].end)) | _heading_above(page, run[0].start)
        entries += run
        again += [match for _, match in found]
    return Contents(frozenset(lines), tuple(entries), tuple(one for one in again if one.start not in lines))


def _says_again(entry: Entry, text: str) -> bool:
    """Whether a text is an entry's title again, and no sentence that has a word of it."""
    return likeness(entry.title, text) >= _ALIKE and len(text) < 2 * len(entry.title) + _MORE


def _first_label(page: Page) -> int:
    """The first line that begins a section of an item: the items' list of contents stands above it."""
    return next((at for at in range(len(page.lines)) if opens(page, at)), len(page.lines))


def _by_number(page: Page) -> dict[tuple[int, ...], list[int]]:
    """The lines that begin with a number, by what it is to be compared as."""
    found: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for at, number in enumerate(page.numbers):
        if number is not None and page.lines[at].kind is not Kind.TABLE:
            found[number.parts].append(at)
    return found


def _numbers_of(page: Page, entry: Entry, at: int) -> Iterator[Candidate]:
    """The heading that a line with an entry's number is where it does not say the title again: "Ad 3: Godkendt."."""
    number = page.numbers[at]
    if number is None:
        return
    named = " " in number.scheme and " " not in entry.scheme
    if number.title and (not named or _says_again(entry, number.title)):
        return
    below = page.lines[at + 1].plain if at + 1 < len(page.lines) and not page.labels[at + 1] else ""
    if not number.title and not marker_of(below) and _says_again(entry, below):
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
        if entry is None and run and (_between(page, at) or _goes_on(page, run, at)):
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
        if page.labels[line] is not None or field_of(text, page.wording) or text.endswith("."):
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
    if not highest and (text_below or entry.parts == run[0].parts):
        return False  # the first of the items themselves
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
        if number is not None and (number.dotted or is_reference(number.title) or number.parts != entry.parts):
            return None
        above = (page.numbers[line] for line in range(max(0, at - 2), at))
        said = next((one for one in above if one is not None and one.parts == entry.parts and one.title), None)
        if number is None and said is not None and not is_reference(said.title):
            return None  # a web page may say the title again below the numbered heading
        title, end = whole_title(page, at, number.title if number else page.lines[at].plain)
        alike = likeness(entry.title, without_presenter(title, page))
        if not _says_again(entry, without_presenter(title, page)) or (
            number is None and alike < _SAME and not _stands_out(page, at, end)
        ):
            return None
        own = page.numbers[at - 1] if at and number is None else None  # "5. J.nr. 329", or "Punkt 5", and below it the title
        start = at - 1 if own is not None and own.parts == entry.parts else at
        candidate = Candidate(start, end, entry.printed, entry.parts, entry.scheme, title, 0.0)
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
