"""The headings of groups of items: "Lukkede punkter", "B. Sager til orientering"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from generator.importer.labels.label_words import words_of
from generator.importer.language.damage import pattern_of
from generator.importer.language.vocabulary import load_wording

_MOST = 6  # words
_PART = 2  # words of the name of a part of a meeting
_LETTER = re.compile(r"^(?:[A-ZÆØÅ]|[IVX]{1,4}|\d)[.):]\s+")
_WORDS = re.compile(r"[^\s/,.:;()_*–—-]+")


@lru_cache(maxsize=20_000)
def group_of(text: str, language: str) -> str:
    """Which group of items a line heads: `closed`, `open`, `added` or `other`; empty where it says something else."""
    if _blocks(language).match(text):
        return "other"
    words = _WORDS.findall(_LETTER.sub("", text))
    if not words or len(words) > _MOST or (text.rstrip().endswith((".", ",")) and not _is_part(words, language)):
        return ""
    tells = [_tells(word, language) for word in words]
    told = [tell for tell in tells if tell not in ("", "-")]
    several = words[0].casefold().endswith(tuple(load_wording(language).words("group_lettered")))  # "Beslutningspunkter"
    if "" in tells or not told or (len(words) == 1 and told == ["other"] and not several):
        return ""
    return min(told, key=("closed", "open", "added", "other").index)


def _is_part(words: Sequence[str], language: str) -> bool:
    """Whether words only name a part of the meeting, which may end in a full stop: "Lukket møde." heads a group."""
    tells = _tells(words[0], language) in ("closed", "open")
    return tells and len(words) == _PART and load_wording(language).any_of("meeting_ends").fullmatch(words[1]) is not None


def is_body(text: str, language: str) -> bool:
    """Whether a line in capitals is the name of a body, and so heads the items that it has prepared: "TEKNIKUDVALGET"."""
    words = words_of(text, language) if text.isupper() else None
    return words is not None and words.acts and not words.kind and not words.dated and not text.endswith((".", ":"))


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    tree = load_wording(language).tree
    small = re.compile("|".join(map(pattern_of, tree["group_heading_words"])), re.IGNORECASE)
    stems = tree["group_tells"].items()
    endings, compounds = ("|".join(map(pattern_of, tree[name])) for name in ("group_endings", "group_compounds"))
    ends = rf"(?:{endings}|\w*(?:{compounds})\w*)?"
    told = ((key, rf"(?:{'|'.join(map(pattern_of, some))})", r"\w*" if key == "other" else ends) for key, some in stems)
    return (("-", small), *((key, re.compile(stem + end, re.IGNORECASE)) for key, stem, end in told))


@cache
def _blocks(language: str) -> re.Pattern[str]:
    """What heads a block of items, whatever they are about: "Tema B: Beskæftigelse", "A-punkter"."""
    words = "|".join(map(pattern_of, load_wording(language).words("group_blocks")))
    lettered = "|".join(map(pattern_of, load_wording(language).words("group_lettered")))
    return re.compile(rf"^(?:{words})\s+(?:[A-Z]|[IVX]{{1,4}})[.:]?(?:\s|$)|^[A-Z][ -](?:{lettered})\s*$", re.IGNORECASE)


def _tells(word: str, language: str) -> str:
    """What a word tells of a group; "-" where it only may stand in its heading, empty where it may not."""
    return next((key for key, pattern in _patterns(language) if pattern.fullmatch(word)), "")
