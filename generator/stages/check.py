"""Check: source files to records, each against the declaration of its type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fnmatch import fnmatchcase

from generator.config import SiteConfig
from generator.declaration import Declared, Pointer, Reading, check_fields
from generator.problems import Code, Problem, problem
from generator.records import RECORD_TYPES, Record
from generator.source import SourceFile

_FILE_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:md|yml)")


def check(sources: Sequence[SourceFile], config: SiteConfig) -> tuple[tuple[Record, ...], frozenset[Pointer], list[Problem]]:
    """Check each file by itself: the records, the names of all records also of broken files, the problems."""
    records: list[Record] = []
    known: set[Pointer] = set()
    problems: list[Problem] = []
    for source in sources:
        record_type, found = _type_of(source)
        if record_type is not None:
            record, more = _check_one(source, record_type, config)
            found = [*found, *more]
            if record is not None:
                records.append(record)
            if written_id := source.fields.get("id"):
                known.add(Pointer(record_type.type_name, str(written_id)))
        problems += found
    return tuple(records), frozenset(known), problems


def _type_of(source: SourceFile) -> tuple[type[Record] | None, list[Problem]]:
    inner = source.path.split("/", 1)[1]
    for record_type in RECORD_TYPES:
        if any(_matches(inner, pattern) for pattern in record_type.files):
            if all(_FILE_NAME.fullmatch(part) or "." not in part for part in inner.split("/")) and inner == inner.lower():
                return record_type, []
            return record_type, [problem(source.path, Code.BAD_FILE_NAME, found=inner.rsplit("/", 1)[-1])]
    folders = ", ".join(pattern for record_type in RECORD_TYPES for pattern in record_type.files)
    return None, [problem(source.path, Code.MISPLACED_FILE, found=inner, expected=folders)]


def _matches(path: str, pattern: str) -> bool:
    """Whether a path fits a glob in which a star stays within its folder."""
    return path.count("/") == pattern.count("/") and fnmatchcase(path, pattern)


def _check_one(source: SourceFile, record_type: type[Record], config: SiteConfig) -> tuple[Record | None, list[Problem]]:
    raw = dict(source.fields)
    problems = []
    if "body" in raw:
        at = source.position("body")
        problems.append(problem(source.path, Code.UNKNOWN_FIELD, at=at, field="body", found="body", expected="---"))
    elif source.body.strip():
        raw["body"] = source.body
    if not raw:
        return None, []  # the file could not be parsed, and that has been said
    record, found = check_fields(record_type, raw, Reading(config.rules, source))
    problems += found
    if record is not None:
        problems += _repeated_parts(record, source)
    code = raw.get("code")
    if record_type.type_name == "municipality" and isinstance(code, str) and not re.fullmatch(config.municipality_code, code):
        at = source.position("code")
        problems.append(
            problem(source.path, Code.BAD_PATTERN, at=at, field="code", found=code, expected=config.municipality_code)
        )
    return record, problems


def _repeated_parts(record: Record, source: SourceFile) -> list[Problem]:
    """Parts of a record are named by their keys, so no two of one list may have the same."""
    problems = []
    for name in type(record).model_fields:
        entries = getattr(record, name)
        if not isinstance(entries, tuple):
            continue
        seen: set[str] = set()
        for index, entry in enumerate(entries):
            key = getattr(entry, "key", None) if isinstance(entry, Declared) else None
            if key is not None and key in seen:
                path = f"{name}[{index}].key"
                problems.append(problem(source.path, Code.DUPLICATE_PART, at=source.position(path), field=path, found=key))
            seen.add(key or "")
    return problems
