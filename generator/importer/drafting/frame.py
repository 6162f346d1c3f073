"""What the records of one import share: names, words and texts in the language of the content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.importer.drafting.naming import Names
from generator.importer.language.vocabulary import Wording
from generator.messages import load_catalogue
from generator.sorting import slugify
from generator.values.spoken import long_day
from generator.vocabulary import load_vocabulary

_LONGEST = 50  # letters of a file's name, or a key


@dataclass(frozen=True)
class Frame:
    """What the records of one meeting share: its id, its folder, its body, its day, the names, the wording."""

    identifier: str
    folder: str
    body: str
    body_title: str
    day: date | None
    names: Names
    wording: Wording
    language: str
    today: date
    file: str
    suffix: str = ""
    document_kind: str = "minutes"

    def word(self, vocabulary: str, key: str) -> str:
        """A word of a vocabulary in the language of the content."""
        return load_vocabulary(vocabulary).terms[key].word(self.language)

    def text(self, key: str, **blanks: object) -> str:
        """A text in the language of the content."""
        return load_catalogue(self.language)(f"import.{key}", **blanks)

    @property
    def lies_ahead(self) -> bool:
        """Whether the meeting is still to be held."""
        return self.day is not None and self.day > self.today

    @property
    def other_language(self) -> str:
        """The language of the source where it is another than the site's."""
        return self.wording.language if self.wording.language != self.language else ""

    def long_day(self) -> str:
        """The meeting's day in words; what says that it is not known where it is not."""
        return long_day(self.day, self.language) if self.day else self.text("undated")

    @property
    def document(self) -> str:
        """The id of the document that the import is of: what its records name as their source."""
        return f"{self.identifier}-{slugify(self.word('document_kind', self.document_kind))}"

    def source(self, place: str) -> list[dict[str, str]]:
        """The source of a record: the document, and where in it."""
        return [{"document": self.document, "place": place}]


def filled(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that have a value."""
    return {key: value for key, value in fields.items() if value not in ("", [], None, {})}


def short(slug: str) -> str:
    """A name for a file or a key, of whole words."""
    return slug if len(slug) <= _LONGEST else slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
