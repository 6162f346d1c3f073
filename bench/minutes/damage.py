"""Damage: clean text to what a scan of its print gives, the same for the same name each time.

The letters follow what the scanned minutes of a network of chief executives show: `møde` is read `mgde`, `made` or `mode`,
`på` is `pa` or `p&`, `økonomi` is `@konomi`, `I den` is `| den`. Digits are left whole.
"""

from __future__ import annotations

import re
from random import Random

# Each reading as often as it stands here; only letters of TOUCHED come and go.
_READ = {
    "ø": ("g",) * 12 + ("a",) * 4 + ("e", "o", "@"),
    "å": ("a",) * 18 + ("&",),
    "æ": ("ae",) * 12 + ("ee",) * 4 + ("z",),
    "Ø": ("@", "O"),
    "Å": ("A",),
    "Æ": ("AE",),
}
TOUCHED = frozenset("aegoilzæøå")  # the letters, in small, that damage may bring, take or change
_LONG_LINE = 60  # characters; shorter lines are not broken anew
_SHARES = {"blank line lost": 0.35, "line broken anew": 0.03, "word parted": 0.04, "word parted within its line": 0.02}


def damage(text: str, name: str) -> str:
    """Damage the text of the set of that name: letters, spaces, hyphens, line ends, lost empty lines, form feeds."""
    chance = Random(name)
    lines: list[str] = []
    for line in text.replace("\f", "\n ").splitlines():
        if not line.strip() and chance.random() < _SHARES["blank line lost"]:
            continue
        lines.extend(_broken(_spaced(_misread(line, chance), chance), chance))
    return "\n".join(lines) + "\n"


def _misread(line: str, chance: Random) -> str:
    line = "".join(chance.choice(_READ[letter]) if letter in _READ else letter for letter in line)
    line = re.sub(r"\bI (?=[a-z])", lambda found: chance.choice(("I ", "| ")), line)
    line = re.sub(r"\bl(?=g)", lambda found: chance.choice("lI"), line)
    for mark, read in (("•", chance.choice("oe")), ("–", "—"), ("§", "$"), ("”", '"')):
        line = line.replace(mark, read)
    return line


def _spaced(line: str, chance: Random) -> str:
    """A scan keeps no columns; dots that lead to a page number come apart."""
    line = re.sub(r"\.{4,}", lambda found: chance.choice((" . . . . ", "......", " ..., ")), line)
    return re.sub(r"\s+", " ", line).strip() + chance.choice(("", "", "", " "))


def _broken(line: str, chance: Random) -> list[str]:
    words = line.split()
    if len(line) < _LONG_LINE or len(words) < 2:
        return [line]
    kind, place = chance.random(), chance.randrange(1, len(words))
    for name, share in list(_SHARES.items())[1:]:
        kind -= share
        if kind < 0:
            return _changed(words, place, name)
    return [line]


def _changed(words: list[str], place: int, how: str) -> list[str]:
    before, word, after = " ".join(words[:place]), words[place], " ".join(words[place + 1 :])
    if how == "line broken anew":
        return [before, f"{word} {after}".strip()]
    half = len(word) // 2
    if not word.isalpha() or half < 3:
        return [" ".join(words)]
    if how == "word parted":
        return [f"{before} {word[:half]}-", f"{word[half:]} {after}".strip()]
    return [f"{before} {word[:half]}- {word[half:]} {after}".strip()]
