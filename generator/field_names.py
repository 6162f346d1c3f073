"""A field's path in a file to what readers and editors call it: decisions[1].outcome is Beslutninger 2, Udfald."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from generator.declaration import declared_fields
from generator.display import snake_case
from generator.field_texts import field_text
from generator.messages import Catalogue
from generator.records import RECORD_TYPES, Record

_STEP = re.compile(r"([a-z_]+)(?:\[(\d+)\])?")


def labels_of(model: Any, field: str, t: Catalogue) -> list[str]:
    """What a field and the parts that it is in are called, outermost first: Beslutninger, Udfald."""
    return [label for label, _ in _steps(model, field, t)]


def named_place(path: str, field: str, t: Catalogue) -> str:
    """A field of the record in a file, in the words of the form: `Beslutninger 2 → Udfald`; empty where it is none."""
    model = _type_of(path)
    if model is None:
        return ""
    return " → ".join(f"{label} {int(index) + 1}" if index else label for label, index in _steps(model, field, t))


def _type_of(path: str) -> type[Record] | None:
    """The type of the records that lie where a file lies."""
    inner = PurePosixPath(path)
    return next((one for one in RECORD_TYPES if any(inner.match(pattern) for pattern in one.files)), None)


def _steps(model: Any, field: str, t: Catalogue) -> list[tuple[str, str]]:
    """Each step of a field's path: its label, and which entry of a list is meant, as the path writes it."""
    owner, found = model.type_name, []
    for name, index in _STEP.findall(field):
        place = next((place for place in declared_fields(model) if place.name == name), None)
        if place is None:
            break
        found.append((field_text(owner, name, "label", t), index))
        if place.part is None:
            break
        model, owner = place.part, snake_case(place.part.__name__)
    return found
