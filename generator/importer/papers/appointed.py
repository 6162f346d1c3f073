"""What is read of a list of appointments: who holds which post for whom, vacant seats, and the lines that were not read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.importer.language.people_names import NAME, without_office
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.terms import UNSAID, Term

_BEHIND = re.compile(r"\s*(?:$|[,;:(–-])")  # what may follow a name, or a word for a vacant seat
_BEFORE = re.compile(r"[,;:(–-]\s*$")
_AROUND = " ().,;:–-"


@dataclass(frozen=True, slots=True)
class Appointed:
    """One seat as it was read; empty is what is not said. Without a holder it is vacant, or the source names nobody."""

    body: str
    holder: str
    role: str = ""
    party: str = ""
    substitute: str = ""
    term: Term = UNSAID
    vacant: bool = False
    quote: str = ""
    place: tuple[int, int] = (0, 0)

    @property
    def post(self) -> tuple[str, str]:
        """The body and the role: what makes seats one post."""
        return self.body, self.role


@dataclass(frozen=True, slots=True)
class ReadAppointments:
    """The seats in the order of the source, and the lines that say none, but for the paper's title and the bodies' names."""

    seats: tuple[Appointed, ...] = ()
    unread: tuple[TextLine, ...] = ()


def person_in(text: str, wording: Wording) -> tuple[str, str]:
    """The name with which a text begins, without the office before it, and what follows it; both empty where none stands
    there, or where it goes on in a way that no name does.
    """
    said, _ = without_office(text.strip(), wording)
    found = NAME.match(said)
    if found is None or names_body(found[0], wording):
        return "", ""
    return found[0], said[found.end() :]


def names_body(text: str, wording: Wording) -> bool:
    """Whether a word of a text is one for a body, or ends in one: "Sundhedsklynge Nord"."""
    kinds = {*wording.words("bodies_met"), *wording.words("body_words")}
    endings = ("", *wording.words("one_endings"), *wording.words("group_endings"))
    return any(word.casefold().endswith(tuple(kind + end for kind in kinds for end in endings)) for word in text.split())


def whole_name(text: str, wording: Wording) -> str:
    """The person whom a cell names and nobody else: "Borgmester Ib Prøve (formand)"; empty where that is not sure."""
    name, rest = person_in(text, wording)
    return name if name and _BEHIND.match(rest) else ""


def says_vacant(text: str, wording: Wording) -> bool:
    """Whether a cell or a line says that a seat is vacant: at its beginning, "Vakant (Nord)", or as its last words."""
    text = text.strip(" .")
    inner = text.strip(_AROUND)
    first = wording.any_of("vacant").match(inner)
    if first and _BEHIND.match(inner, first.end()):
        return True
    return any(
        not text[found.end() :].strip(_AROUND) and _BEFORE.search(text[: found.start()])
        for found in wording.any_of("vacant").finditer(text)
    )
