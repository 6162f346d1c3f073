"""Links inside Markdown text: found with their place, and told apart by what they point to."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.declaration.pointer import Pointer, read_pointer

# The targets of the three kinds of link in Markdown: [text](target), <target>, and [name]: target on a line of its
# own. Code spans are not left out: a link shown as code is rare, and saying that it leads nowhere is better than
# missing one that does. Only the opening marks are used up, as one link may stand within another's. No repetition
# is without a limit or ever tried again, so that no text takes minutes.
_TARGET = re.compile(
    r"""\]\((?=\s{0,20}+(?:<([^<>\n]{0,150}+)>|((?:[^\s<>()]{1,150}+|\([^\s<>()]{0,150}+\)){0,4}+))[^)]{0,150}\))
    |<(?=([A-Za-z][A-Za-z0-9.+-]{1,31}:[^\s<>]{0,150}+)>)
    |^[\s>*+-]{0,20}+\[(?!\^)[^\]\n]{1,200}+\]:(?=\s{0,20}+<?([^\s<>]{1,150}+)>?[ \t]{0,20}(?:$|["'(]))
    """,
    re.MULTILINE | re.VERBOSE,
)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ABSOLUTE = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextLink:
    """One link in a text: its target as written, where that starts, and the record it names (if any)."""

    target: str
    offset: int
    pointer: Pointer | None
    is_web: bool


def may_have_links(text: str) -> bool:
    """Whether it is worth looking for links in a text; most texts have none."""
    return "](" in text or "]:" in text or ("<" in text and ":" in text)


def links_in(text: str, types: tuple[str, ...]) -> Iterator[TextLink]:
    """Every link of a Markdown text; `types` are the record types that a link may name."""
    if not may_have_links(text):
        return
    before = -1
    for match in _TARGET.finditer(text):
        group = match.lastindex or 2
        if match.start(group) == before:
            continue  # [text](<target>) is not two
        before = match.start(group)
        target = html.unescape(_ESCAPE.sub(r"\1", match[group]))
        yield TextLink(target, match.start(group), pointer_of(target, types), bool(_ABSOLUTE.match(target)))


def pointer_of(target: str, types: tuple[str, ...]) -> Pointer | None:
    """The record that a link's target names, or None where it is something else."""
    if ":" not in target or _ABSOLUTE.match(target):
        return None
    try:
        return read_pointer(target, types)
    except ValueError:
        return None
