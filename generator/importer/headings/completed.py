"""The headings of items, completed with those that are made in another way: "Eventuelt" among items that have numbers."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importer.headings.bare_titles import bare_title, may_be_title
from generator.importer.headings.candidates import Candidate, is_usual
from generator.importer.headings.contents import Contents
from generator.importer.headings.rounds import end_of_head, rounds_of
from generator.importer.labels.page import Page


def completed(
    page: Page, headings: Sequence[Candidate], others: Sequence[Candidate], rounds: Sequence[int]
) -> tuple[Candidate, ...]:
    """Headings that are made in one way, with those of items that are not: a round of labels is left for each, or the item is
    one of those that close most agendas, "Eventuelt".
    """
    found = list(headings)
    for one in others if headings else ():
        start = max((rounds[heading.start] for heading in found if heading.start < one.end), default=-1)
        end = min(
            (rounds[heading.start] for heading in found if heading.end > one.start),
            default=rounds[-1] + is_usual(page, one.title),
        )
        if start < rounds[one.start] < end:
            found = sorted([*found, one], key=lambda heading: heading.start)
    return tuple(found)


def with_usual(page: Page, headings: Sequence[Candidate], contents: Contents) -> tuple[Candidate, ...]:
    """Headings that have numbers, with those below the first that have none, "Meddelelser", "Eventuelt", and a label below
    them: where the meeting has ended there is none, "Godkendelse af referat".
    """
    rounds = rounds_of(page, contents)
    usual = [one for one in usual_titles(page, contents) if headings and one.start > headings[0].start]
    return completed(page, headings, [one for one in usual if rounds[one.start] < rounds[-1]], rounds)


def usual_titles(page: Page, contents: Contents) -> list[Candidate]:
    """The lines that begin a paragraph and say one of the titles of most agendas."""
    head = end_of_head(page, rounds_of(page, contents))
    lines = (at for at in range(head, len(page.lines)) if page.lines[at].first and is_usual(page, page.lines[at].plain))
    found = [bare_title(page, at) for at in lines if at not in contents.lines and may_be_title(page, at)]
    return [one for one in found if not one.title.endswith((".", "?", "!"))]
