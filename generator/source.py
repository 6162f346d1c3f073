"""A source file: its fields as raw text, the position of each, and its body."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import frontmatter

from generator.problems import Code, Problem, problem
from generator.raw_yaml import CONTROL, RawMapping, parse_mapping, positions_in

LARGEST_FILE = 2_000_000  # bytes; a record that is longer is a mistake, and slow to check
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)|^={7}$", re.MULTILINE)
_ID = re.compile(r"^id:[ \t]*[\"']?([a-z0-9-]+)", re.MULTILINE)
_WORD = re.compile(r"\S{1,40}")
_LAST_STEP = re.compile(r"(\.[^.\[]+|\[\d+\])$")


@dataclass(frozen=True, slots=True)
class FileInContent:
    """A file that is to be read: where it is, and how messages call it."""

    path: Path
    shown: str


@dataclass(frozen=True)
class SourceFile:
    """One file as written: raw fields, positions by dotted path (line, column from 1), head, body, digest.

    `path` is relative to the folder that holds the content folder, with forward slashes. A file that is not
    `whole` could not be read to its end: of its fields at most the id is known, so that references to it hold.
    """

    path: str
    digest: str
    fields: RawMapping = field(default_factory=dict)
    head: str = ""
    body: str = ""
    body_line: int = 1
    head_line: int = 1
    whole: bool = True

    @cached_property
    def positions(self) -> Mapping[str, tuple[int, int]]:
        """Where each field stands; found out when a problem asks for it, which few files have."""
        return positions_in(self.path, self.head)

    def __reduce__(self) -> tuple[type[SourceFile], tuple[object, ...]]:
        # Whoever gets it from another process, or from the last build, has the record; the raw fields would be twice.
        return SourceFile, (self.path, self.digest, {}, self.head, self.body, self.body_line, self.head_line, self.whole)

    def position(self, field_path: str) -> tuple[int, int]:
        """Where a field stands, or the nearest thing around it that stands anywhere."""
        while field_path:
            if field_path in self.positions:
                return self.positions[field_path]
            if field_path == "body" and self.body.strip():
                return self.place_in("body", self.body.strip("\n"), 0)
            outer = _LAST_STEP.sub("", field_path)
            field_path = outer if outer != field_path else ""
        return (self.head_line, 1)

    def place_in(self, field_path: str, text: str, offset: int) -> tuple[int, int]:
        """Where a place in a field's text stands: the same word, as often after the field's start as in the text."""
        if field_path == "body" and "body" not in self.positions:
            before = len(self.body) - len(self.body.lstrip("\n"))
            return place_of(self.body, before + offset, self.body_line)
        line, column = self.position(field_path)
        word = _WORD.match(text, offset)
        if word is None:
            return (line, column)
        start = offset_of(self.head, line, column)
        for _ in range(text.count(word[0], 0, offset)):
            start = self.head.find(word[0], start) + len(word[0])
        found = self.head.find(word[0], start)
        # Where the file has escapes, or a folded line, the text's own words may stand nowhere.
        return place_of(self.head, found) if found >= 0 else (line, column)


class _Fences(frontmatter.default_handlers.YAMLHandler):
    """Splits at lines that are three hyphens and nothing else, so that line numbers stay exact."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


def digest_of(data: bytes) -> str:
    """A short, stable fingerprint of some bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def parse_source(path: str, data: bytes) -> tuple[SourceFile, list[Problem]]:
    """Read one file's bytes: Markdown with a YAML head, or (by its ending, .yml) YAML alone, and every problem found."""
    digest = digest_of(data)
    text, problems = _decode(path, data)
    if problems:
        return _broken(path, digest, data[:LARGEST_FILE].decode("latin-1")), problems
    if path.endswith(".yml"):
        fields, problems = parse_mapping(path, text)
        source = SourceFile(path, digest, fields, text)
        return source if fields else _broken(path, digest, text), problems
    handler = _Fences()
    if not text.startswith("---") or handler.FM_BOUNDARY.match(text) is None:
        found = text.split("\n", 1)[0]
        return _broken(path, digest, text), [problem(path, Code.FENCE_MISSING, found=found)]
    try:
        head, body = handler.split(text)
    except ValueError:
        return _broken(path, digest, text), [problem(path, Code.FENCE_UNCLOSED)]
    fields, problems = parse_mapping(path, head)
    if not fields:
        return _broken(path, digest, text), problems
    head_lines = head.count("\n") + 1
    # The body starts on the line after the closing fence; split() leaves that fence's line break in it.
    return SourceFile(path, digest, fields, head, body[1:], head_lines + 1, 2), problems


def _broken(path: str, digest: str, text: str) -> SourceFile:
    written_id = _ID.search(text.replace("\r", "\n"))
    return SourceFile(path, digest, {"id": written_id[1]} if written_id else {}, whole=False)


def _decode(path: str, data: bytes) -> tuple[str, list[Problem]]:
    if len(data) > LARGEST_FILE:
        return "", [problem(path, Code.TOO_LARGE, found=len(data), expected=LARGEST_FILE)]
    try:
        text = _one_line_end(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        before = _one_line_end(data[: error.start].decode("utf-8-sig", errors="replace"))
        at = place_of(before, len(before))
        return "", [problem(path, Code.NOT_UTF8, at=at, found=f"0x{data[error.start]:02x}")]
    for code, pattern in ((Code.CONTROL_CHARACTER, CONTROL), (Code.MERGE_CONFLICT, _CONFLICT)):
        if match := pattern.search(text):
            found = match.group().rstrip() if code is Code.MERGE_CONFLICT else f"U+{ord(match.group()):04X}"
            return "", [problem(path, code, at=place_of(text, match.start()), found=found)]
    return text, []


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def place_of(text: str, offset: int, first_line: int = 1) -> tuple[int, int]:
    """The line and column (from 1) of an offset in a text whose first line has the number given."""
    return (text.count("\n", 0, offset) + first_line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def offset_of(text: str, line: int, column: int) -> int:
    """The offset of a line and column (from 1) in a text; the reverse of `place_of`."""
    offset = 0
    for _ in range(line - 1):
        offset = text.index("\n", offset) + 1
    return offset + column - 1
