"""What programs that read YAML make of a text without quotes, to the JSON types that a schema has to admit."""

from __future__ import annotations

from collections.abc import Callable

import yaml

# Texts without quotes that readers take for something else than text, of every form that a field may have; a digest may
# be digits throughout.
_BARE = ("1", "19", "0751", "2023", "1" * 64, "498.053", "10.30", "10:00", "true", "no")
_TYPES = {bool: "boolean", int: "integer", float: "number"}


def bare_types(accepted: Callable[[str], bool]) -> list[str]:
    """The JSON types that a text may come as, where `accepted` says which texts are right."""
    found = {_TYPES[type(yaml.safe_load(text))] for text in _BARE if accepted(text)}
    return sorted(found - {"integer"} if "number" in found else found)
