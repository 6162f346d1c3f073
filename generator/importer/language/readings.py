"""A damaged word to the words that it may be, by a list of Danish words and what scans make of æ, ø and å."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

from generator.importer.language.damage import MISREAD
from generator.search.compounds import lexicon_of

FOLDER = Path(__file__).parent / "words"
_SMALL_L = re.compile(r"I[g@ae][a-zæøå]{2,}$")
_SHORTEST_WITH_FIGURE = 4  # letters of a word of which a figure may be one
_LINE = "---"
_SHORTEST_PART = 3
_SURE = 5  # letters of a damaged word that is only part of another
_MOST_PARTS = 4
_SHORTEST_COMPOUND = 7
_LONGEST = 60  # letters; what is longer is no word, and to take it apart takes long
_LINKS = ("", "s", "e", "-")
_INFLECTED = "e r t s n d en et er es ene ens ets ede erne ernes erens eren ne nes te tes ende re rs sk ske"
_ENDINGS = (*sorted(_INFLECTED.split()), "mæssig", "mæssige", "mæssigt")


@dataclass
class Readings:
    """What damaged words may be. `damaged` leads from what a scan makes of a word to the words; `plain` are as they stand."""

    words: frozenset[str]
    plain: frozenset[str]
    damaged: Mapping[str, tuple[str, ...]]
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def of(self, word: str, *, begins: bool) -> tuple[str, ...]:
        """The readings of a word, the likeliest first; none where it may stand as it is. A name is never read anew.

        `begins` says that a sentence begins with the word, so that its capital makes it no name.
        """
        if _SMALL_L.match(word):  # a scan takes the l before a damaged letter for an I
            return self._of_lower(f"l{word[1:]}")
        lower = word.casefold()
        if len(word) < _SHORTEST_WITH_FIGURE and any(map(str.isdigit, word)):
            return ()  # "m3"
        if lower in self.plain or lower in self.words or (word.isupper() and len(word) > 1):
            return ()
        capital = word[:1].isupper()
        if capital and not begins:
            return ()
        found = self._of_lower(lower)
        return (
            tuple(f"{one[:1].upper()}{one[1:]}" for one in found) if capital or (not word[:1].isalpha() and begins) else found
        )

    def _of_lower(self, word: str) -> tuple[str, ...]:
        if word not in self._known:
            whole = self.damaged.get(word, ())
            if not whole and len(word) <= _LONGEST and not self._is_plain(word):
                whole = tuple(dict.fromkeys(self._inflected(word)))
                if not whole and len(word) >= _SHORTEST_COMPOUND:
                    whole = self._compounds(word)
            self._known[word] = whole
        return self._known[word]

    def _is_plain(self, word: str) -> bool:
        """Whether a word is plain Danish as it stands: in the lexicon, or put together of words that are."""
        return bool(lexicon_of("da").parts(word)) or any(
            word.removesuffix(ending) in self.plain for ending in _ENDINGS if word.endswith(ending)
        )

    def _inflected(self, word: str) -> Iterator[str]:
        """The readings of a word with another ending than the list has."""
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SURE:
                yield from (one + ending for one in self.damaged.get(word.removesuffix(ending), ()))

    def _is_inflected(self, word: str) -> bool:
        """Whether a word is a plain one with an ending, its last letter perhaps doubled: "budgettet"."""
        stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
        return any(
            stem in self.plain or (stem[-1:] == stem[-2:-1] and stem[:-1] in self.plain) for stem in stems if len(stem) > 2
        )

    def _compounds(self, word: str) -> tuple[str, ...]:
        """The readings of a word as words put together, of as few as may be."""
        found = sorted({(parts, text) for parts, text, mended in self._parts(word, 0) if mended})
        fewest = found[0][0] if found else 0
        if any(not mended and parts <= fewest for parts, _, mended in self._parts(word, 0)):
            return ()  # it is a word as it stands
        return tuple(text for parts, text in found if parts == fewest)

    def _parts(self, word: str, count: int) -> Iterator[tuple[int, str, bool]]:
        """Each way to take a word apart: how many parts, how it is read, whether anything was mended."""
        if count == _MOST_PARTS:
            return
        for text, mended in self._last(word):
            yield count + 1, text, mended
        for at in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            heads = [(one, True) for one in self.damaged.get(word[:at], ()) if at >= _SURE]
            if word[:at] in self.plain:
                heads.append((word[:at], False))
            for head, mended in heads:
                for link in _LINKS:
                    if word.startswith(link, at):
                        for parts, rest, more in self._parts(word[at + len(link) :], count + 1):
                            yield parts, head + link + rest, mended or more

    def _last(self, word: str) -> Iterator[tuple[str, bool]]:
        """The readings of a last part: whole, or with an ending."""
        if len(word) < _SHORTEST_PART:
            return
        if word in self.plain or self._is_inflected(word):
            yield word, False
        if len(word) >= _SURE:
            yield from ((one, True) for one in (*self.damaged.get(word, ()), *self._inflected(word)))


@cache
def readings_for(language: str) -> Readings | None:
    """The readings of a language; None where it has no list of words, and nothing can be read anew."""
    path = FOLDER / f"{language}.txt"
    if not path.is_file():
        return None
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    cut = lines.index(_LINE)
    words = frozenset(word for line in lines[:cut] for word in line.split())
    plain = frozenset(word for line in lines[cut:] for word in line.split())
    damaged: dict[str, list[str]] = {}
    for word in sorted(words):
        for form in _forms(word):
            if form != word and word not in damaged.setdefault(form, []):
                damaged[form].append(word)
    return Readings(words, plain | lexicon_forms(language), {form: tuple(found) for form, found in damaged.items()})


def lexicon_forms(language: str) -> frozenset[str]:
    """The plain words of the lexicon for search."""
    return frozenset(word for word in lexicon_of(language).by_form.values() if word.isascii())


def _forms(word: str) -> Iterator[str]:
    """What a scan may make of a word: each of its letters æ, ø and å as it is or misread, at least one misread."""
    choices = [(letter, *MISREAD[letter]) if letter in MISREAD else (letter,) for letter in word]
    if sum(len(options) > 1 for options in choices) > 3:
        return
    for letters in product(*choices):
        yield "".join(letters)
