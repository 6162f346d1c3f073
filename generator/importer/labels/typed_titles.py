"""Titles that begin with the type of their item, "Beslutning: Ny vej", where elsewhere such a line is a label and its text."""

from __future__ import annotations

from collections.abc import Sequence

from generator.extraction.blocks import Kind
from generator.importer.labels.label import Label
from generator.importer.labels.numbering import Numbered
from generator.importer.labels.type_marks import type_before
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_SEVERAL = 2  # types
_OFTEN = 3  # titles
_LONGEST = 140  # letters of a title


def with_typed_titles(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> list[Label | None]:
    """The labels without those that are titles with their types: most lines of that form stand where titles do, and they
    are of several types.
    """
    said = {at: found for at, line in enumerate(lines) if (found := _type_of(line, labels[at], wording))}
    placed = [at for at in said if _stands_as_title(at, lines, labels, numbers)]
    usual = len(placed) >= _OFTEN and len(placed) * 2 > len(said) and len({said[at] for at in placed}) >= _SEVERAL
    return [None if usual and at in said else label for at, label in enumerate(labels)]


def _type_of(line: TextLine, label: Label | None, wording: Wording) -> str:
    """The type that a line says before a few words that tell nothing of what was done, "Drøftelse: Byens træer"; else empty."""
    if line.kind is Kind.TABLE or (label is not None and not label.rest) or len(line.plain) > _LONGEST:
        return ""
    title = line.plain.partition(":")[2].strip()
    if not title or title.endswith((".", ":", ",")) or outcome_of(title, wording, strict=True) is not None:
        return ""
    return type_before(line.plain, wording)


def _stands_as_title(
    at: int, lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None]
) -> bool:
    """Whether a line is a heading, or stands below a number that is alone or right above a label that is."""
    above = numbers[at - 1] if at else None
    below = labels[at + 1] if at + 1 < len(lines) else None
    alone = above is not None and not above.title
    return lines[at].kind is Kind.HEADING or alone or (lines[at].first and below is not None and not below.rest)
