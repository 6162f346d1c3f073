"""YAML text to raw fields: every scalar stays the text that was written, every field has a position.

YAML 1.1 would read `0751` as 489, `12:30` as 750 and `no` as False. Here nothing is resolved: a scalar
is typed later, by the declaration of its field. Aliases, tags, duplicate keys and deep nesting are
problems, so neither a bomb nor a surprise gets past this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from generator.problems import Code, Problem, problem

RawValue = Any  # text, or a list or dict of raw values; a recursive alias would help no reader
RawMapping = dict[str, RawValue]
Positions = dict[str, tuple[int, int]]

DEEPEST = 12  # levels of nesting; the deepest declared record needs six
# Characters that no text may hold: what YAML refuses, and line ends that only some programs see as such.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_OPENED = ("a flow sequence", "a flow mapping", "a simple key")
_UNCLOSED = "a quote is not closed"
_END = {yaml.SequenceStartEvent: "]", yaml.MappingStartEvent: "}"}
_STANDARD_TAG = "tag:yaml.org,2002:"


class _Refused(Exception):
    """Something that YAML allows and a record may not hold; carries the problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found


def parse_mapping(path: str, text: str, first_line: int) -> tuple[RawMapping, Positions, list[Problem]]:
    """Parse a YAML mapping into raw text, lists and dicts, with (line, column) by dotted path.

    `title` is the place of the field's value, `title:` of its name.
    A file that breaks off in the middle gives no fields at all and one problem; a duplicate key gives
    a problem and keeps the first value, so that the rest of the file is still checked.
    """
    composer = _Composer(path, text, first_line)
    try:
        fields = composer.document()
    except _Refused as refused:
        return {}, {}, [*composer.problems, refused.problem]
    except yaml.MarkedYAMLError as error:
        return {}, {}, [*composer.problems, composer.syntax_problem(error)]
    return fields, composer.positions, composer.problems


class _Composer:
    """Turns the parser's events into raw values; one instance reads one document."""

    def __init__(self, path: str, text: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.positions: Positions = {}
        self.problems: list[Problem] = []
        self._text = text
        self._events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._last: Any = None
        self._open: list[Any] = []  # the lists and mappings that the last event stands in

    def _next(self) -> Any:
        self._last = next(self._events)
        if isinstance(self._last, yaml.CollectionStartEvent):
            self._open.append(self._last)
        elif isinstance(self._last, yaml.CollectionEndEvent):
            self._open.pop()
        return self._last

    def document(self) -> RawMapping:
        """The one mapping that the text holds."""
        self._next()  # stream start
        if isinstance(self._next(), yaml.StreamEndEvent):
            raise _Refused(problem(self.path, Code.NOT_A_MAPPING, at=(self.first_line, 1)))
        event = self._next()
        value = self._value(event, "", 0)
        self._next()  # document end
        following = self._next()
        if not isinstance(following, yaml.StreamEndEvent):
            raise self._refuse(following, Code.SEVERAL_DOCUMENTS)
        if not isinstance(value, dict) or not value:
            raise self._refuse(event, Code.NOT_A_MAPPING)
        return value

    def _value(self, event: Any, path: str, depth: int) -> RawValue:
        self._refuse_references(event)
        if depth > DEEPEST:
            raise self._refuse(event, Code.TOO_DEEP, expected=DEEPEST)
        if path:
            self.positions[path] = self._at(event)
        if isinstance(event, yaml.ScalarEvent):
            if found := CONTROL.search(event.value):  # written as an escape: "\0"
                raise self._refuse(event, Code.CONTROL_CHARACTER, field=path, found=f"U+{ord(found.group()):04X}")
            return "" if not event.style and event.value in ("~", "null") else event.value.replace("\r", "\n")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _sequence(self, path: str, depth: int) -> list[RawValue]:
        values: list[RawValue] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            values.append(self._value(event, f"{path}[{len(values)}]", depth + 1))
        return values

    def _mapping(self, path: str, depth: int) -> RawMapping:
        values: RawMapping = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            self._refuse_references(event)
            if not isinstance(event, yaml.ScalarEvent) or CONTROL.search(event.value) or "\n" in event.value:
                raise self._refuse(event, Code.KEY_NOT_TEXT)
            key = event.value
            inner = f"{path}.{key}" if path else key
            if key in values:
                self.problems.append(self._refuse(event, Code.DUPLICATE_KEY, field=inner, found=key).problem)
                self._value(self._next(), f"{inner} (again)", depth + 1)
                continue
            self.positions[f"{inner}:"] = self._at(event)
            values[key] = self._value(self._next(), inner, depth + 1)
            if values[key] == "":  # an empty value stands nowhere; its key does
                self.positions[inner] = self._at(event)
        return values

    def _refuse_references(self, event: Any) -> None:
        """A record holds neither anchors nor aliases nor tags, whether in values or in keys."""
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise self._refuse(event, Code.ALIAS)
        if event.tag is not None:
            shown = event.tag.replace(_STANDARD_TAG, "!!")
            raise self._refuse(event, Code.TAG, found=shown)

    def _at(self, event: Any) -> tuple[int, int]:
        return (event.start_mark.line + self.first_line, event.start_mark.column + 1)

    def _refuse(self, event: Any, code: Code, field: str = "", **details: Any) -> _Refused:
        return _Refused(problem(self.path, code, at=self._at(event), field=field, **details))

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        """What the parser stumbled over; where a quote or bracket was left open, the place where that opened."""
        opened, noticed, context = error.context_mark, error.problem_mark, error.context or ""
        found: str = error.problem or context
        mark: Any = noticed or opened
        rest = self._rest_of_line(noticed) if noticed else ""
        if opened and "scanning a quoted" in context:
            found, mark = _UNCLOSED, opened
        elif opened and noticed and opened.line != noticed.line and context.endswith(_OPENED):
            mark = opened
        elif noticed and (before := self._quote_that_ran_on(noticed)):
            found, mark = _UNCLOSED, before
        elif rest.startswith("\t"):
            found = "found a tab character that violates indentation"
        elif (not rest or rest.startswith("- ")) and self._open and self._open[-1].flow_style:
            found, mark = f"did not find expected ',' or '{_END[type(self._open[-1])]}'", self._open[-1].start_mark
        at = (mark.line + self.first_line, mark.column + 1) if mark else (self.first_line, 1)
        return problem(self.path, Code.YAML_SYNTAX, at=at, found=found)

    def _rest_of_line(self, mark: yaml.Mark) -> str:
        lines = self._text.split("\n")[mark.line : mark.line + 1]
        return lines[0][mark.column :] if lines else ""

    def _quote_that_ran_on(self, noticed: yaml.Mark) -> yaml.Mark | None:
        """Where a quoted text of several lines began that has just ended: it took the next text's quote for its own."""
        last = self._last
        quoted = isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"')
        ran_on: bool = quoted and last.start_mark.line < last.end_mark.line == noticed.line
        return last.start_mark if ran_on else None
