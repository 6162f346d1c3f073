"""Staging: the tree in which the next site is made, beside the live one, and the swap of the two."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.side_by_side import beside

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

MANIFEST = ".protokol.json"  # in each tree: which files are ours, with their digests
MADE_OF = "made-of.txt"  # in a folder that one stage owns: the digest of all that it was made of
_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)


@dataclass(frozen=True, slots=True)
class Trees:
    """The live site and the tree beside it that becomes the next one."""

    live: Path
    staging: Path

    @property
    def aside(self) -> Path:
        """Where the live site lies for a moment while the trees are swapped in three steps."""
        return self.live.with_name(f".{self.live.name}.aside")


def trees_for(output: Path) -> Trees:
    """The two trees of an output folder; they lie side by side, so that swapping them is one step."""
    output = output.resolve()
    return Trees(output, output.parent / f".{output.name}.next")


def is_ours(folder: Path) -> bool:
    """Whether a folder may be replaced: it is not there, it is empty, or it was built here."""
    if not folder.is_dir():
        return not folder.exists()
    return (folder / MANIFEST).is_file() or not any(folder.iterdir())


def read_manifest(tree: Path) -> dict[str, str]:
    """The files of a tree with their digests; empty where a build was interrupted in it."""
    try:
        manifest = json.loads((tree / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) else {}


def write_manifest(tree: Path, digests: Mapping[str, str]) -> None:
    """Note that a tree is whole and what it holds."""
    text = json.dumps(dict(sorted(digests.items())), indent=0)
    (tree / MANIFEST).write_text(text, encoding="utf-8")


def sealed_at(tree: Path) -> int:
    """When a tree was noted to be whole, in nanoseconds; what is younger was not built there. 0 where it never was."""
    try:
        return (tree / MANIFEST).stat().st_mtime_ns
    except OSError:
        return 0


def open_staging(trees: Trees) -> dict[str, str]:
    """Make the staging tree ready and give what it holds; one that is not known to be whole begins as the live site is."""
    _mend(trees)
    known = read_manifest(trees.staging)
    if known:
        known = _untouched(trees.staging, known)
    else:
        shutil.rmtree(trees.staging, ignore_errors=True)
        trees.staging.mkdir(parents=True)
        known = _linked(trees)
    (trees.staging / MANIFEST).unlink(missing_ok=True)  # from here on the tree is not whole
    return known


def _linked(trees: Trees) -> dict[str, str]:
    """What the live site has, as one file in both trees; nothing of what somebody has changed since it was built.

    Files are never changed in place, so that neither tree changes with the other.
    """
    sealed, found = sealed_at(trees.live), {}
    for path, digest in read_manifest(trees.live).items():
        source, target = f"{trees.live}/{path}", f"{trees.staging}/{path}"
        with suppress(OSError):  # what is lost, or cannot be in two trees, is made or copied later
            if os.stat(source, follow_symlinks=False).st_mtime_ns <= sealed:
                os.makedirs(os.path.dirname(target), exist_ok=True)
                os.link(source, target)
                found[path] = digest
    return found


def share(source: str, target: str) -> None:
    """Have a file in two trees, as one where the system can do that. Files are never changed in place."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def take_over(source: Path, target: Path) -> None:
    """Have a whole folder of one tree in the other too."""
    shutil.copytree(source, target, copy_function=share)


def is_made_of(folder: Path, made_of: str) -> bool:
    """Whether a stage that owns a folder has made it, whole, of what has this digest."""
    try:
        return (folder / MADE_OF).read_text(encoding="utf-8") == made_of
    except OSError:
        return False


def _untouched(tree: Path, manifest: Mapping[str, str]) -> dict[str, str]:
    """What a tree still holds of what the manifest says; files that somebody changed or added are removed."""
    sealed = sealed_at(tree)
    root = f"{tree}{os.sep}"
    found: dict[str, str] = {}
    folders = [str(tree)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                path = entry.path.removeprefix(root).replace(os.sep, "/")
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                elif path in manifest and entry.stat(follow_symlinks=False).st_mtime_ns <= sealed:
                    found[path] = manifest[path]
                elif path != MANIFEST:
                    os.unlink(entry.path)
    return found


@contextmanager
def opening(trees: Trees) -> Iterator[Callable[[], dict[str, str]]]:
    """Keep other builds waiting, and give what makes the staging tree ready: where there is a site, that begins at once."""
    with alone(trees):
        if sealed_at(trees.live):
            with beside(partial(open_staging, trees)) as opened:
                yield opened
        else:
            yield partial(open_staging, trees)


@contextmanager
def alone(trees: Trees) -> Iterator[None]:
    """Keep other builds of the same site waiting, where the system can: two at once would mix their files."""
    trees.live.parent.mkdir(parents=True, exist_ok=True)
    if fcntl is None:
        yield
        return
    parent = os.open(trees.live.parent, os.O_RDONLY)
    try:
        fcntl.flock(parent, fcntl.LOCK_EX)  # ends with the process, however that ends
        yield
    finally:
        os.close(parent)


def swap(trees: Trees) -> None:
    """Make the staging tree the live site, whole, at once; the former live site becomes the staging tree."""
    if not trees.live.exists():
        trees.staging.rename(trees.live)
    elif not _exchange(trees.staging, trees.live):
        trees.live.rename(trees.aside)
        trees.staging.rename(trees.live)
        trees.aside.rename(trees.staging)


def _mend(trees: Trees) -> None:
    """Undo a swap that took three steps and was interrupted between them."""
    if trees.aside.exists():
        if trees.live.exists():
            shutil.rmtree(trees.aside)
        else:
            trees.aside.rename(trees.live)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can (Linux); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)
