"""A draft to files below a folder: all of them or none, and none over another."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from generator.importer.drafting.draft import DraftFile
from generator.record_text import record_text


class AlreadyThere(Exception):
    """Files that an import would write over; carries their paths below the folder."""

    def __init__(self, paths: list[str]) -> None:
        super().__init__(", ".join(paths))
        self.paths = paths


def bytes_of(file: DraftFile) -> bytes:
    """A record as its file has it."""
    body = f"{file.body.strip()}\n" if file.body.strip() else ""
    return record_text(dict(file.fields), body, yaml_only=file.path.endswith(".yml")).encode()


def write_draft(files: Iterable[DraftFile], folder: Path) -> list[Path]:
    """Write the files below a folder. Raises AlreadyThere, and writes none, where one is there already."""
    files = list(files)
    there = [file.path for file in files if (folder / file.path).exists()]
    there += [f"{top}/" for top in sorted(_meetings(files)) if (folder / top).exists()]
    if there:
        raise AlreadyThere(there)
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=".import-", dir=folder))
    try:
        for file in files:
            path = staging / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(bytes_of(file))
        return _moved(files, staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _meetings(files: Iterable[DraftFile]) -> set[str]:
    return {file.path.rpartition("/")[0] for file in files if file.path.startswith("meetings/")}


def _moved(files: Iterable[DraftFile], staging: Path, folder: Path) -> list[Path]:
    """Move what was written to its place: a meeting's folder whole, other records one by one, the last of all first undone."""
    moved: list[Path] = []
    try:
        for top in sorted(_meetings(files)):
            (folder / top).parent.mkdir(parents=True, exist_ok=True)
            (staging / top).rename(folder / top)
            moved.append(folder / top)
        for file in files:
            if (staging / file.path).exists():
                (folder / file.path).parent.mkdir(parents=True, exist_ok=True)
                (staging / file.path).rename(folder / file.path)
                moved.append(folder / file.path)
    except BaseException:  # whoever interrupts the command leaves nothing half-written either
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
    return moved
