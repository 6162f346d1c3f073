"""The heads of tables of tasks, "Opgave   Ansvarlig   Frist", to labels of what follows up a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.importer.labels.label import Label
from generator.importer.labels.label_learning import Labels
from generator.importer.language.damage import pattern_of
from generator.importer.language.vocabulary import Wording, load_wording
from generator.importer.lines.textlines import TextLine

_BESIDE = "other"  # columns that tell nothing
_LONGEST = 60  # letters of such a head
_FEWEST = 2  # columns that tell


def with_task_tables(lines: Sequence[TextLine], labels: Sequence[Label | None], wording: Wording) -> Labels:
    """The labels, and one for each line that is the head of a table of tasks: what is to be done, and by whom or when."""
    return [
        Label("follow_up", line.plain, "") if label is None and heads_tasks(line.plain, wording) else label
        for line, label in zip(lines, labels, strict=True)
    ]


def heads_tasks(text: str, wording: Wording) -> bool:
    """Whether a line is the head of such a table: two columns at least, and nothing else."""
    if len(text) > _LONGEST:
        return False
    told, rest = set(), text
    for column, pattern in _columns(wording.language):  # a scan may have lost the gaps between them
        told |= {column} if pattern.search(rest) else set()
        rest = pattern.sub(" ", rest)
    return not any(map(str.isalnum, rest)) and len(told - {_BESIDE}) >= _FEWEST


@cache
def _columns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The heads of each kind of column, the longest first."""
    columns = load_wording(language).tree["task_columns"]
    return tuple((column, _heads(sorted(words, key=len, reverse=True))) for column, words in columns.items())


def _heads(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(pattern_of, words))})(?!\w)", re.IGNORECASE)
