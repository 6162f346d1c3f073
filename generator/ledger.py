"""The ledger of published addresses: once an address has been out, it answers for ever."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.page import SiteFile
from generator.problems import Code, Problem, problem

_HEAD = "# Every address that has been published, one on each line. Commit this file; remove no line.\n"


def addresses_in(files: Iterable[SiteFile]) -> list[str]:
    """The addresses of records: pages that the ledger holds to. Lists and fixed pages come and go with their contents."""
    return sorted("/" + file.path.removesuffix("index.html") for file in files if file.searchable)


def _noted(path: Path) -> dict[str, int]:
    """The addresses noted so far and their lines, with whatever else stands there; none where there is no ledger yet."""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return {}
    return {line: number for number, line in enumerate(lines, 1) if line and not line.startswith("#")}


def check_ledger(path: Path, files: Iterable[str]) -> Iterator[Problem]:
    """A problem for each noted address that a site of these files does not answer, and for each line that is no address."""
    answered = {"/" + file.removesuffix("index.html") for file in files}
    for line, number in _noted(path).items():
        if not line.startswith("/") or not line.isprintable():
            yield problem(path.name, Code.LEDGER_BROKEN, at=(number, 1), found=line)
        elif line not in answered:
            yield problem(path.name, Code.ADDRESS_GONE, at=(number, 1), found=line)


@contextmanager
def extended(path: Path, addresses: Collection[str]) -> Iterator[int]:
    """Add the addresses that are new, in order, once what happens meanwhile has happened; gives how many.

    The new ledger is written before, so that one that cannot be written stops what would have been published,
    and takes the old one's place after, whole.
    """
    noted = set(_noted(path))
    new = set(addresses) - noted
    draft = path.with_name(f".{path.name}.new")
    if new:
        draft.write_text(_HEAD + "".join(f"{address}\n" for address in sorted(noted | new)), encoding="utf-8")
    yield len(new)
    if new:
        os.replace(draft, path)
