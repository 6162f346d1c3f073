"""The page about completeness: what the sources are, what is missing from them, and how to help."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.addresses import route
from generator.display import label_of
from generator.library import Library
from generator.page import Page
from generator.pages.listing import home
from generator.pages.missing import Question, Silence, by_type, open_questions, silences
from generator.pages.parts import Crumb, Entry, entry, named_once, newest_first
from generator.records import Record
from generator.records.document import Document
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.voice import Voice

SHOWN = 8  # records that a question names; the others are counted
EXAMPLES = 3  # records that a field names
CONTRADICTIONS = 40


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question with the records that leave it open; `rest` is how many more there are, `more` where all of the type are."""

    key: str
    count: int
    asked: int
    entries: tuple[Entry, ...]
    rest: int
    more: str


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field that sources are silent about: how often, out of how many, and some of the records."""

    label: str
    silent: int
    asked: int
    examples: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class FieldGroup:
    """The silent fields of one type."""

    title: str
    anchor: str
    total: int
    lines: tuple[FieldLine, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A contradiction that stands in a source: where, its words, and the explanation."""

    link: Markup
    quote: Markup
    explanation: Markup


@dataclass(frozen=True, slots=True)
class GapsData:
    """The page. `span` is the first and last year of the sources, empty where none has a date."""

    title: str
    crumbs: tuple[Crumb, ...]
    records: int
    documents: int
    documents_href: str
    span: tuple[str, str] | None
    meetings: int
    meetings_with_items: int
    questions: tuple[OpenQuestion, ...]
    contradictions: tuple[Contradiction, ...]
    contradictions_total: int
    fields: tuple[FieldGroup, ...]
    fields_total: int


def gaps_pages(library: Library, language: str) -> Iterator[Page]:
    """The one page; it is made of every record, so that it is made again whenever one changes."""
    everything = named_once(library, (record.pointer for record in library.shown()))
    yield Page(f"/{route('gaps', language)}/", language, "gaps.html", partial(_gaps_data), everything, dated=True)


def _gaps_data(voice: Voice) -> GapsData:
    library = voice.library
    documents, meetings = library.all(Document), library.all(Meeting)
    years = sorted(moment.first.year for one in documents if (moment := library.moment_of(one)) and moment.first)
    contradictions = [(record, one) for record in library.shown() if not _is_closed(record) for one in record.contradictions]
    found = silences(library)
    return GapsData(
        title=voice.catalogue("gaps.title"),
        crumbs=(home(voice),),
        records=sum(1 for _ in library.shown()),
        documents=len(documents),
        documents_href=voice.page("document"),
        span=(str(years[0]), str(years[-1])) if years else None,
        meetings=len(meetings),
        meetings_with_items=sum(bool(library.items_of(one)) for one in meetings),
        questions=tuple(_question(*one, voice) for one in open_questions(library, voice.build_date)),
        contradictions=tuple(
            Contradiction(voice.link(record.pointer), voice.text(one.quote), voice.text(one.explanation))
            for record, one in contradictions[:CONTRADICTIONS]
        ),
        contradictions_total=len(contradictions),
        fields=tuple(_group(name, group, voice) for name, group in by_type(found).items()),
        fields_total=sum(one.silent for one in found),
    )


def _is_closed(record: Record) -> bool:
    return isinstance(record, Item) and record.closed


def _question(question: Question, found: list[Record], asked: int, voice: Voice) -> OpenQuestion:
    shown = newest_first(found, voice.library)[:SHOWN]
    name = question.record_type.type_name
    more = "decisions" if name == "item" else name
    return OpenQuestion(
        question.key, len(found), asked, tuple(entry(one, voice) for one in shown), len(found) - len(shown), voice.page(more)
    )


def _group(type_name: str, found: list[Silence], voice: Voice) -> FieldGroup:
    title = voice.catalogue(f"fields.{type_name}._type.plural")
    lines = tuple(_field(one, voice) for one in found)
    return FieldGroup(title, route(type_name, voice.language), sum(one.silent for one in found), lines)


def _field(silence: Silence, voice: Voice) -> FieldLine:
    label = label_of(silence.owner, silence.field, voice)
    if silence.owner != silence.type_name:
        label = f"{voice.catalogue(f'fields.{silence.owner}._type.label')}: {label}"
    examples = tuple(voice.link(record.pointer) for record in silence.records[:EXAMPLES])
    return FieldLine(label, silence.silent, silence.asked, examples)
