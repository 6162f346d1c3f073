"""One section of an item: its kind, the label that began it, its lines."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.importer.labels.label import Label
from generator.importer.lines.textlines import TextLine


@dataclass
class Section:
    """A part of an item: its kind, the label that began it (None: none did), its lines without that label."""

    kind: str
    label: Label | None
    lines: list[TextLine] = field(default_factory=list)
    label_line: TextLine | None = None
