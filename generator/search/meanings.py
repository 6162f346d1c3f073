"""The committed lists of words that mean nearly the same, and of words that mean little, of one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import yaml

from generator.search.compounds import FOLDER
from generator.search.words import stem_of


@dataclass(frozen=True, slots=True)
class Meanings:
    """What each word or expression may also be searched as, the words that weigh little, and abbreviations in full.

    `asks` has, for words of a question, the types of record that answer such a question.
    """

    others: Mapping[str, Sequence[str]]
    light: Sequence[str]
    short: Mapping[str, str]
    asks: Sequence[tuple[Sequence[str], Sequence[str]]]

    def others_among(self, words: Iterable[str]) -> dict[str, list[str]]:
        """What each word may also be searched as, as far as an index has it in any form."""
        stems = {stem_of(word) for word in words}
        known = {
            word: [other for other in others if all(stem_of(part) in stems for part in other.split())]
            for word, others in self.others.items()
        }
        return {word: others for word, others in known.items() if others}


@cache
def meanings_of(language: str) -> Meanings:
    """The lists of a language, empty where it has none."""
    path = FOLDER / f"meanings_{language}.yml"
    if not path.is_file():
        return Meanings({}, (), {}, ())
    read = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # builds texts alone: "no" is no truth value
    others: dict[str, list[str]] = {}
    for row in read["alike"]:
        for word in row:
            others.setdefault(word, []).extend(other for other in row if other != word)
    for words, meant in read["everyday"].items():
        for word in words.split(", "):
            others.setdefault(word, []).extend(other for other in meant if other != word)
    asks = [(row["words"], row["kinds"]) for row in read.get("asks", ())]
    light = sorted({word for line in read["light"] for word in line.split()})
    return Meanings({word: list(dict.fromkeys(others[word])) for word in sorted(others)}, light, read.get("short", {}), asks)
