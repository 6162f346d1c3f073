"""What a rule looks at that needs one record alone: its texts, and what is found in them once for all rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from generator.dates_in_text import TextDate, dates_in
from generator.links import TextLink, links_in
from generator.records import TYPE_NAMES, Record

AnyRecord_co = TypeVar("AnyRecord_co", bound=Record, covariant=True)
_YEAR = re.compile(r"[^\W\d] \d{4}")  # a word and a year: what every full date has, and few texts


@dataclass(frozen=True)
class OneRecord(Generic[AnyRecord_co]):
    """A record, and the language that it is written in unless it says otherwise."""

    record: AnyRecord_co
    language: str

    @cached_property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Every text of the record, with its field's path."""
        return tuple((path, value) for path, value in self.record.scalars if isinstance(value, str))

    @cached_property
    def links(self) -> tuple[tuple[str, str, TextLink], ...]:
        """Every link in a text of the record: the field's path, the text, the link."""
        return tuple((path, text, link) for path, text in self.texts for link in links_in(text, TYPE_NAMES))

    @cached_property
    def dates(self) -> tuple[tuple[str, str, TextDate], ...]:
        """Every full date in a text of the record: the field's path, the text, the date. Notes on it are left out."""
        return tuple(
            (path, text, found)
            for path, text in self.texts
            if _YEAR.search(text) and not path.startswith(("deviations", "note"))
            for found in dates_in(text, self.language)
        )
