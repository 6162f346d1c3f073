"""What every item of a text is read with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.importer.labels.page import Page
from generator.importer.labels.type_marks import UNMARKED, Marked
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.prose import Writer


@dataclass(frozen=True)
class Source:
    """What every item is read with: the page, how lines become text, the wording, whether minutes have labels, and whether
    the line below a heading says the type of the item. `asking` is the commonest label of recommendations; `one_line` says
    that what was said follows most titles on their line; `day` is the meeting's; `stated` says that most headings begin
    with whether their item is open or closed, `marked` how they say its type, `decided_last` that most items end in what
    was decided, `bold_last` that this is in bold type there, `named` that first names in brackets behind titles are presenters;
    `people` are the words of the names of those who met.
    """

    page: Page
    writer: Writer
    wording: Wording
    labelled: bool
    is_agenda: bool
    typed: bool = False
    asking: str = ""
    one_line: bool = False
    day: date | None = None
    stated: bool = False
    marked: Marked = UNMARKED
    decided_last: bool = False
    bold_last: bool = False
    named: bool = False
    people: frozenset[str] = frozenset()
