"""The labels of decisions to the meeting that they are of, its day and its body, where the head of the minutes says neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.importer.labels.label_words import body_named, meeting_form
from generator.importer.labels.page import Page
from generator.importer.language.when_written import first_date

_OF_MEETINGS = ("decision", "minutes", "reference")
_OFTEN = 2  # items that name a day or a body, for it to be that of the meeting
_LONGEST = 110  # letters of a label with a body and a day
_BEFORE_DAY = re.compile(r"(?<!-)[,:(]|\s(?:den|d\.|kl\.|on)\s|\s\d")


@dataclass(frozen=True, slots=True)
class LabelBody:
    """The body that labels of decisions name (empty: none), and whether they do so with the meeting's day."""

    name: str = ""
    dated: bool = False


def day_of(page: Page, locale: str) -> date | None:
    """The day that most labels name, of several the latest: earlier meetings each dealt with some of the items. Where there
    is but one label of a decision its day is enough.
    """
    counted = Counter(day for _, day in _dated(page, locale))
    day = max(counted, key=lambda day: (counted[day], day), default=None)
    return day if day is not None and counted[day] >= _enough(page) else None


def body_of(page: Page, locale: str, day: date | None) -> LabelBody:
    """The body that most labels name, of those with the meeting's day where labels have days."""
    language = page.wording.language
    told = [*_dated(page, locale), *_told(page, locale)]
    dated = _commonest([body_in(text, language) for text, named in told if named == day], 1)
    if dated:
        return LabelBody(dated, dated=True)
    every = [label.text for label in page.labels if label is not None and label.kind == "decision"]
    return LabelBody(_commonest([body_in(text, language) for text in every], _OFTEN))


def body_in(label: str, language: str) -> str:
    """The body that a label names before the day; empty where it names none."""
    return body_named(_BEFORE_DAY.split(label)[0], language)


def _enough(page: Page) -> int:
    """How many labels must say the same: where only one item was decided on, that one."""
    return min(_OFTEN, max(1, sum(label is not None and label.kind == "decision" for label in page.labels)))


def _dated(page: Page, locale: str) -> list[tuple[str, date]]:
    """What labels say that name a day, and the day."""
    lines = (line.plain for line, label in zip(page.lines, page.labels, strict=True) if label and label.kind in _OF_MEETINGS)
    return [(text, found[0]) for text in lines if len(text) < _LONGEST and (found := first_date(text, locale))]


def _told(page: Page, locale: str) -> list[tuple[str, date]]:
    """The other lines that say who met and when, "Kulturudvalget, 03-04-2019, pkt. 42", and the day."""
    lines = (
        line.plain
        for line, label in zip(page.lines, page.labels, strict=True)
        if not (label and label.kind in _OF_MEETINGS) and len(line.plain) < _LONGEST
    )
    told = (text for text in lines if any(map(str.isdigit, text)) and meeting_form(text.rstrip(":"), page.wording.language))
    return [(text, found[0]) for text in told if (found := first_date(text, locale))]


def _commonest(names: Sequence[str], enough: int) -> str:
    counted = Counter(name for name in names if name)
    name = max(counted, key=lambda name: counted[name], default="")
    return name if counted[name] >= enough else ""
