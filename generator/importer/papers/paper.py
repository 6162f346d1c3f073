"""A text to what kind of paper it is, and what the readers of other papers than minutes share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from generator.extraction.joining import words_in
from generator.importer.drafting.draft import DraftFile
from generator.importer.drafting.frame import Frame, short
from generator.importer.labels.page import look_at
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.prose import Writer
from generator.importer.lines.textlines import Reading, TextLine
from generator.sorting import slugify

_HEAD = 8  # lines in which a paper says what it is
_GAP = re.compile(r"\t+|\s{3,}|\s*\|\s*")
_CLAUSE = re.compile(r"^(?:[§$]\s*)?\d{1,2}[.)]?\s+\S|^[§$]")  # a scan reads § as $
_LONGEST = 60  # letters of a clause's heading
_FIGURE = re.compile(r"^(?P<title>\D.*?)\s+(?P<sum>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s*(?:kr\.?)?$")


@dataclass(frozen=True)
class Paper:
    """A paper as it is read: its lines, how they become text, and the wording."""

    reading: Reading
    writer: Writer
    wording: Wording

    @cached_property
    def paragraphs(self) -> list[str]:
        """The text of each paragraph, and of the heading of a clause also where it stands right above its text."""
        groups: list[list[TextLine]] = [[]]
        for line, after in zip_longest(self.reading.lines, self.reading.lines[1:]):
            if self._heads_clause(line, after):
                groups += [[line], []]
            else:
                groups[-1].append(line)
        return [text for group in groups for text in self.writer.paragraphs(group)]

    @property
    def title(self) -> str:
        """Its first line that says something."""
        return next((line.plain for line in self.reading.lines if line.plain), "")

    def _heads_clause(self, line: TextLine, after: TextLine | None) -> bool:
        text = line.plain
        ends = text.endswith((".", ":", ",", ";")) or text.rpartition(" ")[2].casefold() in self.wording.words("leading")
        return begins_clause(text) and len(text) < _LONGEST and not ends and after is not None and after.plain[:1].isupper()

    @property
    def body(self) -> str:
        """All of it as Markdown."""
        return self.writer.markdown(self.reading.lines)


def paper_of(reading: Reading, wording: Wording) -> Paper:
    """Make a text ready to be read as a paper."""
    width = look_at(reading.lines, wording).width
    return Paper(reading, Writer(words_in(line.plain for line in reading.lines), width, reading.format), wording)


def begins_clause(text: str) -> bool:
    """Whether a line begins with the number of a clause, or with the mark of a section."""
    return _CLAUSE.match(text) is not None


def kind_of(reading: Reading, wording: Wording) -> str:
    """What a text is: `agreement` or `appointments` by its first lines; `minutes` where these say otherwise, or nothing."""
    head = [line.plain.casefold() for line in reading.lines[:_HEAD]]
    words = (*wording.words("agenda_words"), *wording.words("minutes_words"))
    if any(word in line for line in head for word in words):
        return "minutes"
    if any(phrase in line for line in head[:3] for phrases in wording.tree["agreement_titles"].values() for phrase in phrases):
        return "agreement"
    if any(phrase in line.split() for line in head for phrase in wording.words("appointment_titles")):
        return "appointments"
    first = next(filter(None, head), "")
    is_list = wording.any_of("lists").match(first) and wording.any_of("listed_people").search(first)
    return "appointments" if is_list else "minutes"


def cells_of(line: TextLine) -> tuple[str, ...]:
    """The cells of a row: those that the source has, or what wide gaps and bars divide."""
    if line.cells and "|" not in line.text:
        return tuple(cell.strip() for cell in line.cells if cell.strip())
    pieces = tuple(piece.strip() for piece in _GAP.split(line.text) if piece.strip())
    if len(pieces) > 1:
        return pieces
    found = _FIGURE.match(line.plain)
    return (found["title"], found["sum"]) if found else pieces


def draft_fields(frame: Frame, identifier: str, title: str) -> dict[str, object]:
    """What every draft begins with."""
    return {"id": identifier, "title": title, "status": frame.word("record_status", "draft")}


def source_file(paper: Paper, frame: Frame, identifier: str, title: str, kind: str, annex_to: Sequence[str] = ()) -> DraftFile:
    """The record of the paper itself, with its text."""
    fields = {
        **draft_fields(frame, identifier, title),
        "kind": frame.word("document_kind", kind),
        **({"annex_to": list(annex_to)} if annex_to else {}),
        "date": frame.word("unknown", "not_stated"),
        "note": frame.text("from_file", file=frame.file),
    }
    return DraftFile(f"documents/{identifier}.md", fields, paper.body)


def name_for(title: str) -> str:
    """The name to wish for a record."""
    return short(slugify(title)) or "udkast"
