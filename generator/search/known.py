"""The Danish words that the committed lists have, in few bytes: a word that is right is not taken for a mistyped one.

The bytes are a Bloom filter (B. H. Bloom, "Space/time trade-offs in hash coding with allowable errors", 1970): a word that is
in it is always found, and of those that are not about one of a thousand is; known.js reads it.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.search.compounds import lexicon_of
from generator.search.meanings import RELATED, meanings_of
from generator.search.words import stem_of

BITS = 14  # for each word
TIMES = 10  # places that a word has
_SEEDS = (0x811C9DC5, 0x9E3779B9)
_PRIME, _MASK = 0x01000193, 0xFFFFFFFF  # of the hash FNV-1a, of 32 bits


def known_stems(language: str) -> set[str]:
    """The stems of the words that a language's lists have on either side."""
    others = meanings_of(language).others
    told = [*others, *(one for meant in others.values() for one in meant)]
    stems = {stem_of(word) for one in told for word in one.removeprefix(RELATED).split()}
    return stems | set(map(stem_of, lexicon_of(language).by_form.values())) | set(meanings_of(language).common)


def packed(stems: Iterable[str]) -> bytes:
    """Stems as bytes in which each of them is found."""
    all_stems = set(stems)
    bits = bytearray(max(1, len(all_stems) * BITS // 8))
    for stem in all_stems:
        for place in places(stem, len(bits) * 8):
            bits[place >> 3] |= 1 << (place & 7)
    return bytes(bits)


def places(stem: str, size: int) -> list[int]:
    """The bits that a stem has among as many."""
    first, second = (_hash(stem, seed) for seed in _SEEDS)
    return [(first + time * (second | 1)) % size for time in range(TIMES)]


def _hash(text: str, seed: int) -> int:
    found = seed
    for letter in text.encode():
        found = ((found ^ letter) * _PRIME) & _MASK
    return found
