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
_DEEP = 15  # lines of text below it


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
        ends = (*(line for line, _ in run[1:]), len(lines))
        told = [line for (line, _), end in zip(run, ends, strict=False) if _tells(lines, labels, numbers, (line, end), wording)]
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
        letter = _letter_of(lines[line], own, heading) if labels[line] is None else None
        if letter is not None and letter.parts == (due,) and len(letter.title) <= _LONGEST:
            yield line, letter
            due += 1
        elif due == 1:
            return


def _letter_of(line: TextLine, own: Numbered | None, heading: Numbered | None) -> Numbered | None:
    """The letter that a line begins with, small or, below a figure, a capital: "a) Budget", "A: Budget"."""
    if line.kind is Kind.TABLE:
        return None
    below = heading is not None and heading.scheme.endswith("decimal")
    if own is not None and not (below and own.scheme in ("letter", "roman")):
        return None
    found = small_letter_of(f"{line.plain[:1].lower()}{line.plain[1:]}")
    return replace(found, printed=line.plain[0]) if found is not None else None


def _tells(
    lines: Sequence[TextLine],
    labels: Sequence[Label | None],
    numbers: Sequence[Numbered | None],
    span: tuple[int, int],
    wording: Wording,
) -> bool:
    """Whether a sentence below a letter, up to the next letter or number, says what was done."""
    at = span[0] + 1
    while at < min(span[1], span[0] + _DEEP) and numbers[at] is None:
        below = lines[at].plain
        if below[:1].isupper() and (labels[at] is not None or outcome_of(below, wording, strict=at > span[0] + 1) is not None):
            return True
        at += 1
    return False
