"""Staging: the tree in which the next site is made, beside the live one, and the swap of the two."""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MANIFEST = ".protokol.json"  # in each tree: which files are ours, with their digests
_AT_FDCWD = -100
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2)


@dataclass(frozen=True, slots=True)
class Trees:
    """The live site and the tree beside it that becomes the next one."""

    live: Path
    staging: Path


def trees_for(output: Path) -> Trees:
    """The two trees of an output folder; they lie side by side, so that swapping them is one step."""
    output = output.absolute()
    return Trees(output, output.parent / f".{output.name}.next")


def is_ours(folder: Path) -> bool:
    """Whether a folder may be replaced: it is not there, it is empty, or it was built here."""
    return not folder.exists() or (folder / MANIFEST).is_file() or not any(folder.iterdir())


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


def open_staging(trees: Trees) -> dict[str, str]:
    """Make the staging tree ready and give what it holds; one that is not known to be whole is emptied."""
    known = read_manifest(trees.staging)
    if not known and trees.staging.exists():
        shutil.rmtree(trees.staging)
    trees.staging.mkdir(parents=True, exist_ok=True)
    (trees.staging / MANIFEST).unlink(missing_ok=True)  # from here on the tree is not whole
    return known


def swap(trees: Trees) -> None:
    """Make the staging tree the live site, whole, at once; the former live site becomes the staging tree."""
    if not trees.live.exists():
        trees.staging.rename(trees.live)
    elif not _exchange(trees.staging, trees.live):
        aside = trees.live.with_name(f".{trees.live.name}.aside")
        shutil.rmtree(aside, ignore_errors=True)
        trees.live.rename(aside)
        trees.staging.rename(trees.live)
        aside.rename(trees.staging)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step where the system can (Linux); False where it cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return bool(call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _EXCHANGE) == 0)
