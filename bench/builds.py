"""Builds: a corpus to the cost of every kind of build of it, by Protokol and by the peer, each a process of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.content import write_settings
from bench.measure import Cost, Failed, measure

PROJECT = Path(__file__).parent.parent
THEME = PROJECT / "themes" / "default"
PROTOKOL = Path(sys.executable).with_name("protokol")
DAY = "2026-03-31"  # the build date; a meeting after it has not been held in the corpus
COLD, PEER, AGAIN, CHANGED, SEARCH, CHECK = "cold", "peer", "again", "changed", "search", "check"


@dataclass(frozen=True, slots=True)
class Size:
    """A built site: how many pages, and how many bytes they have."""

    pages: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Corpus:
    """The folder of a corpus: `content`, and `hugo` where a peer builds it too."""

    folder: Path

    @property
    def content(self) -> Path:
        """The records."""
        return self.folder / "content"


def make_corpus(folder: Path, items: int, *, hugo: bool) -> Corpus:
    """Make the corpus, in a process of its own: a measured program is born with the memory of the one that starts it."""
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "bench.corpus",
        folder,
        "--items",
        str(items),
        *(["--hugo"] if hugo else []),
    ]
    subprocess.run(command, cwd=PROJECT, check=True)
    return Corpus(folder)


def one_round(corpus: Corpus, place: Path, peer: Path | None, *, peer_first: bool) -> tuple[dict[str, Cost], dict[str, Size]]:
    """Build everything once below a fresh folder, which is removed again; gives the costs and sizes by kind of build."""
    costs: dict[str, Cost] = {}
    sizes: dict[str, Size] = {}
    for is_peer in (True, False) if peer_first else (False, True):
        if not is_peer:
            costs[COLD] = _protokol(corpus, place / "ours", "--no-search")
        elif peer:
            costs[PEER] = _hugo(corpus, place / "peer", peer)
            sizes[PEER] = size_of(place / "peer")
    ours = place / "ours"
    sizes[COLD] = size_of(ours / "site")
    costs[AGAIN] = _protokol(corpus, ours, "--no-search")
    with _one_item_changed(corpus):
        costs[CHANGED] = _protokol(corpus, ours, "--no-search")
    costs[SEARCH] = _protokol(corpus, place / "search")
    sizes[SEARCH] = size_of(place / "search" / "site", "pagefind/**/*")
    costs[CHECK] = measure([PROTOKOL, "check", "--date", DAY], ours)
    shutil.rmtree(place)
    return costs, sizes


def seconds_of_check() -> float:
    """How long a check of the project's own content takes, after the imports."""
    command: list[str | Path] = [sys.executable, "-m", "bench.checking", PROJECT / "site_config.yml"]
    said = subprocess.run(command, cwd=PROJECT, check=False, capture_output=True, text=True)
    if said.returncode:
        raise Failed(f"bench.checking\n{said.stdout}{said.stderr}")
    return float(said.stdout)


def _protokol(corpus: Corpus, folder: Path, *options: str) -> Cost:
    if not folder.exists():
        write_settings(folder, corpus.content, THEME)
    return measure([PROTOKOL, "build", "--quiet", "--date", DAY, *options], folder)


def _hugo(corpus: Corpus, folder: Path, program: Path) -> Cost:
    folder.mkdir(parents=True)
    return measure([program, "--quiet", "--source", corpus.folder / "hugo", "--destination", folder], folder)


@contextmanager
def _one_item_changed(corpus: Corpus) -> Iterator[None]:
    """Give an item in the middle of the archive one more sentence, for as long as this lasts."""
    items = sorted((corpus.content / "meetings").glob("*/*.md"))
    item = items[len(items) // 2]
    before = item.read_bytes()
    item.write_bytes(before + b"\nSekretariatet vender tilbage til sagen.\n")
    try:
        yield
    finally:
        item.write_bytes(before)


def size_of(folder: Path, pattern: str = "**/*.html") -> Size:
    """The files of a folder that fit a pattern: their number, and their bytes."""
    sizes = [path.stat().st_size for path in folder.glob(pattern) if path.is_file()]
    return Size(len(sizes), sum(sizes))
