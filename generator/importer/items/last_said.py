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
BELOW = ("annexes", "absence", "reference", "follow_up")  # what may stand below what was decided
_SHORT = 0.8  # of the width of the page: a line that is shorter has ended


def decide_last(page: Page, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether most items of a document without labels for decisions end in a paragraph that decides; `spans` are the lines
    below their headings.
    """
    if any(label is not None and label.kind in ("decision", "minutes") for label in page.labels):
        return False
    texts = [list(takewhile(partial(is_of_text, page), page.lines[begin:end])) for begin, end in spans if begin < end]
    texts = [lines for lines in texts if lines]
    said = [_outcome(lines[_last_said(lines, page) :], page) for lines in texts]
    deciding = sum(one not in (None, "recommended") for one in said)  # what is only recommended ends the items of agendas too
    return deciding >= _FEWEST and deciding * 3 >= len(texts) * 2


def with_last_said(sections: Sequence[Section], page: Page, *, usual: bool, telling: bool = False) -> list[Section]:
    """The sections of an item; where most items end so, the paragraph that decides at the end of its case is one of its own;
    in an item that is not only `telling` also one that sets what is done.
    """
    at = next((at for at in range(len(sections) - 1, -1, -1) if sections[at].kind not in BELOW), 0)
    last = sections[at] if sections and usual else Section("open", None)
    start = _last_said(last.lines, page) if last.kind == "case" and last.label is not None else 0
    if 0 < start < len(last.lines):
        parts = [replace(last, lines=last.lines[:start]), Section("open", None, last.lines[start:])]
    elif last.kind == "open" and not telling and (start := _set_last(last.lines, page)):
        parts = [replace(last, kind="minutes", lines=last.lines[:start]), Section("decision", None, last.lines[start:])]
    else:
        return [*sections]
    return [*sections[:at], *parts, *sections[at + 1 :]]


def is_of_text(page: Page, line: TextLine) -> bool:
    """Whether a line is none of the papers that may stand at the end of an item."""
    label = page.labels[line.index]
    return label is None or label.kind not in BELOW


def _last_said(lines: Sequence[TextLine], page: Page) -> int:
    """The line of a text with which a paragraph begins, the last one, that says at once what was done; the number of its
    lines where there is none. A scan may have lost the empty line above it.
    """
    first = next((at for at in range(len(lines) - 1, 0, -1) if lines[at].first), 0)
    ends = (at for at in range(first + 1, len(lines)) if _has_ended(lines[at - 1], page))
    return next((at for at in (first, *ends) if _outcome(lines[at:], page)), len(lines))


def _set_last(lines: Sequence[TextLine], page: Page) -> int:
    """The line of a text in which no sentence has a word for what was done with which its last paragraph begins, where that is
    one sentence that says at once what will be done with a thing, "Koncerten holdes to gange."; 0 where there is none.
    """
    start = next((at for at in range(len(lines) - 1, 0, -1) if lines[at].first or _has_ended(lines[at - 1], page)), 0)
    said = list(sentences_of(" ".join(line.plain for line in lines[start:]), page.wording))
    thing, verb, *_ = (*(said[0] if len(said) == 1 else "").split(), "", "")
    definite, passive = (tuple(page.wording.words(endings)) for endings in ("definite_endings", "passive_endings"))
    sets = bool(said) and thing.endswith(definite) and verb.endswith(passive)
    if not sets or not ends_sentence(said[0], page.wording) or lines[start].marker:
        return 0
    above = sentences_of(" ".join(line.plain for line in lines[:start]), page.wording)
    return 0 if any(outcome_of(one, page.wording, strict=True) for one in (*above, *said)) else start


def _has_ended(line: TextLine, page: Page) -> bool:
    return ends_sentence(line.plain, page.wording) and len(line.plain) < page.width * _SHORT


def _outcome(lines: Sequence[TextLine], page: Page) -> str | None:
    """What the first sentence of some lines says was done; none where it does not, or a label or a mark stands before it."""
    if not lines or page.labels[lines[0].index] is not None or lines[0].marker:
        return None
    text = " ".join(line.plain for line in lines)
    return outcome_of(next(iter(sentences_of(text, page.wording)), ""), page.wording, strict=True)
