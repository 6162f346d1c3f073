"""Labels below which stands only who is to decide, "Politisk behandling", "Sagen afgøres af byrådet.": nothing was decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.importer.labels.label import Label
from generator.importer.labels.label_words import words_of
from generator.importer.labels.numbering import Numbered
from generator.importer.language.damage import skeleton
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_SEVERAL = 2  # times that a label stands above such a text
_MOST = 2 / 3  # of the times that a label stands there whose words may be of the way


def with_ways(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> list[Label | None]:
    """The labels; one of decisions or minutes is a heading of the case where all that it announces anywhere is which way that
    goes; where its own words may be of the way, "Behandling", nearly all of it.
    """
    found = list(labels)
    places: dict[str, list[tuple[int, Label]]] = defaultdict(list)
    for at, label in enumerate(labels):
        if label is not None and label.kind in ("decision", "minutes"):
            places[skeleton(label.text)].append((at, label))
    dealing = wording.any_of("dealing", whole=False)
    for every in places.values():
        ways = [(at, label) for at, label in every if _is_way(at, lines, labels, numbers, wording)]
        of_way = dealing.search(every[0][1].text) is not None
        if len(ways) >= len(every) * (_MOST if of_way else 1) and (of_way or len(ways) >= _SEVERAL):
            for at, label in ways:
                found[at] = replace(label, kind="inner")
    return found


def _is_way(
    at: int, lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> bool:
    """Whether what stands below a label says who is to decide, in a sentence or by naming bodies, perhaps with their days."""
    texts = [*_below(at, lines, labels, numbers)]
    if not texts:
        return False
    return wording.any_of("who_decides").match(texts[0]) is not None or all(_names_bodies(text, wording) for text in texts)


def _below(
    at: int, lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None]
) -> Iterator[str]:
    """What a label announces: the rest of its line, and the lines up to the next label or number."""
    label = labels[at]
    if label is not None and label.rest:
        yield label.rest
    for line in lines[at + 1 :]:
        if labels[line.index] is not None or (numbers[line.index] is not None and line.first):
            return
        yield line.plain.strip("•*- ")


def _names_bodies(text: str, wording: Wording) -> bool:
    """Whether a text is names of bodies and days alone: "Teknisk Udvalg, Byrådet", "Økonomiudvalget den 3. maj 2024"."""
    parts = [words_of(part.strip(" ."), wording.language) for part in text.split(",") if part.strip(" .")]
    return bool(parts) and all(part is not None and part.acts and not part.kind for part in parts)
