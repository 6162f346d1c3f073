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


def read_ledger(path: Path) -> list[str]:
    """The addresses noted so far; none where there is no ledger yet."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return []
    return [line for line in lines if line and not line.startswith("#")]


def check_ledger(path: Path, files: Iterable[SiteFile]) -> list[Problem]:
    """A problem for each noted address that the new site does not answer."""
    answered = {"/" + file.path.removesuffix("index.html") for file in files}
    return [
        problem(path.name, Code.ADDRESS_GONE, at=(number, 1), found=address)
        for number, address in enumerate([_HEAD, *read_ledger(path)], 1)
        if number > 1 and address not in answered
    ]


@contextmanager
def extended(path: Path, addresses: Collection[str]) -> Iterator[int]:
    """Add the addresses that are new, in order, once what happens meanwhile has happened; gives how many.

    The new ledger is written before, so that one that cannot be written stops what would have been published,
    and takes the old one's place after, whole.
    """
    noted = set(read_ledger(path))
    new = set(addresses) - noted
    draft = path.with_name(f".{path.name}.new")
    if new:
        draft.write_text(_HEAD + "".join(f"{address}\n" for address in sorted(noted | new)), encoding="utf-8")
    yield len(new)
    if new:
        os.replace(draft, path)
