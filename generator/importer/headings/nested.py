"""Numbers that begin anew below each heading of a group of items, as candidates that go on counting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate
from generator.importer.labels.groups import group_of
from generator.importer.labels.label import field_of
from generator.importer.labels.page import Page

_ANEW = 2  # times that a numbering begins anew right below a heading, for the headings to be those of groups


def counted_on(page: Page, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of one scheme with the number of their group before their own; none where they are not in groups.

    A group begins where a 1 stands right below a line that looks like a heading itself: no text stands between.
    """
    counted = [one for one in candidates if not _is_roman(page, one)]
    own = {one.start for one in counted}
    found: list[Candidate] = []
    group = 0
    for one in sorted(counted, key=lambda one: one.start):
        begins = one.parts[-1:] == (1,) and one.start - 1 not in own and _heads(page, one.start - 1)
        group += begins
        if group:
            found.append(replace(one, parts=(group, *one.parts)))
    return found if group >= _ANEW else []


def _is_roman(page: Page, one: Candidate) -> bool:
    """Whether a letter could as well be a Roman figure: "I. Formalia" above "A. Valg af dirigent" is no ninth letter."""
    number = page.numbers[one.start]
    return number is not None and number.scheme.endswith("roman") and one.scheme.endswith("letter")


def _heads(page: Page, at: int) -> bool:
    """Whether a line looks like the heading of a group: numbered in another way or set off, and no sentence."""
    if at < 0:
        return False
    line, label = page.lines[at], page.labels[at]
    group = group_of(line.plain, page.wording.language) and (label is None or not label.rest)  # "Til beslutning"
    if (label is not None and not group) or field_of(line.plain, page.wording) is not None:
        return False
    if line.kind is Kind.TABLE or line.plain.endswith((".", ":", ",", ";")):
        return False
    return bool(group) or page.numbers[at] is not None or line.kind is Kind.HEADING
