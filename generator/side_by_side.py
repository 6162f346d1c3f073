"""The same work over many things, or one piece of work beside another, in as many processes as there are processors."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial
from multiprocessing.connection import Connection
from typing import Any, NoReturn, TypeVar

Thing = TypeVar("Thing")
Result = TypeVar("Result")

# Below this many things, starting processes costs more than it saves.
WORTH_IT = 100
_CHUNK = 20

# What the forked processes inherit; functions and records need not be sent to them.
_inherited: tuple[Callable[[Any], Any], Sequence[Any]] | None = None


def side_by_side(work: Callable[[Thing], Result], things: Sequence[Thing]) -> Iterator[Result]:
    """Do some work for each thing and give the results in order, whatever the number of processors.

    An exception of the work is raised here. Where processes cannot be forked safely (another thread runs,
    the system has no fork), or the work is small, this process does it alone.
    """
    processes = _processes()
    if len(things) < WORTH_IT or processes < 2:
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


@contextmanager
def beside(work: Callable[[], Result]) -> Iterator[Callable[[], Result]]:
    """Do some work in a process of its own, and give what waits for its result; at the latest it is done at the end.

    An exception of the work is raised where its result is asked for. Where no process can be forked safely, or it was
    killed, the work is done then.
    """
    if _processes() < 2:
        yield cache(work)
        return
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(work, sender))
    process.start()
    sender.close()

    @cache
    def received() -> Callable[[], Result]:
        try:
            answer: Callable[[], Result] = receiver.recv()
        except EOFError:  # the process was killed
            return work
        return answer

    @cache
    def result() -> Result:
        return received()()

    try:
        yield result
    finally:
        received()  # or the process would wait for somebody to listen
        process.join()


def _send(work: Callable[[], Any], sender: Connection[Any, Any]) -> None:
    try:
        sender.send(partial(_given, work()))
    except Exception as error:  # it is raised where somebody waits for the result
        sender.send(partial(_raised, error))


def _given(result: Result) -> Result:
    return result


def _raised(error: Exception) -> NoReturn:
    raise error


def _processes() -> int:
    """How many processes may work side by side: one where they cannot be forked safely."""
    if threading.active_count() > 1 or "fork" not in multiprocessing.get_all_start_methods():
        return 1
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


def _chunk(start: int) -> list[Any]:
    assert _inherited is not None  # noqa: S101  # set before the process was forked
    work, things = _inherited
    return [work(thing) for thing in things[start : start + _CHUNK]]
