"""Items that letters count below a numbered heading, "a. Valg af formand", each with what was said on the lines below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.labels.label import Label
from generator.importer.labels.numbering import Numbered, small_letter_of
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_FEWEST = 2  # letters below a number
_LONGEST = 120  # letters of a title


def with_letters(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> list[Numbered | None]:
    """The numbers, and those of items below them: where nothing stands between a numbered heading and the letter a, text
    stands below each letter, and most of the texts say what was done.
    """
    found = list(numbers)
    for at, number in enumerate(numbers[:-1]):
        if number is None or not number.title or labels[at] is not None:
            continue
        run = list(_letters_below(lines, labels, numbers, at))
        told = [line for line, _ in run if _tells(lines, labels, numbers, line, wording)]
        if len(run) >= _FEWEST and len(told) * 2 > len(run):
            for line, letter in run:
                found[line] = replace(letter, parts=(*number.parts, *letter.parts), scheme=number.scheme)
    return found


def _letters_below(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], at: int
) -> Iterator[tuple[int, Numbered]]:
    """The lines below a numbered heading that letters count from a on, up to the next number of the heading's kind."""
    due = 1
    for line in range(at + 1, len(lines)):
        own, heading = numbers[line], numbers[at]
        if own is not None and heading is not None and own.scheme == heading.scheme and len(own.parts) <= len(heading.parts):
            return
        letter = small_letter_of(lines[line].plain) if labels[line] is None and lines[line].kind is not Kind.TABLE else None
        if letter is not None and letter.parts == (due,) and len(letter.title) <= _LONGEST:
            yield line, letter
            due += 1
        elif due == 1:
            return


def _tells(
    lines: Sequence[TextLine],
    labels: Sequence[Label | None],
    numbers: Sequence[Numbered | None],
    at: int,
    wording: Wording,
) -> bool:
    """Whether a sentence on the lines below says what was done."""
    if at + 1 >= len(lines) or numbers[at + 1] is not None or small_letter_of(lines[at + 1].plain) is not None:
        return False
    below = lines[at + 1].plain
    return below[:1].isupper() and (labels[at + 1] is not None or outcome_of(below, wording, strict=False) is not None)
