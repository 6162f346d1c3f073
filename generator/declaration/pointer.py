"""A pointer: the name of another record, or of a part of one, as a field or a link holds it."""

from __future__ import annotations

import re
from typing import NamedTuple

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_POINTER = re.compile(rf"(?:([a-z][a-z_]*):)?({ID_PATTERN.pattern})(?:#({ID_PATTERN.pattern}))?")


class Pointer(NamedTuple):
    """Names a record by type and permanent id, and (if not empty) one of its parts by key.

    A named tuple, since pointers are looked up by the million, and a dataclass does that three times as slowly.
    """

    type: str
    id: str
    part: str = ""

    @property
    def whole(self) -> Pointer:
        """The record itself, where this names a part of it."""
        return Pointer(self.type, self.id) if self.part else self

    def __str__(self) -> str:
        return f"{self.type}:{self.id}" + (f"#{self.part}" if self.part else "")


def read_pointer(text: str, types: tuple[str, ...]) -> Pointer:
    """Read `id` (where one type is meant) or `type:id`, each with an optional `#part`.

    Raises ValueError where the text is no pointer, or names no type or another type than those allowed.
    """
    match = _POINTER.fullmatch(text)
    if match is None:
        raise ValueError(text)
    named, record_id, part = match.groups()
    if named is None and len(types) == 1:
        named = types[0]
    if named not in types:
        raise ValueError(text)
    return Pointer(named, record_id, part or "")
