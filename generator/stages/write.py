"""Write: site files to the staging tree, where only what differs is touched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from generator.page import SiteFile
from generator.staging import Trees, read_manifest, sealed_at, share


class LostFile(LookupError):
    """A file that a built tree should have is gone or is another; carries its path."""


def put(file: SiteFile, trees: Trees, held: Mapping[str, str]) -> SiteFile:
    """Write one rendered file to the staging tree, unless that has it, and give it without its bytes.

    It is done where the file was rendered, so that bytes need not go from one process to another.
    """
    if file.data is not None and held.get(file.path) != file.digest:
        _fill(f"{trees.staging}/{file.path}", file.data, is_there=file.path in held)
    return replace(file, data=None)


def write(files: Iterable[SiteFile], trees: Trees, held: Mapping[str, str], keep: tuple[str, ...]) -> dict[str, str]:
    """Bring the staging tree to the given files and give its digests by path.

    `held` is what the tree has already; `keep` are the folders that other stages own.
    A file without bytes is taken from the live site, whose last build made it, else it is a copy of its source.
    """
    live = read_manifest(trees.live)
    sealed = sealed_at(trees.live)
    digests: dict[str, str] = {}
    for file in files:
        digests[file.path] = file.digest
        if held.get(file.path) == file.digest:
            continue
        target, is_there = f"{trees.staging}/{file.path}", file.path in held
        if file.data is not None:
            _fill(target, file.data, is_there=is_there)
        elif live.get(file.path) == file.digest:
            _take(f"{trees.live}/{file.path}", target, sealed, is_there=is_there)
        elif file.source:
            _make_way(target, is_there=is_there)
            shutil.copyfile(file.source, target)
        else:
            raise LostFile(file.path)
    for path in held.keys() - digests.keys():
        if path.partition("/")[0] not in keep:
            _remove(trees.staging, path)
    return digests


def _fill(target: str, data: bytes, *, is_there: bool) -> None:
    """Make a file of its own: the one that is there may be the live site's too."""
    _make_way(target, is_there=is_there)
    with open(target, "wb", buffering=0) as handle:
        handle.write(data)


def _take(source: str, target: str, sealed: int, *, is_there: bool) -> None:
    """Have a file of the live site in the staging tree too."""
    try:
        if os.stat(source, follow_symlinks=False).st_mtime_ns > sealed:
            raise LostFile(source)  # somebody has changed it since it was built
        _make_way(target, is_there=is_there)
        share(source, target)
    except OSError as error:
        raise LostFile(source) from error


def _make_way(target: str, *, is_there: bool) -> None:
    if is_there:
        os.unlink(target)
    else:
        os.makedirs(os.path.dirname(target), exist_ok=True)


def _remove(tree: Path, path: str) -> None:
    """Remove a file and the folders that it leaves empty."""
    target = tree / path
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == tree or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
