"""Read: a content folder to source files and the problems of files that cannot be read."""

from __future__ import annotations

from pathlib import Path
from stat import S_ISREG

from generator.problems import Code, Problem, problem
from generator.side_by_side import side_by_side
from generator.source import LARGEST_FILE, SourceFile, parse_source

RECORD_ENDINGS = (".md", ".yml")
FILES_FOLDER = "files"  # attachments as they are: PDF, Word, pictures


def read(content: Path, name: str) -> tuple[tuple[SourceFile, ...], list[Problem]]:
    """Read every record file below the content folder, which messages call by the name, in the order of their paths."""
    if not content.is_dir():
        return (), [problem(name, Code.NO_CONTENT, found=name)]
    sources: list[SourceFile] = []
    problems: list[Problem] = []
    paths = [(path, f"{name}/{path.relative_to(content).as_posix()}") for path in record_paths(content)]
    for source, found in side_by_side(_read_one, paths):
        sources.append(source)
        problems += found
    if not sources:
        problems.append(problem(name, Code.NO_RECORDS, found=name))
    return tuple(sources), problems


def _read_one(one: tuple[Path, str]) -> tuple[SourceFile, list[Problem]]:
    path, shown = one
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


def record_paths(content: Path) -> list[Path]:
    """Every file below the content folder that is meant as a record; hidden ones and attachments are not."""
    found = []
    for path in content.rglob("*"):
        parts = path.relative_to(content).parts
        hidden = any(part.startswith((".", "_")) for part in parts)
        if not hidden and parts[0] != FILES_FOLDER and path.name != "README.md" and (path.is_file() or path.is_symlink()):
            found.append(path)
    return sorted(found, key=lambda path: path.as_posix())
