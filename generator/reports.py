"""Problems as text for people, as JSON for programs, as annotations for git hosts.

Each takes the address below which the handbook explains the codes; where it is empty, nothing is said of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

from generator.explained import page_of
from generator.field_names import named_place
from generator.messages import Catalogue
from generator.problems import EXCUSED_BY_QUOTE, Problem, Severity
from generator.rules.private_words import masked, private_words
from generator.source import LARGEST_FILE, digest_of

_LONGEST = 120  # characters of a found value that are shown; the rest helps nobody
_BEFORE, _WIDTH = 60, 100  # characters of a source line before the place, and in all
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def message(found: Problem, catalogue: Catalogue) -> str:
    """The sentence of a problem, with its suggestion."""
    text = catalogue(f"problems.{found.code}", **dict(_words(found, catalogue)))
    return f"{text}. {catalogue('report.suggestion', found=masked(found.suggestion))}" if found.suggestion else text


def _words(found: Problem, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """What fills the blanks: on one line, not too long, and in the reader's language where the catalogue has it."""
    for name, value in found.details:
        key = f"problems.words.{found.code}.{value}"
        if key in catalogue:
            yield name, catalogue(key)
            continue
        shown = visible(masked(" ".join(value.split())))
        yield name, shown if name != "found" or len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


def _with_page(found: Problem, catalogue: Catalogue, handbook: str) -> str:
    """The sentence of a problem, and where the handbook explains it."""
    text, page = message(found, catalogue), page_of(found.code, handbook)
    stop = "" if text.endswith((".", "?")) else "."
    return f"{text}{stop} {catalogue('report.see', address=page)}" if page else text


def visible(text: str) -> str:
    """A text without marks that a terminal or an editor would obey rather than show."""
    return _INVISIBLE.sub("�", text)


def headline(found: Problem, catalogue: Catalogue) -> str:
    """`path:line:column: code: field: what is wrong`, as editors and git hosts know how to follow."""
    field = f"{visible(found.field)[:_LONGEST]}: " if found.field else ""
    warning = f"{catalogue('report.warning')}: " if found.severity is Severity.WARNING else ""
    place = f"{visible(found.path)}:{found.line}:{found.column}"
    return f"{place}: {found.code}: {warning}{field}{message(found, catalogue)}"


def as_text(problems: Sequence[Problem], catalogue: Catalogue, root: Path, handbook: str = "") -> str:
    """Each problem with the line it stands on, then a count."""
    blocks = []
    for path, group in groupby(problems, key=lambda found: found.path):
        lines = _lines_of(root / path)
        blocks += [headline(found, catalogue) + _in_form(found, catalogue) + _excerpt(found, lines) for found in group]
    return "\n".join([*blocks, summary(problems, catalogue), *_explained(problems, catalogue, handbook)])


def _in_form(found: Problem, catalogue: Catalogue) -> str:
    """The field once more, in the words of the form in which it is filled in."""
    place = named_place(found.path, found.field, catalogue)
    return f"\n  {place}" if place else ""


def _explained(problems: Sequence[Problem], catalogue: Catalogue, handbook: str) -> Iterator[str]:
    """Where the handbook tells what each code means and how it is mended."""
    if handbook and problems:
        yield catalogue("report.explained")
        yield from (f"  {page_of(code, handbook)}" for code in sorted({found.code for found in problems}))


def summary(problems: Sequence[Problem], catalogue: Catalogue) -> str:
    """How many errors and warnings there are, in words."""
    errors = sum(found.severity is Severity.ERROR for found in problems)
    if not problems:
        return catalogue("report.nothing")
    return catalogue("report.errors", count=errors) + ", " + catalogue("report.warnings", count=len(problems) - errors)


def _excerpt(found: Problem, lines: Sequence[str]) -> str:
    if not 0 < found.line <= len(lines):
        return ""
    line = lines[found.line - 1]
    if found.code in EXCUSED_BY_QUOTE or next(private_words(line), None):
        return ""  # what may not be published may not stand in a public log either
    start = max(0, found.column - _BEFORE)
    shown = visible(line[start : start + _WIDTH].replace("\t", " "))
    number = str(found.line)
    return f"\n  {number} | {shown}\n  {' ' * len(number)} | {' ' * (found.column - 1 - start)}^"


def _lines_of(path: Path) -> list[str]:
    try:
        if path.is_file() and path.stat().st_size <= LARGEST_FILE:
            return path.read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except (OSError, ValueError):  # it is gone by now, or its name is none
        pass
    return []


def as_json(problems: Sequence[Problem], catalogue: Catalogue, root: Path, handbook: str = "") -> str:
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
            "sure": found.sure,
            "details": {name: masked(value) for name, value in found.details},
            "handbook": page_of(found.code, handbook),
        }
        for found in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_annotations(problems: Sequence[Problem], catalogue: Catalogue, root: Path, handbook: str = "") -> str:
    """GitHub's workflow commands, one line per problem."""
    lines = []
    for found in problems:
        text = _escape(_with_page(found, catalogue, handbook))
        place = f"file={_escape(found.path, ',:')},line={found.line},col={found.column}"
        field = named_place(found.path, found.field, catalogue) or found.field
        title = _escape(f"{found.code} {field}".strip(), ",:")
        lines.append(f"::{found.severity} {place},title={title}::{text}")
    return "\n".join([*lines, summary(problems, catalogue)])


def _escape(text: str, more: str = "") -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    for mark in more:
        text = text.replace(mark, f"%{ord(mark):02X}")
    return text


def as_code_quality(problems: Sequence[Problem], catalogue: Catalogue, root: Path, handbook: str = "") -> str:
    """GitLab's Code Quality report: a list of objects, each with a mark by which the same problem is known again.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    rows = [
        {
            "description": f"{found.code} {_with_page(found, catalogue, handbook)}",
            "check_name": found.code,
            "fingerprint": digest_of(f"{found.path} {found.code} {found.field} {found.details}".encode()),
            "severity": "minor" if found.severity is Severity.WARNING else "critical",
            "location": {"path": found.path, "lines": {"begin": found.line}},
        }
        for found in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: Mapping[str, Callable[[Sequence[Problem], Catalogue, Path, str], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
    "gitlab": as_code_quality,
}
