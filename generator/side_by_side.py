"""The same work over many things, side by side in as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

# Below this many things, starting processes costs more than it saves.
WORTH_IT = 400
_CHUNK = 50

# What the forked processes inherit; functions and records need not be sent to them.
_inherited: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def side_by_side(work: Callable[[Thing], Result], things: Sequence[Thing]) -> Iterator[Result]:
    """Do some work for each thing and give the results in order, whatever the number of processors.

    An exception of the work is raised here. Where processes cannot be forked safely (another thread runs,
    the system has no fork), or the work is small, this process does it alone.
    """
    processes = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    alone = threading.active_count() > 1 or "fork" not in multiprocessing.get_all_start_methods()
    if len(things) < WORTH_IT or processes < 2 or alone:
        yield from map(work, things)
        return
    global _inherited  # noqa: PLW0603  # forked processes see what stands here when they start
    _inherited = (work, things)
    try:
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            for results in pool.imap(_chunk, range(0, len(things), _CHUNK)):
                yield from results
    finally:
        _inherited = None


def _chunk(start: int) -> list[Any]:
    assert _inherited is not None  # noqa: S101  # set before the process was forked
    work, things = _inherited
    return [work(thing) for thing in things[start : start + _CHUNK]]
