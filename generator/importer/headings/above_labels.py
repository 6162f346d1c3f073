"""Titles that stand right above the label with which every item of a document begins, whatever stands above them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.headings.bare_titles import may_be_title
from generator.importer.headings.candidates import Candidate, weight_of
from generator.importer.headings.case_numbers import is_reference
from generator.importer.headings.contents import Contents
from generator.importer.headings.whole_titles import whole_title
from generator.importer.labels.page import Page
from generator.importer.language.likeness import keys_of

_SEVERAL = 3  # items that make a form
_TWO = 2  # items that are enough where nothing but a title can stand above the label
_MOST = 0.8  # of the labels with a title above them, and of the titles that say something of their own
_APART = 0.6  # of the titles with an empty line above or below them
_FORM = 1.0  # what speaks for a title by where it stands
_LINES = 3  # of a title
_FACTS = ("presenter", "follow_up", "type")  # labels that the next line answers
_KINDS = ("decision", "minutes", "recommendation", "case")


def above_labels(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """The titles; none where no label has one above it each time."""
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, label in enumerate(page.labels):
        if (
            label is not None
            and at not in contents.lines
            and (label.kind in _KINDS or (label.kind == "presenter" and label.rest))
        ):
            places[label.kind, label.text.casefold()].append(at)
    found = [_above(page, every) for every in places.values() if len(every) >= _SEVERAL or _lead(page, every)]
    return max(found, key=len, default=())


def _above(page: Page, labels: Sequence[int]) -> tuple[Candidate, ...]:
    titles = [title for at in labels if (title := _title_above(page, at)) is not None]
    apart = sum(page.lines[one.start].first or page.lines[one.end].first for one in titles)
    said = {keys_of(one.title) for one in titles}
    is_form = len(said) >= max(min(_SEVERAL, len(labels)), _MOST * len(labels)) and apart >= _APART * len(labels)
    return tuple(titles) if is_form else ()


def _lead(page: Page, labels: Sequence[int]) -> bool:
    """Whether two labels of decisions lead in their items: none stands before the first, the case follows the last."""
    opening = [at for at, label in enumerate(page.labels) if label is not None and label.kind in _KINDS]
    leads = len(labels) == _TWO and opening[0] == labels[0] and opening[-1] > labels[-1]
    return leads and all((label := page.labels[at]) is not None and label.kind == "decision" for at in labels)


def _title_above(page: Page, label: int) -> Candidate | None:
    """The title that ends right above a label."""
    start = label - 1
    while start > label - _LINES and not page.lines[start].first and whole_title(page, start - 1, "")[1] == label:
        start -= 1
    above = page.labels[start - 1] if start > 0 else None
    if above is not None and not above.rest and above.kind in _FACTS:
        return None  # "Ansvarlig:", "Ane Test"
    if start < 0 or not may_be_title(page, start) or is_reference(page.lines[start].plain):
        return None
    title, end = whole_title(page, start, page.lines[start].plain)
    if end != label or title.endswith((".", "?", "!")):
        return None
    candidate = Candidate(start, end, "", (), "none", title, 0.0)
    return replace(candidate, weight=weight_of(page, candidate) + _FORM)
