"""Comparing: the items that were found beside the items that are there, and the lines that went missing.

Texts are compared by their letters and digits alone, so that spaces, line ends, hyphens and marks make no difference. Of
damaged text the letters that damage touches are left out of both sides, but for numbers of items, which damage leaves
whole; all others and every digit must agree.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from bench.minutes.damage import TOUCHED
from bench.minutes.reading import Found, Reading, public
from bench.minutes.sets import Expected

Letters = Callable[[str], str]
PARTS = ("number", "title", "recommendation", "decision", "outcome")
NOTHING_SAID = frozenset({"not_minuted", "unknown"})  # outcomes that stand for no outcome
_ALIKE = 0.6  # the least likeness of two titles whose items may be the same one; with the same number, a half of it
_RUNS = 4  # parts of a line that may stand at different places, such as a number, a title and a presenter
_MARK = re.compile(r"\s*(?:[-•*]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|[oe¢](?=\s))\s*")
_POINT_MARK = re.compile(
    r"^\s*(?:[-•*]\s+)?(?:ad\.?\s*\d{1,2}(?:\s*(?:-|–|og|,)\s*\d{1,2})*\s*[.:)]?|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+", re.IGNORECASE
)
_BEFORE_NUMBER = re.compile(r"\W*(?:(?:ad|pkt|punkt|sag|nr|no|item)\b\W*)+(?=\d)", re.IGNORECASE)
_JOINTS = frozenset({"at", "that", "og", "samt", "and"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is right of one item: the parts that are wrong by name; all of them where it was not found."""

    title: str
    wrong: tuple[str, ...]
    found: Found | None

    @property
    def whole(self) -> bool:
        """Whether the item is right in every part."""
        return not self.wrong


