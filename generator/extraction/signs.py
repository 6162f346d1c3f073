"""Signs that are there for the layout alone to plain ones, so that words are compared as a reader sees them."""

from __future__ import annotations

import re

_SPACES = "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f"  # that do not break, or are narrower or wider
_HYPHENS = "\u2010\u2011"  # one of them does not break
_NOTHING = "\u200b\u200c\u200d\u2060\ufeff"  # has no width
_BULLET = "•"
# Wingdings and Symbol have their signs at these places; in lists, where nearly all of them stand, they are bullets.
_OF_TYPES = range(0xF020, 0xF100)

_UNSEEN = re.compile(rf"[{_NOTHING}]|\u00ad(?!\s*$)", re.MULTILINE)

_PLAIN: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _SPACES), " "),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _NOTHING), None),
    **dict.fromkeys(_OF_TYPES, _BULLET),
}
_WITHOUT_HYPHENS = {**_PLAIN, 0xAD: None}


def plain_signs(text: str, *, soft_hyphens: bool = False) -> str:
    """A text with plain spaces, hyphens and bullets; without soft hyphens, unless a line may end in one that divides a word."""
    if text.isascii():
        return text
    return text.translate(_PLAIN if soft_hyphens else _WITHOUT_HYPHENS)


def seen_signs(text: str) -> str:
    """A text of lines as written, but without what nobody sees: signs of no width, hyphens where no line ends."""
    return text if text.isascii() else _UNSEEN.sub("", text)
