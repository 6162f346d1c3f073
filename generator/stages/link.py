"""Link: records to a library, where every name of a record leads to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from generator.declaration import Pointer
from generator.examined import Examined
from generator.library import Library, make_library
from generator.links import links_in
from generator.problems import Code, Problem, problem
from generator.records import TYPE_NAMES
from generator.records.item import Item
from generator.suggest import nearest

_AT_MOST = 100  # problems of one record: whoever mends these sees the rest
_SUGGESTIONS = 200  # so many suggestions are looked for; a flood of wrong names must not take minutes


def link(files: Sequence[Examined], drafts: frozenset[Pointer] = frozenset()) -> tuple[Library, list[Problem]]:
    """Link the records of files; broken files have a name too, so that references to them are not blamed.

    `drafts` are the names of records that are left out of this site: a reference to one would lead nowhere.
    """
    known = frozenset(one.name for one in files if one.name is not None)
    unique, problems = _without_duplicates([one for one in files if one.name not in drafts])
    library = make_library(unique)
    checker = _References(library, known, drafts)
    for one in unique:
        problems += islice(checker.check(one), _AT_MOST)
    problems += _items_without_meeting(library, known - drafts)
    return library, problems


def _without_duplicates(files: Sequence[Examined]) -> tuple[list[Examined], list[Problem]]:
    first: dict[Pointer, Examined] = {}
    problems = []
    for one in files:
        if one.record is None:
            continue
        other = first.setdefault(one.record.pointer, one)
        if other is not one:
            at = one.record.origin.position("id")
            problems.append(problem(one.path, Code.DUPLICATE_ID, at=at, field="id", found=one.record.id, expected=other.path))
    return list(first.values()), problems


def _items_without_meeting(library: Library, known: frozenset[Pointer]) -> Iterator[Problem]:
    """The first item of each folder that has no meeting; none where some meeting is there but broken."""
    if any(pointer.type == "meeting" and library.find(pointer) is None for pointer in known):
        return
    items = [record for record in library.records.values() if isinstance(record, Item)]
    folders = {item.folder: item for item in reversed(items)}
    for folder, item in folders.items():
        if folder not in library.meeting_by_folder:
            yield problem(item.origin.path, Code.NO_MEETING)


class _References:
    """Checks where the names in records lead."""

    def __init__(self, library: Library, known: frozenset[Pointer], drafts: frozenset[Pointer]) -> None:
        self.library, self.known, self.drafts = library, known, drafts
        self._near: dict[Pointer, str] = {}

    def check(self, one: Examined) -> Iterator[Problem]:
        """Every name in a file's record that leads nowhere."""
        # Where they stand is only looked for where one is wrong, which is rare.
        there = self.library.records
        wrong = {pointer: fault for pointer in one.named if pointer not in there and (fault := self._fault(pointer))}
        if one.record is None or not wrong:
            return
        for field, value in one.record.scalars:
            if isinstance(value, Pointer) and value in wrong:
                code, details = wrong[value]
                yield problem(one.path, code, at=one.record.origin.position(field), field=field, **details)
            elif isinstance(value, str):
                for found in links_in(value, TYPE_NAMES):
                    if found.pointer in wrong:
                        code, details = wrong[found.pointer]
                        at = one.record.origin.place_in(field, value, found.offset)
                        yield problem(one.path, code, at=at, field=field, **details)

    def _fault(self, pointer: Pointer) -> tuple[Code, dict[str, str]] | None:
        bare = pointer.whole
        target = self.library.records.get(bare)
        if target is not None:
            if not pointer.part or pointer.part in (keys := target.part_keys):
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
