"""Read: a content folder to its files, and each file to its fields and text, or to why it cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISREG

from generator.annex import FILES_FOLDER
from generator.problems import Code, Problem, problem
from generator.source import LARGEST_FILE, FileInContent, SourceFile, parse_source

RECORD_ENDINGS = (".md", ".yml")
_HIDDEN = (".", "_", "~$")  # the last is how Word and Excel mark a file that somebody has open
_NO_RECORDS = frozenset({"README.md", "Thumbs.db", "desktop.ini"})  # what Windows leaves in folders


def find(content: Path, name: str) -> tuple[list[FileInContent], list[Problem]]:
    """Every record file below the content folder, which messages call by the name, in the order of their paths."""
    if not content.is_dir():
        return [], [problem(name, Code.NO_CONTENT, found=name)]
    found = [FileInContent(content / path, f"{name}/{path}") for path in sorted(_inner_paths(os.fspath(content)))]
    return found, [] if found else [problem(name, Code.NO_RECORDS, found=name)]


def read(file: FileInContent) -> tuple[SourceFile, list[Problem]]:
    """Read one file, and say what is wrong where it cannot be read."""
    path, shown = file.path, file.shown
    if not path.name.endswith(RECORD_ENDINGS):
        return SourceFile(shown, "", whole=False), []  # whatever it is, it is in the wrong place; the next stage says so
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):  # a link to a folder, or to something that would never end
            return SourceFile(shown, "", whole=False), [problem(shown, Code.UNREADABLE, found="not a file")]
        if status.st_size > LARGEST_FILE:
            found = problem(shown, Code.TOO_LARGE, found=status.st_size, expected=LARGEST_FILE)
            return SourceFile(shown, "", whole=False), [found]
        return parse_source(shown, path.read_bytes())
    except OSError as error:
        found = problem(shown, Code.UNREADABLE, found=error.strerror or type(error).__name__)
        return SourceFile(shown, "", whole=False), [found]


def _inner_paths(folder: str, inner: str = "") -> Iterator[str]:
    """Every file below a folder that is meant as a record, by its path from there; hidden ones and attachments are not."""
    with os.scandir(folder) as entries:
        for entry in entries:
            path = f"{inner}{entry.name}"
            if entry.name.startswith(_HIDDEN) or path == FILES_FOLDER:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _inner_paths(entry.path, f"{path}/")
            elif entry.name not in _NO_RECORDS and (entry.is_file() or entry.is_symlink()):
                yield path
