"""What was decided on each point of a recommendation, where minutes count their answers: "Ad 1. Godkendt. Ad 2. Drøftet."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording, load_wording


def answers_in(paragraphs: Sequence[str], wording: Wording) -> list[str]:
    """The answers: none unless all are counted, by numbers or by letters, and each states an outcome, not all the same one."""
    text = "\n".join(paragraphs)
    marks = [*_answer_mark(wording.language).finditer(text)]
    if (
        len(marks) < 2
        or text[: marks[0].start()].strip()
        or [_counted(one["number"]) for one in marks] != [*range(1, len(marks) + 1)]
    ):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    points = [text[mark.start() : end].strip(" \n,;") for mark, end in zip(marks, ends, strict=True)]
    bare = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    outcomes = [outcome_of(one, wording, strict=False) for one in bare]
    return points if all(outcomes) and len({*outcomes}) > 1 else []


def _counted(mark: str) -> int:
    """Which point a number or a letter counts."""
    return int(mark) if mark.isdecimal() else ord(mark.casefold()) - ord("a") + 1


@cache
def _answer_mark(language: str) -> re.Pattern[str]:
    before = load_wording(language).before_number
    return re.compile(
        rf"(?:^|(?<=[.;,\n])\s*)\W{{0,2}}(?:(?:{before})[.:]?\s*(?P<named>)|(?=\d|[a-z]\)))(?P<number>\d{{1,2}}|[a-z](?=\)))"
        r"(?:\s*[.):]|(?(named)|(?!)))\s+(?=[^\W\d])",
        re.IGNORECASE | re.MULTILINE,
    )
