"""Lines that head a group of items by their type alone, "Til beslutning:", where elsewhere such a word is a label."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.importer.labels.groups import group_of
from generator.importer.labels.label import Label
from generator.importer.labels.numbering import Numbered
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

GROUP = "group"  # the kind of their labels
_SEVERAL = 2  # groups of a meeting
_MOST = 2  # times that a group is named: in a list, and above its items
_SHORTEST = 3  # letters of a word that says a type; "B" is a mark


def with_type_groups(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> list[Label | None]:
    """The labels, and `group` for each line that says a type above the item whose number counts on across it."""
    types = {word.casefold() for words in wording.tree["type_marks"].values() for word in words if len(word) >= _SHORTEST}
    said = [_bare(line.plain) for line in lines]
    often = Counter(text for text in said if text in types)
    above = [at for at in _above_numbers(lines, numbers) if often[said[at]] <= _MOST]
    heads = [at for at in above if said[at] in types]
    groups = {said[at] for at in above if said[at] in types or group_of(lines[at].plain, wording.language)}
    # An empty label ends an item too, and below each heading the type of one item may stand.
    apart = any(at and numbers[at - 1] is None for at in heads)
    found = {*heads} if apart and len(groups) >= _SEVERAL else set()
    return [Label(GROUP, lines[at].plain, "") if at in found else label for at, label in enumerate(labels)]


def _bare(text: str) -> str:
    return text.strip(" :.*_").casefold()


def _above_numbers(lines: Sequence[TextLine], numbers: Sequence[Numbered | None]) -> Iterator[int]:
    """The lines without a number right above one that is the next of those above them, or the first."""
    before: Numbered | None = None
    for at, number in enumerate(numbers[:-1]):
        below = numbers[at + 1]
        before = number or before
        beside = at > 0 and numbers[at - 1] is not None and not lines[at].first  # it says what the item above it is
        if number is not None or below is None or not below.title[:1].isupper() or beside:
            continue
        if below.parts == ((*before.parts[:-1], before.parts[-1] + 1) if before and before.parts else (1,)):
            yield at
