"""A text that is too long for its record's page, on a page of its own: whole, with its headings to go by."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.addresses import address_of, route
from generator.declaration import Pointer
from generator.library import Library
from generator.page import Page
from generator.pages.agreement_parts import Chapter, chapters_of
from generator.pages.parts import Crumb, body_title, crumbs_to
from generator.records import Record
from generator.records.agreement import Agreement
from generator.search.marks import SearchMarks, text_marks
from generator.text_html import segments
from generator.voice import Voice

# Words. What a page of a record shows of shorter texts weighs, with all else on it, about 15 kB when compressed.
LONGEST = 2_500
_HEADING = re.compile(r'<h[34] id="([^"]*)">(.*?)</h[34]>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Where a record's text stands if not on its page: the address, its length in words, the way to its headings."""

    href: str
    length: int
    headings: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class WholeText:
    """The page of a text: an agreement's in chapters, any other in pieces between which tables may stand."""

    record: Record
    title: str
    name: str
    kind: str
    date: str
    crumbs: tuple[Crumb, ...]
    length: int
    untranslated: bool
    headings: tuple[Crumb, ...]
    heading: str
    body: tuple[Markup | Pointer, ...]
    chapters: tuple[Chapter, ...]
    marks: SearchMarks


def has_text_page(record: Record) -> bool:
    """Whether a record's text is too long for the record's page; one text in two languages is long in both or neither."""
    if record.status == "withdrawn" or getattr(record, "closed", False):
        return False
    if not isinstance(record, Agreement) and len(record.body) < 2 * LONGEST:  # there is a space between two words
        return False
    return _length(record, record.body) > LONGEST


def text_page(record: Record, library: Library, reaches: Iterable[Pointer], language: str) -> Page:
    """The page of a record's long text; `reaches` are the tables that stand in it."""
    return Page(
        _address(record, library, language),
        language,
        "whole_text.html",
        partial(_data, record),
        made_of=(record.pointer,),
        reaches=tuple(reaches),
        around=(record.pointer,),
        searchable=record.status == "published",
        indexed=record.status == "published",
    )


def elsewhere(record: Record, voice: Voice) -> Elsewhere | None:
    """Where the text of a record stands, None where that is on the record's page."""
    if not has_text_page(record):
        return None
    href = voice.at(_address(record, voice.library, voice.language))
    body = _body(record, voice)
    return Elsewhere(href, _length(record, body), tuple(_headings(record, _pieces(body, voice), href)))


def _address(record: Record, library: Library, language: str) -> str:
    return f"{address_of(record, library, language)}{route('whole_text', language)}/"


def _length(record: Record, body: str) -> int:
    """Words of a record's body, and of an agreement's clauses."""
    clauses = sum(len(clause.text.split()) for clause in record.clauses) if isinstance(record, Agreement) else 0
    return len(body.split()) + clauses


def _body(record: Record, voice: Voice) -> str:
    translation = next((one for one in record.translations if one.language == voice.language), None)
    return translation.body if translation and translation.body else record.body


def _pieces(body: str, voice: Voice) -> tuple[Markup | Pointer, ...]:
    return voice.pieces(tuple(segments(body)), prefix="body-", headings=True)


def _headings(record: Record, body: Iterable[Markup | Pointer], href: str) -> Iterator[Crumb]:
    """The way to an agreement's chapters, and to the two upper levels of any text's headings."""
    if isinstance(record, Agreement):
        for chapter in chapters_of(record.clauses):
            name = f"{chapter.head.number or ''} {chapter.head.title}".strip()
            yield Crumb(name, f"{href}#{record.anchor_of(chapter.head)}")
    for piece in body:
        if isinstance(piece, Markup):
            yield from (Crumb(Markup(name).striptags(), f"{href}#{anchor}") for anchor, name in _HEADING.findall(piece))  # noqa: S704


def _data(record: Record, voice: Voice) -> WholeText:
    own = (record.language or voice.config.language) == voice.language
    body = _body(record, voice)
    pieces, moment = _pieces(body, voice), voice.library.moment_of(record)
    crumbs = (*crumbs_to(record, voice), Crumb(voice.name(record), voice.href(record.pointer)))
    return WholeText(
        record=record,
        title=voice.catalogue("interface.whole_text", title=voice.name(record)),
        name=voice.name(record),
        kind=voice.catalogue(f"fields.{record.type_name}._type.label"),
        date=voice.span(moment) if moment else "",
        crumbs=crumbs,
        length=_length(record, body),
        untranslated=not own and body == record.body,
        headings=tuple(_headings(record, pieces, "")),
        heading=body_title(record, voice),
        body=pieces,
        chapters=chapters_of(record.clauses) if isinstance(record, Agreement) else (),
        marks=text_marks(record, [one.title for one in crumbs[1:]], voice),
    )
