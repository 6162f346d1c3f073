"""How minutes say things, by language: `vocabulary/<language>.yml` to patterns that also find what a scan misread."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from generator.importer.language.damage import pattern_of

FOLDER = Path(__file__).parent / "vocabulary"
_WORDS = re.compile(r"\w+")
_TAGS = re.compile(r"<[^<>]*>")
_FEW_WORDS = r"(?:[^.:;?!]|(?<=\d)\.|(?<=pkt)\.|(?<=nr)\.|(?<=kl)\.){1,90}?"
_BETWEEN = r"(?:[^.;?!]|(?<=\d)\.){0,80}?"
_NEAR = r"(?:[^,.:;?!]|(?<=\d)\.|(?<=\d),(?=\d)|(?<=kr)\.){0,60}?"  # within a clause
_DATE = r"[\d][\d./ -]*[^.:;]{0,20}"
_OWNER = r"[^\s.:;?!]+(?: [^\s.:;?!]+){0,3}?"
_CHOICE = re.compile(r"\{([^{}|]+(?:\|[^{}|]+)+)\}")  # "{gav|giver}", and not the blank "{x}"
_BLANK = {"{x}": _FEW_WORDS, "{date}": _DATE, "{owner}": _OWNER}
_INFLECTED = re.compile(r"<(\w+)>")  # "godkend<te>"
_MARKS_OF_CHOICES = re.compile(r"(\{x\}|\{owner\}|\{near\}|[{|}])")
_IN_PHRASES = (
    "outcomes",
    "plainly",
    "asks",
    "modes",
)  # parts whose choices stay in their patterns: spelled out they are thousands


@dataclass(frozen=True)
class Wording:
    """The wordings of one language. `tree` is the file; what is looked for often is a pattern."""

    language: str
    tree: Mapping[str, Any]
    labels: tuple[tuple[str, re.Pattern[str]], ...]
    fields: tuple[tuple[str, re.Pattern[str]], ...]
    recommending: re.Pattern[str]
    before_number: str
    after_number: str
    outcomes: tuple[tuple[str, re.Pattern[str]], ...]
    plainly: tuple[tuple[str, re.Pattern[str]], ...]
    asks: tuple[tuple[str, re.Pattern[str]], ...]
    modes: tuple[tuple[str, re.Pattern[str]], ...]
    negation: re.Pattern[str]

    def words(self, name: str) -> Sequence[str]:
        """A plain list of the file."""
        return tuple(self.tree[name])

    def any_of(self, name: str, *, whole: bool = True) -> re.Pattern[str]:
        """A pattern for any of a list's words, whole words unless said otherwise."""
        return _any(self.language, name, whole)

    def outcome(self, key: str) -> re.Pattern[str]:
        """The pattern for what minutes say of one outcome."""
        return next(pattern for one, pattern in self.outcomes if one == key)

    def mode(self, key: str) -> re.Pattern[str]:
        """The pattern for what minutes say of one way to decide."""
        return next(pattern for one, pattern in self.modes if one == key)


@cache
def load_wording(language: str) -> Wording:
    """The wordings of a language; those of English where the language has none."""
    path = FOLDER / f"{language}.yml"
    if not path.is_file():
        path = FOLDER / "en.yml"
    tree = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    tree = {key: part if key in _IN_PHRASES else _spelled_out_in(part) for key, part in tree.items()}
    inflected = partial(_inflected, endings=tree["endings"])
    labels = tuple((kind, label_pattern(phrases)) for kind, phrases in tree["sections"].items())
    fields = tuple((kind, label_pattern(phrases)) for kind, phrases in tree["head"].items())
    return Wording(
        path.stem,
        tree,
        labels,
        fields,
        re.compile(rf"^(?:{_either(tree['recommending'])})", re.IGNORECASE),
        rf"(?:{_either(tree['before_number_begins'])})\s?(?:{_either(tree['after_number'])})|{_either(tree['before_number'])}",
        _either(tree["after_number"]),
        tuple((key, phrases_pattern(map(inflected, phrases))) for key, phrases in tree["outcomes"].items()),
        tuple((key, phrases_pattern(map(inflected, phrases))) for key, phrases in tree["plainly"].items()),
        tuple((key, phrases_pattern(phrases)) for key, phrases in tree["asks"].items()),
        tuple((key, phrases_pattern(phrases)) for key, phrases in tree["modes"].items()),
        re.compile(rf"\b(?:{_either(tree['negations'])})\b", re.IGNORECASE),
    )


