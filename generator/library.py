"""The library: all records of a site, and the look-ups between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.declaration import Pointer
from generator.links import links_in
from generator.records import RECORD_TYPES, Record
from generator.records.item import Item
from generator.records.meeting import Meeting

TYPE_NAMES = tuple(record_type.type_name for record_type in RECORD_TYPES)
AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Library:
    """Every record by its pointer; whom each names and who names it; which items a meeting has.

    A withdrawn record is found by its name and by nothing else: it is in no list, no backlink and no agenda.
    """

    records: Mapping[Pointer, Record]
    by_type: Mapping[str, tuple[Record, ...]]
    named_by: Mapping[Pointer, tuple[Pointer, ...]]
    pointing_to: Mapping[Pointer, tuple[Pointer, ...]]
    items_by_folder: Mapping[str, tuple[Item, ...]]
    meeting_by_folder: Mapping[str, Meeting]

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

    def meeting_of(self, item: Item) -> Meeting:
        """The meeting whose folder an item lies in."""
        return self.meeting_by_folder[item.folder]

    def items_of(self, meeting: Meeting) -> tuple[Item, ...]:
        """The items of a meeting, in the order of their files."""
        return self.items_by_folder.get(meeting.folder, ())


def make_library(records: Iterable[Record]) -> Library:
    """Put records in order and turn what they say of each other around."""
    order = {name: number for number, name in enumerate(TYPE_NAMES)}
    ordered = sorted(records, key=lambda record: (order[record.type_name], record.origin.path))
    by_type: dict[str, list[Record]] = {}
    named_by: dict[Pointer, tuple[Pointer, ...]] = {}
    pointing: dict[Pointer, dict[Pointer, None]] = {}
    items: dict[str, list[Item]] = {}
    meetings: dict[str, Meeting] = {}
    for record in ordered:
        named = named_by[record.pointer] = tuple(dict.fromkeys(one.whole for one, _ in pointers_of(record)))
        if isinstance(record, Meeting):
            meetings[record.folder] = record
        if record.status == "withdrawn":
            continue
        by_type.setdefault(record.type_name, []).append(record)
        for one in named:
            pointing.setdefault(one, {})[record.pointer] = None
        if isinstance(record, Item):
            items.setdefault(record.folder, []).append(record)
    return Library(
        records={record.pointer: record for record in ordered},
        by_type={name: tuple(found) for name, found in by_type.items()},
        named_by=named_by,
        pointing_to={named: tuple(sources) for named, sources in pointing.items()},
        items_by_folder={folder: tuple(found) for folder, found in items.items()},
        meeting_by_folder=meetings,
    )


def pointers_of(record: Record) -> Iterator[tuple[Pointer, str]]:
    """Every record that a record names, in its fields and in its texts, with the field's path."""
    for path, value in record.scalars:
        if isinstance(value, Pointer):
            yield value, path
        elif isinstance(value, str):
            for link in links_in(value, TYPE_NAMES):
                if link.pointer is not None:
                    yield link.pointer, path


def part_keys(record: Record) -> frozenset[str]:
    """The keys of every part that a record has, at any depth."""
    keys = (getattr(part, "key", None) for _, part in record.parts)
    return frozenset(key for key in keys if isinstance(key, str))
