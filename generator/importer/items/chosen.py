"""What the title of an item says of what has no word for it: who stands below "Valg af formand" was chosen, and so on."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from generator.importer.headings.people import names_in
from generator.importer.headings.titles import type_of
from generator.importer.items.decisions import UNKNOWN, Decided
from generator.importer.items.said import only_tells
from generator.importer.language.vocabulary import Wording

_INFORMING = ("announcements", "information")  # types of items


def chosen(decisions: Sequence[Decided], title: str, wording: Wording, people: Container[str] = frozenset()) -> list[Decided]:
    """The decisions; what is only a name is how the title says that somebody is chosen, an election or an appointment. `people`
    are the words of the names of those who met: of them the first names say enough.
    """
    begins = title.casefold()
    way = next((key for key, words in wording.tree["choosing"].items() if begins.startswith(tuple(words))), "")
    return [
        replace(one, outcome=way)
        if way and one.outcome == UNKNOWN and (_is_name(one.text, wording) or _are_of(people, one.text, wording))
        else one
        for one in decisions
    ]


def told(decisions: Sequence[Decided], title: str, wording: Wording) -> list[Decided]:
    """The decisions below a label; what only tells how things are below "Siden sidst" or "Status fra kommunerne" informs."""
    informs = type_of(title, wording) in _INFORMING
    return [
        replace(one, outcome="informed") if informs and one.outcome == UNKNOWN and only_tells(one.text, wording) else one
        for one in decisions
    ]


def _are_of(people: Container[str], text: str, wording: Wording) -> bool:
    """Whether a text is words of the names of some people and nothing else: "Ane", "Ane og Ib"."""
    words = [word.strip(".,") for word in text.split()]
    names = [word for word in words if word not in wording.words("leading")]
    return bool(names) and all(name in people for name in names)


def _is_name(text: str, wording: Wording) -> bool:
    """Whether a text is names alone."""
    offices = (wording.any_of(one) for one in ("titles_of_people", "posts_of_meetings"))
    bare = text.strip(" .\n")
    for office in offices:
        bare = re.sub(rf"(?:{office.pattern}):?\s+(?-i:(?=[A-ZÆØÅ]))", "", bare, flags=re.IGNORECASE)  # "Formand: Ane Test"
    bare = bare.replace(". ", ", ")
    joints = {*wording.words("leading")}
    return bool(names_in(bare, wording)) and all(word[:1].isupper() or word in joints for word in bare.replace("(", "").split())
