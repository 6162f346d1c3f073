"""The library: all records of a site, and the look-ups between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import TypeVar

from generator.annex import Annex
from generator.declaration import Pointer
from generator.examined import Examined
from generator.records import TYPE_NAMES, Record
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.source import digest_of
from generator.values.when import When

AnyRecord = TypeVar("AnyRecord", bound=Record)
# The fields that date a record, in the order in which they are tried.
_DATE_FIELDS = ("date", "concluded", "start", "appointed", "deadline", "due")


@cache
def _dating_fields(record_type: type[Record]) -> tuple[str, ...]:
    return tuple(name for name in _DATE_FIELDS if name in record_type.model_fields)


@dataclass(frozen=True)
class Library:
    """Every record by its pointer; whom each names and who names it; a meeting's items, and a body's meetings by date.

    `examined` is what is known of each record's file by itself; `line_marks` and `agenda_marks` (by folder) change
    when what a list says of a record, or of all items of a meeting, does. `annexes` are the files of document records.
    A withdrawn record is found by its name and by nothing else: it is in no list, no backlink and no agenda.
    """

    records: Mapping[Pointer, Record]
    examined: Mapping[Pointer, Examined]
    by_type: Mapping[str, tuple[Record, ...]]
    named_by: Mapping[Pointer, tuple[Pointer, ...]]
    pointing_to: Mapping[Pointer, tuple[Pointer, ...]]
    items_by_folder: Mapping[str, tuple[Item, ...]]
    meeting_by_folder: Mapping[str, Meeting]
    meetings_by_body: Mapping[Pointer, tuple[Meeting, ...]]
    line_marks: Mapping[Pointer, str]
    agenda_marks: Mapping[str, str]
    annexes: Mapping[Pointer, Annex] = field(default_factory=dict)
    # What was once worked out: many pages lie around the same records.
    _reach_marks: dict[Pointer, str] = field(default_factory=dict, compare=False, repr=False)
    _marks_around: dict[Pointer, str] = field(default_factory=dict, compare=False, repr=False)
    _naming: dict[Pointer, dict[str, list[Pointer]]] = field(default_factory=dict, compare=False, repr=False)

    def get(self, pointer: Pointer) -> Record:
        """The record that a checked pointer names; its part, if any, is left aside."""
        return self.records[pointer.whole]

    def find(self, pointer: Pointer) -> Record | None:
        """The record that a pointer names, or None."""
        return self.records.get(pointer.whole)

    def all(self, record_type: type[AnyRecord]) -> list[AnyRecord]:
        """All records of a type that are not withdrawn, by path."""
        return [record for record in self.by_type.get(record_type.type_name, ()) if isinstance(record, record_type)]

    def shown(self) -> Iterator[Record]:
        """All records that are not withdrawn, by type and path."""
        return (record for records in self.by_type.values() for record in records)

    def backlinks(self, pointer: Pointer) -> list[Record]:
        """The records that name this one, by type and path, without itself."""
        return [self.records[source] for source in self.pointing_to.get(pointer, ()) if source != pointer]

    def naming(self, pointer: Pointer, record_type: type[AnyRecord]) -> list[AnyRecord]:
        """The records of one type that name this one, by path; none other is looked at."""
        sources = self.naming_by_type(pointer).get(record_type.type_name, ())
        return [record for source in sources if isinstance(record := self.records[source], record_type)]

    def naming_by_type(self, pointer: Pointer) -> Mapping[str, Sequence[Pointer]]:
        """The records that name this one, without itself, by type, in the order of the types."""
        found = self._naming.get(pointer)
        if found is None:
            found = self._naming[pointer] = {}
            for source in self.pointing_to.get(pointer, ()):
                if source != pointer:
                    found.setdefault(source.type, []).append(source)
        return found

    def moment_of(self, record: Record) -> When | None:
        """The moment that a record belongs to: an item its meeting's, others that of the first field that dates them."""
        if isinstance(record, Item):
            meeting = self.meeting_by_folder.get(record.folder)
            return meeting.date if meeting else None
        for name in _dating_fields(type(record)):
            moment = getattr(record, name)
            if isinstance(moment, When):
                return moment
        return None

    @cached_property
    def days(self) -> Mapping[Pointer, int]:
        """On which day each record's moment begins, as an ordinal; 1 where the start is open, 0 where there is none."""
        moments = ((pointer, self.moment_of(record)) for pointer, record in self.records.items())
        return {pointer: (moment.first or date.min).toordinal() if moment else 0 for pointer, moment in moments}

    def reach_mark(self, pointer: Pointer) -> str:
        """What changes when what lists say of a record, or of one that it names, does."""
        return self._mark_of(self._reach_marks, pointer, (pointer, *self.named_by[pointer]))

    def mark_around(self, pointer: Pointer) -> str:
        """What changes when what lists say of a record, of one that it names or of one that names it, does."""
        around = (pointer, *self.named_by[pointer], *self.pointing_to.get(pointer, ()))
        return self._mark_of(self._marks_around, pointer, around)

    def _mark_of(self, known: dict[Pointer, str], pointer: Pointer, reached: Iterable[Pointer]) -> str:
        mark = known.get(pointer)
        if mark is None:
            mark = known[pointer] = digest_of("\n".join(self.line_marks.get(one, "") for one in reached).encode())
        return mark

    def meeting_of(self, item: Item) -> Meeting:
        """The meeting whose folder an item lies in."""
        return self.meeting_by_folder[item.folder]

    def items_of(self, meeting: Meeting) -> tuple[Item, ...]:
        """The items of a meeting, in the order of their files."""
        return self.items_by_folder.get(meeting.folder, ())


