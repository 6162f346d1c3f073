"""Check: a source file to a record, against the declaration of its type and the rules that look at one record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from fnmatch import fnmatchcase
from itertools import islice

from generator.config import SiteConfig
from generator.declaration import Pointer, Reading, check_fields
from generator.examined import Examined
from generator.problems import Code, Problem, problem
from generator.records import RECORD_TYPES, Record
from generator.rules import OWN_RULES, OneRecord, meeting_days_of
from generator.sorting import slugify
from generator.source import SourceFile
from generator.suggest import nearest

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:md|yml))?")
_PATTERNS = tuple((pattern, record_type) for record_type in RECORD_TYPES for pattern in record_type.files)
_AT_MOST = 100  # bad links of one record: whoever mends these sees the rest
_BODY = "the text below the head"  # a field that is not written among the others; a key of the catalogue


def check(source: SourceFile, config: SiteConfig, found: Iterable[Problem] = ()) -> Examined:
    """Check one file by itself; `found` are the problems of reading it, which come along."""
    record_type, problems = _type_of(source, config.content_name)
    problems = [*found, *problems]
    if record_type is None:
        return Examined(source.path, source.digest, problems=tuple(problems))
    record, more = _check_one(source, record_type, config)
    problems += more
    written_id = source.fields.get("id")
    examined = Examined(
        path=source.path,
        digest=source.digest,
        name=Pointer(record_type.type_name, str(written_id)) if written_id else None,
        problems=tuple(problems),
    )
    return examined if record is None else _look_into(record, examined, config.language)


def _look_into(record: Record, examined: Examined, language: str) -> Examined:
    """Add what a whole record brings: whom it names, its own faults, the days on which it says that meetings are."""
    one = OneRecord(record, language)
    kinds = [kind for kind in OWN_RULES if kind is Record or (isinstance(record, kind) and record.status != "withdrawn")]
    pointers = [value for _, value in record.scalars if isinstance(value, Pointer)]
    return replace(
        examined,
        record=record,
        problems=(*examined.problems, *islice(_bad_links(one), _AT_MOST)),
        faults=tuple(fault for kind in kinds for rule in OWN_RULES[kind] for fault in rule(one)),
        named=tuple(dict.fromkeys([*pointers, *(link.pointer for _, _, link in one.links if link.pointer is not None)])),
        meeting_days=tuple(meeting_days_of(one)),
    )


def _bad_links(one: OneRecord[Record]) -> Iterator[Problem]:
    """Links in the record's texts that lead neither to a record, nor to a place on its page, nor into the web."""
    for field, text, link in one.links:
        if link.pointer is None and not link.is_web and not link.target.startswith("#"):
            at = one.record.origin.place_in(field, text, link.offset)
            yield problem(one.record.origin.path, Code.BAD_LINK, at=at, field=field, found=link.target)


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
    every = [pattern for pattern, _ in _PATTERNS]
    # A file that lies in the folder of a type is meant to be one: the places in that folder are enough.
    expected = ", ".join([pattern for pattern in every if pattern.split("/")[0] == inner.split("/")[0]] or every)
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
        problems += _repeated_keys(record)
    return record, problems


def _repeated_keys(record: Record) -> Iterator[Problem]:
    """Parts are named by their keys, so no two of one list may have the same."""
    seen: set[tuple[str, str]] = set()
    for path, part in record.parts:
        place = (path.rpartition("[")[0] or path, getattr(part, "key", None) or "")
        if place[1] and place in seen:
            field = f"{path}.key"
            at = record.origin.position(field)
            yield problem(record.origin.path, Code.DUPLICATE_PART, at=at, field=field, found=place[1])
        seen.add(place)
