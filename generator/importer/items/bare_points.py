"""Points without marks that go on from a sentence: "Det indstilles, at rådet", "godkender planen, og", "udpeger et medlem."."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_SEVERAL = 2
_STOPS = (",", ";", ".", " og", " and", " samt")


def bare_points(lines: Sequence[TextLine], wording: Wording) -> tuple[list[TextLine], list[list[TextLine]]]:
    """The lines of the sentence, and those of each point: one begins with a verb below the end of the last. Nothing where
    there are not several, or where the sentence ends or announces a list.
    """
    begins = [0, *(at for at, (before, line) in enumerate(pairwise(lines), start=1) if _begins(before, line, at, wording))]
    if len(begins) <= _SEVERAL or any(not _acts(lines[at], wording) for at in begins[1:]):
        return [], []
    parts = [list(lines[start:end]) for start, end in pairwise([*begins, len(lines)])]
    return (parts[0], parts[1:]) if all(part[-1].plain.endswith(_STOPS) for part in parts[1:-1]) else ([], [])


def _begins(before: TextLine, line: TextLine, at: int, wording: Wording) -> bool:
    """Whether a line begins a point: below the open end of the sentence, or below a point that has ended."""
    opens = at == 1 and before.plain[-1:].isalpha() and before.plain.rpartition(" ")[2] not in wording.words("leading")
    return opens or (at > 1 and before.plain.endswith(_STOPS))


def _acts(line: TextLine, wording: Wording) -> bool:
    """Whether a line begins with a verb that says what somebody does."""
    word = line.plain.partition(" ")[0].strip(",:")
    return word.islower() and word.endswith(tuple(wording.words("acting_endings")))