def letters_of(text: str) -> str:
    """The letters and digits of a clean text."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())


def firm_letters_of(text: str) -> str:
    """The letters and digits of a text that damage leaves alone."""
    return "".join(letter for letter in letters_of(text) if letter not in TOUCHED)


def judge(expected: Sequence[Expected], reading: Reading, letters: Letters) -> tuple[list[Verdict], list[Found]]:
    """Each item that is there with what is wrong, and the items that were found but are not there."""
    pairs = _pairs(expected, reading.items, letters)
    verdicts = []
    for place, item in enumerate(expected):
        if item.optional:
            continue
        found = reading.items[pairs[place]] if place in pairs else None
        verdicts.append(Verdict(item.titles[0], _wrong(item, found, letters) if found else PARTS, found))
    return verdicts, [found for place, found in enumerate(reading.items) if place not in pairs.values()]


def lost_lines(source: str, reading: Reading, letters: Letters) -> list[str]:
    """The lines of the source whose words stand neither in a draft nor in the report."""
    texts = "\n".join(letters(text) for text in reading.texts)
    lines = [line for line in source.splitlines() if letters(line)]
    return [line for line in lines if _runs(public(line), texts, letters) > _RUNS]


def mended_words(clean: str, damaged: str, reading: Reading) -> tuple[set[str], set[str]]:
    """The words of items that are not as the damaged text has them: those that the clean text has, and the mistaken ones."""
    found = {word for item in reading.items for text in item.texts for word in _words(text)} - _words(damaged)
    return found & _words(clean), found - _words(clean)


def _words(text: str) -> set[str]:
    """The words of a text, those that its line ends part both as they stand and joined."""
    joined = re.sub(r"-\s+", "", text)
    return set(re.findall(r"\w+", f"{text}\n{joined}".casefold()))


def _pairs(expected: Sequence[Expected], items: Sequence[Found], letters: Letters) -> dict[int, int]:
    """Which item is which: the likest first, each once; where two are equally alike, in the order of the document."""
    likeness = sorted(
        (-_likeness(item, found, letters), abs(place - other), place, other)
        for place, item in enumerate(expected)
        for other, found in enumerate(items)
    )
    pairs: dict[int, int] = {}
    for score, _, place, other in likeness:
        if -score >= _ALIKE and place not in pairs and other not in pairs.values():
            pairs[place] = other
    return pairs


def _likeness(item: Expected, found: Found, letters: Letters) -> float:
    like = max(SequenceMatcher(None, letters(title), letters(found.title), autojunk=False).ratio() for title in item.titles)
    return like + (_ALIKE / 2 if found.number in item.numbers and found.number else 0)


def _wrong(item: Expected, found: Found, letters: Letters) -> tuple[str, ...]:
    right = {
        "number": _bare_number(found.number) in {_bare_number(number) for number in item.numbers},
        "title": letters(found.title) in {letters(title) for title in item.titles},
        "recommendation": _recommends(item, found, letters),
        "decision": _decides(item, found, letters),
        "outcome": _comes_out(item, found),
    }
    return tuple(part for part in PARTS if not right[part])


def _bare_number(number: str) -> str:
    """A number without the word before it: "AD 1.1", "Pkt. 4"."""
    return letters_of(_BEFORE_NUMBER.sub("", number, count=1))


def _recommends(item: Expected, found: Found, letters: Letters) -> bool:
    """Whether the points are the same ones; words before the first point may stand with it, in the intro, or be left out;
    the whole of a sentence that is the only point may be divided into both.
    """
    if len(item.points) != len(found.points):
        return False
    if (
        len(item.points) == 1
        and not item.intro
        and letters(_bare(f"{found.intro} {found.points[0]}")) == letters(_bare(item.points[0]))
    ):
        return True
    intro, said = (letters(_bare(text)) for text in (item.intro, found.intro))
    if not intro.startswith(said) and not said.startswith(intro):
        return False
    for wanted, point in zip(item.points, found.points, strict=True):
        pairs = [(letters(bare(wanted)), letters(bare(point))) for bare in (_bare, _unjoined)]  # "at 2. rate frigives"
        if not any(have.endswith(want) and intro.endswith(have.removesuffix(want)) for want, have in pairs):
            return False
    return True


def _bare(text: str) -> str:
    """A text without the mark of a list before it and without the words that join points."""
    return _unjoined(_MARK.sub("", text, count=1) if _MARK.match(text) else text)


def _unjoined(text: str) -> str:
    """A text without the words that join points."""
    return " ".join(word for word in text.split() if word.strip(",.;:").casefold() not in _JOINTS)


def _decides(item: Expected, found: Found, letters: Letters) -> bool:
    """Whether every sentence that decides is a decision, no other text is, and all of the minutes are kept; the marks of points
    that are answered, "Ad 1:", "a)", may stand or be left out.
    """
    plain = replace(found, decisions=tuple(map(_unmarked, found.decisions)), kept=tuple(map(_unmarked, found.kept)))
    bare = replace(item, decisions=tuple(map(_unmarked, item.decisions)), section=_unmarked(item.section))
    return _says_the_same(item, found, letters) or _says_the_same(bare, plain, letters)


def _unmarked(text: str) -> str:
    return "\n".join(_POINT_MARK.sub("", line, count=1) for line in text.split("\n"))


def _says_the_same(item: Expected, found: Found, letters: Letters) -> bool:
    decisions = "\n".join(letters(text) for text in found.decisions)
    if not all(letters(text) in decisions for text in item.decisions):
        return False
    allowed = "\n".join(letters(text) for text in (item.section, *item.beside, " ".join((item.section, *item.beside))))
    if any(_runs(text, allowed, letters) > 1 + len(item.beside) for text in found.decisions):
        return False
    kept = "\n".join(letters(text) for text in (*found.decisions, *found.kept))
    return _runs(item.section, kept, letters) <= 1 + len(found.decisions) + len(found.kept)


def _comes_out(item: Expected, found: Found) -> bool:
    """Whether each outcome is there and no other one; where there is none, nothing may be claimed but that nothing is there,
    or, of minutes that decide nothing, just that.
    """
    if not item.outcomes:
        return found.outcomes <= NOTHING_SAID | item.also | ({"no_decision"} if item.section else set())
    allowed = frozenset().union(item.also, *item.outcomes)
    return all(outcome & found.outcomes for outcome in item.outcomes) and found.outcomes <= allowed


def _runs(text: str, within: str, letters: Letters) -> int:
    """Of how many runs of words that stand together elsewhere a text is made; very many where a word is not there at all."""
    words = [word for word in map(letters, text.split()) if word]
    count = start = 0
    while start < len(words):
        end = start + 1
        while end <= len(words) and "".join(words[start:end]) in within:
            end += 1
        if end == start + 1:
            return len(words) + _RUNS + 1
        count, start = count + 1, end - 1
    return count
