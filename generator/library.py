"""The library: all records of a site, and the look-ups between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.declaration import Pointer, parts_of, walk
from generator.links import links_in
from generator.records import RECORD_TYPES, Record
from generator.records.item import Item
from generator.records.meeting import Meeting

TYPE_NAMES = tuple(record_type.type_name for record_type in RECORD_TYPES)
AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Library:
    """Every record by its pointer; who points to whom; which items a meeting has."""

    records: Mapping[Pointer, Record]
    pointing_to: Mapping[Pointer, tuple[Pointer, ...]]
    items_by_folder: Mapping[str, tuple[Item, ...]]
    meeting_by_folder: Mapping[str, Meeting]

    def get(self, pointer: Pointer) -> Record:
        """The record that a checked pointer names; its part, if any, is left aside."""
        return self.records[Pointer(pointer.type, pointer.id)]

    def find(self, pointer: Pointer) -> Record | None:
        """The record that a pointer names, or None."""
        return self.records.get(Pointer(pointer.type, pointer.id))

    def all(self, record_type: type[AnyRecord]) -> list[AnyRecord]:
        """All records of a type, by path."""
        return [record for record in self.records.values() if isinstance(record, record_type)]

    def backlinks(self, pointer: Pointer) -> list[Record]:
        """The records that name this one, by type and path, without itself."""
        return [self.records[source] for source in self.pointing_to.get(pointer, ()) if source != pointer]

    def meeting_of(self, item: Item) -> Meeting:
        """The meeting whose folder an item lies in."""
        return self.meeting_by_folder[item.folder]

    def items_of(self, meeting: Meeting) -> tuple[Item, ...]:
        """The items of a meeting, in the order of their files."""
        return self.items_by_folder.get(meeting.origin.path.rsplit("/", 1)[0], ())


def make_library(records: Iterable[Record]) -> Library:
    """Put records in order and turn what they say of each other around."""
    ordered = sorted(records, key=lambda record: (TYPE_NAMES.index(record.type_name), record.origin.path))
    by_pointer = {record.pointer: record for record in ordered}
    pointing: dict[Pointer, dict[Pointer, None]] = {}
    items: dict[str, list[Item]] = {}
    meetings: dict[str, Meeting] = {}
    for record in ordered:
        for named, _ in pointers_of(record):
            pointing.setdefault(Pointer(named.type, named.id), {})[record.pointer] = None
        if isinstance(record, Item):
            items.setdefault(record.folder, []).append(record)
        elif isinstance(record, Meeting):
            meetings[record.origin.path.rsplit("/", 1)[0]] = record
    return Library(
        by_pointer,
        {named: tuple(sources) for named, sources in pointing.items()},
        {folder: tuple(found) for folder, found in items.items()},
        meetings,
    )


def pointers_of(record: Record) -> Iterator[tuple[Pointer, str]]:
    """Every record that a record names, in its fields and in its texts, with the field's path."""
    for path, value in walk(record):
        if isinstance(value, Pointer):
            yield value, path
        elif isinstance(value, str) and "](" in value:
            for link in links_in(value, TYPE_NAMES):
                if link.pointer is not None:
                    yield link.pointer, path


def part_keys(record: Record) -> frozenset[str]:
    """The keys of every part that a record has, at any depth."""
    keys = (getattr(part, "key", None) for _, part in parts_of(record))
    return frozenset(key for key in keys if isinstance(key, str))
