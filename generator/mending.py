"""A file with problems to the same file mended: what can only have been meant in one way is put in, all else stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.problems import Code, Problem

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"  # some editors begin a file with it; no position counts it


@dataclass(frozen=True, slots=True)
class Change:
    """A line that is another one: its number from 1, as it was and as it is now."""

    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Edit:
    """A text of the file to be replaced: where it begins, what is written, what was meant."""

    start: int
    written: str
    meant: str
    problem: Problem


def mended(data: bytes, problems: Iterable[Problem]) -> tuple[bytes, tuple[Problem, ...]]:
    """Put the sure suggestions of a file's problems into its bytes; every other byte stays. Gives what that mends, too.

    `data` are the bytes that the problems were found in; a suggestion whose text does not stand where the problem is
    (it is folded, or escaped) is left to the editor.
    """
    sure = [found for found in problems if found.sure]
    if not sure:
        return data, ()
    text = data.decode("utf-8")  # a file that is not UTF-8 has one problem, and no suggestion
    lines = _lines_of(text)
    edits = sorted(_apart(edit for found in sure if (edit := _edit_of(found, text, lines))), key=lambda edit: edit.start)
    for edit in reversed(edits):  # from the end, so that what stands before keeps its place
        text = text[: edit.start] + edit.meant + text[edit.start + len(edit.written) :]
    return text.encode("utf-8"), tuple(edit.problem for edit in edits)


def changes_between(before: bytes, after: bytes) -> Iterator[Change]:
    """The lines that differ between a file and the same file mended, in order; mending adds no line."""
    texts = (before.decode("utf-8"), after.decode("utf-8"))
    old, new = ([text[start:end] for start, end in _lines_of(text)] for text in texts)
    for number, (was, now) in enumerate(zip(old, new, strict=True), 1):
        if was != now:
            yield Change(number, was, now)


def _lines_of(text: str) -> list[tuple[int, int]]:
    """Where each line of a text begins and ends, the mark at its beginning and the line ends left out."""
    ends = list(_LINE_END.finditer(text))
    starts = [len(_MARK) if text.startswith(_MARK) else 0, *(end.end() for end in ends)]
    return list(zip(starts, [*(end.start() for end in ends), len(text)], strict=True))


def _apart(edits: Iterable[_Edit]) -> Iterator[_Edit]:
    """The edits of places that no edit before has taken."""
    taken: set[int] = set()
    for edit in edits:
        if edit.start not in taken:
            taken.add(edit.start)
            yield edit


def _edit_of(found: Problem, text: str, lines: Sequence[tuple[int, int]]) -> _Edit | None:
    if not 0 < found.line <= len(lines):
        return None
    start, end = lines[found.line - 1]
    start += found.column - 1
    start += text[start : start + 1] in ("'", '"')
    for written, meant in _readings(found):
        after = text[start + len(written) : end]
        if text.startswith(written, start, end) and not re.match(r"[\w-]", after):
            return _Edit(start, written, meant, found)
    return None


def _readings(found: Problem) -> Iterator[tuple[str, str]]:
    """The texts that may stand at the place of a problem, each with what it becomes."""
    details = dict(found.details)
    written, meant = details.get("found", ""), found.suggestion
    if found.code is Code.DANGLING_PART:
        meant = f"{written}#{meant}"
        written = f"{written}#{details['expected']}"
    yield written, meant
    if found.code in (Code.DANGLING, Code.DANGLING_PART):  # where one type is meant, the id stands alone
        yield written.partition(":")[2], meant.partition(":")[2]
