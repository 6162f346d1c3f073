"""What a sentence says that a list below it ends, "Bestyrelsen har besluttet", "- at ...": each of its points is decided."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.extraction.rows import SIGNS_OF_LISTS
from generator.importer.labels.label import Label
from generator.importer.language.sentences import sentences_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_FEW = 2  # words of such a sentence; "Besluttet" is a label
_POINT = re.compile(rf"\W{{0,2}}(?:(?:[oe{SIGNS_OF_LISTS}]|\(?(?:\d{{1,2}}|[a-z])[.)])\s+)?(?:at|that)\s")
_LEADS = ("decided", "agreed")


@dataclass(frozen=True, slots=True)
class Led:
    """Paragraphs divided: what stands before such a sentence, the sentence, its points, what stands below them."""

    before: Sequence[str]
    lead: str
    points: Sequence[str]
    after: Sequence[str]


def is_lead(text: str, wording: Wording) -> bool:
    """Whether a text is a sentence that ends in a verb of deciding, and so needs what stands below it."""
    if text.endswith(".") or len(text.split()) < _FEW:
        return False
    said, ends = text.rstrip(" ,:"), (*wording.words("lead_ends"), *wording.words("that"))
    while word := next((end for end in ends if said.endswith(f" {end}")), ""):
        said = said.removesuffix(word).rstrip(" ,")
    if said.rpartition(" ")[2].casefold() in wording.words("resolved"):
        return True
    patterns = [pattern for key, pattern in wording.outcomes if key in _LEADS]
    whole = (said, f"{said} {wording.words('that')[0]}")  # "enedes om at"
    return any(found.end() == len(one) for one in whole for pattern in patterns for found in pattern.finditer(one))


def lead_of(label: Label | None, lines: Sequence[TextLine], wording: Wording) -> str:
    """The words of a label that are a sentence together with the points below it; empty where they are not."""
    if label is None or label.rest or not lines or not _POINT.match(lines[0].plain):
        return ""
    return label.text if is_lead(label.text, wording) else ""


def led_in(rows: Sequence[str], wording: Wording) -> Led | None:
    """The first sentence that leads to points, and what stands around it; None where none does."""
    for at, row in enumerate(rows[:-1]):
        if not _POINT.match(rows[at + 1]) or _POINT.match(row):
            continue
        *told, last = sentences_of(row, wording) or [row]
        if is_lead(last, wording):
            points = [*takewhile(_POINT.match, rows[at + 1 :])]
            return Led([*rows[:at], *([" ".join(told)] if told else [])], last, points, rows[at + 1 + len(points) :])
    return None
