"""A page of the handbook in Markdown, and the pieces that pages are written with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ESCAPED = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>|"})


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page: its file below the handbook's folder, its title, and its text in Markdown (without the title)."""

    path: str
    title: str
    text: str

    @property
    def markdown(self) -> str:
        """The whole page."""
        return f"# {plain(self.title)}\n\n{self.text.strip()}\n"


def plain(text: str) -> str:
    """A text as itself, on one line: none of its marks means anything in Markdown."""
    return " ".join(text.split()).translate(_ESCAPED)


def code(text: str) -> str:
    """A text as code, within a line or a cell of a table."""
    shown = text.replace("|", "\\|")
    return f"`` {shown} ``" if "`" in text else f"`{shown}`"


def block(text: str, title: str = "", language: str = "yaml") -> str:
    """A text as a block of code, with a title above it if there is one."""
    named = f' title="{title}"' if title else ""
    return f"```{language}{named}\n{text.rstrip()}\n```"


def heading(level: int, title: str, anchor: str) -> str:
    """A heading with an anchor of its own, so that links to it outlive its words."""
    return f"{'#' * level} {title} {{ #{anchor} }}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; its cells are Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def joined(parts: Iterable[str]) -> str:
    """The pieces of a page one after the other, those that are empty left out."""
    return "\n\n".join(part for part in parts if part)
