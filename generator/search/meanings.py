"""The committed lists of words that mean nearly the same, and of words that mean little, of one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.search.compounds import FOLDER
from generator.search.words import stem_of

_MOST = 6  # other words that one is searched as
RELATED = "~"  # before a word that is of the same subject and not the same thing


@dataclass(frozen=True, slots=True)
class Meanings:
    """What each word or expression may also be searched as, the words that weigh little, and abbreviations in full.

    `light` are words of no subject, `common` the stems of words of any subject. `asks` has, for words of a question, the
    types of record that answer such a question; `bodies` are the words that end the names of committees.
    """

    others: Mapping[str, Sequence[str]]
    light: Sequence[str]
    common: Sequence[str]
    short: Mapping[str, str]
    asks: Sequence[tuple[Sequence[str], Sequence[str]]]
    bodies: Sequence[str]

    def others_among(self, words: Iterable[str]) -> str:
        """What words may also be searched as, as far as an index has it in any form; coding.js reads it.

        A line for those that are searched as the same: the others, a bar, and the stems by which each is looked up.
        """
        forms: dict[str, list[str]] = {}
        for one in words:
            forms.setdefault(stem_of(one), []).append(one)
        found: dict[str, dict[str, None]] = {}
        light = {stem_of(word) for word in self.light}
        for word, others in self.others.items():
            if word not in self.light and stem_of(word) in light:
                continue  # a light word has not the meaning of another word that happens to have its stem
            key = " ".join(map(stem_of, word.split()))
            known = (one for one in others if _is_meant(one.removeprefix(RELATED), key, forms))
            found.setdefault(key, {}).update(dict.fromkeys(known))
        rows: dict[tuple[str, ...], list[str]] = {}
        for key, meant in sorted(found.items()):
            # The same thing first; what is that too is not told as being of the subject.
            same = [one for one in meant if not one.startswith(RELATED)]
            related = [one for one in meant if one.startswith(RELATED) and one.removeprefix(RELATED) not in same]
            if meant:
                rows.setdefault((*same, *related)[:_MOST], []).append(key)
        return "\n".join(f"{','.join(meant)}|{','.join(keys)}" for meant, keys in sorted(rows.items()))


@cache
def meanings_of(language: str) -> Meanings:
    """The lists of a language, empty where it has none."""
    read = _read(FOLDER / f"meanings_{language}.yml")
    others: dict[str, list[str]] = {}
    for kind, mark in (("alike", ""), ("related", RELATED)):
        for row in read.get(kind, ()):
            for word in row:
                others.setdefault(word, []).extend(mark + other for other in row if other != word)
    for words, meant in everyday(language):
        for word in words:
            others.setdefault(word, []).extend(other for other in meant if other != word)
    return Meanings(
        others={word: list(dict.fromkeys(others[word])) for word in sorted(others)},
        light=sorted(_words(read.get("light", ()))),
        common=sorted(set(map(stem_of, _words(read.get("common", ()))))),
        short=read.get("short", {}),
        asks=[(row["words"], row["kinds"]) for row in read.get("asks", ())],
        bodies=read.get("bodies", ()),
    )


def everyday(language: str) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Each row of what people ask, of all fields: words and expressions, and the words of documents that they lead to."""
    for path in sorted((FOLDER / f"everyday_{language}").glob("*.yml")):
        for rows in _read(path).values():
            yield from ((words.split(", "), meant) for words, meant in rows.items())


def _is_meant(other: str, key: str, forms: Mapping[str, Sequence[str]]) -> bool:
    """Whether another word, or each of several, is among the words of an index; one letter is no word there."""
    return stem_of(other) != key and len(other) > 1 and all(_is_among(part, forms) for part in other.split())


def _is_among(word: str, forms: Mapping[str, Sequence[str]]) -> bool:
    """Whether one of the forms, which are told by their stem, is of a word that has no article: orden is not ord."""
    return any(not word.endswith("en") or one.startswith(word) for one in forms.get(stem_of(word), ()))


def _words(lines: Iterable[str]) -> set[str]:
    return {word for line in lines for word in line.split()}


def _read(path: Path) -> dict[str, Any]:
    """A committed list, empty where there is none."""
    # The base loader builds texts alone: "no" is no truth value.
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) if path.is_file() else {}
