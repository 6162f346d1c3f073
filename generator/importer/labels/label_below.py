"""A line to the label with which the text below it begins, past what only tells of the case: "Sagsnr. 19/221", "Åben sag"."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importer.labels.label import Label
from generator.importer.lines.textlines import TextLine

OF_ITEMS = ("recommendation", "decision", "minutes", "case")  # kinds of labels that begin a section of an item
_NEAR = 2  # lines that may stand between
_LONGEST = 60  # letters of such a line


def label_below(lines: Sequence[TextLine], labels: Sequence[Label | None], start: int) -> Label | None:
    """The label of a section that stands at a line or shortly below it; None where text or a list comes first."""
    for at in range(start, min(start + _NEAR + 1, len(lines))):
        label = labels[at]
        if label is not None and label.kind in OF_ITEMS:
            return label
        if lines[at].marker or len(lines[at].plain) > _LONGEST or lines[at].plain.endswith((".", ":")):
            return None
    return None
