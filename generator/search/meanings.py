"""The committed lists of words that mean nearly the same, and of words that mean little, of one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from generator.search.compounds import FOLDER
from generator.search.words import stem_of

_MOST = 6  # other words that one is searched as


@dataclass(frozen=True, slots=True)
class Meanings:
    """What each word or expression may also be searched as, the words that weigh little, and abbreviations in full.

    `light` are words of no subject, `common` the stems of words of any subject. `asks` has, for words of a question, the
    types of record that answer such a question.
    """

    others: Mapping[str, Sequence[str]]
    light: Sequence[str]
    common: Sequence[str]
    short: Mapping[str, str]
    asks: Sequence[tuple[Sequence[str], Sequence[str]]]

    def others_among(self, words: Iterable[str]) -> str:
        """What words may also be searched as, as far as an index has it in any form; coding.js reads it.

        A line for those that are searched as the same: the others, a bar, and the stems by which each is looked up.
        """
        stems = {stem_of(word) for word in words}
        found: dict[str, dict[str, None]] = {}
        for word, others in self.others.items():
            key = " ".join(map(stem_of, word.split()))
            known = (one for one in others if stem_of(one) != key and all(stem_of(part) in stems for part in one.split()))
            found.setdefault(key, {}).update(dict.fromkeys(known))
        rows: dict[tuple[str, ...], list[str]] = {}
        for key, meant in sorted(found.items()):
            if meant:
                rows.setdefault((*meant,)[:_MOST], []).append(key)
        return "\n".join(f"{','.join(meant)}|{','.join(keys)}" for meant, keys in sorted(rows.items()))


@cache
def meanings_of(language: str) -> Meanings:
    """The lists of a language, empty where it has none."""
    read = _read(f"meanings_{language}")
    others: dict[str, list[str]] = {}
    for row in read.get("alike", ()):
        for word in row:
            others.setdefault(word, []).extend(other for other in row if other != word)
    for field in _read(f"everyday_{language}").values():
        for words, meant in field.items():
            for word in words.split(", "):
                others.setdefault(word, []).extend(other for other in meant if other != word)
    return Meanings(
        others={word: list(dict.fromkeys(others[word])) for word in sorted(others)},
        light=sorted(_words(read.get("light", ()))),
        common=sorted(set(map(stem_of, _words(read.get("common", ()))))),
        short=read.get("short", {}),
        asks=[(row["words"], row["kinds"]) for row in read.get("asks", ())],
    )


def _words(lines: Iterable[str]) -> set[str]:
    return {word for line in lines for word in line.split()}


def _read(name: str) -> dict[str, Any]:
    """A committed list, empty where there is none."""
    path = FOLDER / f"{name}.yml"
    # The base loader builds texts alone: "no" is no truth value.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) if path.is_file() else {}
