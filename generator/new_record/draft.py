"""A record that is being written: the answers so far by the path of their fields, and what is wrong with one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.config import SiteConfig
from generator.declaration import FieldPlace, PointerKind, ProseKind, Reading, TextKind, check_fields, declared_fields
from generator.problems import Code, Problem
from generator.raw_yaml import RawMapping, RawValue
from generator.records import Record
from generator.records.meeting import Meeting
from generator.sorting import slugify
from generator.source import SourceFile

_STEP = re.compile(r"([a-z_]+)(?:\[(\d{1,2})\])?")
_PATH = re.compile(rf"{_STEP.pattern}(?:\.{_STEP.pattern})*")
_NAMING = (TextKind, ProseKind, PointerKind)  # what says what an entry is about
_BETWEEN_NAMES = re.compile(r"\s*[,;]\s*")
_BETWEEN_TEXTS = re.compile(r"\s*;\s*|\s*,\s+")  # an amount has a comma of its own


@dataclass(frozen=True, slots=True)
class Draft:
    """A new record: its type, its fields as raw text, and (of an item) the meeting that it belongs to."""

    record_type: type[Record]
    fields: RawMapping
    meeting: Meeting | None = None

    def value(self, path: str) -> str:
        """The text that a field has, of a list its first; empty where it has none."""
        found: RawValue = self.fields
        for name, index in _STEP.findall(path):
            found = found.get(name) if isinstance(found, dict) else None
            if isinstance(found, list):
                found = next(iter(found[int(index or 0) :]), None)
        return found if isinstance(found, str) else ""

    def answered(self, path: str, answer: str) -> Draft:
        """The draft with an answer to a field; one to a list may have several values, between commas.

        A new entry of a list of parts gets a key where it must have one and none was given: the name of the record that
        it begins with, as with lists, else its number.
        """
        steps = _STEP.findall(path)
        entry, _, name = path.rpartition(".")
        outer = place_of(self.record_type, entry)
        if name != "key" and outer is not None and _is_keyed(outer) and steps[-2][1] and not self.value(f"{entry}.key"):
            return self.answered(f"{entry}.key", self._key_for(path, answer)).answered(path, answer)
        place = place_of(self.record_type, path)
        if place is not None and place.part and steps[-1][1] and (inner := principal(place)):
            return self.answered(f"{path}.{inner.name}", answer)
        value: RawValue = _several(place, answer) if place is not None and place.many and not steps[-1][1] else answer
        return replace(self, fields=_with(self.fields, steps, value))

    def _key_for(self, path: str, answer: str) -> str:
        steps, place = _STEP.findall(path), place_of(self.record_type, path)
        number = str(int(steps[-2][1]) + 1)
        if place is None or not isinstance(place.kind, PointerKind):
            return number
        outer, _, _ = path.rpartition("[")
        taken = {self.value(f"{outer}[{index}].key") for index in range(int(steps[-2][1]))}
        return _key_of(answer, taken) or number

    def checked(self, config: SiteConfig) -> list[Problem]:
        """Every problem of the fields against the declaration."""
        source = SourceFile("", "", self.fields)
        return check_fields(self.record_type, self.fields, Reading(config.rules, source))[1]

    def wrong(self, path: str, config: SiteConfig) -> list[Problem]:
        """What is wrong with one field, so that it can be asked again; a field that misses is not yet wrong."""
        problems = [one for one in self.checked(config) if one.field == path or one.field.startswith((f"{path}.", f"{path}["))]
        return [one for one in problems if one.code is not Code.MISSING]


def place_of(model: type[Record], path: str) -> FieldPlace | None:
    """The declared field that a path leads to; None where there is none, or where numbers and lists do not go together."""
    if not _PATH.fullmatch(path):
        return None
    places: Mapping[str, FieldPlace] = {place.name: place for place in declared_fields(model)}
    place: FieldPlace | None = None
    within = ""
    for name, index in _STEP.findall(path):
        if place is not None and place.many and not within:
            return None  # a field of no entry in particular
        place, within = places.get(name), index
        if place is None or (index and not place.many):
            return None
        places = {one.name: one for one in declared_fields(place.part)} if place.part else {}
    return place


def principal(place: FieldPlace) -> FieldPlace | None:
    """The one field that an entry of a list of parts must have besides its key, by which the list can be answered."""
    required = must_have(place)
    return required[0] if len(required) == 1 and required[0].kind else None


def one_by_one(place: FieldPlace) -> tuple[FieldPlace, ...]:
    """What each entry of a list of parts is asked for where what it must have does not say whose it is: first that, as
    with the payer of a share, then what it must have. Empty of any other list.
    """
    required = must_have(place)
    if not place.part or not place.many or any(isinstance(one.kind, _NAMING) for one in required):
        return ()
    about = [one for one in declared_fields(place.part) if isinstance(one.kind, PointerKind)]
    return (*about[:1], *required) if about and required else ()


def must_have(place: FieldPlace) -> list[FieldPlace]:
    """The fields that a part must have besides its key."""
    return [one for one in declared_fields(place.part) if one.required and one.name != "key"] if place.part else []


def _several(place: FieldPlace, answer: str) -> list[RawValue]:
    inner = principal(place) if place.part else place
    between = _BETWEEN_NAMES if inner is not None and isinstance(inner.kind, PointerKind) else _BETWEEN_TEXTS
    values = [one for one in between.split(answer.strip()) if one]
    if not place.part or inner is None:
        return list(values)
    entries: list[RawValue] = []
    for value, key in zip(values, _keys(values), strict=True):
        entries.append({"key": key, inner.name: value} if _is_keyed(place) else {inner.name: value})
    return entries


def _is_keyed(place: FieldPlace) -> bool:
    return place.part is not None and any(one.name == "key" and one.required for one in declared_fields(place.part))


def _keys(values: list[str]) -> Iterator[str]:
    """A key for each value, from its words; a number where they make none, or one that is taken."""
    taken: set[str] = set()
    for number, value in enumerate(values, 1):
        key = _key_of(value, taken) or f"{number}"
        taken.add(key)
        yield key


def _key_of(value: str, taken: set[str]) -> str:
    key = slugify(value.rpartition(":")[2])
    return key if any(mark.isalpha() for mark in key) and key not in taken else ""


def _with(fields: RawMapping, steps: list[tuple[str, str]], value: RawValue) -> RawMapping:
    """A mapping with a value at a place; the mapping itself stays as it is."""
    (name, index), rest = steps[0], steps[1:]
    if not index:
        held = fields.get(name)
        return {**fields, name: _with(held if isinstance(held, dict) else {}, rest, value) if rest else value}
    held = fields.get(name)
    entries = list(held) if isinstance(held, list) else []
    entries += [{} if rest else ""] * (int(index) + 1 - len(entries))
    entry = entries[int(index)]
    entries[int(index)] = _with(entry if isinstance(entry, dict) else {}, rest, value) if rest else value
    return {**fields, name: entries}
