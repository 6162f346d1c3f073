"""Any record's fields as readers see them, from the declaration alone: labels, values, texts, parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from typing import Any

from markupsafe import Markup, escape

from generator.declaration import (
    AmountKind,
    ChoiceKind,
    Declared,
    FieldPlace,
    Pointer,
    ProseKind,
    WebAddressKind,
    declared_fields,
)
from generator.records import Record
from generator.text_html import segments
from generator.values.amount import Amount
from generator.values.unknown import Unknown
from generator.values.when import When
from generator.vocabulary import load_vocabulary
from generator.voice import Voice

# What every page shows in its own way, or not at all.
_EVERYWHERE = frozenset(
    {"id", "title", "summary", "status", "sources", "topics", "municipalities", "initiatives", "language", "aliases",
     "deviations", "translations", "note", "body", "key", "map_row", "map_column", "address_part", "suffix", "date_printed",
     "due_printed", "period_printed"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: its label, and its values as HTML (`values`), as texts (`texts`) or as parts with fields of their own."""

    name: str
    label: str
    values: tuple[Markup, ...] = ()
    texts: tuple[str | Pointer, ...] = ()
    parts: tuple[PartView, ...] = ()


@dataclass(frozen=True, slots=True)
class PartView:
    """One entry of a list of parts: its anchor, its heading, and its other fields."""

    anchor: str
    title: Markup
    fields: tuple[FieldView, ...]


def fields_of(record: Record, voice: Voice, without: frozenset[str] = frozenset()) -> tuple[FieldView, ...]:
    """The fields of a record that have a value, but for those that every page shows in its own way."""
    return tuple(_fields(record, record, voice, _EVERYWHERE | without, record.type_name))


def label_of(owner: str, name: str, voice: Voice) -> str:
    """A field's name for readers."""
    return voice.catalogue(f"fields.{owner}.{name}.label")


def _fields(value: Declared, record: Record, voice: Voice, without: frozenset[str], owner: str) -> Iterator[FieldView]:
    for place in declared_fields(type(value)):
        held = getattr(value, place.name)
        if place.name in without or held is None or held in ((), "") or _is_silent(held, type(value), place.name):
            continue
        label = label_of(owner, place.name, voice)
        entries = held if type(held) is tuple else (held,)
        if place.part is not None:
            parts = tuple(_part(entry, record, voice) for entry in entries)
            yield FieldView(place.name, label, parts=parts)
        elif isinstance(place.kind, ProseKind):
            yield FieldView(place.name, label, texts=tuple(piece for entry in entries for piece in segments(entry)))
        else:
            printed = getattr(value, f"{place.name}_printed", None)
            yield FieldView(place.name, label, values=tuple(_show(entry, place, record, voice, printed) for entry in entries))


def _is_silent(held: object, model: type[Declared], name: str) -> bool:
    """Whether a "no" only says what nobody would doubt; where no answer is possible too, it is worth showing."""
    return held is False and model.model_fields[name].default is False


def _part(entry: Declared, record: Record, voice: Voice) -> PartView:
    model = type(entry)
    title, used = Markup(""), ""
    for name in ("title", "party", "person", "by", "group", "item", "role", "date", "year"):
        held = getattr(entry, name, None)
        if held is not None:
            place = next(place for place in declared_fields(model) if place.name == name)
            title = _show(held, place, record, voice, getattr(entry, f"{name}_printed", None))
            used = name
            break
    if number := getattr(entry, "number", None):
        title = Markup("{} {}").format(number, title)
    fields = tuple(_fields(entry, record, voice, _EVERYWHERE | {used, "number"}, snake_case(model.__name__)))
    return PartView(record.anchor_of(entry), title, fields)


def _show(value: Any, place: FieldPlace, record: Record, voice: Voice, printed: str | None) -> Markup:
    if isinstance(value, When) or (isinstance(value, Unknown) and printed):
        return voice.when(value, printed)
    if isinstance(value, (Amount, Unknown)):
        is_money = isinstance(place.kind, AmountKind) and place.kind.is_money
        return voice.money(value, record.money_unit) if is_money else voice.amount(value)
    if isinstance(value, Pointer):
        return voice.link(value)
    if isinstance(place.kind, ChoiceKind):
        term = load_vocabulary(place.kind.vocabulary).terms[value]
        return Markup('<span title="{}">{}</span>').format(term.meaning(voice.language), term.word(voice.language))
    if isinstance(place.kind, WebAddressKind):
        return Markup('<a href="{}" rel="external">{}</a>').format(value, value)
    if isinstance(place.kind, ProseKind):
        return voice.inline(value)
    if isinstance(value, bool):
        return escape(voice.word("yes_no", "yes" if value else "no"))
    if isinstance(value, date):
        return escape(voice.day(value))
    return escape(voice.clock(value) if isinstance(value, time) else str(value))


@cache
def snake_case(name: str) -> str:
    """`CostShare` as `cost_share`: how a part's class is called in the catalogue."""
    return "".join(f"_{mark.lower()}" if mark.isupper() else mark for mark in name).lstrip("_")
