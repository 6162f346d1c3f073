"""A text to its words, and a word to the keys under which it is found; the browser does the same in words.js.

`tests/search_words.json` holds the cases that both are tested against.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from generator.search.irregular import regular

LONGEST = 40  # letters of a word; what is longer is no word
# A word is a run of letters and digits; runs joined by a hyphen, and numbers joined by points and the like, are also one.
_RUN = re.compile(r"[^\W_]+(?:[-/.,:][^\W_]+)*")
_PART = re.compile(r"[^\W_]+")
_NUMBERS = re.compile(r"[0-9]+(?:[-/.,:][0-9]+)+")
_HYPHENED = re.compile(r"[^\W_]+(?:-[^\W_]+)+")
_LETTERS = str.maketrans({"å": "aa", "æ": "ae", "ø": "oe", "ö": "oe", "ä": "ae", "ß": "ss", "ð": "d", "þ": "th"})
_PAIRS = re.compile("aa|ae|oe")
_FOLDED = {"aa": "a", "ae": "a", "oe": "o"}
# Danish endings, the longest first, and the letters that a stem keeps: of a borger borg, of levere lever.
_SHORTEST = 3
_ENDINGS = (
    *((ending, 4) for ending in ("erede", "erens", "erets", "eren", "erer", "eres", "eret", "ere")),
    *((ending, _SHORTEST) for ending in ("ernes", "edes", "enes", "erne", "ede", "ene", "ens", "ers", "ets")),
    *((ending, _SHORTEST) for ending in ("en", "er", "es", "et", "e", "s")),
)
# Of a root of two letters an ending is known by what stands before its e: by of byer, uge of uger.
_SHORT = re.compile(r"([a-z]([a-z]))e(?:r|rs|n|ns|t|ts|rne|rnes)$")
_VOWELS = frozenset("aeiouy")
_DOUBLE = re.compile(r"([bcdfgklmnprst])\1$")
_EL = re.compile(r"([b-df-hj-np-tv-xz])\1?el$")
_LATIN = re.compile(r"([ei])ums?$")  # museum is of museet and museer, gymnasium of gymnasiet
_OWN_ETT = re.compile(r"(?:([bcdfgklmnprst])\1|r)ett$")  # of ballet, and of indrette
_ROOT = 4  # letters of a stem in which its last ones may be none of the root


def words_of(text: str) -> Iterator[str]:
    """Every word of a text in lower case, as the index has it: parts of what is joined, then the whole without its joints."""
    for run in _RUN.findall(unicodedata.normalize("NFC", text).lower()):
        if run.isalnum():  # nearly all are
            if len(run) <= LONGEST:
                yield run
            continue
        parts = _PART.findall(run)
        yield from (part for part in parts if len(part) <= LONGEST)
        if len(parts) > 1:
            hyphened = (one for one in _HYPHENED.findall(run) if any(letter.isalpha() for letter in one))
            for joined in (*_NUMBERS.findall(run), *hyphened):
                if len(whole := "".join(_PART.findall(joined))) <= LONGEST:
                    yield whole


@lru_cache(maxsize=100_000)
def spelled(word: str) -> str:
    """A word in one spelling: å is aa, æ is ae, ø is oe, other letters lose their accents."""
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFD", word.translate(_LETTERS))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def folded(word: str) -> str:
    """A word as someone types it who has no Danish letters: aa is a, ae is a, oe is o."""
    return _PAIRS.sub(lambda found: _FOLDED[found[0]], spelled(word))


def stem(given: str) -> str:
    """A word without its Danish ending, in one spelling; numbers stay whole."""
    if any(letter.isdigit() for letter in given):
        return spelled(given)
    word = _LATIN.sub(r"\1et", regular(given))
    if short := _SHORT.match(word):
        return short[1] if short[2] in _VOWELS else f"{short[1]}e"
    for ending, least in _ENDINGS:
        if word.endswith(ending) and _is_long(word[: -len(ending)], least):
            word = word[: -len(ending)]
            break
    while _is_long(word, _SHORTEST + 1) and (word[-1] == "s" or (word[-1] == "e" and word[-2] not in "ao")):  # oe is an ø
        word = word[:-1]
    return _rooted(spelled(word), is_noun_of_verb="else" in given)


def _rooted(word: str, *, is_noun_of_verb: bool) -> str:
    """A stem without the letters that come and go before an ending."""
    if word.endswith("itet"):  # of kvaliteten, and kvalitet has lost its et as huset has
        word = word[:-2]
    elif len(word) >= _ROOT + 3 and word.endswith("ett") and not _OWN_ETT.search(word):  # budgettet is of budget
        word = word[:-3]
    if len(word) > _SHORTEST and word.endswith(("tr", "mr")):  # centre is of center, numre of nummer
        word = word[:-1]
    if len(word) > _SHORTEST and _DOUBLE.search(word):
        word = word[:-1]
    # Regler is of regel, midler of middel; of bevægelse the el is no root's.
    return _EL.sub(r"\1l", word) if len(word) > _ROOT and not is_noun_of_verb else word


def _is_long(word: str, least: int) -> bool:
    return len(spelled(word)) >= least


@lru_cache(maxsize=200_000)
def stem_of(word: str) -> str:
    """The stem of a word as it is written."""
    return stem(word)
