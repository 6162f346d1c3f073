"""Write: site files to the staging tree, where only what differs is touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.page import SiteFile
from generator.source import digest_of
from generator.staging import Trees, read_manifest


class LostFile(LookupError):
    """A file that a built tree should have is gone or is another; carries its path."""


def write(files: Iterable[SiteFile], trees: Trees, held: Mapping[str, str], keep: str) -> dict[str, str]:
    """Bring the staging tree to the given files and give its digests by path.

    `held` is what the tree has from the build before last; `keep` is the folder that another stage owns (or empty).
    A file without bytes is taken from the live site, whose last build made it.
    """
    live = read_manifest(trees.live)
    digests: dict[str, str] = {}
    folders: set[Path] = set()
    for file in files:
        digests[file.path] = file.digest
        if held.get(file.path) == file.digest:
            continue
        target = trees.staging / file.path
        if target.parent not in folders:
            target.parent.mkdir(parents=True, exist_ok=True)
            folders.add(target.parent)
        target.write_bytes(_from_live(file, trees, live) if file.data is None else file.data)
    for path in held.keys() - digests.keys():
        if not path.startswith(f"{keep}/"):
            _remove(trees.staging, path)
    return digests


def _from_live(file: SiteFile, trees: Trees, live: Mapping[str, str]) -> bytes:
    """The bytes of a file that the last build made, as the live site has them."""
    if live.get(file.path) != file.digest:
        raise LostFile(file.path)
    try:
        data = (trees.live / file.path).read_bytes()
    except OSError as error:
        raise LostFile(file.path) from error
    if digest_of(data) != file.digest:
        raise LostFile(file.path)
    return data


def _remove(tree: Path, path: str) -> None:
    """Remove a file and the folders that it leaves empty."""
    target = tree / path
    target.unlink(missing_ok=True)
    for folder in target.parents:
        if folder == tree or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
