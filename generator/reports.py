"""Problems as text for people, as JSON for programs, as annotations for a git host."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from generator.messages import Catalogue
from generator.problems import Problem, Severity


def message(found: Problem, catalogue: Catalogue) -> str:
    """The sentence of a problem, with its suggestion."""
    text = catalogue(f"problems.{found.code}", **dict(found.details))
    return f"{text}. {catalogue('report.suggestion', found=found.suggestion)}" if found.suggestion else text


def headline(found: Problem, catalogue: Catalogue) -> str:
    """`path:line:column: code: field: what is wrong`, as editors and git hosts know how to follow."""
    field = f"{found.field}: " if found.field else ""
    warning = f"{catalogue('report.warning')}: " if found.severity is Severity.WARNING else ""
    return f"{found.path}:{found.line}:{found.column}: {found.code}: {warning}{field}{message(found, catalogue)}"


def as_text(problems: Sequence[Problem], catalogue: Catalogue, root: Path) -> str:
    """Each problem with the line it stands on, then a count."""
    blocks = [headline(found, catalogue) + _excerpt(found, root) for found in problems]
    return "\n".join([*blocks, summary(problems, catalogue)])


def summary(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(found.severity is Severity.ERROR for found in problems)
    if not problems:
        return catalogue("report.nothing")
    return catalogue("report.errors", count=errors) + ", " + catalogue("report.warnings", count=len(problems) - errors)


def _excerpt(found: Problem, root: Path) -> str:
    try:
        lines = (root / found.path).read_text(encoding="utf-8", errors="replace").splitlines()
        line = lines[found.line - 1]
    except (OSError, IndexError):
        return ""
    start = max(0, found.column - 60)
    shown = line[start : start + 100]
    number = str(found.line)
    return f"\n  {number} | {shown}\n  {' ' * len(number)} | {' ' * (found.column - 1 - start)}^"


def as_json(problems: Sequence[Problem], catalogue: Catalogue, root: Path) -> str:
    """A list of objects, one per problem."""
    rows = [
        {
            "path": found.path,
            "line": found.line,
            "column": found.column,
            "code": found.code,
            "severity": found.severity,
            "field": found.field,
            "message": message(found, catalogue),
            "suggestion": found.suggestion,
            "details": dict(found.details),
        }
        for found in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_annotations(problems: Sequence[Problem], catalogue: Catalogue, root: Path) -> str:
    """GitHub's workflow commands, one line per problem."""
    lines = []
    for found in problems:
        text = _escape(message(found, catalogue))
        place = f"file={_escape(found.path, ',:')},line={found.line},col={found.column}"
        title = _escape(f"{found.code} {found.field}".strip(), ",:")
        lines.append(f"::{found.severity} {place},title={title}::{text}")
    return "\n".join([*lines, summary(problems, catalogue)])


def _escape(text: str, more: str = "") -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for mark in more:
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text


FORMATS: Mapping[str, Callable[[Sequence[Problem], Catalogue, Path], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
}
