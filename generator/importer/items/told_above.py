"""What was said at the meeting above the label of what came of it: "Ane gennemgik planen.", and below "Konklusion: ..."."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.importer.items.section import Section
from generator.importer.labels.page import Page
from generator.importer.lines.textlines import TextLine

_FRONT = 6  # words at the beginning of a paragraph among which its verb is


def with_told_above(sections: Sequence[Section], page: Page) -> list[Section]:
    """The sections; where nothing is recommended, and a decision has the only label of its kind, the text above it is minutes
    from the first paragraph on that tells what somebody did or said at the meeting; what stands above that is the case.
    """
    kinds = [one.kind for one in sections]
    if not sections or kinds[0] != "open" or kinds.count("decision") != 1 or {"recommendation", "minutes"} & {*kinds}:
        return [*sections]
    first, *rest = sections
    starts = [at for at, line in enumerate(first.lines) if (line.first or not at) and _tells(first.lines[at:], page)]
    if not starts or sections[kinds.index("decision")].label is None:
        return [*sections]
    case = [Section("open", None, first.lines[: starts[0]])] if starts[0] else []
    return [*case, Section("minutes", None, first.lines[starts[0] :]), *rest]


def _tells(lines: Sequence[TextLine], page: Page) -> bool:
    """Whether a paragraph begins with what somebody did or said: "Ane Test fremlagde", "Der var en snak om"."""
    paragraph = " ".join(line.plain for line in takewhile(lambda line: line.block == lines[0].block, lines))
    begun = " ".join(paragraph.partition(",")[0].split()[:_FRONT])
    return begun[:1].isupper() and page.wording.any_of("at_the_meeting").search(begun) is not None
