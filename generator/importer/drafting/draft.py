"""What an import makes before anything is written: files of records, and findings for the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class DraftFile:
    """A record to be written: its path below the content folder, its fields in order, its body."""

    path: str
    fields: Mapping[str, Any]
    body: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that the report says: the key of its text, the line of the source (0: none), what the text names."""

    key: str
    place: tuple[int, int]
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass
class Draft:
    """All that came of a source: the records, what is unsure, and the lines that stand in no record."""

    kind: str
    folder: str
    files: list[DraftFile]
    findings: list[Finding]
    left: list[tuple[tuple[int, int], str]] = field(default_factory=list)
