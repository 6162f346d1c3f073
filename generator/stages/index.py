"""Index: the pages in staging to a search index beside them, by Pagefind, and the vocabulary by which to ask it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from pagefind_bin import get_executable

from generator.page import SiteFile
from generator.search.vocabulary import knowledge_digest, write_vocabularies
from generator.source import digest_of
from generator.staging import Trees

FOLDER = "pagefind"
_MARK = f"{FOLDER}/made-of.txt"  # a digest of the pages, and of what is known of words, that the index was made of


class IndexingFailed(Exception):
    """Pagefind ended with an error; carries what it said."""


def index(files: Iterable[SiteFile], trees: Trees, held: Mapping[str, str], base_path: str) -> dict[str, str]:
    """Make the index of the searchable pages, unless one tree has it already; give its files' digests by path."""
    pages = sorted(f"{file.path} {file.digest}" for file in files if file.searchable)
    made_of = digest_of("\n".join((knowledge_digest(), *pages)).encode())
    target = trees.staging / FOLDER
    if not _is_made_of(target, made_of):
        shutil.rmtree(target, ignore_errors=True)
        live = trees.live / FOLDER
        if _is_made_of(live, made_of):
            shutil.copytree(live, target)
        else:
            _run_pagefind(trees.staging)
            write_vocabularies(target, base_path)
            (trees.staging / _MARK).write_text(made_of, encoding="utf-8")
    elif known := {path: digest for path, digest in held.items() if path.startswith(f"{FOLDER}/")}:
        return known
    found = sorted(path for path in target.rglob("*") if path.is_file())
    return {path.relative_to(trees.staging).as_posix(): digest_of(path.read_bytes()) for path in found}


def _is_made_of(folder: Path, made_of: str) -> bool:
    try:
        return (folder / Path(_MARK).name).read_text(encoding="utf-8") == made_of
    except OSError:
        return False


def _run_pagefind(site: Path) -> None:
    command = [get_executable(), "--site", str(site), "--output-subdir", FOLDER, "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise IndexingFailed((done.stderr or done.stdout).strip())
    target = site / FOLDER
    if not target.is_dir():  # Pagefind makes none where no page is marked for it
        target.mkdir()
