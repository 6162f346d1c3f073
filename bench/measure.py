"""Measure: one program, run as a process of its own, to the time and the memory that it took."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_LOOK_EVERY = 0.2  # seconds; each look costs a process with a gigabyte a few milliseconds


class Failed(Exception):
    """A measured program ended with an error; carries what it said."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run took: seconds on the wall, seconds of processor (children included), and megabytes at the peak."""

    wall: float
    processor: float
    memory: float


def measure(command: Sequence[str | Path], folder: Path) -> Cost:
    """Run a program to its end in a folder; raises Failed where it ends with an error.

    Memory is the system's own figure for the largest process. Where a program works in several processes,
    it is the most that they held together, each shared page counted once.
    """
    with (folder / "said.txt").open("w+", encoding="utf-8") as said:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=_environment(), stdout=said, stderr=subprocess.STDOUT)
        together = _Together(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        together.end()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise Failed(f"{' '.join(map(str, command))}\n{said.read()[-2_000:]}")
    largest = usage.ru_maxrss / 1024  # Linux counts kilobytes
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(largest, together.most))


def _environment() -> dict[str, str]:
    """The bench's own, but for what would keep Python from its compiled files, which an installed program has."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class _Together:
    """Looks now and then at a process and its children, and keeps the most memory that several of them held together."""

    def __init__(self, pid: int) -> None:
        self.most = 0.0
        self._pid = pid
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Stop looking."""
        self._ended.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_EVERY):
            family = _family(self._pid)
            if len(family) > 1:
                self.most = max(self.most, sum(map(_megabytes_of, family)))


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:  # it ended while we looked
                continue
    return found


def _megabytes_of(pid: int) -> float:
    """A process's memory, with pages that it shares counted in parts."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
