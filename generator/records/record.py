"""What every record has, whatever its type."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Any, ClassVar

from pydantic import PrivateAttr, ValidationInfo, model_validator

from generator.declaration import Declared, Pointer, Reading, parts_of, walk
from generator.problems import EXCUSED_BY_QUOTE
from generator.records.fields import (
    Address,
    Language,
    ProblemCode,
    Prose,
    RecordId,
    Text,
    ToDocument,
    ToInitiative,
    ToMunicipality,
    Topic,
    choice,
)
from generator.source import SourceFile, digest_of


class SourceReference(Declared):
    """Where in a source document a record's facts stand; `verbatim` is the scan's own, damaged text."""

    document: ToDocument
    place: Text | None = None
    verbatim: Prose | None = None


class Deviation(Declared):
    """A contradiction that is really in the source: which rule it breaks, the words, and why it stands."""

    rule: ProblemCode
    field: Text | None = None
    quote: Prose
    explanation: Prose


class Translation(Declared):
    """The title, summary and text of a record in another language."""

    language: Language
    title: Text
    summary: Prose | None = None
    body: Prose | None = None


class Record(Declared):
    """A record of any type. `type_name` is its name in pointers, `files` the globs of its files in content."""

    type_name: ClassVar[str]
    files: ClassVar[tuple[str, ...]]
    # What a type's field is called in schema.org, Popolo and the like: for exports and JSON-LD.
    standard_names: ClassVar[dict[str, str]] = {}

    id: RecordId
    title: Text
    summary: Prose | None = None
    status: Annotated[str, choice("record_status")] = "published"
    sources: tuple[SourceReference, ...] = ()
    topics: tuple[Topic, ...] = ()
    municipalities: tuple[ToMunicipality, ...] = ()
    initiatives: tuple[ToInitiative, ...] = ()
    language: Language | None = None
    aliases: tuple[Address, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    translations: tuple[Translation, ...] = ()
    note: Prose | None = None
    body: Prose = ""

    _origin: SourceFile = PrivateAttr()
    _anchors: dict[int, str] | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _keep_origin(self, info: ValidationInfo) -> Any:
        if isinstance(info.context, Reading):
            self._origin = info.context.source
        return self

    def __getstate__(self) -> dict[Any, Any]:
        # What is computed from the fields can be computed again, and would be most of what is kept or sent.
        state = super().__getstate__()
        return {**state, "__dict__": {name: state["__dict__"][name] for name in type(self).model_fields}}

    # Computed once: a private attribute is slow to read, and these are read at every turn.
    @cached_property
    def origin(self) -> SourceFile:
        """The file that the record was read from, with the position of every field."""
        return self._origin

    @cached_property
    def pointer(self) -> Pointer:
        """The name under which other records point here."""
        return Pointer(self.type_name, self.id)

    @property
    def money_unit(self) -> str:
        """What one unit of the record's sums is worth, where they do not say it themselves: a word of `money_unit`."""
        return "whole"

    @cached_property
    def mark(self) -> str:
        """The record's name, its file's place (which is in the address) and digest: what changes when it does."""
        return digest_of(f"{self.pointer} {self.origin.path} {self.origin.digest}".encode("utf-8", "surrogateescape"))

    @cached_property
    def slug(self) -> str:
        """The last part of the address: the file's name, without its ending."""
        return self.origin.path.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    @cached_property
    def scalars(self) -> tuple[tuple[str, Any], ...]:
        """Every scalar value of the record with its dotted path, parts followed."""
        return tuple(walk(self))

    @cached_property
    def contradictions(self) -> tuple[Deviation, ...]:
        """What is wrong in the sources themselves, for readers; not what only looked like something private."""
        return tuple(one for one in self.deviations if one.rule not in EXCUSED_BY_QUOTE)

    @cached_property
    def parts(self) -> tuple[tuple[str, Declared], ...]:
        """Every part of the record, at any depth, with its dotted path."""
        return tuple(parts_of(self))

    @cached_property
    def part_keys(self) -> frozenset[str]:
        """The keys of every part that the record has, at any depth."""
        keys = (getattr(part, "key", None) for _, part in self.parts)
        return frozenset(key for key in keys if isinstance(key, str))

    def anchor_of(self, part: Declared) -> str:
        """The anchor of one of the record's parts on its page, empty for a part without a key.

        The first part with a key has the key itself; a later one of the same key has its list's name before it.
        """
        if self._anchors is None:
            self._anchors = _anchors(self)
        return self._anchors.get(id(part), "")


def _anchors(record: Record) -> dict[int, str]:
    anchors: dict[int, str] = {}
    taken: set[str] = set()
    for path, part in record.parts:
        key = getattr(part, "key", None)
        if isinstance(key, str):
            name = key if key not in taken else re.sub(r"[^a-z0-9]+", "-", f"{path}-{key}").strip("-")
            taken.add(name)
            anchors[id(part)] = name
    return anchors
