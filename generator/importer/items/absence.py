"""The lines of an item that say who was not there, below the label of its decision or anywhere else in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importer.headings.people import names_in
from generator.importer.items.section import Section
from generator.importer.labels.label import field_of, heads_absent, says_absent
from generator.importer.labels.page import Page
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import ends_sentence
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_GOES_ON = (",", " og", " and", "-")
_PARTY = re.compile(r"(?<=\w), ?[A-ZÆØÅ@]{1,2}$")  # "Ane Test, V"


def is_absence(line: TextLine, page: Page, *, begins: bool) -> bool:
    """Whether a line says who was not there; `begins` that it begins a paragraph."""
    found = field_of(line.plain, page.wording)
    if (found is not None and found.kind in ("absent", "apologies")) or heads_absent(line.plain, page.wording):
        return True
    absent = (begins or _is_below_absence(page, line)) and says_absent(line.plain, page.wording)
    return absent and outcome_of(line.plain, page.wording, strict=True) is None  # "Godkendt, idet Ane Test var fraværende."


def took_no_part(paragraphs: Sequence[str], wording: Wording) -> list[str]:
    """Of what says who was not there, that which says who was at the meeting and took no part in the item, which is of its
    minutes: "Ane Test deltog ikke i sagens behandling, da hun er medlem af koret.".
    """
    apart = wording.any_of("took_no_part")
    return [one for one in paragraphs if apart.search(one) and ends_sentence(one, wording)]


def _is_below_absence(page: Page, line: TextLine) -> bool:
    """Whether the line above one says who was not there, so that another may be named below it in the same paragraph."""
    return line.index > 0 and says_absent(page.lines[line.index - 1].plain, page.wording)


def goes_on_absent(sections: Sequence[Section], line: TextLine, page: Page) -> bool:
    """Whether a line goes on to say who was not there: the rest of a paragraph, names below "Fraværende:", or "Ingen"."""
    aside = sections[-2] if len(sections) > 1 and sections[-2].kind == "absence" else None
    if aside is None or aside.lines[-1].index != line.index - 1:
        return False
    last = aside.lines[-1].plain
    if heads_absent(last, page.wording) and page.wording.any_of("nobody").fullmatch(line.plain.strip(" .")):
        return not page.wording.any_of("nothing").match(line.plain)
    if page.wording.any_of("substitute").match(line.plain):
        return True  # "Stedfortræder: Ib Prøve"
    names, before = (
        names_in(_PARTY.sub("", one.plain.removeprefix(one.marker)), page.wording) for one in (line, aside.lines[-1])
    )
    if names and (heads_absent(last, page.wording) or (len(aside.lines) > 1 and before)):
        return True
    if heads_absent(last, page.wording) and ends_sentence(line.plain, page.wording) and line.plain[:1].isupper():
        return says_absent(line.plain, page.wording)  # nobody is named: "Fraværende:", "Brevet er sendt."
    if aside.lines[-1].block != line.block or page.numbers[line.index] or (":" in line.plain and not last.endswith(_GOES_ON)):
        return False  # "Ad. 1", "For forslaget stemte: ..."
    if line.plain[:1].islower() or last.endswith(_GOES_ON):
        return True
    return not last.endswith(".") and outcome_of(line.plain, page.wording, strict=False) is None
