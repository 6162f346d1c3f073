"""The lines below the labels of decisions that only say of which meeting they are: "Dato: 24. september 2018"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.importer.labels.label import Label, field_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_OF_MEETING = ("when_and_where", "date", "start", "end", "place", "present", "chair", "body")
_ABSENT = ("absent", "apologies")  # they may stand among the others
_OFTEN = 2  # labels below which the same stands


def with_facts(lines: Sequence[TextLine], labels: Sequence[Label | None], wording: Wording) -> list[Label | None]:
    """The labels, and `reference` for each line that says the same of the meeting below several labels of decisions."""
    places: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for at, label in enumerate(labels):
        if label is not None and label.kind in ("decision", "minutes") and not label.rest:
            for below, fact in _below(lines, at + 1, wording):
                places[lines[below].plain].append((below, fact))
    found = list(labels)
    for same in places.values():
        for at, fact in same if len(same) >= _OFTEN else ():
            found[at] = Label("reference", fact.text, fact.rest)
    return found


def _below(lines: Sequence[TextLine], at: int, wording: Wording) -> Iterator[tuple[int, Label]]:
    """The facts right below a label, one a line."""
    while at < len(lines) and (fact := field_of(lines[at].plain, wording)) and fact.rest:
        if fact.kind in _OF_MEETING:
            yield at, fact
        elif fact.kind not in _ABSENT:
            return
        at += 1
