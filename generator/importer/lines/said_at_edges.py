"""The lines of a text that stand again and again at the edges of its pages, and so are of these: "Isby Kommune"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from generator.extraction.blocks import Line
from generator.importer.language.damage import skeleton

FIRST = 4  # lines of a text in which its title may stand
_DEEPEST = 3  # lines of a page's head or foot
_DIGIT = re.compile(r"\d")
# "3. Budget", "Punkt 3: Budget", "Pkt. 3. Budget", "Pkt. 3   Budget", and not "Side 3: Budget".
_LIKE_ITEM = re.compile(
    r"(?:\d{1,3}(?:[.)-]\d{1,3})?[.)]?"
    r"|(?!side|blad|page)(?P<word>[^\W\d]+\.? (?:nr\. ?)?)\d{1,3}(?:\.\d{1,3})?(?:[.:)]|(?=\t|\s{2})))"
    r"\s+(?P<first>\S)",
    re.IGNORECASE,
)


def around(lines: Sequence[Line], feet: set[Line], says: Callable[[str], bool]) -> list[Line]:
    """Lines that stand again and again beside a page's edge, or beside what is known to stand there, and nowhere else."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        if line.text.endswith(".") and not _DIGIT.search(line.text):
            continue
        # "Punkt 3" and "Punkt 4" are not the same, though a scan may take either figure for a letter.
        places[" ".join(word if word.isdecimal() else skeleton(word) for word in line.text.split())].append(at)
    items = _of_items(lines, places)
    found: list[Line] = []
    for _ in range(_DEEPEST):
        known = feet | {*found}
        edges = [
            text for text, every in places.items()
            if text not in items and not text.isdecimal() and lines[every[0]] not in known and _is_at_edges(lines, every, known)
            and not any(says(lines[at].text) for at in every)  # last, as it costs most
        ]  # fmt: skip
        if not edges:
            break
        found += [lines[at] for text in edges for at in places[text]]
    return found


def _of_items(lines: Sequence[Line], places: Mapping[str, Sequence[int]]) -> frozenset[str]:
    """The lines that stand several times and are counted with others that do, "Punkt 2: Budget", "Punkt 3: Ny vej": a list
    says the titles first, and each page on which an item goes on says its own again.
    """
    counted: dict[str, list[str]] = defaultdict(list)
    for text, every in places.items():
        like = _LIKE_ITEM.match(lines[every[0]].text) if len(every) > 1 else None
        if like is not None and not like["first"].islower():
            counted[(like["word"] or "").casefold()].append(text)
    return frozenset(text for same in counted.values() if len(same) > 1 for text in same)


def _is_at_edges(lines: Sequence[Line], every: Sequence[int], known: set[Line]) -> bool:
    """Whether a line stands at edges of pages each time but the first, which may be the title of all.

    One that stands there twice only has to be on the same side of the edge, and not to begin with a number as items do; it
    has a number, or stands beside what is known.
    """
    counted = _LIKE_ITEM.match(lines[every[0]].text)
    if len(every) == 2 and (counted is None or counted["first"].islower()):  # "27. maj 2008     Form. init.:"
        dated = any(letter.isdigit() for letter in lines[every[0]].text)
        if " " in lines[every[0]].text and _is_beside(lines, every[1], known):
            return every[0] < FIRST or _is_beside(lines, every[0], known)
        return dated and any(all(is_edge(lines, at, step, known) for at in every) for step in (-1, 1))
    return len(every) > 2 and all(is_edge(lines, at, -1, known) or is_edge(lines, at, 1, known) for at in every[1:])


def _is_beside(lines: Sequence[Line], at: int, known: set[Line]) -> bool:
    return any(0 <= beside < len(lines) and lines[beside] in known for beside in (at - 1, at + 1))


def is_edge(lines: Sequence[Line], at: int, step: int, known: set[Line]) -> bool:
    """Whether the line before or after is known to be none of the text, or is on another page, or there is none."""
    beside = at + step
    return not 0 <= beside < len(lines) or (lines[beside] in known or lines[beside].page != lines[at].page)
