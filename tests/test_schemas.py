"""What passes the check passes the published schema of its type, whoever reads it; and what is wrong does not."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.messages import load_catalogue
from generator.records import RECORD_TYPES
from generator.schemas import schema_files
from generator.source import parse_source
from tests.examples import FOLDER
from tests.sites import EXAMPLE, PROJECT

CONTENT = (PROJECT / "content", EXAMPLE / "content", *(PROJECT / "generator/new_site/files").glob("*/content"))


class Core(yaml.SafeLoader):
    """YAML 1.2 as other programs read it: years are numbers, true and false are no texts; a date is one.

    The word null stays one: a schema that took it for a text could not tell it from nothing.
    """


Core.yaml_implicit_resolvers = {
    letter: [(tag, form) for tag, form in found if tag.rpartition(":")[2] not in ("timestamp", "bool", "null")]
    for letter, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^$"), [""])


@cache
def validator(type_name: str) -> Any:
    schema = json.loads(schema_files(load_catalogue("da"))[f"schemas/{type_name}.json"])
    return jsonschema.Draft202012Validator(schema)


def records() -> Iterator[tuple[str, Path]]:
    """Every record that passes the check, with its type: of the sites, and the examples of each type."""
    for record_type in RECORD_TYPES:
        for place in (folder.glob(pattern) for folder in CONTENT for pattern in record_type.files):
            yield from ((record_type.type_name, path) for path in place)
        for path in (FOLDER / "valid" / record_type.type_name).glob("*.*"):
            yield record_type.type_name, path


def faults(type_name: str, path: Path) -> list[str]:
    source, _ = parse_source(path.name, path.read_bytes())
    found = validator(type_name).iter_errors(yaml.load(source.head, Loader=Core))
    return [f"{path}: {error.json_path}: {error.message}" for error in found]


def test_every_record_that_passes_the_check_passes_the_schema_of_its_type() -> None:
    found = list(records())
    assert len(found) > 700
    assert {type_name for type_name, _ in found} == {record_type.type_name for record_type in RECORD_TYPES}
    assert [fault for type_name, path in found for fault in faults(type_name, path)] == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("start", 2023), ("start", "2023"), ("start", "2023-05-01/.."), ("start", "ikke oplyst"), ("start", "not stated")],
)
def test_what_a_date_may_be_is_right(field: str, value: object) -> None:
    assert _of_field(field, value) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("start", "maj 2023"), ("start", True), ("start", 2023.5), ("state", "afsluttet"), ("title", [])],
)
def test_what_is_wrong_is_refused(field: str, value: object) -> None:
    assert _of_field(field, value)


def _of_field(field: str, value: object) -> list[str]:
    record = {"id": "aftalen", "title": "Aftalen", "kind": "samarbejdsaftale", "state": "indgået", "parties": [], field: value}
    return [error.message for error in validator("agreement").iter_errors(record) if list(error.path)[:1] == [field]]
