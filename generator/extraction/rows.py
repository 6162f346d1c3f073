"""A line as a format's reader found it, before lines become blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from babel.dates import get_month_names

from generator.messages import LANGUAGES

# "28. august" opens a line as often as "28. Eventuelt" does, and is no number in a list.
_MONTHS = "|".join(sorted({name for language in LANGUAGES for name in get_month_names("wide", locale=language).values()}))
# With those of the fonts Symbol and Wingdings, which a PDF keeps as letters of its own.
SIGNS_OF_LISTS = (
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf0e8\uf0a8\uf076\uf06e\uf02d"
    "•·*●○◦⦁⚫∙▪▫■□◾◼◆◇◊❖▶▷▸▹►‣›❯→➔➜➝➢➤⇒✓✔✗☐☑★⁃–—-"  # for a class of a pattern, at whose end a hyphen is one
)
_BULLET = rf"[{SIGNS_OF_LISTS}]|o(?=\s+\S\S)"
_NUMBER = "|".join(
    (
        rf"\(?\d{{1,3}}[.)](?!\s*(?i:{_MONTHS})\b)",  # 1. or 1) or (1)
        r"\(?[a-zæøå][.)](?!\s*\d)",  # a. but not "d. 28. august"
        r"\(?[A-ZÆØÅ]\)",  # A) but not "A. Hansen"
        r"\(?(?:[ivx]{1,5}|[IVX]{1,5})[.)]",
        r"\d{1,2}(?:\.\d{1,2}){1,3}\.?(?=\s+[A-ZÆØÅ])",  # 3.10 but not "3.10 kr."
    )
)
_MARKER = re.compile(rf"({_BULLET}|{_NUMBER})\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its words, its page and number as `Line` counts them, and how it stands there.

    `indent` is the distance from the left in whatever unit the format has; `apart` says that there is empty space
    before it; `level` that it is a heading of that level; `cells` are its parts where wide gaps divide it; `says` is
    what it says where the line as written has marks around that; `height` how high on its page it stands, from 0 at the
    lower edge to 1, and 0 where that is not known; `full` whether it reaches the edge of its column;
    `ruled` whether it is a row of a table whose lines are drawn.
    """

    text: str
    page: int
    number: int
    indent: float = 0
    apart: bool = False
    level: int = 0
    cells: tuple[str, ...] = ()
    strong: bool = False
    furniture: bool = False
    says: str | None = None
    height: float = 0
    full: bool = False
    ruled: bool = False


def marker_of(text: str) -> str:
    """The bullet or number with which a line begins as an item of a list; empty where it begins with none."""
    found = _MARKER.match(text)
    return found[1] if found else ""


def is_first(marker: str) -> bool:
    """Whether a marker may begin a list: a bullet, or the first of what is counted by."""
    sign = marker.strip("().")
    return bool(marker) and (not sign.isalnum() or sign in ("1", "a", "A", "i", "I"))


def kind_of(marker: str, around: Sequence[str]) -> str:
    """How a list counts by its marker: by figures, letters, Roman figures, or not at all; empty for no marker.

    `around` is how the lists count that are open: in one that counts by letters, "i." is the ninth of them.
    """
    sign = marker.strip("().")
    if not sign or not sign.isalnum():
        return marker
    if sign[0].isdigit():
        return f"figures {sign.count('.')}"
    if len(sign) == 1 and (sign not in "ivxIVX" or (around and around[-1].startswith("letters") and sign not in "iI")):
        return "letters" + " capital" * sign.isupper()
    return "roman" + " capital" * sign.isupper()
