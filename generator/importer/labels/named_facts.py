"""The lines of items that only name somebody behind the same word each time: "Punktansvarlig: Ane Test"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from generator.importer.labels.label import Label, field_of
from generator.importer.labels.numbering import Numbered
from generator.importer.language.damage import skeleton
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_NAMES = re.compile(r"[A-ZÆØÅ@][\w.'’-]*(?:,? (?:(?:og|and|af|de|von|van|&) )?[A-ZÆØÅ@][\w.'’-]*){1,5}")
_OFTEN = 3  # items with such a line
_APART = 3  # lines between two of them: names below each other are a list of who was there
_WORDS = 3  # of what stands before the colon


def with_named(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> list[Label | None]:
    """The labels, and `inner` for each of the lines: they are no titles, and who is named may be anybody."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        head, colon, rest = line.plain.partition(":")
        said = colon and head[:1].isupper() and len(head.split()) <= _WORDS and _NAMES.fullmatch(rest.strip(" .")) is not None
        if said and labels[at] is None and numbers[at] is None and field_of(line.plain, wording) is None:
            places[skeleton(head)].append(at)
    found = list(labels)
    for every in places.values():
        apart = all(after - at > _APART for at, after in pairwise(every))
        for at in every if len(every) >= _OFTEN and apart else ():
            head, _, rest = lines[at].plain.partition(":")
            found[at] = Label("inner", head.strip(), rest.strip())
    return found
