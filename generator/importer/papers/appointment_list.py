"""The names below the name of each body to appointments; a line that is none of them is told as not read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.importer.language.likeness import likeness
from generator.importer.language.people_names import without_office
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.appointed import Appointed, ReadAppointments, person_in, says_vacant
from generator.importer.papers.list_heading import Heading, heading_of
from generator.importer.papers.paper import Paper
from generator.importer.papers.terms import UNSAID, ends_said, whole_term

_BRACKETS = re.compile(r"\([^()]*\)")
_BRACKET = re.compile(r"^\s*\(([^()]+)\)")
_DASH = re.compile(r"\s+[–—-]\s+")
_SAME = 0.95  # of two names that are one, each as a scan may have read it


@dataclass
class _Section:
    """The lines below the name of a body; with no heading it is not known whose they are."""

    heading: Heading | None = None
    term_line: TextLine | None = None
    seats: list[Appointed] = field(default_factory=list)
    unread: list[TextLine] = field(default_factory=list)

    @property
    def read(self) -> ReadAppointments:
        """The seats, and the lines that say none; a heading below which nobody stands is no body's name."""
        if self.seats:
            return ReadAppointments(tuple(self.seats), tuple(self.unread))
        heads_nobody = (self.heading.line if self.heading else None, self.term_line)
        return ReadAppointments((), (*filter(None, heads_nobody), *self.unread))


def read_list(paper: Paper, locale: str) -> ReadAppointments:
    """The names below the name of each body; a term that stands between them holds for that body alone."""
    lines = paper.reading.lines
    sections = [_Section()]
    for at, line in enumerate(lines):
        below = lines[at + 1] if at + 1 < len(lines) else None
        heads_people = _says_who(below, paper.wording, locale)
        heading = None if _is_seat(line, paper.wording, locale) else heading_of(line, heads_people, paper.wording, locale)
        if heading:
            sections.append(_Section(heading))
        elif not _read(line, sections[-1], paper.wording, locale):
            if _may_head(line, below, paper.wording, locale):
                sections.append(_Section())
            sections[-1].unread.append(line)
    read = [section.read for section in sections]
    unread = sorted((line for one in read for line in one.unread), key=lambda line: line.index)
    return ReadAppointments(tuple(seat for one in read for seat in one.seats), tuple(unread))


def _says_who(line: TextLine | None, wording: Wording, locale: str) -> bool:
    """Whether a line below the name of a body says who is in it, or for how long."""
    return line is not None and (_is_seat(line, wording, locale) or whole_term(_text(line), wording, locale).is_whole)


def _is_seat(line: TextLine, wording: Wording, locale: str) -> bool:
    """Whether a line is about a seat: who is in it, who stands in, or that it is vacant."""
    text = _text(line)
    stands_in = wording.any_of("substitutes").match(text) is not None
    return stands_in or says_vacant(text, wording) or _entry(text, wording, locale) is not None


def _may_head(line: TextLine, below: TextLine | None, wording: Wording, locale: str) -> bool:
    """Whether a line that was not read may be the name of another body, so that it is not sure whose those below it are."""
    text = _text(line)
    apart = line.first or _says_who(below, wording, locale)
    if line.marker or not apart or text.endswith((".", ",")) or not text[:1].isupper():
        return False
    return not (text.endswith(":") and wording.any_of("member_labels").search(text))


def _read(line: TextLine, section: _Section, wording: Wording, locale: str) -> bool:
    """Read a line into the section that it stands in; say whether it was one of a body's."""
    text = _text(line)
    if section.heading is None:
        return False
    entry = _entry(text, wording, locale)
    if wording.any_of("substitutes").match(text):
        return _read_substitute(text, section, wording)
    if says_vacant(text, wording) and not entry:
        section.seats.append(
            Appointed(section.heading.body, "", term=section.heading.term, vacant=True, quote=text, place=line.place)
        )
        return True
    if entry:
        term = entry.term if entry.term != UNSAID else section.heading.term
        section.seats.append(replace(entry, body=section.heading.body, term=term, quote=text, place=line.place))
        return True
    term = whole_term(text, wording, locale)
    if term.is_whole and not section.seats:
        section.heading, section.term_line = replace(section.heading, term=term), line
        return True
    return False


def _read_substitute(text: str, section: _Section, wording: Wording) -> bool:
    """A substitute on a line of its own, who stands in for the one above where both come from the same place."""
    found = wording.any_of("substitutes").match(text)
    name, rest = person_in(text[found.end() if found else 0 :].lstrip(" :"), wording)
    above = section.seats[-1] if section.seats else None
    if not name or above is None or not above.holder or above.substitute:
        return False
    party = _party(rest)
    if party and above.party and likeness(party, above.party) < _SAME:
        return False
    section.seats[-1] = replace(above, substitute=name)
    return True


def _entry(text: str, wording: Wording, locale: str) -> Appointed | None:
    """The person whom a line names, with what it says of where from, as what and for how long."""
    holder, rest = person_in(text, wording)
    if not holder or wording.any_of("substitutes").match(text) or not _says_more(text, rest, wording):
        return None
    instead = wording.any_of("instead").search(rest)
    if instead:  # a predecessor is none of the appointment's parties
        rest = rest[: instead.start()]
    stand_in = wording.any_of("substitutes").search(rest)
    substitute = person_in(rest[stand_in.end() :].lstrip(" :"), wording)[0] if stand_in else ""
    term = whole_term(rest, wording, locale)
    term = term if term.is_whole else ends_said(rest, wording, locale)
    return Appointed("", holder, party=_party(rest[: stand_in.start()] if stand_in else rest), substitute=substitute, term=term)


def _says_more(text: str, rest: str, wording: Wording) -> bool:
    """Whether a line says what an appointment says of a person: where from, or as what, before the name or behind it."""
    office = without_office(text.strip(), wording)[1]
    return bool(office) or rest.lstrip()[:1] in (",", "(") or wording.any_of("substitutes").search(rest) is not None


def _party(rest: str) -> str:
    """Where a person comes from: the last of what is set off by commas, else what stands in brackets right behind the name."""
    bracket = _BRACKET.match(rest)
    said: Sequence[str] = [_DASH.split(piece)[0].strip(" .") for piece in _BRACKETS.sub("", rest).split(",")]
    parties = [piece for piece in said if piece[:1].isupper()]
    return parties[-1] if parties else bracket[1].strip() if bracket else ""


def _text(line: TextLine) -> str:
    return line.plain.removeprefix(line.marker).strip()
