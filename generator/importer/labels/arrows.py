"""The arrows that stand before what came of each item, "=> Referatet er godkendt.", to labels of decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.importer.labels.label import Label
from generator.importer.labels.label_learning import Labels
from generator.importer.labels.numbering import Numbered
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_ARROW = re.compile(r"(?P<arrow>=+>|-+>|[→⇒➔➜➞►▶])\s*(?P<rest>[^\W\d_].*)")
_OFTEN = 3  # items with an arrow


def with_arrows(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> Labels:
    """The labels; in a text without any of decisions or of minutes an arrow is one, where most announce what was done and none
    is a bullet of a list.
    """
    found = list(labels)
    if any(label is not None and label.kind in ("decision", "minutes") for label in labels):
        return found
    arrows = {
        at: arrow for at, line in enumerate(lines) if line.kind is not Kind.TABLE and (arrow := _ARROW.fullmatch(line.plain))
    }
    listed = any(at + 1 in arrows for at in arrows)
    done = [outcome_of(arrow["rest"], wording, strict=True) is not None for arrow in arrows.values()]
    apart = _are_apart(sorted(arrows), numbers)
    for at, arrow in arrows.items() if len(arrows) >= _OFTEN and not listed and apart and sum(done) * 2 > len(done) else ():
        found[at] = Label("decision", arrow["arrow"], arrow["rest"])
    return found


def _are_apart(arrows: Sequence[int], numbers: Sequence[Numbered | None]) -> bool:
    """Whether between most arrows a line has a number, as the heading of another item has, or none has one in the text."""
    between = [any(numbers[at:after]) for at, after in pairwise(arrows)]
    return sum(between) * 2 > len(between) or not any(numbers)
