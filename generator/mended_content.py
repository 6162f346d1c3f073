"""Checked content to the files of it that can be mended, each rid of mistakes and given no new one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.mending import mended
from generator.order import Order
from generator.pipeline import Checked, check_as_if
from generator.problems import Problem, Severity
from generator.source import digest_of

_ROUNDS = 5  # a mended field can show what is wrong with another


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file as it would be: its path as messages have it, its bytes as they were and would be, and what that mends."""

    path: str
    before: bytes
    data: bytes
    mends: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Mended:
    """The files that can be mended, what checking finds once they are, and the files that are left as they are."""

    files: tuple[MendedFile, ...]
    checked: Checked
    left: tuple[str, ...]


def mend(order: Order, checked: Checked) -> Mended:
    """Put every sure suggestion in, as often as that shows new ones; nothing is written.

    A file in which something put in would itself be wrong stays as it is. So does everything where files that are not
    touched would be wrong for it. That a mended file shows what its mistake had hidden is no reason to leave it.
    """
    files: dict[str, MendedFile] = {}
    now = checked
    for _ in range(_ROUNDS):
        more = _mended_once(order, now, checked, files)
        if not more:
            break
        files |= more
        now = _as_if(order, checked, files)
    tried = set(files)
    while worse := _worse(files, checked, now):
        files = {path: file for path, file in files.items() if path not in worse}
        now = _as_if(order, checked, files)
    return Mended(tuple(files.values()), now, tuple(sorted(tried - files.keys())))


def _mended_once(order: Order, now: Checked, first: Checked, files: Mapping[str, MendedFile]) -> dict[str, MendedFile]:
    more = {}
    for path in dict.fromkeys(found.path for found in now.problems if found.sure):
        if (order.root / path).is_symlink():
            continue  # the file lies elsewhere, and may be more than a record there
        held = files.get(path) or _untouched(path, order)
        if path not in files and digest_of(held.data) != first.files[path][0]:
            continue  # somebody has written to it since it was checked
        data, mends = mended(held.data, (found for found in now.problems if found.path == path))
        if mends:
            more[path] = replace(held, data=data, mends=held.mends + mends)
    return more


def _untouched(path: str, order: Order) -> MendedFile:
    data = (order.root / path).read_bytes()
    return MendedFile(path, data, data, ())


def _as_if(order: Order, checked: Checked, files: Mapping[str, MendedFile]) -> Checked:
    return check_as_if(order, checked, {path: file.data for path, file in files.items()}) if files else checked


def _worse(files: Mapping[str, MendedFile], before: Checked, now: Checked) -> set[str]:
    """The files with an error about what was put in; all of them where the others have more errors than before."""
    left = _errors(now)
    wrong = {path for path, file in files.items() if any(_is_about(one, path, was) for one in left for was in file.mends)}
    had, have = (sum(found.path not in files for found in _errors(checked)) for checked in (before, now))
    return wrong or (set(files) if have > had else set())


def _is_about(found: Problem, path: str, before: Problem) -> bool:
    """Whether a problem is about what was put in for one before, and not about its neighbour on the line."""
    if (found.path, found.line) != (path, before.line):
        return False
    own_field = found.field == before.field != "body"  # a text has many references
    return own_field or dict(found.details).get("found") == before.suggestion


def _errors(checked: Checked) -> list[Problem]:
    return [found for found in checked.problems if found.severity is Severity.ERROR]
