"""A glossary term: a word or abbreviation and what it means in plain words."""

from __future__ import annotations

from typing import ClassVar

from generator.records.fields import Prose, Text, ToParty
from generator.records.record import Record


class GlossaryTerm(Record):
    """A term; the title is the term itself, the body the long explanation."""

    type_name: ClassVar[str] = "glossary_term"
    files: ClassVar[tuple[str, ...]] = ("glossary/*.md",)
    standard_names: ClassVar[dict[str, str]] = {
        "_type": "schema:DefinedTerm",
        "long_form": "schema:alternateName",
        "explanation": "schema:description",
    }

    long_form: Text | None = None
    forms: tuple[Text, ...] = ()
    explanation: Prose
    stands_for: ToParty | None = None
