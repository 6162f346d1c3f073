"""Titles with a word before them, "Emne: Budget 2025", to the headings of items without numbers, and without that word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate, weight_of
from generator.importer.headings.case_numbers import is_reference
from generator.importer.headings.contents import Contents
from generator.importer.headings.whole_titles import whole_title
from generator.importer.labels.numbering import number_of
from generator.importer.labels.page import Page
from generator.importer.labels.title_names import name_and_title, named_lines
from generator.importer.language.likeness import keys_of
from generator.importer.language.vocabulary import Wording

_NEAR = 5  # lines between the number of an item and its title
_FORM = 3.0  # what speaks for a title by the word before it


def named_titles(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """The titles with a word before them; none where there are none, or most have a number above."""
    titles = [_title_at(page, at) for at in sorted(named_lines(page.lines, page.wording)) if at not in contents.lines]
    last = {keys_of(one.title): one.start for one in titles}  # in a list above they are only listed
    listed = len(last) * 2 <= len(titles)
    chosen = tuple(one for one in titles if not listed or last[keys_of(one.title)] == one.start)
    return _with_numbers(page, chosen) if sum(_has_number_above(page, one.start) for one in chosen) * 2 <= len(chosen) else ()


def _title_at(page: Page, at: int) -> Candidate:
    title, end = whole_title(page, at, name_and_title(page.lines[at].plain, page.wording)[1])
    one = Candidate(at, end, "", (), "none", title, 0.0)
    return replace(one, weight=weight_of(page, one) + _FORM)


def _with_numbers(page: Page, titles: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The titles; where each begins with a number and these count on one by one, "Punkt: 1. Budget", that is the item's."""
    numbers = [number_of(one.title, page.wording) for one in titles]
    if not all(one is not None and one.title and one.mark for one in numbers):
        return tuple(titles)
    found = [one for one in numbers if one is not None]
    if any(len(two.parts) != 1 or two.parts != (one.parts[0] + 1,) for one, two in pairwise(found)):
        return tuple(titles)
    return tuple(replace(one, printed=two.printed, title=two.title) for one, two in zip(titles, found, strict=True))


def _has_number_above(page: Page, at: int) -> bool:
    """Whether an item's number stands by itself a few lines above its title: then the item begins there."""
    above = (page.numbers[line] for line in range(max(0, at - _NEAR), at) if page.lines[line].kind is not Kind.TABLE)
    return any(number is not None and (not number.title or is_reference(number.title)) for number in above)


def without_names(headings: Sequence[Candidate], wording: Wording) -> tuple[Candidate, ...]:
    """Headings without such words, where most have one."""
    named = [name_and_title(one.title, wording, close=True) for one in headings]
    if sum(bool(name) for name, _ in named) * 2 <= len(headings):
        return tuple(headings)
    return tuple(replace(one, title=title) for one, (_, title) in zip(headings, named, strict=True))
