"""YAML text to raw fields: every scalar stays the text that was written, every field has a position.

YAML 1.1 would read `0751` as 489, `12:30` as 750 and `no` as False. Here nothing is resolved: a scalar
is typed later, by the declaration of its field. Aliases, tags, duplicate keys and deep nesting are
problems, so neither a bomb nor a surprise gets past this module.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generator.problems import Code, Problem, problem

RawValue = Any  # text, or a list or dict of raw values; a recursive alias would help no reader
RawMapping = dict[str, RawValue]
Positions = dict[str, tuple[int, int]]

DEEPEST = 12  # levels of nesting; the deepest declared record needs six


class _Refused(Exception):
    """Something that YAML allows and a record may not hold; carries the problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found


def parse_mapping(path: str, text: str, first_line: int) -> tuple[RawMapping, Positions, list[Problem]]:
    """Parse a YAML mapping into raw text, lists and dicts, with (line, column) by dotted path.

    A file that breaks off in the middle gives no fields at all and one problem; a duplicate key gives
    a problem and keeps the first value, so that the rest of the file is still checked.
    """
    composer = _Composer(path, text, first_line)
    try:
        fields = composer.document()
    except _Refused as refused:
        return {}, {}, [*composer.problems, refused.problem]
    except yaml.MarkedYAMLError as error:
        return {}, {}, [*composer.problems, _syntax_problem(path, first_line, error)]
    except yaml.reader.ReaderError as error:
        return {}, {}, [problem(path, Code.CONTROL_CHARACTER, found=f"U+{ord(str(error.character)):04X}")]
    return fields, composer.positions, composer.problems


def _syntax_problem(path: str, first_line: int, error: yaml.MarkedYAMLError) -> Problem:
    # Where a quote or bracket was left open, the place where it opened is the one to mend.
    unclosed = error.context_mark is not None and "scanning a quoted" in (error.context or "")
    mark = error.context_mark if unclosed else (error.problem_mark or error.context_mark)
    at = (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)
    key = "unclosed_quote" if unclosed else "syntax"
    return problem(path, Code.YAML_SYNTAX, at=at, found=key if unclosed else (error.problem or key))


class _Composer:
    """Turns the parser's events into raw values; one instance reads one document."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.positions: Positions = {}
        self.problems: list[Problem] = []
        self._events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def document(self) -> RawMapping:
        """The one mapping that the text holds; an empty text is an empty mapping."""
        next(self._events)  # stream start
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return {}
        event = next(self._events)
        value = self._value(event, "", 0)
        next(self._events)  # document end
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise self._refuse(following, Code.SEVERAL_DOCUMENTS)
        if value == "":
            return {}
        if not isinstance(value, dict):
            raise self._refuse(event, Code.NOT_A_MAPPING)
        return value

    def _value(self, event: Any, path: str, depth: int) -> RawValue:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._refuse(event, Code.ALIAS)
        if event.tag is not None:
            raise self._refuse(event, Code.TAG, found=event.tag)
        if depth > DEEPEST:
            raise self._refuse(event, Code.TOO_DEEP, expected=DEEPEST)
        if path:
            self.positions[path] = self._at(event)
        if isinstance(event, yaml.ScalarEvent):
            return "" if event.style is None and event.value in ("~", "null") else event.value
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _sequence(self, path: str, depth: int) -> list[RawValue]:
        values: list[RawValue] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, f"{path}[{len(values)}]", depth + 1))
        return values

    def _mapping(self, path: str, depth: int) -> RawMapping:
        values: RawMapping = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._refuse(event, Code.KEY_NOT_TEXT)
            key = event.value
            inner = f"{path}.{key}" if path else key
            if key in values:
                self.problems.append(self._refuse(event, Code.DUPLICATE_KEY, field=inner, found=key).problem)
                self._value(next(self._events), f"{inner} (again)", depth + 1)
                continue
            values[key] = self._value(next(self._events), inner, depth + 1)
            if values[key] == "":  # an empty value stands nowhere; its key does
                self.positions[inner] = self._at(event)
        return values

    def _at(self, event: Any) -> tuple[int, int]:
        return (event.start_mark.line + self.first_line, event.start_mark.column + 1)

    def _refuse(self, event: Any, code: Code, field: str = "", **details: Any) -> _Refused:
        return _Refused(problem(self.path, code, at=self._at(event), field=field, **details))
