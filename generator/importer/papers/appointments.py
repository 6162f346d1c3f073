"""A list of appointments as a text to drafts: the bodies, their posts, and who holds them on whose behalf."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extraction.blocks import Kind
from generator.importer.drafting.draft import DraftFile, Finding
from generator.importer.drafting.frame import Frame, filled, short
from generator.importer.drafting.free_names import FreeNames
from generator.importer.language.vocabulary import Wording, label_pattern
from generator.importer.language.when_written import first_date, first_period
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.paper import Paper, cells_of, draft_fields, name_for, source_file
from generator.records.appointment import Appointment
from generator.records.post import Post
from generator.sorting import slugify

_NAME = re.compile(r"^[A-ZÆØÅ@][\w.'’-]*(?: (?:af|de|van|von|[A-ZÆØÅ@][\w.'’-]*))+")
_BRACKET = re.compile(r"^\s*\(([^()]+)\)")


@dataclass(frozen=True, slots=True)
class Appointed:
    """One appointment as it was read; empty is what is not said. A vacant seat has no holder."""

    post: str
    holder: str
    party: str = ""
    substitute: str = ""
    start: str = ""
    end: str = ""
    quote: str = ""
    place: tuple[int, int] = (0, 0)


def read_appointments(paper: Paper, locale: str) -> list[Appointed]:
    """Read a list of appointments: the rows of a table, else the names below each body's."""
    rows = list(_rows(paper, locale)) or list(_names(paper, locale))
    until = "|".join(paper.wording.words("until"))
    dates = first_period(paper.text, locale, until)
    if dates is None:
        return rows
    return [replace(one, start=dates[0].isoformat(), end=dates[1].isoformat()) if not one.start else one for one in rows]


def _rows(paper: Paper, locale: str) -> Iterator[Appointed]:
    """The rows of a table whose columns are those of such a list."""
    columns: list[str] = []
    for line in paper.reading.lines:
        if line.kind is not Kind.TABLE or not line.cells:
            continue
        if not columns:
            found = [_column(cell, paper.wording) for cell in line.cells]
            columns = found if {"post", "holder"} <= set(found) else []
            continue
        cells = dict(zip(columns, (cell.strip() for cell in line.cells), strict=False))
        if cells.get("post"):
            start, end = (_day(cells.get(name, ""), locale) for name in ("start", "end"))
            party, substitute = cells.get("on_behalf_of", ""), cells.get("substitute", "")
            yield Appointed(cells["post"], cells.get("holder", ""), party, substitute, start, end, _quote(line), line.place)


def _column(head: str, wording: Wording) -> str:
    columns = wording.tree["appointment_columns"].items()
    return next((str(kind) for kind, words in columns if label_pattern(words).match(head)), "")


def _quote(line: TextLine) -> str:
    return ", ".join(cells_of(line))


def _day(text: str, locale: str) -> str:
    found = first_date(text, locale)
    return found[0].isoformat() if found else ""


def _names(paper: Paper, locale: str) -> Iterator[Appointed]:
    """The names below the name of each body; a period that stands below it holds for its own alone."""
    post, start, end = "", "", ""
    until = "|".join(paper.wording.words("until"))
    held: list[Appointed] = []
    lines = paper.reading.lines
    for at, line in enumerate(lines):
        text = line.plain.removeprefix(line.marker).strip()
        dates = first_period(text, locale, until)
        found = _NAME.match(text)
        if _is_substitute(text, paper.wording) and held:
            held[-1] = replace(held[-1], substitute=_first_name(text.partition(":")[2] or text))
        elif dates and post and not found:
            start, end = dates[0].isoformat(), dates[1].isoformat()
        elif post and paper.wording.any_of("vacant").match(text):
            held.append(Appointed(post, "", start=start, end=end, quote=text, place=line.place))
        elif post and found and _says_more(text[found.end() :], paper.wording):
            held.append(replace(_entry(text, found, post, paper.wording), start=start, end=end, place=line.place))
        elif (line.first or _stands_below(lines[at + 1 :], paper, locale)) and _is_heading(line, text):
            post, start, end = text, "", ""
    yield from held


def _is_substitute(text: str, wording: Wording) -> bool:
    found = wording.any_of("substitutes").match(text)
    return found is not None


def _first_name(text: str) -> str:
    found = _NAME.search(text.strip())
    return found[0] if found else ""


