"""Lines of a paragraph to one text: words that were divided at the end of a line are made whole where that is safe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LAST = re.compile(r"(?<![^\W\d_])[^\W\d_]+-$")
_FIRST = re.compile(r"[^\W_]+")
_SOFT_HYPHEN = "\u00ad"
# After these a hyphen stands for the rest of a word: "børne- og ungeudvalget".
_AND = frozenset({"og", "eller", "samt", "and", "or"})


def words_in(lines: Iterable[str]) -> frozenset[str]:
    """Every word of a document in small letters, with the hyphens within it: how its writer spells."""
    return frozenset(word for line in lines for word in _WORDS.findall(line.lower()))


def joined(lines: Sequence[str], words: frozenset[str]) -> str:
    """The lines as one text; `words` are those of the whole document."""
    parts = [_before(line, following, words) for line, following in pairwise(lines)]
    return "".join((*parts, *lines[-1:])).replace(_SOFT_HYPHEN, "")


def _before(line: str, following: str, words: frozenset[str]) -> str:
    """A line as it goes on with the next: with a space, or without the hyphen that divides a word."""
    if line.endswith(_SOFT_HYPHEN):
        return line
    divided, follows = _LAST.search(line), _FIRST.match(following)
    if divided is None or follows is None or follows[0].lower() in _AND:
        return f"{line} "
    before, after = divided[0].lower(), follows[0]
    # A capital or a figure is never the rest of a word, an abbreviation in capitals never its beginning, and one or two
    # letters are rarely the whole of that.
    whole = divided[0].isupper() or not after.islower() or len(before) <= 3
    return line if whole or (before + after in words and before[:-1] + after not in words) else line[:-1]
