"""Link: records to a library, where every name of a record leads to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from generator.declaration import Pointer
from generator.library import TYPE_NAMES, Library, make_library, part_keys
from generator.links import links_in
from generator.problems import Code, Problem, problem
from generator.records import Record
from generator.records.item import Item
from generator.suggest import nearest

_AT_MOST = 100  # problems of one record: whoever mends these sees the rest
_SUGGESTIONS = 200  # so many suggestions are looked for; a flood of wrong names must not take minutes


def link(
    records: Sequence[Record], known: frozenset[Pointer], drafts: frozenset[Pointer] = frozenset()
) -> tuple[Library, list[Problem]]:
    """Link records; `known` also has the names of broken records, so that references to them are not blamed.

    `drafts` are the names of records that are left out of this site: a reference to one would lead nowhere.
    """
    unique, problems = _without_duplicates(records)
    library = make_library(unique)
    checker = _References(library, known, drafts)
    for record in unique:
        problems += islice(checker.check(record), _AT_MOST)
    problems += _items_without_meeting(unique, library, known - drafts)
    return library, problems


def _without_duplicates(records: Sequence[Record]) -> tuple[list[Record], list[Problem]]:
    first: dict[Pointer, Record] = {}
    problems = []
    for record in records:
        other = first.setdefault(record.pointer, record)
        if other is not record:
            at = record.origin.position("id")
            problems.append(
                problem(record.origin.path, Code.DUPLICATE_ID, at=at, field="id", found=record.id, expected=other.origin.path)
            )
    return list(first.values()), problems


def _items_without_meeting(records: Iterable[Record], library: Library, known: frozenset[Pointer]) -> Iterator[Problem]:
    """The first item of each folder that has no meeting; none where some meeting is there but broken."""
    if any(pointer.type == "meeting" and library.find(pointer) is None for pointer in known):
        return
    folders = {record.folder: record for record in reversed(list(records)) if isinstance(record, Item)}
    for folder, item in folders.items():
        if folder not in library.meeting_by_folder:
            yield problem(item.origin.path, Code.NO_MEETING)


class _References:
    """Checks where the names in records lead."""

    def __init__(self, library: Library, known: frozenset[Pointer], drafts: frozenset[Pointer]) -> None:
        self.library, self.known, self.drafts = library, known, drafts
        self._near: dict[Pointer, str] = {}

    def check(self, record: Record) -> Iterator[Problem]:
        """Every name in the record that leads nowhere."""
        path = record.origin.path
        for field, value in record.scalars:
            if isinstance(value, Pointer):
                if fault := self._fault(value):
                    code, details = fault
                    yield problem(path, code, at=record.origin.position(field), field=field, **details)
            elif isinstance(value, str):
                for code, details, offset in self._faults_in(value):
                    at = record.origin.place_in(field, value, offset)
                    yield problem(path, code, at=at, field=field, **details)

    def _faults_in(self, text: str) -> Iterator[tuple[Code, dict[str, str], int]]:
        for found in links_in(text, TYPE_NAMES):
            if found.pointer is not None:
                if fault := self._fault(found.pointer):
                    yield *fault, found.offset
            elif not found.is_web and not found.target.startswith("#"):
                yield Code.BAD_LINK, {"found": found.target}, found.offset

    def _fault(self, pointer: Pointer) -> tuple[Code, dict[str, str]] | None:
        bare = pointer.whole
        target = self.library.find(bare)
        if target is not None:
            keys = part_keys(target) if pointer.part else frozenset()
            if pointer.part in keys or not pointer.part:
                return None
            details = {"found": str(bare), "expected": pointer.part, "suggestion": nearest(pointer.part, keys)}
            return Code.DANGLING_PART, details
        if bare in self.drafts:
            return Code.DRAFT_NAMED, {"found": str(bare)}
        if bare in self.known:
            return None
        return Code.DANGLING, {"found": str(bare), "suggestion": self._nearest(bare)}

    def _nearest(self, pointer: Pointer) -> str:
        if pointer not in self._near:
            names = [name.id for name in self.known if name.type == pointer.type]
            near = nearest(pointer.id, names) if len(self._near) < _SUGGESTIONS else ""
            self._near[pointer] = f"{pointer.type}:{near}" if near else ""
        return self._near[pointer]
