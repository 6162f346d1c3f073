"""The labels of decisions to the meeting that they are of, its day and its body, where the head of the minutes says neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from generator.importer.labels.label_words import body_named
from generator.importer.labels.page import Page
from generator.importer.language.when_written import first_date

_OF_MEETINGS = ("decision", "minutes", "reference")
_OFTEN = 2  # items that name a day or a body, for it to be that of the meeting
_LONGEST = 110  # letters of a label with a body and a day
_BEFORE_DAY = re.compile(r"[,:(]|\s(?:den|d\.|kl\.|on)\s|\s\d")


def day_of(page: Page, locale: str) -> date | None:
    """The day that most labels name, of several the latest: earlier meetings each dealt with some of the items."""
    counted = Counter(day for _, day in _dated(page, locale))
    day = max(counted, key=lambda day: (counted[day], day), default=None)
    return day if day is not None and counted[day] >= _OFTEN else None


def body_of(page: Page, locale: str, day: date | None) -> str:
    """The body that most labels name, of those with the meeting's day where labels have days; empty where none does."""
    dated = [text for text, named in _dated(page, locale) if named == day]
    every = [label.text for label in page.labels if label is not None and label.kind == "decision"]
    names = ([body_in(text, page.wording.language) for text in texts] for texts in (dated, every))
    return next(filter(None, map(_commonest, names)), "")


def body_in(label: str, language: str) -> str:
    """The body that a label names before the day; empty where it names none."""
    return body_named(_BEFORE_DAY.split(label)[0], language)


def _dated(page: Page, locale: str) -> list[tuple[str, date]]:
    """What labels say that name a day, and the day."""
    lines = (line.plain for line, label in zip(page.lines, page.labels, strict=True) if label and label.kind in _OF_MEETINGS)
    return [(text, found[0]) for text in lines if len(text) < _LONGEST and (found := first_date(text, locale))]


def _commonest(names: Sequence[str]) -> str:
    counted = Counter(name for name in names if name)
    name = max(counted, key=lambda name: counted[name], default="")
    return name if counted[name] >= _OFTEN else ""
