"""JSON Schema of every record type, from its declaration, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.declaration import Declared, declared_fields
from generator.display import snake_case
from generator.field_texts import field_text, type_text
from generator.messages import Catalogue
from generator.records import RECORD_TYPES, Record


def schema_of(record_type: type[Record], catalogue: Catalogue) -> dict[str, Any]:
    """The JSON Schema of one type's YAML head, with labels and help in the catalogue's language."""
    schema = record_type.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    parts = {part.__name__ for part in _parts(record_type)}
    _describe(schema, record_type.type_name, catalogue)
    for name, inner in schema.get("$defs", {}).items():
        if name in parts:
            _describe(inner, snake_case(name), catalogue)
    schema["properties"].pop("body", None)  # the body is the text below the head
    return schema


def _describe(schema: dict[str, Any], owner: str, catalogue: Catalogue) -> None:
    schema["title"] = type_text(owner, "label", catalogue)
    schema.pop("description", None)  # the class's docstring is for developers
    for name, entry in schema.get("properties", {}).items():
        entry["title"] = field_text(owner, name, "label", catalogue)
        entry["description"] = field_text(owner, name, "help", catalogue)


def _parts(model: type[Declared]) -> set[type[Declared]]:
    found: set[type[Declared]] = set()
    for place in declared_fields(model):
        if place.part is not None:
            found |= {place.part} | _parts(place.part)
    return found


@cache  # they take longer than a small site's pages, and do not change while the program runs
def schema_files(catalogue: Catalogue) -> Mapping[str, bytes]:
    """Each type's schema as a file of the site."""
    files = {}
    for record_type in RECORD_TYPES:
        text = json.dumps(schema_of(record_type, catalogue), ensure_ascii=False, indent=1, sort_keys=True)
        files[f"schemas/{record_type.type_name}.json"] = text.encode()
    return files
