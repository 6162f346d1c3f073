"""An extracted text to a draft of records, whatever the text is: minutes, an agreement, a list of appointments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any

from generator.config import SiteConfig
from generator.extraction.blocks import ExtractedText, Line
from generator.importer.drafting.draft import Draft, DraftFile, Finding
from generator.importer.drafting.frame import Frame
from generator.importer.drafting.naming import Names
from generator.importer.drafting.privacy import without_private
from generator.importer.drafting.records import records_of
from generator.importer.labels.label import says_something
from generator.importer.labels.stock import without_stock
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.standing import Written
from generator.importer.language.vocabulary import Wording, wording_of
from generator.importer.lines.glued import unglued
from generator.importer.lines.repair import Repaired, repaired
from generator.importer.lines.textlines import TextLine, read_lines
from generator.importer.lines.word_marks import without_word_marks
from generator.importer.meeting.minutes import ReadMinutes, read_minutes
from generator.importer.papers.agreement import agreement_files, agreement_findings, read_agreement
from generator.importer.papers.appointments import appointment_files, appointment_findings, read_appointments
from generator.importer.papers.paper import kind_of, paper_of
from generator.importer.tables.collapsed import with_rows
from generator.importer.tables.unfolding import unfolded
from generator.library import Library
from generator.messages import load_catalogue
from generator.records.meeting import Meeting
from generator.records.organization import Organization
from generator.sorting import slugify

_LINES = 8  # of the head that may name a body that the site has


@dataclass(frozen=True)
class Site:
    """The site that a text is imported to: its records, its settings, the day."""

    library: Library
    config: SiteConfig
    today: date


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: the name of the file, the body's id (empty: find it), whether every suggested repair is made."""

    file: str
    body: str = ""
    repair: bool = False


class NothingFound(Exception):
    """A text has no item, no agreement and no appointments, and nobody said whose minutes it is."""


def import_text(text: ExtractedText, site: Site, wish: Wish) -> Draft:
    """Make drafts of the records that a text holds, and say what is unsure and what stands in none of them.

    Raises NothingFound where a text is no other paper, has no item, and no body is wished for.
    """
    language = site.config.language
    wording = wording_of("\n".join(block.text for block in text.blocks), language)
    lines = without_word_marks(read_lines(text, lambda line: _is_said(line, wording)))
    mended = repaired(unfolded(unglued(without_stock(lines, wording)), wording), wording.language, all_readings=wish.repair)
    mended = replace(mended, reading=with_rows(mended.reading, wording))
    names = Names(site.library, wording, language, load_catalogue(language)("import.from_file", file=wish.file))
    kind = kind_of(mended.reading, wording)
    draft = _minutes(mended, names, site, wish) if kind == "minutes" else _paper(kind, mended, names, site, wish)
    draft.files += [_clean(file) for file in names.new.values()]
    draft.findings += _words(mended)
    draft.left = list(_left([*mended.reading.lines, *mended.reading.furniture], draft.files))
    return draft


def _is_said(text: str, wording: Wording) -> bool:
    """Whether a line is none of a page's edge, however often it stands there: a label with what it announces, a sentence that
    decides.
    """
    decides = text.endswith(".") and outcome_of(text, wording, strict=True) is not None
    return decides or says_something(text, wording)


def _minutes(mended: Repaired, names: Names, site: Site, wish: Wish) -> Draft:
    read = read_minutes(mended.reading, names.wording, names.wording.language)
    if not read.items and not wish.body:
        raise NothingFound
    frame = _frame(read, names, site, wish)
    return Draft("minutes", frame.folder, records_of(read, frame), [*_new(names), *_findings(read, frame)])


