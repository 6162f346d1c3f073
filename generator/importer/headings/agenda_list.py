"""An agenda that is a list of titles without numbers to its items: "Dagsorden:", "- Velkomst", "- Regnskab", "- Eventuelt"."""

from __future__ import annotations

from itertools import takewhile

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate, is_usual
from generator.importer.labels.page import Page, says_agenda

_FEWEST = 3
_LONGEST = 140  # letters of a title


def agenda_list(page: Page) -> tuple[Candidate, ...]:
    """The entries of the only such list; none where the text says what was decided, or where no title is a usual one."""
    starts = [at for at in range(1, len(page.lines)) if page.lines[at].marker and says_agenda(page, at - 1)]
    if len(starts) != 1 or any(page.openings):
        return ()
    listed = [*takewhile(lambda line: line.kind is Kind.LIST_ITEM, page.lines[starts[0] :])]
    titles = [line.plain.removeprefix(line.marker).strip() for line in listed]
    flat = all(line.marker and line.level == listed[0].level for line in listed)
    fit = all(title[:1].isupper() and len(title) <= _LONGEST and not title.endswith((".", ":")) for title in titles)
    if len(listed) < _FEWEST or not (flat and fit and any(is_usual(page, title) for title in titles)):
        return ()
    return tuple(
        Candidate(line.index, line.index + 1, "", (), "none", title, 0.0) for line, title in zip(listed, titles, strict=True)
    )
