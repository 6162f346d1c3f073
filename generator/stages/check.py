"""Check: source files to records, each against the declaration of its type."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase

from generator.config import SiteConfig
from generator.declaration import Declared, Pointer, Reading, check_fields
from generator.problems import Code, Problem, problem
from generator.records import RECORD_TYPES, Record
from generator.sorting import slugify
from generator.source import SourceFile
from generator.suggest import nearest

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:md|yml))?")
_PATTERNS = tuple((pattern, record_type) for record_type in RECORD_TYPES for pattern in record_type.files)
_BODY = "the text below the head"  # a field that is not written among the others; a key of the catalogue


def check(sources: Sequence[SourceFile], config: SiteConfig) -> tuple[tuple[Record, ...], frozenset[Pointer], list[Problem]]:
    """Check each file by itself: the records, the names of all records also of broken files, the problems."""
    records: list[Record] = []
    known: set[Pointer] = set()
    problems: list[Problem] = []
    for source in sources:
        record_type, found = _type_of(source, config.content_name)
        if record_type is not None:
            record, more = _check_one(source, record_type, config)
            found = [*found, *more]
            if record is not None:
                records.append(record)
            if written_id := source.fields.get("id"):
                known.add(Pointer(record_type.type_name, str(written_id)))
        problems += found
    return tuple(records), frozenset(known), problems


def _type_of(source: SourceFile, content: str) -> tuple[type[Record] | None, list[Problem]]:
    inner = source.path.removeprefix(f"{content}/")
    for pattern, record_type in _PATTERNS:
        if _matches(inner, pattern):
            bad = next((part for part in inner.split("/") if not _NAME.fullmatch(part)), None)
            if bad is None:
                return record_type, []
            stem, dot, ending = bad.partition(".")
            suggestion = slugify(stem) and slugify(stem) + dot + ending
            return record_type, [problem(source.path, Code.BAD_FILE_NAME, found=bad, suggestion=suggestion)]
    expected = ", ".join(pattern for pattern, _ in _PATTERNS)
    return None, [problem(source.path, Code.MISPLACED_FILE, found=inner, expected=expected, suggestion=_place_near(inner))]


def _place_near(inner: str) -> str:
    """The place where a file in the wrong place was probably meant to be, or an empty text."""
    folder, _, rest = inner.partition("/")
    near = nearest(folder, {pattern.split("/", 1)[0] for pattern, _ in _PATTERNS})
    name = rest.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    candidates = (f"{near}/{rest}", f"{near}/{name}.md") if near and name else ()
    return next((place for place in candidates if any(_matches(place, pattern) for pattern, _ in _PATTERNS)), "")


def _matches(path: str, pattern: str) -> bool:
    """Whether a path fits a glob in which a star stays within its folder."""
    return path.count("/") == pattern.count("/") and fnmatchcase(path, pattern)


def _check_one(source: SourceFile, record_type: type[Record], config: SiteConfig) -> tuple[Record | None, list[Problem]]:
    if not source.whole:
        return None, []  # why has been said
    raw = dict(source.fields)
    problems = []
    if "body" in raw:
        del raw["body"]
        at = source.position("body:")
        problems.append(problem(source.path, Code.UNKNOWN_FIELD, at=at, field="body", found="body", expected=_BODY))
    if source.body.strip():
        raw["body"] = source.body
    record, found = check_fields(record_type, raw, Reading(config.rules, source))
    problems += found
    if record is not None:
        problems += _repeated_keys(record, source)
    code = raw.get("code")
    if record_type.type_name == "municipality" and isinstance(code, str) and not re.fullmatch(config.municipality_code, code):
        at = source.position("code")
        problems.append(
            problem(source.path, Code.BAD_PATTERN, at=at, field="code", found=code, expected=config.municipality_code)
        )
    return record, problems


def _repeated_keys(part: Declared, source: SourceFile, inside: str = "") -> Iterator[Problem]:
    """Parts are named by their keys, so no two of one list may have the same."""
    for name in type(part).model_fields:
        held = getattr(part, name)
        seen: set[str] = set()
        for index, entry in enumerate(held if isinstance(held, tuple) else (held,)):
            if not isinstance(entry, Declared):
                continue
            path = f"{inside}{name}[{index}]" if isinstance(held, tuple) else f"{inside}{name}"
            key = getattr(entry, "key", "")
            if key and key in seen:
                at = source.position(f"{path}.key")
                yield problem(source.path, Code.DUPLICATE_PART, at=at, field=f"{path}.key", found=key)
            seen.add(key)
            yield from _repeated_keys(entry, source, f"{path}.")
