"""A long word to the words that it is put together of, by a committed lexicon; a language without one splits nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from generator.search.words import spelled, stem_of

FOLDER = Path(__file__).parent / "lexicon"
SHORTEST = 3  # letters of a part
_LONG = 7  # letters from which on a word may be a compound
_LONGEST = 60  # letters; what is longer is no word, and to take it apart takes long
_UNKNOWN_HEAD, _SURE_TAIL = 4, 5  # letters that are asked of a head that the lexicon lacks, and of the tail after it
_LINKS = (("", ""), ("s", ""), ("e", ""), ("s", "e"))  # how a head ends before its tail, and alone: arbejds of arbejde
_INFLECTED = "s e r n t er en et es ne rs ns ts rne ers ens ets ene enes nes erne ernes"
_ENDINGS = frozenset(("", *_INFLECTED.split(" ")))
_VOWELS = frozenset("aeiouyæøå")


@dataclass(slots=True)
class Lexicon:
    """The words that others are put together of, by their spelled form and by their stem."""

    by_form: Mapping[str, str]
    by_stem: Mapping[str, tuple[str, ...]]
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def parts(self, word: str) -> tuple[str, ...]:
        """The words in a word: its parts in their plain form, and what is left after a first part; none for a simple word."""
        found = self._known.get(word)
        if found is None:
            self._known[word] = ()  # a word is no part of itself
            found = self._known[word] = self._split(word)
        return found

    def _split(self, word: str) -> tuple[str, ...]:
        if not _LONG <= len(word) <= _LONGEST or not word.isalpha():
            return ()
        plain = self._named(word)
        if plain and plain != word:
            return self.parts(plain)
        cuts = self._cuts(word, whole=False)
        if cuts is None:
            return () if plain else self._tail_alone(word)
        names = [name for _, name in cuts]
        rests = [word[at:] for at, _ in cuts[1:-1]]
        inner = [part for name in names for part in self.parts(name)]
        return tuple(dict.fromkeys((*names, *rests, *inner)))

    def _cuts(self, word: str, start: int = 0, *, whole: bool = True) -> list[tuple[int, str]] | None:
        """Where each part begins and what it is, in as few parts as cover the rest of a word; None where they do not."""
        rest = word[start:]
        if whole and (name := self._named(rest)):
            return [(start, name)]
        best: list[tuple[int, str]] | None = None
        least = (len(rest), True)
        for at in range(len(rest) - SHORTEST, SHORTEST - 1, -1):
            head = self._head(rest[:at])
            after = self._cuts(word, start + at) if head else None
            # Of as few parts those without a linking letter: lade and stander, not lad, e and stander, nor lade, s and tander.
            if head and after and (cost := (len(after), len(spelled(rest[:at])) != len(spelled(head)))) < least:
                best, least = [(start, head), *after], cost
        return best

    def _named(self, part: str) -> str | None:
        """The word that a last part is a form of; of several, the one that most of it is."""
        if len(part) < SHORTEST:
            return None
        plain = spelled(part)
        if plain in self.by_form:
            return self.by_form[plain]
        found = self.by_stem.get(stem_of(part), ())
        words = [word for word in found if len(word) >= _SURE_TAIL or _is_form(plain, spelled(word))]
        return max(words, key=lambda word: (plain.startswith(spelled(word)), len(word), word)) if words else None

    def _head(self, part: str) -> str | None:
        """The word that a first part is, with or without the letter that links it to the next."""
        for link, ending in _LINKS:
            if part.endswith(link) and len(part) - len(link) >= SHORTEST:
                found = self.by_form.get(spelled(part.removesuffix(link) + ending))
                if found:
                    return found
        return None

    def _tail_alone(self, word: str) -> tuple[str, ...]:
        """The longest known end of a word whose beginning, a name perhaps, is not in the lexicon."""
        for at in range(_UNKNOWN_HEAD, len(word) - _SURE_TAIL + 1):
            name = self._named(word[at:])
            if name and len(name) >= _SURE_TAIL and _VOWELS & set(word[:at]):
                return (name, *self.parts(name))
        return ()


def _is_form(plain: str, word: str) -> bool:
    """Whether a word is another with an ending: lægen of læge, klubben of klub, and not lægger of læge."""
    bases = (word, word[:-1]) if word.endswith("e") else (word, word + word[-1])
    return any(plain.startswith(base) and plain[len(base) :] in _ENDINGS for base in bases)


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language."""
    path = FOLDER / f"{language}.txt"
    words = read_words(path) if path.is_file() else []
    by_stem: dict[str, tuple[str, ...]] = {}
    for word in words:
        key = stem_of(word)
        by_stem[key] = (*by_stem.get(key, ()), word)
    return Lexicon({spelled(word): word for word in words}, by_stem)


def read_words(path: Path) -> list[str]:
    """The words of a list, by line or several on one; a line that begins with # says something of the list."""
    lines = path.read_text(encoding="utf-8").splitlines()
    words = (word for line in lines if not line.startswith("#") for word in line.split())
    return sorted({word for word in words if len(spelled(word)) >= SHORTEST})
