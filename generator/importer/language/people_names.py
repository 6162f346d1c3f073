"""The beginning of a text to the name of a person in it, and to the office that stands before the name."""

from __future__ import annotations

import re

from generator.importer.language.vocabulary import Wording

CAPITAL = r"[A-ZÆØÅ@][\w.'’-]*"
NAME = re.compile(rf"^{CAPITAL}(?: (?:(?:af|de|van|von)(?= [A-ZÆØÅ])|{CAPITAL}))+")


def without_office(text: str, wording: Wording) -> tuple[str, str]:
    """A name without the office before it, and the office: "Borgmester Ib Prøve", "Ejendomschef Ib Prøve"."""
    found = wording.any_of("titles_of_people").match(text)
    first, _, rest = text.partition(" ")
    if found is None and not first.casefold().endswith(tuple(wording.words("titles_of_people"))):
        return text, ""
    office, rest = (found[0], text[found.end() :].strip()) if found else (first, rest.strip())
    return (rest, office.casefold()) if NAME.match(rest) else (text, "")
