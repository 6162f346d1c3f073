"""Every example record gives exactly the problems that stand beside it, and together they cover declarations and codes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.declaration import Declared, declared_fields
from generator.problems import Code, Problem
from generator.records import RECORD_TYPES
from generator.rules import OWN_RULES, RULES
from generator.source import parse_source
from tests.examples import FOLDER, TYPES, Example, examples, headlines, library_in, place_of, problems_in, problems_of

VALID, INVALID = examples("valid"), examples("invalid")
# The configuration, the theme and the output; the built site. Their tests build sites.
COVERED_ELSEWHERE = ("P00", "P05")


@pytest.mark.parametrize("example", INVALID, ids=str)
def test_an_invalid_example_gives_exactly_its_problems(example: Example, tmp_path: Path) -> None:
    expected = example.expected.read_text(encoding="utf-8")
    assert expected, f"{example.expected.name} says nothing; what is wrong with the example?"
    assert headlines(problems_of(example, tmp_path)) == expected


@pytest.mark.parametrize("example", VALID, ids=str)
def test_a_valid_example_gives_no_problem(example: Example, tmp_path: Path) -> None:
    assert headlines(problems_of(example, tmp_path)) == ""


def test_the_library_has_no_problem(tmp_path: Path) -> None:
    library_in(tmp_path)
    assert headlines(problems_in(tmp_path)) == ""


@pytest.mark.parametrize("type_name", TYPES)
def test_every_type_has_two_valid_examples_and_one_invalid(type_name: str) -> None:
    assert sum(example.type_name == type_name for example in VALID) >= 2
    assert any(example.type_name == type_name for example in INVALID)


def test_examples_are_of_types_that_exist_and_problems_of_examples_that_exist() -> None:
    assert {example.type_name for example in (*VALID, *INVALID)} <= set(TYPES)
    beside = {example.expected for example in INVALID}
    assert set((FOLDER / "invalid").rglob("*.problems")) == beside
    assert not list((FOLDER / "valid").rglob("*.problems"))


@pytest.mark.parametrize("code", [code for code in Code if not code.startswith(COVERED_ELSEWHERE)], ids=str)
def test_every_code_is_given_by_some_example(code: Code) -> None:
    given = re.compile(rf":\d+:\d+: {code}: ")
    assert any(given.search(example.expected.read_text(encoding="utf-8")) for example in INVALID)


def test_every_rule_finds_something_in_some_example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: set[str] = set()

    def noting(rule: Callable[..., Iterator[Problem]]) -> Callable[..., Iterator[Problem]]:
        def noted(*looked_at: object) -> Iterator[Problem]:
            for one in rule(*looked_at):
                found.add(rule.__name__)
                yield one

        return noted

    own = {kind: tuple(noting(rule) for rule in rules) for kind, rules in OWN_RULES.items()}
    monkeypatch.setattr("generator.stages.review.RULES", tuple(noting(rule) for rule in RULES))
    monkeypatch.setattr("generator.stages.check.OWN_RULES", own)
    given_by_rules = [example for example in INVALID if re.search(": P(04|0303|0217)", example.expected.read_text("utf-8"))]
    for number, example in enumerate(given_by_rules):
        (folder := tmp_path / str(number)).mkdir()
        problems_of(example, folder)
    assert {rule.__name__ for rule in (*RULES, *(rule for rules in OWN_RULES.values() for rule in rules))} == found


def test_every_declared_field_is_written_in_some_valid_example() -> None:
    declared = {field for record_type in RECORD_TYPES for field in _declared(record_type)}
    written = {field for example in VALID for field in _written_in(example)}
    assert declared - written == set()


def _declared(model: type[Declared]) -> Iterator[str]:
    for place in declared_fields(model):
        yield f"{_owner(model, place.name)}.{place.name}"
        if place.part is not None:
            yield from _declared(place.part)


def _owner(model: type[Declared], name: str) -> str:
    """The class that declares the field: what every record has counts once."""
    return next(base.__name__ for base in reversed(model.__mro__) if name in getattr(base, "__annotations__", {}))


def _written_in(example: Example) -> Iterator[str]:
    path = next((FOLDER / "valid" / example.type_name).glob(f"{example.title}.*"))
    record_type = TYPES[example.type_name]
    source, _ = parse_source(place_of(record_type), path.read_bytes())
    yield from _written(record_type, {**source.fields, "body": source.body})


def _written(model: type[Declared], raw: dict[str, Any]) -> Iterator[str]:
    for place in declared_fields(model):
        if not (value := raw.get(place.name)):
            continue
        yield f"{_owner(model, place.name)}.{place.name}"
        if place.part is not None:
            for entry in value if place.many else [value]:
                yield from _written(place.part, entry)
