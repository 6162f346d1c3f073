"""Index: the pages in staging to a search index beside them, by Pagefind, and the vocabulary by which to ask it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from generator.page import SiteFile
from generator.search.parts import Part, index_part, make_part, parts_of, read_part
from generator.search.vocabulary import knowledge_digest, write_vocabularies
from generator.source import digest_of
from generator.staging import MADE_OF, Trees, is_made_of, take_over

FOLDER = "pagefind"
_KEPT = "index"  # in the folder of what one build leaves to the next: a folder for each part
_AT_ONCE = 2  # parts that Pagefind makes side by side; each takes up to a gigabyte and a half meanwhile
_LETTERS = 12  # of a digest that is the name of a folder
_RAW = ".raw"  # what Pagefind makes of a part, until it is in order


@dataclass(frozen=True, slots=True)
class _Row:
    """The paths of the pages of a part, and the name of its folder, which tells of what it was made."""

    paths: tuple[str, ...]
    name: str


def index(files: Iterable[SiteFile], trees: Trees, held: Mapping[str, str], base_path: str, memory: Path) -> dict[str, str]:
    """Make the index of the searchable pages, unless one tree has it already; give its files' digests by path.

    Of a large site only those parts are made whose pages are others than those that either tree has an index of, and of which
    the memory keeps what the index is made of.
    """
    pages = {file.path: file.digest for file in files if file.searchable}
    root = base_path.rstrip("/")
    known = f"{knowledge_digest()} {metadata.version('pagefind_bin')} {root}"
    rows = [_row(paths, pages, known) for paths in parts_of(sorted(pages))]
    made_of = digest_of("\n".join(row.name for row in rows).encode())
    target = trees.staging / FOLDER
    if not is_made_of(target, made_of):
        if is_made_of(trees.live / FOLDER, made_of):
            shutil.rmtree(target, ignore_errors=True)
            take_over(trees.live / FOLDER, target)
        else:
            _make(rows, trees, root, made_of, memory / _KEPT)
            (target / MADE_OF).write_text(made_of, encoding="utf-8")
    elif found := {path: digest for path, digest in held.items() if path.startswith(f"{FOLDER}/")}:
        return found
    paths = sorted(path for path in target.rglob("*") if path.is_file())
    return {path.relative_to(trees.staging).as_posix(): digest_of(path.read_bytes()) for path in paths}


def _row(paths: Iterable[str], pages: Mapping[str, str], known: str) -> _Row:
    own = tuple(paths)
    return _Row(own, digest_of("\n".join((known, *(f"{path} {pages[path]}" for path in own))).encode())[:_LETTERS])


def _make(rows: Iterable[_Row], trees: Trees, root: str, made_of: str, kept: Path) -> None:
    """Make the parts that neither tree has, and what is said of all of them together."""
    target = trees.staging / FOLDER
    target.mkdir(exist_ok=True)
    (target / MADE_OF).unlink(missing_ok=True)  # from here on it is not whole
    whole = {row.name: _whole(row, trees, kept / row.name) for row in rows}
    missing = [row for row in rows if whole[row.name] is None]
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        list(threads.map(lambda row: index_part(trees.staging, row.paths, target / f"{row.name}{_RAW}"), missing))
    for row in missing:
        make_part(trees.staging, root, target / f"{row.name}{_RAW}", target / row.name, kept / row.name)
        whole[row.name] = read_part(target / row.name, kept / row.name)
    parts = [part for part in whole.values() if part is not None]
    for path in [path for path in target.iterdir() if path.name not in whole]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in [path for path in kept.iterdir() if path.name not in whole and not (trees.live / FOLDER / path.name).is_dir()]:
        shutil.rmtree(path)  # what the live site has is taken over again when an edit is undone
    write_vocabularies(target, kept, parts, made_of[:_LETTERS])


def _whole(row: _Row, trees: Trees, kept: Path) -> dict[str, Part] | None:
    """A part that one of the trees has, in staging; None where neither has it whole."""
    folder, live = (tree / FOLDER / row.name for tree in (trees.staging, trees.live))
    for is_taken_over in (False, True):
        if is_taken_over and live.is_dir():
            take_over(live, folder)
        with suppress(OSError, ValueError):
            return read_part(folder, kept)
        shutil.rmtree(folder, ignore_errors=True)
    shutil.rmtree(kept, ignore_errors=True)
    return None
