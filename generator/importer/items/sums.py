"""Whether a decision is what was recommended: another sum, one that is shared out, or the changes that were proposed."""

from __future__ import annotations

import re

from generator.importer.language.outcomes import stated
from generator.importer.language.vocabulary import Wording

_SUM = re.compile(r"(?P<sum>\d[\d.]*(?:,\d+)?)(?=\s*(?P<unit>kr|mio|mia|EUR|DKK))")
_UNITS = {"mio": 1_000_000.0, "mia": 1_000_000_000.0}


def other_sum(text: str, recommended: str, wording: Wording) -> bool:
    """Whether a sum is decided that is another than each that was recommended; what shares out a sum that was recommended
    to be shared, or gives several that are not more than it together, changes nothing.
    """
    asked, given = _sums(recommended), _sums(text)
    if not asked or not given or {*asked} & {*given}:
        return False
    shares = len(given) > len(asked) and sum(given) <= max(asked)
    return not shares and wording.any_of("sharing_out", whole=False).search(recommended) is None


def _sums(text: str) -> list[float]:
    return [_value(found["sum"]) * _UNITS.get(found["unit"].casefold(), 1.0) for found in _SUM.finditer(text)]


def _value(digits: str) -> float:
    return float(digits.strip(".").replace(".", "").replace(",", "."))


def as_proposed(text: str, recommended: str, wording: Wording) -> bool:
    """Whether what is approved with changes has only those that the recommendation names: "med de foreslåede ændringer"."""
    found = wording.any_of("as_proposed").search(text)
    word = text[found.end() :].split(maxsplit=1)[0].casefold() if found and text[found.end() :].strip() else ""
    kind = next((stem for stem in wording.words("changes") if word.startswith(stem)), "")
    if not found or not kind or kind not in recommended.casefold():
        return False
    rest = f"{text[: found.start()].rstrip()}{text[found.end() :].lstrip()[len(word) :]}"
    return stated(rest, wording, strict=False) == "approved"


def keeps(text: str, wording: Wording) -> bool:
    """Whether a text says that something stays as it is: "besluttede at fastholde kontingentet"."""
    return wording.any_of("keeping").search(text) is not None
