"""Read: a content folder to source files and the problems of files that cannot be read."""

from __future__ import annotations

from pathlib import Path

from generator.problems import Code, Problem, problem
from generator.source import SourceFile, parse_source

FILES_FOLDER = "files"  # attachments as they are: PDF, Word, pictures


def read(content: Path) -> tuple[tuple[SourceFile, ...], list[Problem]]:
    """Read every record file below the content folder, in the order of their paths."""
    if not content.is_dir():
        return (), [problem(content.name, Code.NO_CONTENT, found=content.name)]
    sources: list[SourceFile] = []
    problems: list[Problem] = []
    for path in record_paths(content):
        shown = f"{content.name}/{path.relative_to(content).as_posix()}"
        try:
            data = path.read_bytes()
        except OSError as error:
            problems.append(problem(shown, Code.UNREADABLE, found=error.strerror or type(error).__name__))
            continue
        source, found = parse_source(shown, data)
        problems += found
        if source is not None:
            sources.append(source)
    if not sources and not problems:
        problems.append(problem(content.name, Code.NO_RECORDS, found=content.name))
    return tuple(sources), problems


def record_paths(content: Path) -> list[Path]:
    """Every file below the content folder that is meant as a record; hidden ones and attachments are not."""
    found = []
    for path in content.rglob("*"):
        parts = path.relative_to(content).parts
        hidden = any(part.startswith((".", "_")) for part in parts)
        if not hidden and parts[0] != FILES_FOLDER and path.name != "README.md" and path.is_file():
            found.append(path)
    return sorted(found, key=lambda path: path.as_posix())
