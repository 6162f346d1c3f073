"""The heading of any other business where the items above it have numbers and it has none: "EVENTUELT"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.importer.headings.bare_titles import bare_title, may_be_title
from generator.importer.headings.candidates import Candidate
from generator.importer.headings.contents import Contents
from generator.importer.labels.page import Page, opens

_FEWEST = 3  # headings with numbers


def any_other_business(page: Page, headings: Sequence[Candidate], contents: Contents) -> Iterator[Candidate]:
    """The only line below the last of the numbered headings that says this and nothing else; none where one of them does."""
    numbered = [one for one in headings if one.parts]
    if len(numbered) < _FEWEST or len(numbered) < len(headings) or any(_says_it(page, one.title) for one in headings):
        return
    lines = (at for at in range(headings[-1].end, len(page.lines)) if _says_it(page, page.lines[at].plain))
    found = [at for at in lines if at not in contents.lines and may_be_title(page, at) and _is_apart(page, at)]
    if len(found) == 1:
        yield bare_title(page, found[0])


def _says_it(page: Page, text: str) -> bool:
    words = page.wording.tree["item_types"]["any_other_business"]
    return text.casefold().strip(" .:") in {word.strip(".") for word in words}


def _is_apart(page: Page, at: int) -> bool:
    """Whether a line begins a paragraph, or a scan has lost what set it apart from a label below it."""
    return page.lines[at].first or (at + 1 < len(page.lines) and opens(page, at + 1))
