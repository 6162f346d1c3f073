"""Unknown is a value: it never shows as zero, as no, as late or as agreed."""

from __future__ import annotations

from dataclasses import dataclass

from generator.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Unknown:
    """That something is not known, and in which way (a key of the vocabulary `unknown`)."""

    key: str

    def word(self, language: str) -> str:
        """The words that a reader sees in place of the value."""
        return load_vocabulary("unknown").terms[self.key].word(language)


def read_unknown(written: str, languages: tuple[str, ...]) -> Unknown | None:
    """The unknown that some text names, or None where it names something else."""
    term = load_vocabulary("unknown").find(written, languages)
    return Unknown(term.key) if term else None
