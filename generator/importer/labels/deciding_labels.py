"""Labels that no list has, or that elsewhere head the case, below which a whole document says what was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.importer.labels.label import Label
from generator.importer.labels.label_learning import Labels, text_below
from generator.importer.labels.numbering import Numbered
from generator.importer.language.damage import skeleton
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_OFTEN = 3  # items with the label
_MAY_DECIDE = ("case", "inner", "follow_up")


def without_outsiders(labels: Sequence[Label | None], wording: Wording) -> Labels:
    """The labels; what says once what an authority decided, "Nævnets afgørelse", is a heading of the case: no item of the
    meeting ends in it.
    """
    outside = wording.any_of("authorities")
    said = [
        at for at, label in enumerate(labels) if label is not None and label.kind == "decision" and outside.match(label.text)
    ]
    once = said if len(said) == 1 else []
    return [replace(label, kind="inner") if label is not None and at in once else label for at, label in enumerate(labels)]


def with_deciding(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> Labels:
    """The labels; in a text without any of decisions or of minutes those below which two texts of three say what was done
    are of decisions: "Bemærkninger: Godkendt.".
    """
    found = list(labels)
    if any(label is not None and label.kind in ("decision", "minutes") for label in labels):
        return found
    places: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for at, label in enumerate(labels):
        if label is not None and label.kind in _MAY_DECIDE and not wording.any_of("earlier", whole=False).match(label.text):
            places[skeleton(label.text)].append((at, label))
    for every in places.values():
        said = [text for at, label in every if (text := label.rest or text_below(at, lines, numbers, wording))]
        decided = [text for text in said if outcome_of(text, wording, strict=True) not in (None, *wording.words("weak"))]
        if len(every) >= _OFTEN and len(decided) * 3 >= len(every) * 2:
            for at, label in every:
                found[at] = replace(label, kind="decision")
    return found
