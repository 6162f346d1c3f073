"""The lines before the first item to what they say of the meeting: body, day, time, place, who was there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.extraction.joining import joined
from generator.importer.labels.label import Label, field_of
from generator.importer.language.vocabulary import Wording
from generator.importer.language.when_written import Times, first_date, times_in, without_times
from generator.importer.lines.textlines import TextLine
from generator.importer.meeting.attendance import Present, entries_of, heads_group
from generator.importer.meeting.meeting_day import Said, meeting_day

_OF_TIME = ("when_and_where", "date", "start", "end")
_OTHERS = "others"  # people of whom the head does not say in a word it knows whether they came
_STOP = re.compile(r"[.;]\s+(?=[A-ZÆØÅ])")
_STATUS = {"present": "present", "guests": "present", "apologies": "apologies", "absent": "absent"}


@dataclass(frozen=True)
class Field:
    """A field of the head: its kind (empty: a line without a label), its label, and the lines that say it."""

    kind: str
    label: str
    lines: tuple[str, ...]
    source: tuple[TextLine, ...]


@dataclass
class MeetingHead:
    """What the head says; empty or None is what it does not say."""

    day: date | None = None
    times: Times = Times("", "")  # noqa: RUF009 - frozen
    place: str = ""
    remote: bool = False
    body_texts: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    attendance: list[Present] = field(default_factory=list)
    chair: str = ""
    minute_taker: str = ""
    is_agenda: bool = False
    is_minutes: bool = False
    is_held: bool = False
    kind: str = "meeting"
    title_lines: list[str] = field(default_factory=list)


def fields_of(lines: Sequence[TextLine], wording: Wording) -> list[Field]:
    """Divide the head into fields: a label and the lines up to the next label or the end of the paragraph."""
    found: list[Field] = []
    for line in lines:
        label = _table_label(line, wording) or field_of(line.plain, wording)
        last = found[-1] if found else None
        if label is not None and label.kind != "agenda":
            found += _run_in(label, line, wording)
        elif last is not None and label is None and _heads_others(last, line):
            found.append(Field(_OTHERS, "", (line.plain,), (line,)))
        elif last is not None and label is None and (_goes_on(last, line) if last.kind else _is_rest(last, line)):
            found[-1] = Field(last.kind, last.label, (*last.lines, _said(line)), (*last.source, line))
        else:
            found.append(Field("", "", (line.plain,), (line,)))
    return found


def _run_in(label: Label, line: TextLine, wording: Wording) -> list[Field]:
    """The fields that stand on one line behind each other: "Deltagere: Ane Test, Ib Prøve. Afbud: Per Mønster."."""
    for stop in _STOP.finditer(label.rest):
        other = field_of(label.rest[stop.end() :], wording)
        if other is not None and other.kind in _STATUS and label.rest[stop.end() :].partition(":")[1]:
            before = replace(label, rest=label.rest[: stop.start()])
            return [*_run_in(before, line, wording), *_run_in(other, line, wording)]
    return [Field(label.kind, label.text, tuple(filter(None, label.rest.split("\n"))), (line,))]


def _heads_others(field: Field, line: TextLine) -> bool:
    """Whether a line below names says whose names follow, where the names above have no such words before them: "Fra
    forvaltningen deltog: Ane Test", "Embedsmænd: Ib Prøve".
    """
    names = [one for one in field.lines if one.strip()]
    return field.kind in _STATUS and bool(names) and heads_group(line.plain) and not heads_group(names[0])


def _said(line: TextLine) -> str:
    """What a line says: one of a list without its bullet."""
    return line.plain if any(map(str.isalnum, line.marker)) else line.plain.removeprefix(line.marker).strip()


def _is_rest(field: Field, line: TextLine) -> bool:
    """Whether a line is the rest of a sentence that the line above it began."""
    return line.block == field.source[-1].block and (field.lines[-1].endswith("-") or line.plain[:1].islower())


def _goes_on(field: Field, line: TextLine) -> bool:
    """Whether a line belongs to the field above it: in its paragraph, or in a list of people with no empty line between."""
    before = field.source[-1]
    if not field.lines:
        return True
    if (line.bold and not before.bold) or len([cell for cell in line.cells if cell.strip()]) > 1:
        return False  # a heading, or a row of a table, perhaps one that was opened, that says something else
    if line.block == before.block:
        return True
    # In a table that was opened the lines of a row all have its number.
    return field.kind in _STATUS and 0 <= line.number - before.number <= 1 and line.page == before.page


def _table_label(line: TextLine, wording: Wording) -> Label | None:
    """The field that a row of a table is, a line for each of those in its cells."""
    said = [cell.strip() for cell in line.cells if cell.strip()]
    if len(said) < 2:
        return None
    label = field_of(f"{said[0].rstrip(':')}: {' '.join(said[1:])}".replace("\n", " "), wording)
    return replace(label, rest="\n".join(said[1:])) if label is not None and label.text == said[0].rstrip(":") else label


def read_head(fields: Sequence[Field], wording: Wording, locale: str) -> MeetingHead:
    """Read the fields of the head."""
    head = MeetingHead()
    for one in fields:
        text = joined(one.lines, frozenset())
        if one.kind in _OF_TIME:
            _read_time(head, one.kind, text, wording, locale)
        elif one.kind == "place":
            head.place = head.place or text
        elif one.kind in _STATUS:
            head.attendance += entries_of(one.lines, _STATUS[one.kind], wording)
        elif one.kind == "body":
            head.body_texts.insert(0, text)
        elif one.kind in ("chair", "minute_taker"):
            setattr(head, one.kind, text)
        elif not one.kind:
            head.title_lines.append(text)
    absent = {one.name for one in head.attendance if one.name and one.status != "present"}
    head.attendance = [one for one in head.attendance if one.status != "present" or one.name not in absent]
    said = [Said(one.kind, joined(one.lines, frozenset())) for one in fields if one.kind in ("", *_OF_TIME)]
    head.day = meeting_day(said, wording, locale)
    head.is_held = any(_says_held(one, wording) for one in fields)
    _read_free_lines(head, wording, locale)
    return head


def _says_held(field: Field, wording: Wording) -> bool:
    """Whether a field tells of a meeting as of one that is over: "Afholdt hos Ane", "Til stede var: Ane Test, Ib Prøve"; and
    not "Til stede:" with nothing behind it, which is yet to be filled in.
    """
    text = field.source[0].plain if field.source else ""
    found = wording.any_of("held").match(text)
    said = [text[found.end() :], *field.lines[1:]] if found is not None else []
    return any(map(str.isalpha, "".join(said)))


def _read_time(head: MeetingHead, kind: str, text: str, wording: Wording, locale: str) -> None:
    times = times_in(text, locale)
    if kind == "end":
        head.times = Times(head.times.start, times.start)
    elif times.start and not head.times.start:
        head.times = Times(times.start, times.end or head.times.end)
    if kind == "when_and_where" or (kind == "date" and not head.place):
        head.place = head.place or _place_in(text, wording, locale)


def _read_free_lines(head: MeetingHead, wording: Wording, locale: str) -> None:
    for text in head.title_lines:
        found = first_date(text, locale)
        times = times_in(text, locale)
        if times.start and (found or wording.any_of("clock").search(text)):
            head.times = head.times if head.times.start else times
            head.place = head.place or _place_in(text, wording, locale)
        elif found and text.startswith(found[1]):
            head.place = head.place or _place_in(text, wording, locale)
    joined = "\n".join(head.title_lines[:8] + head.body_texts)
    # Above the items of a meeting that is over "Dagsorden:" says no more than that they follow.
    titles = [text for text in joined.split("\n") if not (head.is_held and _only_announces(text, wording))]
    head.is_agenda = any(map(wording.any_of("agenda_words").search, titles))
    head.is_minutes = wording.any_of("minutes_words", whole=False).search(joined) is not None
    head.remote = wording.any_of("remote_words").search(head.place) is not None
    kinds = ((key, word) for key, words in wording.tree["kinds"].items() for word in words)
    head.kind = next((key for key, word in kinds if word in joined.casefold()), "meeting")


def _only_announces(text: str, wording: Wording) -> bool:
    """Whether a line says nothing but that the items follow: "Dagsorden:"."""
    field = field_of(text, wording)
    return field is not None and field.kind == "agenda" and not field.rest


def _place_in(text: str, wording: Wording, locale: str) -> str:
    """What of a line with a date is a place: what follows the date and time, without "in" and the like before it."""
    rest = without_times(text, locale, "\0").rpartition("\0")[2]
    places = "|".join(wording.words("places"))
    pieces = [re.sub(rf"^(?:{places})\s+(?=[A-ZÆØÅ])", "", piece.strip(" .-–—)")) for piece in rest.split(",")]
    return ", ".join(piece for piece in pieces if len(piece) > 3 and piece[:1].isalpha())
