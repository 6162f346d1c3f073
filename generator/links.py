"""Links inside Markdown text: found with their place, and told apart by what they point to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.declaration.pointer import Pointer, read_pointer

# The target of an inline link or image. Code spans are not left out: a link shown as code is rare,
# and saying that it leads nowhere is better than missing one that does.
_TARGET = re.compile(r"\]\(\s*<?([^)\s>]*)>?[^)]*\)")
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextLink:
    """One link in a text: its target as written, where that starts, and the record it names (if any)."""

    target: str
    offset: int
    pointer: Pointer | None
    is_web: bool


def links_in(text: str, types: tuple[str, ...]) -> Iterator[TextLink]:
    """Every inline link of a Markdown text; `types` are the record types that a link may name."""
    if "](" not in text:
        return
    for match in _TARGET.finditer(text):
        target = match[1]
        yield TextLink(target, match.start(1), pointer_of(target, types), bool(_ABSOLUTE.match(target)))


def pointer_of(target: str, types: tuple[str, ...]) -> Pointer | None:
    """The record that a link's target names, or None where it is something else."""
    if ":" not in target or _ABSOLUTE.match(target):
        return None
    try:
        return read_pointer(target, types)
    except ValueError:
        return None