def make_library(files: Iterable[Examined]) -> Library:
    """Put the records of some files in order and turn what they say of each other around."""
    order = {name: number for number, name in enumerate(TYPE_NAMES)}
    found = [(one.record, one) for one in files if one.record is not None]
    found.sort(key=lambda pair: (order[pair[0].type_name], pair[1].path))
    by_type: dict[str, list[Record]] = {}
    named_by: dict[Pointer, tuple[Pointer, ...]] = {}
    pointing: dict[Pointer, dict[Pointer, None]] = {}
    items: dict[str, list[Item]] = {}
    meetings: dict[str, Meeting] = {}
    for record, one in found:
        own = record.pointer
        named = named_by[own] = tuple(dict.fromkeys(pointer.whole for pointer in one.named))
        if isinstance(record, Meeting):
            meetings[record.folder] = record
        if record.status == "withdrawn":
            continue
        by_type.setdefault(record.type_name, []).append(record)
        for pointer in named:
            pointing.setdefault(pointer, {})[own] = None
        if isinstance(record, Item):
            items.setdefault(record.folder, []).append(record)
    by_pointer = {record.pointer: record for record, _ in found}
    line_marks = {pointer: _line_mark(record, by_pointer, meetings) for pointer, record in by_pointer.items()}
    return Library(
        records=by_pointer,
        examined={record.pointer: one for record, one in found},
        by_type={name: tuple(records) for name, records in by_type.items()},
        named_by=named_by,
        pointing_to={pointer: tuple(sources) for pointer, sources in pointing.items()},
        items_by_folder={folder: tuple(records) for folder, records in items.items()},
        meeting_by_folder=meetings,
        meetings_by_body=_in_rows(by_type.get(Meeting.type_name, [])),
        line_marks=line_marks,
        agenda_marks={
            folder: digest_of("\n".join(line_marks[item.pointer] for item in agenda).encode())
            for folder, agenda in items.items()
        },
    )


def _in_rows(meetings: Iterable[Record]) -> dict[Pointer, tuple[Meeting, ...]]:
    """The meetings of each body, the earliest first."""
    rows: dict[Pointer, list[Meeting]] = {}
    for meeting in meetings:
        if isinstance(meeting, Meeting):
            for body in dict.fromkeys(meeting.bodies):
                rows.setdefault(body, []).append(meeting)
    return {body: tuple(sorted(row, key=lambda one: (one.date.sort_key, one.id))) for body, row in rows.items()}


def shown_with(record: Record, meetings: Mapping[str, Meeting]) -> tuple[Pointer, ...]:
    """What every line about a record shows besides: an item's meeting, by its folder, and a meeting's bodies."""
    meeting = record if isinstance(record, Meeting) else meetings.get(record.folder) if isinstance(record, Item) else None
    return (meeting.pointer, *meeting.bodies) if meeting else ()


def _line_mark(record: Record, records: Mapping[Pointer, Record], meetings: Mapping[str, Meeting]) -> str:
    others = shown_with(record, meetings)
    if not others:
        return record.mark
    return digest_of("\n".join((record.mark, *(records[one].mark for one in others if one in records))).encode())
