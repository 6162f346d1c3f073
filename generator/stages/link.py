"""Link: records to a library, where every name of a record leads to one."""

from __future__ import annotations

from collections.abc import Sequence

from generator.declaration import Pointer, walk
from generator.library import TYPE_NAMES, Library, make_library, part_keys
from generator.links import links_in
from generator.problems import Code, Problem, problem
from generator.records import Record
from generator.records.item import Item
from generator.source import place_of
from generator.suggest import nearest


def link(records: Sequence[Record], known: frozenset[Pointer]) -> tuple[Library, list[Problem]]:
    """Link records; `known` also has the names of broken records, so that references to them are not blamed."""
    unique, problems = _without_duplicates(records)
    library = make_library(unique)
    broken_meetings = any(pointer.type == "meeting" and library.find(pointer) is None for pointer in known)
    for record in unique:
        problems += _check_references(record, library, known)
        if isinstance(record, Item) and record.folder not in library.meeting_by_folder and not broken_meetings:
            problems.append(problem(record.origin.path, Code.NO_MEETING))
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


def _check_references(record: Record, library: Library, known: frozenset[Pointer]) -> list[Problem]:
    problems = []
    for path, value in walk(record):
        if isinstance(value, Pointer):
            at = record.origin.position(path)
            problems += _check_pointer(record, path, at, value, library, known)
        elif isinstance(value, str) and "](" in value:
            problems += _check_text(record, path, value, library, known)
    return problems


def _check_text(record: Record, path: str, text: str, library: Library, known: frozenset[Pointer]) -> list[Problem]:
    problems = []
    for found in links_in(text, TYPE_NAMES):
        at = _place_in(record, path, text, found.offset)
        if found.pointer is not None:
            problems += _check_pointer(record, path, at, found.pointer, library, known)
        elif not found.is_web and not found.target.startswith("#"):
            problems.append(problem(record.origin.path, Code.BAD_LINK, at=at, field=path, found=found.target))
    return problems


def _place_in(record: Record, path: str, text: str, offset: int) -> tuple[int, int]:
    """Where an offset of a text stands in its file; in a YAML block the text starts on the line below its mark."""
    if path == "body":
        return place_of(record.origin.body, record.origin.body.find(text) + offset, record.origin.body_line)
    line, column = record.origin.position(path)
    if "\n" in text:
        return place_of(text, offset, line + 1)
    return (line, column + offset)


def _check_pointer(
    record: Record, path: str, at: tuple[int, int], pointer: Pointer, library: Library, known: frozenset[Pointer]
) -> list[Problem]:
    bare = Pointer(pointer.type, pointer.id)
    target = library.find(bare)
    if target is None:
        if bare in known:
            return []
        near = nearest(pointer.id, [name.id for name in known if name.type == pointer.type])
        shown = f"{pointer.type}:{near}" if near else ""
        return [problem(record.origin.path, Code.DANGLING, at=at, field=path, suggestion=shown, found=bare)]
    if pointer.part and pointer.part not in part_keys(target):
        near = nearest(pointer.part, part_keys(target))
        return [
            problem(
                record.origin.path, Code.DANGLING_PART, at=at, field=path, suggestion=near, found=bare, expected=pointer.part
            )
        ]
    return []
