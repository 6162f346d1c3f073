"""Titles that stand right below the number of their case, "Sagsnr.: 27.69.48-G01-5-14", where every item has one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.headings.bare_titles import may_be_title
from generator.importer.headings.candidates import Candidate, has_case_number, weight_of
from generator.importer.headings.contents import Contents
from generator.importer.headings.whole_titles import whole_title
from generator.importer.labels.page import Page
from generator.importer.language.likeness import keys_of

_SEVERAL = 3  # items that make a form
_MOST = 0.8  # of the case numbers with a title below them, and of the titles that say something of their own
_NAME = re.compile(r"[\d\W]")  # what ends the word before a number: "J" of "J.nr. 12", "Sagsnr"
_FORM = 2.0  # what speaks for a title by where it stands


def below_cases(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """The titles; none where the numbers of cases have something else below them."""
    named: dict[str, list[int]] = defaultdict(list)  # by what the number is called: an item may have several
    for at in range(len(page.lines) - 1):
        if has_case_number(page, at) and at not in contents.lines:
            named[_NAME.split(page.lines[at].plain, maxsplit=1)[0].casefold()].append(at)
    every = [_below(page, cases) for cases in (*named.values(), sorted(at for cases in named.values() for at in cases))]
    return max(every, key=len, default=())


def _below(page: Page, cases: Sequence[int]) -> tuple[Candidate, ...]:
    """The titles below some numbers of cases; none where most have something else below them."""
    titles = [title for at in cases if (title := _title_at(page, at + 1)) is not None]
    is_form = len({keys_of(one.title) for one in titles}) >= max(_SEVERAL, _MOST * len(cases))
    return tuple(titles) if is_form else ()


def _title_at(page: Page, at: int) -> Candidate | None:
    """The title that a line is, also "Høring: Ny skolestruktur", which has what is elsewhere a label."""
    label, line = page.labels[at], page.lines[at]
    once = label is not None and sum(one is not None and one.text == label.text for one in page.labels) == 1
    named = once and label is not None and label.kind == "inner" and bool(label.rest) and line.kind is not Kind.TABLE
    if not (named or may_be_title(page, at)):
        return None
    title, end = whole_title(page, at, line.plain)
    if title.endswith((".", "!")):
        return None
    candidate = Candidate(at, end, "", (), "none", title, 0.0)
    return replace(candidate, weight=weight_of(page, candidate) + _FORM)
