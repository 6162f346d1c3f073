"""A list of appointments as a text to drafts: the bodies, their posts, and who holds them on whose behalf."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.importer.drafting.draft import DraftFile, Finding
from generator.importer.drafting.frame import Frame, filled, short
from generator.importer.drafting.free_names import FreeNames
from generator.importer.lines.textlines import TextLine
from generator.importer.papers.appointed import Appointed, ReadAppointments
from generator.importer.papers.appointment_list import read_list
from generator.importer.papers.appointment_table import read_tables
from generator.importer.papers.paper import Paper, draft_fields, name_for, source_file
from generator.importer.papers.terms import UNSAID, Term, whole_term
from generator.records.appointment import Appointment
from generator.records.post import Post
from generator.sorting import slugify

_YEAR = 4  # figures of a year: what is longer is a day


def read_appointments(paper: Paper, locale: str) -> ReadAppointments:
    """Read a list of appointments: the rows of its tables, else the names below each body's. A seat without a term has that
    which the paper states for all.
    """
    tables = read_tables(paper, locale)
    read = tables if tables.seats else read_list(paper, locale)
    term = _term_of_all(paper, read.unread, locale)
    unread = tuple(line for line in read.unread if line.plain != paper.title)
    return ReadAppointments(tuple(one if one.term != UNSAID else replace(one, term=term) for one in read.seats), unread)


def _term_of_all(paper: Paper, unread: Sequence[TextLine], locale: str) -> Term:
    """The one term that the lines state which are no seat's; where they state several it is not sure whose they are."""
    terms = [whole_term(text, paper.wording, locale) for text in paper.writer.paragraphs(unread)]
    days = {term for term in terms if len(term.start) > _YEAR}
    years = {term for term in terms if term.is_whole} - days
    found = days or years
    return found.pop() if len(found) == 1 else UNSAID


def appointment_files(read: ReadAppointments, paper: Paper, frame: Frame) -> list[DraftFile]:
    """The records of the posts, of the appointments and of the paper itself."""
    title = paper.title or frame.file
    document = f"{short(slugify(title))}-{slugify(frame.word('document_kind', 'overview'))}"
    source = [{"document": document}]
    free_posts = FreeNames(one.id for one in frame.names.library.all(Post))
    posts = {}
    for post in dict.fromkeys(one.post for one in read.seats):
        posts[post] = _post_file([one for one in read.seats if one.post == post], source, free_posts, frame)
    free = FreeNames(one.id for one in frame.names.library.all(Appointment))
    held = [one for one in read.seats if one.holder]
    return [
        source_file(paper, frame, document, title, "overview"),
        *posts.values(),
        *(_appointment_file(one, posts[one.post], source, free, frame) for one in held),
    ]


def _post_file(seats: Sequence[Appointed], source: list[dict[str, str]], free: FreeNames, frame: Frame) -> DraftFile:
    """The post that some seats are, the vacant ones too: of these its note tells."""
    body, said = seats[0].post
    role = "" if said.casefold() == frame.text("seat_role") else said
    title = frame.text("post_title", role=role, body=body) if role else body
    vacant = [frame.text("vacant_note", quote=one.quote) for one in seats if one.vacant]
    fields = filled({
        **draft_fields(frame, free.of(name_for(f"{body} {role or frame.text('seat_role')}")), title),
        "body_of": frame.names.organization(body),
        "role": role or frame.text("seat_role"),
        "kind": frame.word("post_kind", _kind_of(role, frame)),
        "seats": str(len(seats)),
        "sources": source,
        "note": "\n\n".join(vacant),
    })  # fmt: skip
    return DraftFile(f"posts/{fields['id']}.md", fields)


def _kind_of(role: str, frame: Frame) -> str:
    kinds = frame.wording.tree["chairing"].items()
    return next((str(kind) for kind, words in kinds if role.casefold() in words), "seat")


def _appointment_file(
    one: Appointed, post: DraftFile, source: list[dict[str, str]], free: FreeNames, frame: Frame
) -> DraftFile:
    unsaid = frame.word("unknown", "not_stated")
    title = frame.text("appointment_title", holder=one.holder, post=post.fields["title"])
    party = (frame.names.party(one.party) or f"organization:{frame.names.organization(one.party)}") if one.party else ""
    fields = filled({
        **draft_fields(frame, free.of(name_for(title)), title),
        "post": post.fields["id"],
        "holder": frame.names.person(one.holder),
        "on_behalf_of": party,
        "substitute": frame.names.person(one.substitute) if one.substitute else "",
        "state": frame.word("appointment_state", "appointed"),
        "start": one.term.start or unsaid,
        "end": one.term.end or unsaid,
        "quote": one.quote,
        "sources": source,
    })  # fmt: skip
    return DraftFile(f"appointments/{fields['id']}.md", fields)


def appointment_findings(read: ReadAppointments) -> Iterator[Finding]:
    """What a list leaves open, and the lines of it that are in no appointment."""
    if not read.seats:
        yield Finding("no_appointments", (0, 0))
    for key, vacant in (("vacant", True), ("unnamed", False)):
        seats = (one for one in read.seats if not one.holder and one.vacant is vacant)
        yield from (Finding(key, one.place, {"body": one.body, "quote": one.quote}) for one in seats)
    yield from (
        Finding("no_term", one.place, {"holder": one.holder}) for one in read.seats if one.holder and not one.term.start
    )
    yield from (Finding("not_appointments", line.place, {"text": line.plain}) for line in read.unread)
