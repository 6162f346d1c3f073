"""Which words of a source stand in the records that were made of it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from generator.importer.language.damage import squeezed

_PARTS = 4  # in which a line may stand in the records: a number, a title, a presenter and what is left
_TEXTS = 3  # letters; shorter lines are looked for as a whole
_PIECE = 5  # letters of the pieces by which a place is found
_LOOKED_AT = 64  # pieces of a line that are looked up: no text says so many and then something else, but for chance


class Written:
    """The texts of some records, to be asked for the words of lines in a time that does not grow with the texts."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._text = "\n".join(map(squeezed, texts))
        self._first: dict[str, int] = {}  # where each piece of a text stands first
        for at in range(len(self._text) - _PIECE + 1):
            self._first.setdefault(self._text[at : at + _PIECE], at)

    def holds(self, line: str) -> bool:
        """Whether the words of a line stand in the texts, in a few parts at most."""
        words = [word for word in map(squeezed, line.split()) if word]
        parts = start = 0
        while start < len(words) and parts <= _PARTS:
            end = self._end(words, start)
            if end == start:
                return False
            parts, start = parts + 1, end
        return parts <= _PARTS and (parts < 2 or sum(map(len, words)) > _TEXTS * parts)

    def _end(self, words: list[str], start: int) -> int:
        """The end of the most words from a place on that stand in the texts one after the other."""
        if self._has("".join(words[start:])):
            return len(words)
        # What begins with words that stand nowhere stands nowhere either, so the end can be found by halving.
        ends = range(start + 1, len(words))
        return start + bisect_left(ends, True, key=lambda end: not self._has("".join(words[start:end])))

    def _has(self, letters: str) -> bool:
        """Whether letters stand in the texts: they can stand no earlier than any of their pieces."""
        earliest = 0
        for at in range(min(len(letters) - _PIECE + 1, _LOOKED_AT)):
            first = self._first.get(letters[at : at + _PIECE])
            if first is None:
                return False
            earliest = max(earliest, first - at)
        return self._text.find(letters, earliest) >= 0
