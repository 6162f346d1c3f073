"""The lines right below an item's heading that only say facts of it: the number of its case, whether it is open or closed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importer.headings.case_numbers import is_reference
from generator.importer.labels.groups import group_of
from generator.importer.language.vocabulary import Wording

_MOST = 6  # lines of facts above the one that says whether the item is closed
# "Initialer: TRO", "Sag 381-2018-10442"
_FACT = re.compile(r"[A-ZÆØÅ@][\w.-]{1,24}(?: \w{1,12})?\s?(?:[.:]+\s*\S{1,25}|\s\S{0,12}\d{3}\S{0,12})")

_GAP = re.compile(r"\t+|\s{3,}")
_OF_CASE = re.compile(
    r"[^\W\d][\w.]{2,15}(?: nr\.?)?[.:]*\s\S{0,12}\d{3}\S{0,14}\s.*[^.:,]$"
)  # "Sagsnr. 31 Byrådet Åbent punkt"


@dataclass(frozen=True, slots=True)
class Facts:
    """How many lines say facts, and whether one of them says that the item is closed."""

    lines: int
    closed: bool


def facts_below(texts: Sequence[str], wording: Wording) -> Facts:
    """The facts with which the lines below a heading begin: case numbers, states, and what stands above a state."""
    count, closed = 0, False
    while count < len(texts):
        above = next((at for at in range(count, min(count + _MOST, len(texts))) if not _FACT.fullmatch(texts[at])), count)
        if above < len(texts) and _state(texts[above], wording) is not None:
            count = above
        state = _state(texts[count], wording)
        if state is None and not is_reference(texts[count]):
            break
        closed = closed or bool(state)
        count += 1
    return Facts(count, closed)


def _state(text: str, wording: Wording) -> bool | None:
    """Whether a line only says that an item is closed; None where it does not say that it is open or closed."""
    word = text.strip(" ().:").casefold()
    last = _GAP.split(word)[-1]  # "Sagsnr.: 24/102      Lukket sag"
    if last != word and last in (*wording.words("closed"), *wording.words("open")):
        return last in wording.words("closed")
    if is_reference(text) or _OF_CASE.match(text):
        text = text.rpartition(":")[2].partition(" ")[2]  # "Sagsid.: 12/155   Initialer: KKJ   Lukket sag"
        words = text.split()
        return next((state for at in range(len(words)) if (state := _state(" ".join(words[at:]), wording)) is not None), None)
    group = group_of(text.strip(" ()."), wording.language)
    if group == "closed" or (group == "open" and len(text.split()) > 1):
        return group == "closed"
    return word in wording.words("closed") if word in (*wording.words("closed"), *wording.words("open")) else None
