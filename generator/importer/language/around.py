"""What stands around an outcome's word in its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Around:
    """A sentence with the words before an outcome's word, and the word."""

    sentence: str
    before: Sequence[str]
    found: re.Match[str]

    @property
    def after(self) -> str:
        """What follows upon the word."""
        return self.sentence[self.found.end() :].lstrip()

    @property
    def upto(self) -> str:
        """The sentence with the word at its end."""
        return self.sentence[: self.found.end()].rstrip()
