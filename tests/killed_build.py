"""Builds that are killed: run as a program of its own, it kills a build at each of some moments and says what was left.

A moment is the n-th time that the build changes anything on disk. Python tells an audit hook of each before it happens,
so the kill falls between any two changes, and no clock decides where. The build's own processes count together: of two
that work at the same time, only one changes anything.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from multiprocessing import Value
from pathlib import Path

from tests.sites import Site

_CHANGES = frozenset({"os.mkdir", "os.rmdir", "os.remove", "os.rename", "os.truncate", "shutil.rmtree", "shutil.copyfile"})
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


def changes_of(site: Site) -> int:
    """How many times a build of this site changes something on disk."""
    read, write = os.pipe()
    if (child := os.fork()) == 0:
        count = Value("i")

        def note() -> None:
            count.value += 1

        _on_each_change(site.folder, note)
        site.build()
        os.write(write, str(count.value).encode())
        os._exit(0)
    os.waitpid(child, 0)
    counted = int(os.read(read, 20))
    os.close(read)
    os.close(write)
    return counted


def kill_at(site: Site, moment: int) -> bool:
    """Build, and kill the build just before its n-th change; gives whether it came so far."""
    if (child := os.fork()) == 0:
        count, build = Value("i"), os.getpid()

        def count_down() -> None:
            count.value += 1
            if count.value == moment:  # with the process that makes the staging tree ready beside
                os.kill(build, signal.SIGKILL)
                os.kill(os.getpid(), signal.SIGKILL)

        _on_each_change(site.folder, count_down)
        site.build()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def _on_each_change(folder: Path, act: Callable[[], None]) -> None:
    inside = str(folder)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            changing = isinstance(flags, int) and bool(flags & _WRITING)
        else:
            path, changing = arguments[0] if arguments else "", event in _CHANGES
        if changing and isinstance(path, (str, os.PathLike)) and os.fspath(path).startswith(inside):
            act()

    sys.addaudithook(hook)


def main(words: list[str]) -> int:
    """`folder every`: for each n-th moment of the build in that folder, kill it there; print what was left, as JSON.

    The folder holds `before` (a site as it was last built) and `edited` (the same, its content changed since).
    """
    folder, every = Path(words[0]), int(words[1])
    work = Site(folder / "work")
    _fresh(folder, work)
    whole = {"before": work.built()}
    last = changes_of(work)
    whole["after"] = work.built()
    results = []
    for moment in sorted({*range(1, last + 1, every), *range(max(1, last - 12), last + 1)}):
        _fresh(folder, work)
        killed = kill_at(work, moment)
        live = work.built()
        left = next((name for name, files in whole.items() if files == live), "neither")
        problems = [str(found.code) for found in work.build().problems]
        mended, ledger = work.built() == whole["after"], (work.folder / "addresses.txt").read_text()
        found = {"moment": moment, "killed": killed, "left": left, "problems": problems, "mended": mended, "ledger": ledger}
        results.append(found)
    print(json.dumps(results))
    return 0


def _fresh(folder: Path, work: Site) -> None:
    shutil.rmtree(work.folder, ignore_errors=True)
    shutil.copytree(folder / "edited", work.folder, symlinks=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
