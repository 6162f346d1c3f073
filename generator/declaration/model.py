"""Declared models: a class whose annotated fields are the declaration, and the walk over its values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, ConfigDict, model_validator

from generator.declaration.kind import Kind


class Declared(BaseModel):
    """A frozen set of declared fields. A field without a default is required; an empty value is none."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_empty(cls, raw: Any) -> Any:
        # Browser editors write the empty fields of a form as empty texts and lists.
        return {key: value for key, value in raw.items() if value not in ("", [])} if isinstance(raw, dict) else raw


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """One declared field: its name, what kind of scalar it is (None for parts), and how it is held."""

    name: str
    required: bool
    kind: Kind | None
    part: type[Declared] | None
    many: bool


@cache
def declared_fields(model: type[Declared]) -> tuple[FieldPlace, ...]:
    """The fields of a model in their declared order."""
    return tuple(
        FieldPlace(name, info.is_required(), *_take_apart(info.annotation, info.metadata))
        for name, info in model.model_fields.items()
    )


def _take_apart(annotation: Any, metadata: list[Any]) -> tuple[Kind | None, type[Declared] | None, bool]:
    for extra in metadata:
        if isinstance(extra, Kind):
            return extra, None, False
    if get_origin(annotation) is Annotated:
        inner, *extras = get_args(annotation)
        return _take_apart(inner, extras)
    if get_origin(annotation) is tuple:
        kind, part, _ = _take_apart(get_args(annotation)[0], [])
        return kind, part, True
    for choice in get_args(annotation):
        if choice is not type(None):
            return _take_apart(choice, [])
    if isinstance(annotation, type) and issubclass(annotation, Declared):
        return None, annotation, False
    raise TypeError(f"a field is declared with neither a kind nor a part: {annotation!r}")


@cache
def _names_of(model: type[Declared]) -> tuple[str, ...]:
    return tuple(model.model_fields)  # pydantic makes the mapping anew each time it is asked


@cache
def _part_names_of(model: type[Declared]) -> tuple[str, ...]:
    return tuple(place.name for place in declared_fields(model) if place.part is not None)


def walk(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every scalar value of a model and its dotted path, parts and lists followed."""
    if isinstance(value, Declared):
        for name in _names_of(type(value)):
            inner = getattr(value, name)
            if inner is not None:
                yield from walk(inner, f"{path}.{name}" if path else name)
    elif type(value) is tuple:  # a list; a pointer is a tuple too
        for index, entry in enumerate(value):
            yield from walk(entry, f"{path}[{index}]")
    else:
        yield path, value


def parts_of(value: Any, path: str = "") -> Iterator[tuple[str, Declared]]:
    """Every part of a model, at any depth and in declared order, with its dotted path; the model itself is not one."""
    if isinstance(value, Declared):
        for name in _part_names_of(type(value)):
            inner = getattr(value, name)
            inner_path = f"{path}.{name}" if path else name
            if isinstance(inner, Declared):
                yield inner_path, inner
                yield from parts_of(inner, inner_path)
            elif type(inner) is tuple:
                for index, entry in enumerate(inner):
                    if isinstance(entry, Declared):
                        yield f"{inner_path}[{index}]", entry
                        yield from parts_of(entry, f"{inner_path}[{index}]")
