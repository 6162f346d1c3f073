"""Pagefind as a program that is given one page after another: so the order of pages, and with it every byte, is ours."""

from __future__ import annotations

import base64
import gzip
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any

from pagefind_bin import get_executable

from generator.search.cbor import read

HEAD = b"pagefind_dcd"  # what each of its files begins with, once unpacked
_END = b","  # of a message, to the program and from it


class IndexingFailed(Exception):
    """Pagefind ended with an error; carries what it said."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What Pagefind made of the pages of one language, in their order.

    `pages` are the names of their fragments, with the number of words of each; `files` the names of the files of the index;
    `fields` what of a page has words besides its text.
    """

    folder: Path
    language: str
    pages: Sequence[tuple[str, int]]
    files: Sequence[str]
    fields: Sequence[str]

    def fragment(self, name: str) -> dict[str, Any]:
        """All that Pagefind keeps of a page: its address (`url`), its text (`content`) and its title (in `meta`)."""
        packed = (self.folder / "fragment" / f"{name}.pf_fragment").read_bytes()
        found: dict[str, Any] = json.loads(gzip.decompress(packed).removeprefix(HEAD))
        return found

    def file(self, name: str) -> Path:
        """A file of the index."""
        return self.folder / "index" / f"{name}.pf_index"


def run_pagefind(pages: Iterable[tuple[str, str]], target: Path) -> None:
    """Index pages, each an address and its HTML, into a folder; raises IndexingFailed where Pagefind cannot."""
    with Popen([get_executable(), "--service"], stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as program:
        try:
            _tell(program, {"type": "NewIndex", "config": {}})
            for address, html in pages:
                _tell(program, {"type": "AddFile", "index_id": 0, "url": address, "file_contents": html})
            _tell(program, {"type": "WriteFiles", "index_id": 0, "output_path": str(target)})
        finally:
            with suppress(OSError):
                program.communicate()  # it ends when there is no more to read


def _tell(program: Popen[bytes], message: dict[str, Any]) -> None:
    """Send one message and wait until it is done."""
    assert program.stdin  # noqa: S101  # it is a pipe,
    assert program.stdout  # noqa: S101  # and so is this
    answer = b""
    try:
        program.stdin.write(base64.b64encode(json.dumps({"message_id": 1, "payload": message}).encode()) + _END)
        program.stdin.flush()
        while not answer.endswith(_END):
            answer += (more := os.read(program.stdout.fileno(), 1 << 16))
            if not more:
                raise BrokenPipeError("Pagefind ended before it was done")
        told = json.loads(base64.b64decode(answer.removesuffix(_END)))["payload"]
    except (OSError, ValueError, LookupError) as error:
        raise IndexingFailed(str(error)) from error
    if told["type"] == "Error":
        raise IndexingFailed(told["message"])


def indexed_in(folder: Path) -> Iterator[Indexed]:
    """What Pagefind has made in a folder, by language."""
    for path in sorted(folder.glob("pagefind.*.pf_meta")):
        language = path.name.split(".")[1].rpartition("_")[0]
        found: Any = read(gzip.decompress(path.read_bytes()).removeprefix(HEAD))
        _, pages, files, _, _, fields = found
        yield Indexed(folder, language, [*map(tuple, pages)], [name for _, _, name in files], fields)
