"""`make lexicon`: a corpus and the written list to lexicon/<language>.txt; run by hand, as a new lexicon changes every index.

A word of the corpus is taken in where it stands alone and also begins or ends several others, the rest of which stands
alone too. A further list of words may be given; only those that are parts of others in the corpus are taken from it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.search.compounds import FOLDER, read_words
from generator.search.words import spelled, stem, words_of

LANGUAGE = "da"
_SHORTEST = 4  # letters of a word that statistics alone take in
_COMPOUNDS = 3  # different words that it must begin or end
_SEEN = 2  # times that it must stand alone
_BARE = re.compile("aa|ae|oe")  # in ids and addresses: a word that is spelled without its letters
_ABOVE = f"# Made by `make lexicon` from a corpus and written_{LANGUAGE}.txt; mend that list, not this one.\n"


def main(arguments: list[str]) -> None:
    """Make the lexicon of a folder with texts, and of a list of words where one is given."""
    paths = sorted(path for path in Path(arguments[0]).rglob("*") if path.suffix in (".md", ".yml"))
    texts = (path.read_text(encoding="utf-8") for path in paths)
    listed = read_words(Path(arguments[1])) if len(arguments) > 1 else []
    written = read_words(FOLDER / f"written_{LANGUAGE}.txt")
    never = {word[1:] for word in written if word.startswith("-")}
    counts = counted(texts)
    found = {spelled(word): word for word in found_in(counts, listed) if word not in never}
    found |= {spelled(word): word for word in written if not word.startswith("-")}
    (FOLDER / f"{LANGUAGE}.txt").write_text(_ABOVE + "".join(f"{word}\n" for word in sorted(found.values())), encoding="utf-8")


def counted(texts: Iterable[str]) -> Counter[str]:
    """How often each word is written; names, which are hardly ever without a capital, are left out."""
    words: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for text in texts:
        for run in text.split():
            for word in words_of(run):
                words[word] += 1
                capitals[word] += run[:1].isupper()
    plain = (word for word in words if word.isalpha() and not _BARE.search(word))
    return Counter({word: words[word] for word in plain if capitals[word] * 2 < words[word]})


def found_in(counts: Mapping[str, int], listed: Iterable[str] = ()) -> list[str]:
    """The words that are parts of others in the corpus."""
    alone = {spelled(word): word for word in counts if counts[word] >= _SEEN and len(spelled(word)) >= _SHORTEST}
    alone |= {spelled(word): word for word in listed if len(spelled(word)) >= _SHORTEST}
    stems = {stem(plain) for plain in alone}
    begins: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    for compound in {spelled(word) for word in counts}:
        for at in range(_SHORTEST, len(compound) - _SHORTEST + 1):
            head, tail = compound[:at], compound[at:]
            if stem(tail) in stems and (head in alone or (head[:-1] in alone and head[-1] in "se")):
                begins[head if head in alone else head[:-1]] += 1
                ends[stem(tail)] += 1
    taken = [plain for plain in alone if begins[plain] >= _COMPOUNDS or ends[stem(plain)] >= _COMPOUNDS]
    shortest: dict[str, str] = {}
    for plain in sorted(taken, key=lambda one: (len(one), one)):
        shortest.setdefault(stem(plain), alone[plain])
    return sorted(shortest.values())


if __name__ == "__main__":
    main(sys.argv[1:])
