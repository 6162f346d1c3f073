"""A text to what a scan may have made of it: how each letter is misread, as patterns and as one skeleton for all readings."""

from __future__ import annotations

import re
from functools import lru_cache

# What the reading of scans makes of the letters that other languages lack. Source: the scanned papers that the project has.
MISREAD = {
    "æ": ("ae", "ee", "ze", "zæ", "aa", "ea", "e", "a", "z", "@", "&"),
    "ø": ("oe", "ga", "g", "o", "a", "e", "6", "0", "@", "q", "¢", "é", "ö"),
    "å": ("aa", "a", "&", "@", "é", "3", "d", "ä", "á", "à", "â", "4"),
}
# Letters that are taken for each other in any language; only labels are looked for so loosely.
_ALIKE = {"i": "[iíl1|!]", "l": "[l1|i]", "o": "[o0]", "s": "[s5]", "b": "(?:b|8)"}
_VAGUE = re.compile(r"[æøåaeogqzdé@&603¢ö8ä4áàâ]+")
_MARKS = re.compile(r"[\W_]+")


def pattern_of(phrase: str, *, loose: bool = True) -> str:
    """The source of a regular expression for a phrase, its letters perhaps misread, its spaces of any width."""
    return "".join(_letter(letter, loose) for letter in phrase.casefold())


def _letter(letter: str, loose: bool) -> str:
    if letter in MISREAD:
        return "(?:" + "|".join(map(re.escape, (letter, *MISREAD[letter]))) + ")"
    if letter == " ":
        return r"\s+"
    return _ALIKE.get(letter, re.escape(letter)) if loose else re.escape(letter)


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """What all readings of a word have in common: two words that a scan may confuse have the same one."""
    return _VAGUE.sub("*", word.casefold())


def squeezed(text: str) -> str:
    """A text's letters and digits alone, in lower case."""
    return _MARKS.sub("", text.casefold())
