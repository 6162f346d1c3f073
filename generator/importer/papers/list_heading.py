"""A line of a list of appointments to the body that it names, and the term that stands beside the name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.importer.language.people_names import NAME
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.appointed import names_body
from generator.importer.papers.terms import UNSAID, Term, whole_term

_LONGEST = 90  # letters of a body's name
_NUMBER = re.compile(r"\d{1,2}[.)]")
_YEARS = re.compile(r"\s+(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d$")


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a body above the people in it; the term is empty where none stands beside it."""

    body: str
    line: TextLine
    term: Term = UNSAID


def heading_of(line: TextLine, heads_people: bool, wording: Wording, locale: str) -> Heading | None:
    """The heading that a line is. `heads_people` is whether people stand right below it: only then it may have a number before
    it, figures in it, a colon behind it, or no empty line above it.
    """
    text = line.plain.removeprefix(line.marker).strip()
    if line.marker and not (heads_people and _NUMBER.fullmatch(line.marker)):
        return None
    named, term = _without_term(text, wording, locale)
    body = _without_appointing(named.removesuffix(":"), wording)
    plain = not (text.endswith(":") or any(letter.isdigit() for letter in text)) and line.first
    if term == UNSAID and whole_term(text, wording, locale).is_whole:
        return None  # a term by itself
    if not (plain or heads_people) or not _may_be_named(body, wording):
        return None
    return None if text.endswith(":") and not _is_plainly_body(body, wording) else Heading(body, line, term)


def _may_be_named(text: str, wording: Wording) -> bool:
    """Whether a body may be called so: no sentence, not too long, and nothing that is rather the name of a person."""
    is_term = wording.any_of("term_words").fullmatch(text) is not None
    if is_term or not text[:1].isupper() or text.endswith((".", ",")) or len(text) > _LONGEST:
        return False
    return NAME.fullmatch(text) is None or names_body(text, wording)


def _is_plainly_body(text: str, wording: Wording) -> bool:
    """Whether a line with a colon behind it names a body: "Bestyrelsen for Ishuset:", and not "Udvalget udpeger:"."""
    first, _, rest = text.partition(" ")
    if not rest:
        return names_body(first, wording) and first.casefold() not in wording.words("generic_bodies")
    return names_body(first, wording) and (rest[:1].isupper() or _of_what(wording).match(rest) is not None)


def _without_appointing(text: str, wording: Wording) -> str:
    """The body that "Udpegninger til Isudvalget" names; empty where such a line names none."""
    found = wording.any_of("appointment_titles").search(text)
    if found is None:
        return text
    behind = _of_what(wording).match(text[found.end() :].lstrip())
    rest = text[found.end() :].lstrip()[behind.end() :].strip() if behind else ""
    return rest if rest[:1].isupper() else ""


def _of_what(wording: Wording) -> re.Pattern[str]:
    words = {word for name in ("concerning", "of_what", "places", "until") for word in wording.words(name)}
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(words)))})\s", re.IGNORECASE)


def _without_term(text: str, wording: Wording, locale: str) -> tuple[str, Term]:
    """The name of a body without the term that stands behind it, and the term."""
    found = _term_behind(wording).search(text)
    term = whole_term(found["says"], wording, locale, behind="") if found else UNSAID
    if found and term.is_whole:
        return text[: found.start()], term
    years = _YEARS.search(text)
    if years:
        return text[: years.start()], whole_term(years[0], wording, locale, behind="")
    return text, UNSAID


def _term_behind(wording: Wording) -> re.Pattern[str]:
    begins = "|".join(wording.any_of(name).pattern for name in ("term_words", "term_starts"))
    return re.compile(rf"(?:\s*[(,]|\s+[–—-])\s*(?P<says>(?:{begins}|\d)[^()]*)\)?$", re.IGNORECASE)
