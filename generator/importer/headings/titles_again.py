"""The titles of a list of contents to the lines of a text that say them again."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import product

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import GROUP, Candidate, weight_of
from generator.importer.headings.case_numbers import is_reference
from generator.importer.headings.states import only_says_state, without_state_before
from generator.importer.headings.whole_titles import whole_title
from generator.importer.labels.groups import group_of
from generator.importer.labels.page import Page, opens
from generator.importer.labels.title_names import name_and_title
from generator.importer.language.likeness import keys_of, likeness

_ALIKE, SAME = 0.55, 0.85
_MORE = 12  # letters that stand beside a title when it is said again
_BELOW = 8  # lines below a heading in which a part of its title may be said again
LOOKED_AT = 40  # lines that are compared with one entry, so that a long list takes no longer than it is long


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a list of contents: which lines it is, its number as printed and to be compared, its title."""

    start: int
    end: int
    printed: str
    parts: tuple[int, ...]
    scheme: str
    title: str


class Titles:
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
        return [match for at in self._lines(entry, after) if (match := self._match(entry, at)) is not None]

    def numbered_otherwise(self, entry: Entry, after: int) -> bool:
        """Whether an entry's title comes again after a place with another number: of the year, or of all cases."""
        numbers = (self.page.numbers[at] for at in self._lines(entry, after))
        return any(one is not None and one.parts != entry.parts and likeness(entry.title, one.title) >= SAME for one in numbers)

    def _lines(self, entry: Entry, after: int) -> list[int]:
        """The lines after a place that have words of an entry's title."""
        words = sorted((key for key, weight in keys_of(entry.title) if weight > 2), key=lambda key: len(self.by_word[key[:5]]))
        lines: set[int] = set()
        for key in words[:3]:
            said = self.by_word[key[:5]]
            lines |= {*said[(first := bisect_left(said, after)) : first + LOOKED_AT]}
        return sorted(lines)[:LOOKED_AT]

    def _match(self, entry: Entry, at: int) -> Candidate | None:
        page, number = self.page, self.page.numbers[at]
        if number is not None and (number.dotted or is_reference(number.title) or number.parts != entry.parts):
            return None
        if number is not None and only_says_state(number.title, page.wording) and self._says_below(entry, at):
            return None
        if number is None and (
            self._is_said_above(entry, at) or page.wording.any_of("no_title").fullmatch(page.lines[at].plain)
        ):
            return None  # "Orienteringssag" is of which type an item is
        title, end = whole_title(page, at, number.title if number else page.lines[at].plain)
        title = name_and_title(title, page.wording)[1]
        said, text = _likest(entry, title, page)
        alike = likeness(said.title, text)
        if not says_again(said, text) or (number is None and alike < SAME and not _stands_out(page, at, end)):
            return None
        own = page.numbers[at - 1] if at and number is None else None  # "5. J.nr. 329", or "Punkt 5", and below it the title
        start = at - 1 if own is not None and own.parts == entry.parts else at
        if start != at and own is not None and only_says_state(own.title, page.wording):
            title = f"{own.title} {title}"
        counted = number or (own if start != at else None) or entry  # "1" in the list, "01" above the text
        candidate = Candidate(start, end, counted.printed, entry.parts, entry.scheme, title, 0.0)
        bare = 0.0 if number else -1.0
        listed = number is not None and alike >= SAME
        bare += GROUP if listed and group_of(title, page.wording.language) else 0.0
        bullet = -3.0 if number is None and page.lines[at].kind is Kind.LIST_ITEM else 0.0
        return replace(candidate, weight=weight_of(page, candidate) + 8 * alike - 5.0 + bare + bullet)

    def _says_below(self, entry: Entry, at: int) -> bool:
        """Whether the line below one is an entry's title."""
        below = self.page.lines[at + 1].plain if at + 1 < len(self.page.lines) else ""
        said, text = _likest(entry, below, self.page)
        return likeness(said.title, text) >= SAME

    def _is_said_above(self, entry: Entry, at: int) -> bool:
        """Whether the title with its number stands shortly above a line, which then only says it, or a part of it, again: as
        web pages do, or "Til orientering" below "3. Sager til orientering".
        """
        for line in range(max(entry.end, at - _BELOW), at):
            one = self.page.numbers[line]
            if one is None or only_says_state(one.title, self.page.wording):
                continue
            if one.parts == entry.parts and one.title and not is_reference(one.title):
                near = line >= at - 2
                if near or (one.scheme == entry.scheme and likeness(entry.title, one.title) >= SAME):
                    return True
        return False


def _likest(entry: Entry, title: str, page: Page) -> tuple[Entry, str]:
    """An entry and a title as they are most alike: a word before a presenter may be of the title, "boliger ved Isvej", and only
    the list may say that the item is closed.
    """
    entries = (entry, replace(entry, title=without_state_before(entry.title, page.wording)))
    pairs = product(entries, (without_presenter(title, page), title))
    return max(pairs, key=lambda pair: likeness(pair[0].title, pair[1]))


def says_again(entry: Entry, text: str) -> bool:
    """Whether a text is an entry's title again, and no sentence that has a word of it."""
    sentence = text.endswith((".", ":")) and not entry.title.endswith(text[-1])
    return likeness(entry.title, text) >= (SAME if sentence else _ALIKE) and len(text) < 2 * len(entry.title) + _MORE


def _stands_out(page: Page, at: int, end: int) -> bool:
    """Whether a line that is only partly like a title is a heading by where it stands."""
    near = range(end, min(end + 2, len(page.lines)))
    return page.lines[at].kind is Kind.HEADING or (page.lines[at].first and any(opens(page, line) for line in near))


def without_presenter(title: str, page: Page) -> str:
    """A title without who presents it."""
    found = page.wording.any_of("before_presenter").search(title)
    return title[: found.start()].strip() if found and found.start() > 3 else title
