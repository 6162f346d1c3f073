"""The numbers of cases that stand beside titles: known by their form, which is the same from item to item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.importer.headings.candidates import Candidate

_OFTEN = 0.6  # of the headings; in so many a number of the same form is none of the title
_FEWEST = 3
_DIGIT = re.compile(r"\d")
_JOINED = re.compile(r"nr\.?:? ?\d|\d+[-/.]\w*\d|[A-Za-zÆØÅæøå]-?\d{2,}|\d{4,}")  # what a case number is made of
_YEAR = re.compile(r"(?:19|20)\d\d")  # "Takster for 2019" below "Budget 2020"
_TOKENS = 3  # words of a case number: "(Sag 17/1)", "SAG-2024-04871 mkr"


def without_references(headings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Headings whose titles are without the case numbers that most of them end or begin with."""
    found = tuple(headings)
    for side in (_tails, _fronts):
        forms = Counter(form for one in found for form in {_form(text) for text in side(one.title)})
        common = [form for form, count in forms.items() if count >= max(_FEWEST, len(found) * _OFTEN)]
        if common:
            found = tuple(_cut(one, side, frozenset(common)) for one in found)
    return found


def _tails(title: str) -> list[str]:
    return _with_number(title, lambda words, count: words[-count:])


def _fronts(title: str) -> list[str]:
    return _with_number(title, lambda words, count: words[:count])


def _with_number(title: str, taken: Callable[[list[str], int], list[str]]) -> list[str]:
    """What a title ends or begins with that may be a case number, the longest first."""
    words = title.split()
    pieces = [" ".join(taken(words, count)) for count in range(min(_TOKENS, len(words) - 1), 0, -1)]
    pieces = [piece for piece in pieces if _JOINED.search(piece) and not _YEAR.fullmatch(piece)]
    return [piece for piece in pieces if all(map(_may_stand_beside, _words_before(piece)))]


def _words_before(piece: str) -> list[str]:
    """The words of a piece before its number."""
    words = piece.split()
    return words[: next(at for at, word in enumerate(words) if _DIGIT.search(word))]


def _may_stand_beside(word: str) -> bool:
    """Whether a word may belong to the number after it: "(Sag", "J.nr."."""
    return not word[:1].islower() or word.endswith((".", ":"))


def _form(text: str) -> str:
    """What case numbers have in common: their marks and letters, every run of digits as one, what follows them as one."""
    digits = re.sub(r"\d+", "#", text)
    return re.sub(r"(?<=#)\s+[^\W\d_]{2,4}\b", " x", digits).casefold()


def _cut(one: Candidate, side: Callable[[str], list[str]], common: frozenset[str]) -> Candidate:
    piece = next((text for text in side(one.title) if _form(text) in common), "")
    title = " ".join(one.title.split())
    rest = title.removesuffix(piece) if side is _tails else title.removeprefix(piece)
    return replace(one, title=rest.strip(" ,;:–-")) if piece and rest.strip() else one
