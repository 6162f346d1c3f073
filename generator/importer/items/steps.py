"""The next steps that minutes announce behind a decision, as part of it or as decisions of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.rows import SIGNS_OF_LISTS
from generator.importer.items.said import Said, is_now
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording

_ITEM = re.compile(rf"\W{{0,2}}(?:[{SIGNS_OF_LISTS}]|o(?=\s)|\d{{1,2}}[.)]|[a-z][.)]|at\b|that\b)\s*\S")
_ANNOUNCES = (",", ":", " at", " that")


def with_steps(said: Sequence[Said], strong: Sequence[Said], wording: Wording) -> tuple[list[Said], list[Said]]:
    """The same, where the next step that a decision's paragraph goes on to announce is part of the decision."""
    found = list(said)
    chosen = []
    listed = -1  # the paragraph that is an item of a list that was announced
    for at, one in enumerate(found):
        before = found[at - 1] if at else None
        if one in strong:
            chosen.append(one)
        elif before in chosen and before and not one[2] and _goes_on(before, one, listed, wording):
            listed = one[0] if one[0] != before[0] else listed
            found[at] = (one[0], one[1], before[2])
            chosen.append(found[at])
        elif before in chosen and before and _is_own_step(before, one, wording):
            chosen.append(one)
    return found, chosen


def _is_own_step(before: Said, one: Said, wording: Wording) -> bool:
    """Whether the next step in the paragraph of a decision has a word of its own for what is done: "Direktøren inviteres"."""
    step = before[0] == one[0] and one[2] == "decided_softly"
    return step and any(wording.any_of(words).search(one[1]) for words in ("follow_ups", "empowering"))


def _goes_on(before: Said, one: Said, listed: int, wording: Wording) -> bool:
    """Whether a sentence is of the decision before it: the next step in its paragraph, or of the list that it announces."""
    if before[0] == one[0]:
        step = any(wording.any_of(steps).search(one[1]) for steps in ("follow_ups", "next_steps"))
        gives = wording.any_of("granting").match(one[1]) is not None
        return one[0] == listed or step or gives or _says_again(before, one, wording)
    after_item = before[0] == listed or _ITEM.match(before[1]) is not None
    return _ITEM.match(one[1]) is not None and (before[1].endswith(_ANNOUNCES) or after_item)


def _says_again(before: Said, one: Said, wording: Wording) -> bool:
    """Whether a sentence says that what was approved is so: "Ingen bemærkninger. Referatet er godkendt."."""
    return before[2] == "approved" == outcome_of(one[1], wording, strict=False) and is_now(one[1], wording)