def _paper(kind: str, mended: Repaired, names: Names, site: Site, wish: Wish) -> Draft:
    """An agreement, or a list of appointments: no meeting stands around it."""
    paper = paper_of(mended.reading, names.wording)
    frame = Frame("", "", "", "", None, names, names.wording, site.config.language, site.today, wish.file)
    locale = names.wording.language
    if kind == "agreement":
        agreement = read_agreement(paper, locale)
        files, found = agreement_files(agreement, paper, frame), list(agreement_findings(agreement, frame))
    else:
        appointed = read_appointments(paper, locale)
        files, found = appointment_files(appointed, paper, frame), list(appointment_findings(appointed))
    return Draft(kind, files[0].path, [_clean(file) for file in files], [*_new(names), *found])


def _clean(file: DraftFile) -> DraftFile:
    return DraftFile(file.path, without_private(file.fields), without_private(file.body))


def _frame(read: ReadMinutes, names: Names, site: Site, wish: Wish) -> Frame:
    head = read.head
    stem = wish.file.rpartition(".")[0]
    texts = [text.strip() for text in (*head.bodies, *head.body_texts, *head.title_lines[:_LINES])]
    body = wish.body or names.body(texts) or (names.organization(head.bodies[0]) if head.bodies else names.unknown_body(stem))
    known = [one for one in site.library.all(Organization) if one.id == body]
    new = names.new.get(f"organizations/{body}.md")
    title = known[0].title if known else str(new.fields["title"]) if new else body
    day = head.day.isoformat() if head.day else slugify(stem)
    suffix = _suffix(f"{body}-{day}", site.library)
    end = f"-{suffix}" if suffix else ""
    return Frame(
        f"{body}-{day}{end}", f"meetings/{day}-{body}{end}", body, title, head.day, names, names.wording,
        site.config.language, site.today, wish.file, suffix, "agenda" if read.is_agenda else "minutes",
    )  # fmt: skip


def _suffix(identifier: str, library: Library) -> str:
    """What tells the meeting from those that the site has on the same day; empty where it has none."""
    taken = {meeting.id for meeting in library.all(Meeting)}
    if identifier not in taken:
        return ""
    return next(str(number) for number in count(2) if f"{identifier}-{number}" not in taken)


def _findings(read: ReadMinutes, frame: Frame) -> Iterator[Finding]:
    """What the report says, in the order of the source."""
    if frame.suffix:
        yield Finding("same_day", (0, 0), {"found": frame.identifier.removesuffix(f"-{frame.suffix}")})
    if frame.body in frame.names.unknown:
        yield Finding("no_body", (0, 0))
    if read.head.day is None:
        yield Finding("no_date", (0, 0))
    if not read.items:
        yield Finding("no_items", (0, 0))
    said = any(item.has_minutes for item in read.items)
    for item in read.items:
        details = {"number": item.number, "title": item.says.title}
        if any(one.outcome == "unknown" for one in item.decisions):
            yield Finding("outcome_unknown", item.place[0], details)
        if said and not item.decisions and not item.says.closed:
            yield Finding("nothing_minuted", item.place[0], details)
        if item.says.closed:
            yield Finding("closed", item.place[0], details)


def _new(names: Names) -> Iterator[Finding]:
    for path in sorted(names.new):
        yield Finding("new_record", (0, 0), {"path": path, "title": names.new[path].fields["title"]})


def _words(mended: Repaired) -> Iterator[Finding]:
    yield from (Finding("repaired", one.place, {"found": one.found, "reading": one.reading}) for one in mended.made)
    yield from (Finding("may_be_damaged", one.place, {"found": one.found, "reading": one.reading}) for one in mended.suggested)


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts_of(one)
    elif isinstance(value, list):
        for one in value:
            yield from texts_of(one)


def _left(lines: Iterable[TextLine | Line], files: Iterable[DraftFile]) -> Iterator[tuple[tuple[int, int], str]]:
    """The lines of the source whose words stand in no record, with their places."""
    written = Written(one for file in files for one in (*texts_of(dict(file.fields)), file.body))
    for line in sorted(lines, key=lambda line: (line.page, line.number)):
        if not written.holds(line.text):
            yield (line.page, line.number), without_private(line.text)
