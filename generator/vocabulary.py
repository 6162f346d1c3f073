"""Closed lists of words: a key for the code, a word per language for files and readers, a meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "vocabularies"


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a vocabulary; `group` is its class (such as final-yes), empty where the list has none."""

    key: str
    words: Mapping[str, str]
    meanings: Mapping[str, str]
    group: str

    def word(self, language: str) -> str:
        """The word for readers in a language; English where the language has none."""
        return self.words.get(language) or self.words["en"]

    def meaning(self, language: str) -> str:
        """A sentence in plain words that says what the word means here."""
        return self.meanings.get(language) or self.meanings["en"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A closed list, in the order in which it is shown."""

    name: str
    terms: Mapping[str, Term]

    def find(self, written: str, languages: tuple[str, ...]) -> Term | None:
        """The term that a file means by a word: its key, or its word in one of the languages."""
        if written in self.terms:
            return self.terms[written]
        return _by_word(self.name, languages).get(written)

    def words(self, language: str) -> list[str]:
        """Every word of the list in one language, in order."""
        return [term.word(language) for term in self.terms.values()]

    def every_word(self) -> list[str]:
        """Every text that a file may mean a term by: its word in each language, and its key."""
        return list(dict.fromkeys(word for term in self.terms.values() for word in (*term.words.values(), term.key)))


@cache
def load_vocabulary(name: str) -> Vocabulary:
    """The vocabulary of a name; raises FileNotFoundError for a name that has no file."""
    tree = yaml.load((FOLDER / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return Vocabulary(name, {key: _term(key, entry) for key, entry in tree.items()})


@cache
def _by_word(name: str, languages: tuple[str, ...]) -> Mapping[str, Term]:
    """Each word of a vocabulary in some languages; of two terms with one word, the first."""
    terms = list(load_vocabulary(name).terms.values())[::-1]
    return {term.words[language]: term for term in terms for language in languages if language in term.words}


def _term(key: str, entry: Mapping[str, str]) -> Term:
    words = {language: entry[language] for language in ("da", "en")}
    meanings = {language: entry[f"meaning_{language}"] for language in ("da", "en")}
    return Term(key, words, meanings, entry.get("class", ""))
