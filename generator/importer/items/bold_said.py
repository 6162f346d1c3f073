"""What was decided in the paragraphs in bold type that end an item, where a document sets its decisions off so and has no
labels for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.importer.items.last_said import BELOW, is_of_text
from generator.importer.items.section import Section
from generator.importer.labels.page import Page
from generator.importer.language.sentences import ends_sentence
from generator.importer.lines.textlines import TextLine

_FEWEST = 3  # items that end so
_SECTIONS = ("open", "case", "recommendation")  # whose text may end so


def decide_in_bold(page: Page, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether most items of a document without labels for decisions end in sentences in bold type, some of them below other
    text; `spans` are the lines below their headings.
    """
    if any(label is not None and label.kind in ("decision", "minutes") for label in page.labels):
        return False
    texts = [[line for line in page.lines[begin:end] if is_of_text(page, line)] for begin, end in spans]
    texts = [lines for lines in texts if lines]
    starts = [_start(lines, page) for lines in texts]
    bold = sum(start < len(lines) for start, lines in zip(starts, texts, strict=True))
    below = sum(0 < start < len(lines) for start, lines in zip(starts, texts, strict=True))
    return bold >= _FEWEST and bold * 2 > len(texts) and below > 0


def with_bold_said(sections: Sequence[Section], page: Page, *, usual: bool) -> list[Section]:
    """The sections of an item; where most items end so, what stands in bold type at the end is what was decided."""
    at = next((at for at in range(len(sections) - 1, -1, -1) if sections[at].kind not in BELOW), 0)
    last = sections[at] if sections and usual else Section("after_meeting", None)
    start = _start(last.lines, page)
    if last.kind not in _SECTIONS or start == len(last.lines):
        return [*sections]
    kind = "minutes" if last.kind == "open" else last.kind
    above = [replace(last, kind=kind, lines=last.lines[:start])] if start or last.label else []
    return [*sections[:at], *above, Section("decision", None, last.lines[start:]), *sections[at + 1 :]]


def _start(lines: Sequence[TextLine], page: Page) -> int:
    """The line with which the paragraphs in bold type begin that end a text; the number of its lines where none do."""
    start = len(lines)
    while start and lines[start - 1].bold and page.labels[lines[start - 1].index] is None and not lines[start - 1].marker:
        start -= 1
    while start < len(lines) and not lines[start].first:
        start += 1
    return start if lines and ends_sentence(lines[-1].plain, page.wording) else len(lines)
