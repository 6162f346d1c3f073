"""A record's raw fields to the text of its file: a YAML head that reads back as the same fields, and the body below it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from generator.raw_yaml import RawMapping

_DATE = "tag:yaml.org,2002:timestamp"
_SHORT = 90  # letters of a list that stands on one line


class _Dumper(yaml.SafeDumper):
    """Writes fields as an editor would: in their order, texts of several lines as they are read, short lists on a line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


def _list(dumper: _Dumper, values: list[Any]) -> yaml.SequenceNode:
    short = all(isinstance(one, str) and "\n" not in one for one in values) and sum(map(len, values)) <= _SHORT
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)


# A text that another reader would take for a number gets quotes; one that it takes for a date is a date.
_Dumper.yaml_implicit_resolvers = {
    mark: [(tag, pattern) for tag, pattern in resolvers if tag != _DATE]
    for mark, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)


def record_text(fields: RawMapping, body: str = "", *, comments: Iterable[str] = (), yaml_only: bool = False) -> str:
    """The text of a record's file: between two lines of hyphens with the body below, or (a .yml) the fields alone.

    `comments` are lines that follow the fields.
    """
    head = _dumped(fields) + "".join(f"#{line}\n" if line.startswith("#") else f"# {line}\n" for line in comments)
    return head if yaml_only else f"---\n{head}---\n{body}"


def scalar(text: str) -> str:
    """One text as YAML, to stand after a field's name."""
    return _dumped({"x": text}).removeprefix("x: ").removesuffix("\n")


def _dumped(fields: RawMapping) -> str:
    dumped: str = yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)
    return dumped
