"""What is known of one file by itself: its record, whom that names, and what is wrong with it.

It depends on the file and on the settings alone, so that a build may take it from the one before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.declaration import Pointer
from generator.problems import Problem
from generator.records import Record


@dataclass(frozen=True)
class MeetingDay:
    """A day on which a text says that a meeting was or will be: in which field, where in its text, in what words."""

    field: str
    offset: int
    day: date
    words: str


@dataclass(frozen=True)  # without slots, which would make it slow to unpickle; a large site has thousands
class Examined:
    """One file, examined. `record` is None where the file is broken; `name` is known of most broken ones too.

    `problems` are of the file against its declaration, `faults` those that rules find in the record, which it may
    acknowledge; `named` is everything that the record names, each once, parts included.
    """

    path: str
    digest: str
    record: Record | None = None
    name: Pointer | None = None
    problems: tuple[Problem, ...] = ()
    faults: tuple[Problem, ...] = ()
    named: tuple[Pointer, ...] = ()
    meeting_days: tuple[MeetingDay, ...] = ()