def _says_more(rest: str, wording: Wording) -> bool:
    """Whether a name is followed by what an appointment says of a person: where from, or as what."""
    return rest.lstrip()[:1] in (",", "(") or wording.any_of("substitutes").search(rest) is not None


def _stands_below(lines: Sequence[TextLine], paper: Paper, locale: str) -> bool:
    """Whether a period or a name stands on the next line: where a scan has lost the empty line above a body."""
    text = lines[0].plain.removeprefix(lines[0].marker).strip() if lines else ""
    found = _NAME.match(text)
    named = found is not None and _says_more(text[found.end() :], paper.wording)
    return named or first_period(text, locale, "|".join(paper.wording.words("until"))) is not None


def _is_heading(line: TextLine, text: str) -> bool:
    """Whether a line is the name of a body: alone in its line, no sentence, nothing of the paper's head or foot."""
    if line.marker or not text[:1].isupper() or text.endswith((".", ",", ":")) or len(text) > 90:
        return False
    return not any(letter.isdigit() for letter in text)


def _entry(text: str, found: re.Match[str], post: str, wording: Wording) -> Appointed:
    rest = text[found.end() :]
    instead = wording.any_of("instead").search(rest)
    if instead:  # a predecessor is none of the appointment's parties
        rest = rest[: instead.start()]
    stand_in = wording.any_of("substitutes").search(rest)
    substitute = _first_name(rest[stand_in.end() :]) if stand_in else ""
    rest = rest[: stand_in.start()] if stand_in else rest
    bracket = _BRACKET.match(rest)
    pieces = [piece.strip() for piece in re.sub(r"\([^()]*\)", "", rest).split(",") if piece.strip()]
    parties = [piece for piece in pieces if piece[:1].isupper()]
    party = parties[-1] if parties else bracket[1].strip() if bracket else ""
    return Appointed(post, found[0], party, substitute, quote=text)


def appointment_files(read: Sequence[Appointed], paper: Paper, frame: Frame) -> list[DraftFile]:
    """The records of the posts, of the appointments and of the paper itself."""
    title = next((line.plain for line in paper.reading.lines if line.plain), frame.file)
    document = f"{short(slugify(title))}-{slugify(frame.word('document_kind', 'overview'))}"
    source = [{"document": document}]
    files = [source_file(paper, frame, document, title, "overview")]
    posts: dict[str, str] = {}
    free_posts = FreeNames(one.id for one in frame.names.library.all(Post))
    for name, seats in Counter(one.post for one in read).items():
        posts[name] = free_posts.of(name_for(f"{name} {frame.text('seat_role')}"))
        fields = {
            **draft_fields(frame, posts[name], name),
            "body_of": frame.names.organization(name),
            "role": frame.text("seat_role"),
            "kind": frame.word("post_kind", "seat"),
            "seats": str(seats),
            "sources": source,
        }
        files.append(DraftFile(f"posts/{posts[name]}.md", fields))
    free = FreeNames(one.id for one in frame.names.library.all(Appointment))
    return [*files, *(_appointment_file(one, posts[one.post], source, free, frame) for one in read)]


def _appointment_file(one: Appointed, post: str, source: list[dict[str, str]], free: FreeNames, frame: Frame) -> DraftFile:
    unsaid = frame.word("unknown", "not_stated")
    title = frame.text("appointment_title", holder=one.holder or frame.text("nobody"), post=one.post)
    party = (frame.names.party(one.party) or f"organization:{frame.names.organization(one.party)}") if one.party else ""
    fields = filled({
        **draft_fields(frame, free.of(name_for(title)), title),
        "post": post,
        "holder": frame.names.person(one.holder) if one.holder else frame.word("unknown", "unknown"),
        "on_behalf_of": party,
        "substitute": frame.names.person(one.substitute) if one.substitute else "",
        "state": frame.word("appointment_state", "appointed"),
        "start": one.start or unsaid,
        "end": one.end or unsaid,
        "quote": one.quote,
        "sources": source,
    })  # fmt: skip
    return DraftFile(f"appointments/{fields['id']}.md", fields)


def appointment_findings(read: Sequence[Appointed]) -> Iterator[Finding]:
    """What a list leaves open."""
    if not read:
        yield Finding("no_appointments", (0, 0))
    yield from (Finding("vacant", one.place, {"post": one.post}) for one in read if not one.holder)
    yield from (Finding("no_term", one.place, {"holder": one.holder}) for one in read if one.holder and not one.start)
