"""A page for every record, made from its declaration; the types that deserve it have more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from generator.addresses import address_of
from generator.declaration import Pointer
from generator.display import FieldView, fields_of
from generator.library import Library
from generator.page import Page
from generator.pages.marks import NO_GLOSSARY, Glossary, Marks, glossary_of
from generator.pages.parts import Crumb, Group, body_title, crumbs_to, entry, named_once, newest_first
from generator.pages.shapes import SHAPES, Shape
from generator.pages.whole_text import Elsewhere, elsewhere, has_text_page, text_page
from generator.records import Record
from generator.records.correction import Correction
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.records.person import Person
from generator.search.names import names_of
from generator.text_html import segments
from generator.voice import Voice

# Pages on which the first use of each glossary term opens its explanation.
_MARKED = frozenset({"item", "meeting", "agreement", "initiative"})
# What stands whole in the text of another record's page.
_WHOLE = frozenset({"table", "cost_share", "position", "case"})
SHOWN = 30  # backlinks of one type that a page shows before it leads to the whole list


@dataclass(frozen=True, slots=True)
class RecordData:
    """What the templates of record pages read: the record, its fields, its text, and who points to it.

    `contents` leads to the sections made from fields and text; `length` is that of the text in words; `corrected`
    is the day of the newest correction; `elsewhere` is where the text stands if it is too long for this page.
    """

    record: Record
    title: str
    summary: str
    crumbs: tuple[Crumb, ...]
    fields: tuple[FieldView, ...]
    body: tuple[str | Pointer, ...]
    untranslated: bool
    backlinks: tuple[Group, ...]
    corrections: tuple[Record, ...]
    corrected: date | None
    contents: tuple[Crumb, ...]
    length: int
    date: str
    kind: str
    extra: Any
    marks: Marks
    elsewhere: Elsewhere | None


@dataclass(frozen=True, slots=True)
class WithdrawnData:
    """What is left of a withdrawn record."""

    title: str
    crumbs: tuple[Crumb, ...]
    kind: str
    note: str


def record_pages(library: Library, language: str) -> Iterator[Page]:
    """One page for each record, one for each list of backlinks that is too long for it, and one per former address."""
    glossary = glossary_of(library, language)
    names = names_of(library, language).digest  # every page is found by the other names of what it names
    for record in library.records.values():
        shape = SHAPES.get(record.type_name, Shape())
        marked = glossary if record.type_name in _MARKED else NO_GLOSSARY
        address = address_of(record, library, language)
        withdrawn = record.status == "withdrawn"
        yield Page(
            address=address,
            language=language,
            template="withdrawn.html" if withdrawn else shape.template,
            build=partial(withdrawn_data, record) if withdrawn else partial(record_data, record, shape, marked),
            made_of=named_once(library, (record.pointer, *shape.reads(record, library))),
            reaches=tuple(dict.fromkeys(_reaches(record, library))),
            around=(record.pointer, *shape.around(record, library)),
            extra=f"{marked.digest} {_agenda_mark(record, library)} {names} {_annex_mark(record, library)}",
            dated=shape.dated,
            searchable=record.status == "published",
            indexed=record.status == "published",
            personal=record.type_name == Person.type_name,
        )
        if has_text_page(record):
            yield text_page(record, library, _whole_in(record, library), language)
        for alias in record.aliases:
            yield Page(alias, language, "moved.html", partial(entry, record), (record.pointer,), indexed=False)


def _annex_mark(record: Record, library: Library) -> str:
    annex = library.annexes.get(record.pointer)
    return annex.mark if annex else ""


def withdrawn_data(record: Record, voice: Voice) -> WithdrawnData:
    """All that the page of a withdrawn record shows: of what type it was, and what the record says of the reason."""
    kind = voice.catalogue(f"fields.{record.type_name}._type.label")
    return WithdrawnData(voice.name(record), crumbs_to(record, voice), kind, record.note or "")


def record_data(record: Record, shape: Shape, glossary: Glossary, voice: Voice) -> RecordData:
    """All that a record's page shows."""
    translation = next((one for one in record.translations if one.language == voice.language), None)
    own = (record.language or voice.config.language) == voice.language
    summary = translation.summary if translation and translation.summary else record.summary
    body = translation.body if translation and translation.body else record.body
    line = entry(record, voice)
    fields = fields_of(record, voice, shape.without)
    corrections = voice.library.naming(record.pointer, Correction)
    return RecordData(
        record=record,
        title=line.title,
        summary=summary or "",
        crumbs=crumbs_to(record, voice),
        fields=fields,
        body=() if has_text_page(record) else tuple(segments(body)),
        untranslated=not own and translation is None,
        backlinks=backlink_groups(record, voice),
        corrections=tuple(corrections),
        corrected=max((one.date for one in corrections), default=None),
        contents=tuple(_contents(record, fields, body, voice)),
        length=len(body.split()),
        date=line.date,
        kind=line.kind,
        extra=shape.extra(record, voice),
        marks=Marks(glossary, voice),
        elsewhere=elsewhere(record, voice),
    )


def _contents(record: Record, fields: Iterable[FieldView], body: str, voice: Voice) -> Iterator[Crumb]:
    """The sections that a record's page has from its fields and its text, in their order."""
    words = voice.catalogue
    for field in fields:
        if field.texts or field.parts:
            yield Crumb(field.label, f"#{words('interface.anchors.field')}-{field.name}")
    if body:
        yield Crumb(body_title(record, voice), f"#{words('interface.anchors.body')}")


def backlink_groups(record: Record, voice: Voice) -> tuple[Group, ...]:
    """Who points to a record, by type; long lists are cut and lead to the whole."""
    groups = []
    for type_name, found in _by_type(voice.library, record).items():
        shown = newest_first(found, voice.library)[:SHOWN]
        title = voice.catalogue(f"fields.{type_name}._type.plural")
        more = ""
        if len(found) > SHOWN:
            own = address_of(record, voice.library, voice.language)
            more = voice.at(f"{own}{voice.catalogue('routes.all')}/{voice.catalogue(f'routes.{type_name}')}/")
        groups.append(Group(title, tuple(entry(other, voice) for other in shown), len(found), more))
    return tuple(groups)


def _by_type(library: Library, record: Record) -> dict[str, list[Record]]:
    """The records that name one, by type, in the order of the types."""
    by_type = library.naming_by_type(record.pointer)
    return {name: [library.records[one] for one in sources] for name, sources in by_type.items()}


def long_backlinks(library: Library) -> Iterator[tuple[Record, str, list[Record]]]:
    """Every list of backlinks that is too long for the page itself: the record, the type, the whole list."""
    for record in library.records.values():
        if len(library.pointing_to.get(record.pointer, ())) <= SHOWN:
            continue
        for type_name, found in _by_type(library, record).items():
            if len(found) > SHOWN:
                yield record, type_name, newest_first(found, library)


def _agenda_mark(record: Record, library: Library) -> str:
    return library.agenda_marks.get(record.folder, "") if isinstance(record, (Item, Meeting)) else ""


def _whole_in(record: Record, library: Library) -> Iterator[Pointer]:
    """What stands whole in a record's text: a table's document reads the table's own references."""
    near = (*library.named_by[record.pointer], *library.pointing_to.get(record.pointer, ()))
    return (one for one in near if one.type in _WHOLE and one in library.records)


def _reaches(record: Record, library: Library) -> Iterator[Pointer]:
    yield from _whole_in(record, library)
    yield from SHAPES.get(record.type_name, Shape()).reaches(record, library)
