"""A person in a public role; identity is the id, not the name."""

from __future__ import annotations

from typing import ClassVar

from generator.declaration import Declared
from generator.records.fields import Moment, Text, ToMatter, ToParty
from generator.records.record import Record


class AttestedRole(Declared):
    """A role that a source attests on a date; it is not claimed for any other day."""

    role: Text
    organization: ToParty | None = None
    attested: Moment
    where: ToMatter | None = None
    quote: Text | None = None
    until: Moment | None = None


class Person(Record):
    """A named person in office; no private contact detail belongs in the record."""

    type_name: ClassVar[str] = "person"
    files: ClassVar[tuple[str, ...]] = ("people/*.md",)
    standard_names: ClassVar[dict[str, str]] = {
        "_type": "schema:Person",
        "spellings": "schema:alternateName",
        "roles": "schema:memberOf",
    }

    spellings: tuple[Text, ...] = ()
    roles: tuple[AttestedRole, ...] = ()
