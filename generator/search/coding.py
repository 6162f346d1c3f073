"""Lists of words and numbers to short texts, which the browser reads back; see themes/default/assets/search/coding.js."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

_FIGURES = "0123456789abcdefghijklmnopqrstuvwxyz"
_MOST = len(_FIGURES) - 1


@lru_cache(maxsize=4_096)
def base36(number: int) -> str:
    """A whole number in the figures 0 to z."""
    text = ""
    while number >= len(_FIGURES):
        number, rest = divmod(number, len(_FIGURES))
        text = _FIGURES[rest] + text
    return _FIGURES[number] + text


def in_short(numbers: Iterable[int]) -> str:
    """Numbers in base 36, parted by blanks; nought is left empty."""
    return " ".join(base36(number) if number else "" for number in numbers)


def steps(numbers: Iterable[int]) -> str:
    """Numbers that go up and down, each as its step from the one before; a step down is odd."""
    last, found = 0, []
    for number in numbers:
        step = number - last
        found.append(2 * step if step >= 0 else -2 * step - 1)
        last = number
    return in_short(found)


def front_coded(words: Iterable[str]) -> str:
    """Sorted words, a line each: how many letters are those of the word before, and the rest."""
    lines, last = [], ""
    for word in words:
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(last, word, strict=False)))
        same = min(same, _MOST)
        lines.append(base36(same) + word[same:])
        last = word
    return "\n".join(lines)
