"""A page that has one item alone, without a number: its title stands above the first label, below the meeting's day."""

from __future__ import annotations

from generator.importer.headings.candidates import Candidate
from generator.importer.headings.whole_titles import whole_title
from generator.importer.labels.label import field_of
from generator.importer.labels.page import Page, opens

_LONGEST = 160  # letters of a title
_DEEP = 8  # lines between the title and the first label


def only_item(page: Page) -> tuple[Candidate, ...]:
    """The heading of the only item; none where the text has no decision, or more than one round of labels."""
    kinds = [label.kind for label in page.labels if label is not None]
    if kinds.count("recommendation") > 1 or kinds.count("decision") not in (1, 2):
        return ()
    first = next((at for at in range(len(page.lines)) if opens(page, at)), len(page.lines))
    fields = [at for at in range(first) if (found := field_of(page.lines[at].plain, page.wording)) and found.rest]
    at = fields[-1] + 1 if fields else first
    if not at < first <= at + _DEEP:
        return ()
    title, end = whole_title(page, at, page.lines[at].plain)
    fits = title[:1].isupper() and not title.endswith((".", ":", ",")) and len(title) <= _LONGEST and page.lines[at].first
    return (Candidate(at, end, "", (), "none", title, 0.0),) if fits else ()
