"""Link: records to a library, where every name of a record leads to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Any

from generator.declaration import Pointer
from generator.examined import Examined
from generator.library import Library, make_library
from generator.links import links_in
from generator.problems import Code, Problem, problem
from generator.records import TYPE_NAMES
from generator.records.item import Item
from generator.records.person import Person
from generator.sorting import slugify
from generator.suggest import NO_SUGGESTION, Suggestion, suggestion_for

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


def own_problems(files: Sequence[Examined]) -> Iterator[Problem]:
    """What is wrong with each file by itself; where a name lacks its type, and one record can be meant, with that record."""
    known = frozenset(one.name for one in files if one.name is not None)
    return (_completed(found, known) if found.code is Code.BAD_POINTER else found for one in files for found in one.problems)


def _completed(found: Problem, known: frozenset[Pointer]) -> Problem:
    details = dict(found.details)
    forms = details["expected"].split(" | ")
    types = [form.removesuffix(":id") for form in forms if form != "id"]
    meant = [name for name in (Pointer(type_name, slugify(details["found"])) for type_name in types) if name in known]
    if len(meant) != 1:
        return found
    return replace(found, suggestion=meant[0].id if "id" in forms else str(meant[0]), sure=True)


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
        self._near: dict[Pointer, Suggestion] = {}

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

    def _fault(self, pointer: Pointer) -> tuple[Code, dict[str, Any]] | None:
        bare = pointer.whole
        target = self.library.records.get(bare)
        if target is not None:
            if not pointer.part or pointer.part in (keys := target.part_keys):
                return None
            near = suggestion_for(pointer.part, keys)
            return Code.DANGLING_PART, {"found": str(bare), "expected": pointer.part, **near._asdict()}
        if bare in self.drafts:
            return Code.DRAFT_NAMED, {"found": str(bare)}
        if bare in self.known:
            return None
        return Code.DANGLING, {"found": str(bare), **self._nearest(bare)._asdict()}

    def _nearest(self, pointer: Pointer) -> Suggestion:
        if pointer not in self._near:
            names = [name.id for name in self.known if name.type == pointer.type]
            near, sure = suggestion_for(pointer.id, names) if len(self._near) < _SUGGESTIONS else NO_SUGGESTION
            # Who is meant by a name is never sure: one letter is enough to make it somebody else.
            near = f"{pointer.type}:{near}" if near else ""
            self._near[pointer] = Suggestion(near, sure and pointer.type != Person.type_name)
        return self._near[pointer]
