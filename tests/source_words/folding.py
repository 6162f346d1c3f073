"""A text to the words that a source and a page have in common, by one of two foldings; and words to hashed sequences.

`letters` keeps every letter and figure, for sources that are whole. `skeleton` keeps only the letters that a scan
seldom damages: vowels go, and with them g, d, l and z, which scans put in their place.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

LENGTH = 5  # words of a sequence

# A hyphen within a word, or where a word is broken: the parts are one word. Not so in "energi- og klimaregnskaber".
_HYPHEN = r"[-\u2010\u00ad]\s*(?!(?:og|eller|samt)\b)"
_WORD = re.compile(rf"[^\W_]+(?:{_HYPHEN}[^\W_]+)*")
_NOT_LETTERS = re.compile(r"[\W_]+")
_DAMAGED = re.compile(r"[^bcfhjkmnpqrstvwx]")
_LIKE = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
_IN_PLACE_OF_LETTERS = str.maketrans(dict.fromkeys("@&§¢", "a"))


def _letters(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.translate(_LIKE))
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


def _skeleton(word: str) -> str:
    plain = _letters(word)
    return plain if plain.isdigit() else _DAMAGED.sub("", plain)


FOLDINGS: Mapping[str, Callable[[str], str]] = {"letters": _letters, "skeleton": _skeleton}


def words(text: str, folding: str) -> Iterator[tuple[str, int]]:
    """The folded words of a text, each with the place where it begins; a word of which nothing is left is none."""
    fold = FOLDINGS[folding]
    whole = text.lower().translate(_IN_PLACE_OF_LETTERS) if fold is _skeleton else text.lower()
    for match in _WORD.finditer(whole):
        if folded := fold(_NOT_LETTERS.sub("", match[0])):
            yield folded, match.start()


def sequences(folded: Sequence[str]) -> Iterator[str]:
    """Every run of five words, hashed: four bytes, so that of ten thousand hashes about one is taken for another."""
    for start in range(len(folded) - LENGTH + 1):
        run = " ".join(folded[start : start + LENGTH])
        yield hashlib.blake2b(run.encode(), digest_size=4).hexdigest()
