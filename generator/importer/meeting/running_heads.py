"""What stands at the top of every page, "Fjordby Kommune   Byrådet, 29-08-2022", where the pages of a text are not known."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date

from generator.extraction.blocks import Kind
from generator.importer.headings.case_numbers import is_reference
from generator.importer.labels.page import Page
from generator.importer.language.damage import skeleton
from generator.importer.language.when_written import dates_of

_MARKS = " .,:;()|–—-"
_OFTEN = 3  # pages
_WHOLE = 3  # words of a title that heads all pages
_LONGEST = 110  # letters
_DEEPEST = 3  # lines of the head of a page


def running_heads(page: Page, starts: Sequence[int], day: date | None, locale: str, edges: Sequence[str] = ()) -> set[int]:
    """The lines below the head that are said again and again and say nothing but what the head says, or its day.

    `starts` are the lines with which items begin: one at least stands right above an item, where no label stands, and without
    the day half of them, since such a line may be one of a list, "Fjordby Kommune". What begins a page or stands above an item
    each time, with the day, need not be said often: few papers have many pages. `edges` are the lines that are known to stand
    at the edges of pages: what stands there may stand within a page too.
    """
    first = starts[0] if starts else 0
    same: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(page.lines):
        label = page.labels[at]
        told = label is not None and (label.kind != "inner" or label.rest)  # what is said often may have become a label
        if not told and line.kind is not Kind.TABLE and len(line.plain) <= _LONGEST and not line.marker:
            same[_form(line.plain)].append(at)
    known_edges = Counter(_form(text) for text in edges)
    days = [every for every in same.values() if len(every) >= _OFTEN and _undated(page.lines[every[0]].plain, day, locale)[1]]
    often = {at for every in days for at in every}
    found: set[int] = set()
    for form, places in same.items():
        below = [at for at in places if at >= first]
        if not below or page.lines[below[0]].plain.endswith((".", ":", ",")):
            continue
        text, dated = _undated(page.lines[below[0]].plain, day, locale)
        apart = dated and all(at + 1 in starts or page.lines[at].page != page.lines[at - 1].page for at in below)
        if len(places) + known_edges[form] < _OFTEN and not apart:
            continue
        known = _words_of(page.lines[at].plain for at in range(first) if at not in places)
        known |= {*map(skeleton, page.wording.words("leading"))}
        if places[0] == 0 and len(own := _words_of([page.lines[0].plain])) >= _WHOLE:
            known |= own  # the title of the whole
        above = sum(_heads_item(page, at, starts, often) for at in below)
        placed = apart or above * (len(below) if dated else 2) >= len(below)
        if placed and _words_of([text]) and _words_of([text]) <= known:
            found |= {*below}
    return found


def _heads_item(page: Page, at: int, starts: Sequence[int], often: Container[int]) -> bool:
    """Whether an item begins below a line, or below the day that is said as `often` and the number of a case between them."""
    last = min(at + _DEEPEST, len(page.lines) - 1)
    for below in range(at + 1, last + 1):
        if below in starts or not (below in often or is_reference(page.lines[below].plain)):
            return below in starts
    return False


def _form(text: str) -> str:
    return " ".join(map(skeleton, text.split()))


def _undated(text: str, day: date | None, locale: str) -> tuple[str, bool]:
    """A line without the meeting's day, and whether it has that."""
    own = next(((start, end) for start, end, said in dates_of(text, locale) if said == day), None)
    return (text[: own[0]] + text[own[1] :], True) if own else (text, False)


def _words_of(texts: Iterable[str]) -> set[str]:
    words = (word.strip(_MARKS) for text in texts for word in text.split())
    return {skeleton(word) for word in words if any(map(str.isalpha, word))}
