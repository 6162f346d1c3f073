"""YAML text to raw fields: every scalar stays the text that was written, every field has a position.

YAML 1.1 would read `0751` as 489, `12:30` as 750 and `no` as False. Here nothing is resolved: a scalar
is typed later, by the declaration of its field. Aliases, tags, duplicate keys and deep nesting are
problems, so neither a bomb nor a surprise gets past this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import yaml

from generator.problems import Code, Problem, problem

RawValue = Any  # text, or a list or dict of raw values; a recursive alias would help no reader
RawMapping = dict[str, RawValue]
Positions = dict[str, tuple[int, int]]

# A comment that is none: people write "# a note" with a space, and "#3" where they count.
_LOST = re.compile(r"[ \t]+(?P<text>#[^\s#!].*)")
DEEPEST = 12  # levels of nesting; the deepest declared record needs six
# Characters that no text may hold: what YAML refuses, and line ends that only some programs see as such.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_OPENED = ("a flow sequence", "a flow mapping", "a simple key")
_UNCLOSED = "a quote is not closed"
_END = {yaml.SequenceStartEvent: "]", yaml.MappingStartEvent: "}"}
_STARTS, _ENDS = frozenset(_END), frozenset({yaml.SequenceEndEvent, yaml.MappingEndEvent})
_STANDARD_TAG = "tag:yaml.org,2002:"


class _Refused(Exception):
    """Something that YAML allows and a record may not hold; carries the problem."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.code)
        self.problem = found


def positions_in(path: str, text: str) -> Positions:
    """The (line, column) of each field of a YAML mapping by dotted path: `title` of the value, `title:` of the name."""
    composer = _Composer(path, text, keeps_positions=True)
    with suppress(_Refused, yaml.MarkedYAMLError):
        composer.document()
        return composer.positions
    return {}


def parse_mapping(path: str, text: str) -> tuple[RawMapping, list[Problem]]:
    """Parse a YAML mapping into raw text, lists and dicts.

    A file that breaks off in the middle gives no fields at all and one problem; a duplicate key gives
    a problem and keeps the first value, so that the rest of the file is still checked.
    """
    composer = _Composer(path, text)
    try:
        fields = composer.document()
    except _Refused as refused:
        return {}, [*composer.problems, refused.problem]
    except yaml.MarkedYAMLError as error:
        return {}, [*composer.problems, composer.syntax_problem(error)]
    return fields, composer.problems


class _Composer:
    """Turns the parser's events into raw values; one instance reads one document."""

    def __init__(self, path: str, text: str, *, keeps_positions: bool = False) -> None:
        self.path = path
        self.positions: Positions = {}
        self.problems: list[Problem] = []
        self._keeps_positions = keeps_positions
        self._text = text
        self._event: Callable[[], Any] = yaml.CSafeLoader(text).get_event
        self._last: Any = None
        self._has_hash = bool(_LOST.search(text))
        self._open: list[Any] = []  # the lists and mappings that the last event stands in

    def _next(self) -> Any:
        event = self._last = self._event()
        kind = type(event)
        if kind in _STARTS:
            self._open.append(event)
        elif kind in _ENDS:
            self._open.pop()
        return event

    def document(self) -> RawMapping:
        """The one mapping that the text holds."""
        self._next()  # stream start
        if type(self._next()) is yaml.StreamEndEvent:
            raise _Refused(problem(self.path, Code.NOT_A_MAPPING, at=(1, 1)))
        event = self._next()
        value = self._value(event, "", 0)
        self._next()  # document end
        following = self._next()
        if type(following) is not yaml.StreamEndEvent:
            raise self._refuse(following, Code.SEVERAL_DOCUMENTS)
        if not isinstance(value, dict) or not value:
            raise self._refuse(event, Code.NOT_A_MAPPING)
        return value

    def _value(self, event: Any, path: str, depth: int) -> RawValue:
        self._refuse_references(event)
        if depth > DEEPEST:
            raise self._refuse(event, Code.TOO_DEEP, expected=DEEPEST)
        if path and self._keeps_positions:
            self.positions[path] = self._at(event)
        if type(event) is yaml.ScalarEvent:
            return self._scalar(event, path)
        if type(event) is yaml.SequenceStartEvent:
            return self._sequence(path, depth)
        return self._mapping(path, depth)

    def _scalar(self, event: Any, path: str) -> str:
        value: str = event.value
        if event.style == '"':  # what no file may hold can only be written as an escape, and that only here: "\0"
            if found := CONTROL.search(value):
                raise self._refuse(event, Code.CONTROL_CHARACTER, field=path, found=f"U+{ord(found.group()):04X}")
            return value.replace("\r", "\n")
        if not event.style:
            self._note_lost_text(event, path)
        return "" if not event.style and value in ("~", "null") else value

    def _note_lost_text(self, event: Any, path: str) -> None:
        """YAML drops what stands after a space and a number sign: of "Punkt #3 om budget" it would leave "Punkt"."""
        if self._has_hash and (lost := _LOST.match(self._rest_of_line(event.end_mark))):
            at = (event.end_mark.line + 1, event.end_mark.column + 1 + lost.start("text"))
            found = lost["text"].rstrip()
            self.problems.append(problem(self.path, Code.TEXT_AS_COMMENT, at=at, field=path, found=found))

    def _sequence(self, path: str, depth: int) -> list[RawValue]:
        values: list[RawValue] = []
        while type(event := self._next()) is not yaml.SequenceEndEvent:
            values.append(self._value(event, f"{path}[{len(values)}]", depth + 1))
        return values

    def _mapping(self, path: str, depth: int) -> RawMapping:
        values: RawMapping = {}
        while type(event := self._next()) is not yaml.MappingEndEvent:
            self._refuse_references(event)
            if type(event) is not yaml.ScalarEvent or "\n" in event.value or CONTROL.search(event.value):
                raise self._refuse(event, Code.KEY_NOT_TEXT)
            key = event.value
            inner = f"{path}.{key}" if path else key
            if key in values:
                self.problems.append(self._refuse(event, Code.DUPLICATE_KEY, field=inner, found=key).problem)
                self._value(self._next(), f"{inner} (again)", depth + 1)
                continue
            value = values[key] = self._value(self._next(), inner, depth + 1)
            if self._keeps_positions:
                self.positions[f"{inner}:"] = self._at(event)
                if value == "":  # an empty value stands nowhere; its key does
                    self.positions[inner] = self._at(event)
        return values

    def _refuse_references(self, event: Any) -> None:
        """A record holds neither anchors nor aliases nor tags, whether in values or in keys."""
        if type(event) is yaml.AliasEvent or event.anchor is not None:
            raise self._refuse(event, Code.ALIAS)
        if event.tag is not None:
            shown = event.tag.replace(_STANDARD_TAG, "!!")
            raise self._refuse(event, Code.TAG, found=shown)

    def _at(self, event: Any) -> tuple[int, int]:
        return (event.start_mark.line + 1, event.start_mark.column + 1)

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
        at = (mark.line + 1, mark.column + 1) if mark else (1, 1)
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
