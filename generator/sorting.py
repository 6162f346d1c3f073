"""Order and names for readers: alphabetical as a language sorts, and a text as a part of an address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeVar

Thing = TypeVar("Thing")

# Danish and Norwegian put æ, ø and å last, read aa as å, and sort the neighbours' ä and ö as their own æ and ø; Swedish
# and Finnish the other way round. Source: Retskrivningsordbogen, § 3.
_LAST = {"da": "æøå", "nb": "æøå", "nn": "æøå", "sv": "åäö", "fi": "åäö"}
_AS_OURS = {"æøå": str.maketrans("äö", "æø"), "åäö": str.maketrans("æø", "äö")}
_SPELLED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def sort_key(text: str, language: str) -> tuple[str, str]:
    """A key that sorts texts as readers of a language expect, upper and lower case alike."""
    last = _LAST.get(language, "")
    folded = _folded(text, last)
    if last.endswith("å"):
        folded = folded.replace("aa", "å")
    shifted = "".join(chr(0xE000 + last.index(mark)) if mark in last else _base(mark) for mark in folded)
    return shifted, text


def _folded(text: str, last: str) -> str:
    return text.casefold().translate(_AS_OURS.get(last, {}))


def _base(mark: str) -> str:
    return unicodedata.normalize("NFD", mark)[0]


def alphabetical(things: Iterable[Thing], name: Callable[[Thing], str], language: str) -> list[Thing]:
    """Things in the order of their names in a language."""
    return sorted(things, key=lambda thing: sort_key(name(thing), language))


@cache  # the same topics and names make a part of many addresses
def slugify(text: str) -> str:
    """A text as a part of an address: a-z, 0-9 and hyphens."""
    spelled = unicodedata.normalize("NFKD", text.casefold().translate(_SPELLED))
    return re.sub(r"[^a-z0-9]+", "-", spelled).strip("-")


def initial(text: str, language: str) -> str:
    """The letter under which a text stands in an alphabetical list, as a capital; `#` for one that begins otherwise."""
    last = _LAST.get(language, "")
    folded = _folded(text, last)
    if last.endswith("å") and folded.startswith("aa"):
        return "Å"
    first = folded[:1] if folded[:1] in last else _base(folded[:1] or "#")
    return first.upper() if first.isalpha() else "#"
