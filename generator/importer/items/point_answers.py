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
    if len(marks) < 2 or text[: marks[0].start()].strip() or not _count_on(marks):
        return []
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    points = [text[mark.start() : end].strip(" \n,;") for mark, end in zip(marks, ends, strict=True)]
    bare = [text[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
    outcomes = [outcome_of(one, wording, strict=False) for one in bare]
    return points if all(outcomes) and len({*outcomes}) > 1 else []


def without_point(sentence: str, wording: Wording) -> str:
    """A sentence without the point that it answers: "Ad 3) Overskuddet overføres"."""
    mark = _answer_mark(wording.language).match(sentence)
    return sentence[mark.end() :] if mark is not None else sentence


def _count_on(marks: Sequence[re.Match[str]]) -> bool:
    """Whether marks count the points from the first one on, "1", "2-3", or name each once, "Punkt 1 og 3", "punkt 2"."""
    named = [number for mark in marks for number in _points_of(mark)]
    every = [*range(1, len(named) + 1)]
    return named == every or (sorted(named) == every and all(mark["named"] is not None for mark in marks))


def _points_of(mark: re.Match[str]) -> Sequence[int]:
    """The points that a mark names: "2-4", "1, 2 og 5", "b"."""
    numbers = [_counted(number) for number in re.findall(r"\d+|[a-z](?=\))", f"{mark['number']}{mark['more'] or ''})")]
    until = "-" in (mark["more"] or "") or "–" in (mark["more"] or "")
    return range(numbers[0], numbers[-1] + 1) if until and len(numbers) == 2 else numbers


def _counted(mark: str) -> int:
    """Which point a number or a letter counts."""
    return int(mark) if mark.isdecimal() else ord(mark.casefold()) - ord("a") + 1


@cache
def _answer_mark(language: str) -> re.Pattern[str]:
    wording = load_wording(language)
    before, leads = wording.before_number, "|".join(map(re.escape, wording.words("before_answer")))
    return re.compile(
        rf"(?:^|(?<=[.;,\n])\s*)\W{{0,2}}(?:(?:{leads})\s+){{0,2}}(?:(?:{before})[.:]?\s*(?P<named>)|(?=\d|[a-z]\)))(?P<number>\d{{1,2}}|[a-z](?=\)))"
        r"(?P<more>(?:(?:\s?[-–]\s?|,\s|\s(?:og|and)\s)\d{1,2})*)(?:\s*[.):]|(?(named)|(?!)))\s+(?=[^\W\d])",
        re.IGNORECASE | re.MULTILINE,
    )
