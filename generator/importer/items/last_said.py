"""What was decided in the last paragraph of an item, below its case, where no label says so: "Baggrund: ...", and below it
"Planen blev drøftet.".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import takewhile

from generator.importer.items.section import Section
from generator.importer.labels.page import Page
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import ends_sentence, sentences_of
from generator.importer.lines.textlines import TextLine

_FEWEST = 3  # items that end so; a case alone may end in what somebody decided before
_BELOW = ("annexes", "absence", "reference", "follow_up")  # what may stand below what was decided
_SHORT = 0.8  # of the width of the page: a line that is shorter has ended


def decide_last(page: Page, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether most items of a document without labels for decisions end in a paragraph that decides; `spans` are the lines
    below their headings.
    """
    if any(label is not None and label.kind in ("decision", "minutes") for label in page.labels):
        return False
    texts = [list(takewhile(partial(_is_of_text, page), page.lines[begin:end])) for begin, end in spans if begin < end]
    texts = [lines for lines in texts if lines]
    said = [_outcome(lines[_last_said(lines, page) :], page) for lines in texts]
    deciding = sum(one not in (None, "recommended") for one in said)  # what is only recommended ends the items of agendas too
    return deciding >= _FEWEST and deciding * 3 >= len(texts) * 2


def with_last_said(sections: Sequence[Section], page: Page, *, usual: bool) -> list[Section]:
    """The sections of an item; where most items end so, the paragraph that decides at the end of its case is one of its own."""
    at = next((at for at in range(len(sections) - 1, -1, -1) if sections[at].kind not in _BELOW), 0)
    last = sections[at] if sections and usual else Section("open", None)
    start = _last_said(last.lines, page) if last.kind == "case" and last.label is not None else 0
    if not 0 < start < len(last.lines):
        return [*sections]
    parts = [replace(last, lines=last.lines[:start]), Section("open", None, last.lines[start:])]
    return [*sections[:at], *parts, *sections[at + 1 :]]


def _is_of_text(page: Page, line: TextLine) -> bool:
    """Whether a line is none of the papers that may stand at the end of an item."""
    label = page.labels[line.index]
    return label is None or label.kind not in _BELOW


def _last_said(lines: Sequence[TextLine], page: Page) -> int:
    """The line of a text with which a paragraph begins, the last one, that says at once what was done; the number of its
    lines where there is none. A scan may have lost the empty line above it.
    """
    first = next((at for at in range(len(lines) - 1, 0, -1) if lines[at].first), 0)
    ends = (at for at in range(first + 1, len(lines)) if _has_ended(lines[at - 1], page))
    return next((at for at in (first, *ends) if _outcome(lines[at:], page)), len(lines))


def _has_ended(line: TextLine, page: Page) -> bool:
    return ends_sentence(line.plain, page.wording) and len(line.plain) < page.width * _SHORT


def _outcome(lines: Sequence[TextLine], page: Page) -> str | None:
    """What the first sentence of some lines says was done; none where it does not, or a label or a mark stands before it."""
    if not lines or page.labels[lines[0].index] is not None or lines[0].marker:
        return None
    text = " ".join(line.plain for line in lines)
    return outcome_of(next(iter(sentences_of(text, page.wording)), ""), page.wording, strict=True)
