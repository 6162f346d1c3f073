"""What a section "Aftalt:" says: it may stand beside minutes that have decisions themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.importer.items.decisions import UNKNOWN, Decided
from generator.importer.items.section import Section
from generator.importer.labels.page import Page
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording

_AGREED = "agreed"


def agrees_beside(section: Section | None, page: Page) -> bool:
    """Whether a section only adds what was agreed to the minutes above it: most minutes of the text have none below them."""
    if section is None or section.label is None or not _is_agreement(section, page.wording):
        return False
    labels = [label for label in page.labels if label is not None]
    same = sum(label.text.casefold() == section.label.text.casefold() for label in labels)
    return same * 2 < sum(label.kind == "minutes" for label in labels)


def agreed(section: Section, decisions: Sequence[Decided], wording: Wording) -> list[Decided]:
    """The decisions of a section; what has no word of its own for what was done was agreed, where its label says that."""
    if not _is_agreement(section, wording):
        return list(decisions)
    return [
        replace(one, outcome=_AGREED)
        if one.outcome == "decided" and outcome_of(one.text, wording, strict=False) is None
        else one
        for one in decisions
    ]


def firm(decisions: Sequence[Decided], wording: Wording) -> list[Decided]:
    """The decisions without what was only discussed or told."""
    return [one for one in decisions if one.outcome not in (UNKNOWN, *wording.words("weak"))]


def _is_agreement(section: Section, wording: Wording) -> bool:
    text = section.label.text if section.label else ""
    return (
        wording.any_of("agreements", whole=False).match(text) is not None or outcome_of(text, wording, strict=False) == _AGREED
    )
