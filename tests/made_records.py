"""One record of every type with every field filled, made from the declarations alone, around a text of the test's choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

from generator.declaration import (
    AmountKind,
    ChoiceKind,
    ClockKind,
    DateKind,
    Declared,
    FieldPlace,
    NumberKind,
    PatternKind,
    PointerKind,
    ProseKind,
    TextKind,
    WebAddressKind,
    WhenKind,
    YesNoKind,
    declared_fields,
)
from generator.records import RECORD_TYPES, Record
from generator.vocabulary import load_vocabulary

# Gives the text for a field: its path, and whether it may have several lines.
Wording = Callable[[str, bool], str]

ADDRESS = "https://example.org/?a=1&b={{7*7}}'"
DAY = "2025-03-04"
_FIXED = {AmountKind: "100", ClockKind: "10:00", DateKind: DAY, WhenKind: DAY, NumberKind: "3", WebAddressKind: ADDRESS}
# What other fields decide, or what would have to be true as well as filled.
_LEFT_OUT = frozenset({"id", "status", "aliases", "deviations", "language", "closed", "basis_percent", "sum_of", "of_sum"})
_KEYS = {"left": "rows", "right": "rows", "answers": "points", "suffix": "kl-10", "address_part": "dette"}
_FORMS = {"topics": "emne", "checksum": "0" * 64, "language": "en"}
# Which word of a vocabulary makes a record to which no rule objects but the one that the item acknowledges.
_WORDS = {"meeting_state": "held", "outcome": "not_approved"}
_FOLDERS = {"meeting": "content/meetings/moede/meeting.yml", "item": "content/meetings/moede/punkt.md"}


def made_records(wording: Wording) -> dict[str, str]:
    """The files of a content folder with one record of every type."""
    return {_path(record_type): _file(record_type, wording) for record_type in RECORD_TYPES}


def id_of(type_name: str) -> str:
    """The id of the record of a type."""
    return f"en-{type_name.replace('_', '-')}"


def _path(record_type: type[Record]) -> str:
    glob = f"content/{record_type.files[0]}"
    return _FOLDERS.get(record_type.type_name) or glob.replace("*", id_of(record_type.type_name))


def _file(record_type: type[Record], wording: Wording) -> str:
    path = _path(record_type)
    fields = {"id": id_of(record_type.type_name), **_fields(record_type, record_type.type_name, record_type.type_name, wording)}
    if record_type.type_name == "item":
        words = {name: wording(f"item.deviations.{name}", True) for name in ("quote", "explanation")}
        fields["deviations"] = [{"rule": "P0405", **words}]
    body = fields.pop("body")
    head = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=10_000)
    return head if path.endswith(".yml") else f"---\n{head}---\n{body}\n"


def _fields(model: type[Declared], type_name: str, path: str, wording: Wording) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for place in declared_fields(model):
        if place.name in _LEFT_OUT and (issubclass(model, Record) or not place.required):
            continue
        inner = f"{path}.{place.name}"
        value = _fields(place.part, type_name, inner, wording) if place.part else _scalar(place, type_name, inner, wording)
        if value is not None:
            values[place.name] = [value] if place.many else value
    return values


def _scalar(place: FieldPlace, type_name: str, path: str, wording: Wording) -> str | None:
    kind = place.kind
    if isinstance(kind, (TextKind, ProseKind)):
        return wording(path, isinstance(kind, ProseKind))
    if isinstance(kind, PointerKind):
        return _pointer(place, kind, type_name)
    if isinstance(kind, ChoiceKind):
        return _WORDS.get(kind.vocabulary) or next(iter(load_vocabulary(kind.vocabulary).terms))
    if isinstance(kind, PatternKind):
        return path.split(".")[-2].replace("_", "-") if place.name == "key" else _KEYS.get(place.name) or _FORMS[place.name]
    return "ja" if isinstance(kind, YesNoKind) else _FIXED[type(kind)]


def _pointer(place: FieldPlace, kind: PointerKind, type_name: str) -> str | None:
    """The record of the first type that may be named, another than this one where that can be: none comes before itself."""
    others = [name for name in kind.types if name != type_name] or list(kind.types if place.required else ())
    if not others:
        return None
    return id_of(others[0]) if len(kind.types) == 1 else f"{others[0]}:{id_of(others[0])}"