def spelled_out(phrase: str) -> list[str]:
    """The phrases that one with choices stands for: "{gav|giver} samtykke" for "gav samtykke" and "giver samtykke", and of
    several choices each with each.
    """
    pieces = _CHOICE.split(phrase)  # every second one is a choice
    return ["".join(chosen) for chosen in product(*(one.split("|") if at % 2 else [one] for at, one in enumerate(pieces)))]


def _inflected(phrase: str, endings: Mapping[str, Sequence[str]]) -> str:
    """A phrase in which a verb that has only the name of its endings, "godkend<te>", has the choice of them."""
    return _INFLECTED.sub(lambda found: "{" + "|".join(endings[found[1]]) + "}", phrase)


def _spelled_out_in(tree: Any) -> Any:
    """A part of a vocabulary's file with the choices of the phrases in its lists spelled out."""
    if isinstance(tree, dict):
        return {key: _spelled_out_in(part) for key, part in tree.items()}
    return [phrase for one in tree for phrase in spelled_out(one)] if isinstance(tree, list) else tree


def wording_of(text: str, preferred: str) -> Wording:
    """The wordings of the language that a text is written in, by its commonest words; the preferred one where that is equal."""
    words = Counter(_WORDS.findall(_TAGS.sub(" ", text).casefold()))  # "<a id=...>" has no English word
    languages = sorted((path.stem for path in FOLDER.glob("*.yml")), key=lambda language: (language != preferred, language))
    return load_wording(max(languages, key=lambda language: sum(words[one] for one in load_wording(language).words("common"))))


@cache
def _any(language: str, name: str, whole: bool) -> re.Pattern[str]:
    source = _either(load_wording(language).tree[name])
    # What ends in a mark, "v/", may have a word right after it.
    return re.compile(rf"(?<!\w)(?:{source})(?:(?<=\W)|(?!\w))" if whole else source, re.IGNORECASE)


def label_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for a line that is one of some labels, or begins with one and a colon; group `rest` is what follows."""
    return _label_pattern(tuple(phrases))


@cache
def _label_pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"^\W{{0,3}}(?P<label>{_either(phrases)})\.?\s*(?:[:;]\s*(?P<rest>.*))?$", re.IGNORECASE)


def phrases_pattern(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of some phrases within a text, from the beginning of a word."""
    return re.compile(rf"(?<![\w-])(?:{_either(phrases, ends=True)})", re.IGNORECASE)


def _either(phrases: Iterable[str], *, ends: bool = False) -> str:
    return "|".join(_source(phrase, ends) for phrase in sorted(phrases, key=len, reverse=True))


def _source(phrase: str, ends: bool) -> str:
    if not ends:
        pieces = re.split(r"(\{x\}|\{date\}|\{owner\})", phrase)
        return "".join(_BLANK.get(piece) or pattern_of(piece) for piece in pieces)
    if phrase.startswith("^"):  # only where the sentence begins with it
        return rf"(?<![\s\S])\W*{_source(phrase[1:], ends)}"
    # A blank at the end of a word stands for its ending; a phrase without one is whole words.
    open_end = phrase.endswith("{x}")
    source = "".join(map(_in_phrase, _MARKS_OF_CHOICES.split(phrase)))
    return source.removesuffix(_BETWEEN) + r"\w*" if open_end else source + r"(?!\w)"


def _in_phrase(piece: str) -> str:
    """The source of a blank, of a mark of a choice, or of the words between them."""
    marks = {"{x}": _BETWEEN, "{owner}": _OWNER, "{near}": _NEAR, "{": "(?:", "|": "|", "}": ")"}
    return marks.get(piece) or pattern_of(piece, loose=False)
