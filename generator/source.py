"""A source file: its fields as raw text, the position of each, and its body."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import frontmatter

from generator.problems import Code, Problem, problem
from generator.raw_yaml import RawMapping, parse_mapping

LARGEST_FILE = 2_000_000  # bytes; a record that is longer is a mistake, and slow to check
_CONFLICT = re.compile(r"^(<{7}|>{7}|\|{7})( |$)|^={7}$", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as written: raw fields, positions by dotted path (line, column from 1), body, digest.

    `path` is relative to the folder that holds the content folder, with forward slashes.
    """

    path: str
    digest: str
    fields: RawMapping = field(default_factory=dict)
    positions: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    head_line: int = 1

    def position(self, field_path: str) -> tuple[int, int]:
        """Where a field stands, or the nearest thing around it that stands anywhere."""
        while field_path:
            if field_path in self.positions:
                return self.positions[field_path]
            field_path = re.sub(r"(\.[^.\[]+|\[\d+\]|^[^.\[]+)$", "", field_path)
        return (self.head_line, 1)


class _Fences(frontmatter.default_handlers.YAMLHandler):
    """Splits at lines that are three hyphens and nothing else, so that line numbers stay exact."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)


def digest_of(data: bytes) -> str:
    """A short, stable fingerprint of some bytes."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def parse_source(path: str, data: bytes) -> tuple[SourceFile | None, list[Problem]]:
    """Read one file's bytes: Markdown with a YAML head, or (by its ending, .yml) YAML alone.

    Returns no file where it cannot be read at all, and every problem that was found.
    """
    text, problems = _decode(path, data)
    if problems:
        return None, problems
    digest = digest_of(data)
    if path.endswith((".yml", ".yaml")):
        fields, positions, problems = parse_mapping(path, text, first_line=1)
        return SourceFile(path, digest, fields, positions), problems
    handler = _Fences()
    if not text.startswith("---") or handler.FM_BOUNDARY.match(text) is None:
        return None, [problem(path, Code.FENCE_MISSING, found=text.split("\n", 1)[0][:40])]
    try:
        head, body = handler.split(text)
    except ValueError:
        return None, [problem(path, Code.FENCE_UNCLOSED)]
    fields, positions, problems = parse_mapping(path, head, first_line=1)
    head_lines = head.count("\n") + 1
    # The body starts on the line after the closing fence; split() leaves that fence's line break in it.
    return SourceFile(path, digest, fields, positions, body[1:], head_lines + 1, 2), problems


def _decode(path: str, data: bytes) -> tuple[str, list[Problem]]:
    if len(data) > LARGEST_FILE:
        return "", [problem(path, Code.TOO_LARGE, found=len(data), expected=LARGEST_FILE)]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        at = (before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        return "", [problem(path, Code.NOT_UTF8, at=at, found=f"0x{data[error.start]:02x}")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for code, pattern in ((Code.CONTROL_CHARACTER, _CONTROL), (Code.MERGE_CONFLICT, _CONFLICT)):
        if match := pattern.search(text):
            found = match.group() if code is Code.MERGE_CONFLICT else f"U+{ord(match.group()):04X}"
            return "", [problem(path, code, at=place_of(text, match.start()), found=found)]
    return text, []


def place_of(text: str, offset: int, first_line: int = 1) -> tuple[int, int]:
    """The line and column (from 1) of an offset in a text whose first line has the number given."""
    return (text.count("\n", 0, offset) + first_line, offset - (text.rfind("\n", 0, offset) + 1) + 1)
