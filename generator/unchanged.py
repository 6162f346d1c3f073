"""Whether a build has anything to do: what the last one was made of and made, against what is there now."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.problems import Problem
from generator.source import digest_of
from generator.staging import MANIFEST, read_manifest


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build was made of, the marks of what it left behind, how many pages, and its warnings."""

    inputs: str
    left: str
    pages: int
    problems: tuple[Problem, ...]


def digests_in(content: Path) -> dict[str, str]:
    """The digest of every file below the content folder, by its path from there with forward slashes, in order."""
    digests = {}
    for folder, folders, names in os.walk(content, followlinks=True):
        folders.sort()
        inner = os.path.relpath(folder, content).replace(os.sep, "/")
        for name in sorted(names):
            digests[name if inner == "." else f"{inner}/{name}"] = _digest_of(os.path.join(folder, name))
    return digests


def inputs_of(digests: Mapping[str, str], *more: str) -> str:
    """A digest of every file's digest and of whatever else a build depends on."""
    digest = hashlib.blake2b("\n".join(more).encode(), digest_size=16)
    for path, of_file in digests.items():
        digest.update(path.encode("utf-8", "surrogateescape") + b"\0" + of_file.encode())
    return digest.hexdigest()


def _digest_of(path: str | Path) -> str:
    try:
        with open(path, "rb") as file:
            return digest_of(file.read())
    except OSError:
        return "unreadable"


def nothing_to_do(folder: Path, inputs: str, live: Path, ledger: Path) -> LastBuild | None:
    """The last build, where the same would be built again and every file that it made is still there as it was."""
    try:
        # Our own file in our own folder: whoever can write there can change the program too.
        last = pickle.loads((folder / "last").read_bytes())  # noqa: S301
    except Exception:  # whatever is wrong with it, building is right
        return None
    if not isinstance(last, LastBuild) or last.inputs != inputs or last.left != _left(live, ledger):
        return None
    return last if _is_untouched(live) else None


def _is_untouched(tree: Path) -> bool:
    """Whether a tree has all its files, none of them younger than the manifest, which is written last."""
    try:
        sealed = os.stat(tree / MANIFEST).st_mtime_ns
        return all(os.stat(f"{tree}/{path}").st_mtime_ns <= sealed for path in read_manifest(tree))
    except OSError:
        return False


def note_build(folder: Path, inputs: str, live: Path, ledger: Path, *, pages: int, problems: tuple[Problem, ...]) -> None:
    """Note what was built; a site that is out does not fail for want of the note."""
    draft = folder / "last.new"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(pickle.dumps(LastBuild(inputs, _left(live, ledger), pages, problems)))
        os.replace(draft, folder / "last")


def _left(live: Path, ledger: Path) -> str:
    """A digest of what a build leaves: the site's manifest, the ledger of addresses, and where the site is."""
    return digest_of(f"{_digest_of(live / MANIFEST)} {_digest_of(ledger)} ".encode() + os.fsencode(live))
