"""Changes between versions in words: what was put in and what goes out, for those who see no underline."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup, escape

_MARKED = re.compile(r"\+\+(?P<added>.+?)\+\+|~~(?P<struck>.+?)~~", re.DOTALL)
_TAG = re.compile(r"<(/?)(ins|del)>")


@dataclass(frozen=True, slots=True)
class Edit:
    """One marked change: `kind` is added or struck, `text` is its Markdown."""

    kind: str
    text: str


def edits_in(text: str) -> tuple[Edit, ...]:
    """Every insertion and deletion that a text marks, in its order."""
    return tuple(
        Edit("added", match["added"].strip()) if match["added"] else Edit("struck", match["struck"].strip())
        for match in _MARKED.finditer(text)
    )


def in_words(html: Markup, words: Callable[[str], str]) -> Markup:
    """Put a word before and after each marked change; the stylesheet shows them in print and to screen readers."""

    def said(match: re.Match[str]) -> str:
        closing, tag = match.groups()
        word = escape(words(f"agreement.{tag}_{'end' if closing else 'start'}"))
        mark = f'<span class="said-aloud">{word}</span>'
        return f"{mark}</{tag}>" if closing else f"<{tag}>{mark}"

    return Markup(_TAG.sub(said, str(html)))  # noqa: S704  # the words are escaped, the rest was HTML before
