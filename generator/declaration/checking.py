"""Raw fields against a declaration: the model, or every problem with its position and a suggestion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from generator.declaration.kind import ReadingRules, shape_of
from generator.declaration.model import Declared, declared_fields
from generator.problems import Code, Problem, problem
from generator.source import SourceFile
from generator.suggest import Suggestion, suggestion_for

Model = TypeVar("Model", bound=Declared)
_AT_MOST = 100  # problems of one file: whoever mends these sees the rest, and a flood takes no minutes


@dataclass(frozen=True, slots=True)
class Reading:
    """What a declaration is checked with: the rules for scalars and the file that the fields come from."""

    rules: ReadingRules
    source: SourceFile


def check_fields(model: type[Model], raw: dict[str, Any], reading: Reading) -> tuple[Model | None, list[Problem]]:
    """Check raw fields against a model; gives the model, or None and all problems of the file."""
    try:
        return model.model_validate(raw, context=reading), []
    except ValidationError as error:
        first = error.errors(include_url=False)[:_AT_MOST]
        return None, [_translate(found, model, reading.source) for found in first]


def _translate(error: Any, model: type[Declared], source: SourceFile) -> Problem:
    """One of pydantic's errors as a problem of ours."""
    location = error["loc"]
    path = _dotted(location)
    code, details = _code_of(error)
    near = Suggestion(str(details.pop("suggestion", "")), bool(details.pop("sure", False)))
    at = source.position(path)
    if code is Code.UNKNOWN_FIELD:
        known = [field.name for field in declared_fields(_model_at(model, location[:-1]))]
        if len(location) == 1 and "body" in known:
            known.remove("body")  # it stands below the head
        near = suggestion_for(str(location[-1]), known)
        if f"{_dotted((*location[:-1], near.suggestion))}:" in source.positions:
            near = Suggestion(near.suggestion)  # a field that is there already was hardly meant
        at = source.position(f"{path}:")
        details = {"found": location[-1], "expected": ", ".join(known)}
    elif code is Code.MISSING:
        at = source.positions.get(f"{path}:") or source.position(_dotted(location[:-1]))
        details = {"found": location[-1]}
    return problem(source.path, code, at=at, field=path, **near._asdict(), **details)


_SHAPES = {
    "missing": Code.MISSING,
    "extra_forbidden": Code.UNKNOWN_FIELD,
    "model_type": Code.EXPECTED_MAPPING,
    "model_attributes_type": Code.EXPECTED_MAPPING,
    "tuple_type": Code.EXPECTED_LIST,
}


def _code_of(error: Any) -> tuple[Code, dict[str, Any]]:
    if error["type"] in _SHAPES:
        return _SHAPES[error["type"]], {"found": shape_of(error["input"])}
    return Code(error["type"]), dict(error.get("ctx", {}))


def _dotted(location: Sequence[str | int]) -> str:
    path = ""
    for step in location:
        path += f"[{step}]" if isinstance(step, int) else (f".{step}" if path else step)
    return path


def _model_at(model: type[Declared], location: Sequence[str | int]) -> type[Declared]:
    """The declared part that holds the field at a location."""
    for step in location:
        if isinstance(step, str):
            field = next(field for field in declared_fields(model) if field.name == step)
            model = field.part or model
    return model
