"""Attach: the document records of a library to the files that they name, checked and read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.addresses import route
from generator.annex import FILES_FOLDER, LARGEST_ANNEX, Annex, AnnexText
from generator.config import SiteConfig
from generator.declaration import Pointer
from generator.extraction import Kind, Reason, Unreadable, extract
from generator.extraction.pages import pages_in
from generator.library import Library
from generator.memory import Memory, digest_of_code, recall, remember
from generator.page import SiteFile
from generator.problems import Code, Problem, problem
from generator.records.document import Document
from generator.rules.privacy import excuse_for, unused_excuses
from generator.rules.private_words import beginning_of, private_words
from generator.sorting import slugify
from generator.source import digest_of
from generator.suggest import suggestion_for

_SIDE_BY_SIDE = 4  # each may take much memory
_PATIENCE = 120  # seconds: a build reads many at once
_PICTURES = (".png", ".jpg", ".jpeg")
_MEMORY = "annexes"
_PERSONAL_NUMBERS = ("cpr", "perhaps_cpr")  # a letter may have its office's telephone number
# How a file of each ending begins: what its name says has to be what it is.
_BEGINS = {
    ".pdf": b"%PDF-",
    ".docx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".pptx": b"PK\x03\x04",
    ".odt": b"PK\x03\x04", ".ods": b"PK\x03\x04", ".odp": b"PK\x03\x04",
    ".png": b"\x89PNG", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff",
    ".txt": b"", ".csv": b"",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _File:
    """A file that a record names and that may be published."""

    record: Document
    path: Path
    digest: str
    size: int

    @property
    def key(self) -> str:
        """What its text depends on: its bytes, and the ending by which they are read."""
        return f"{self.digest}{self.path.suffix.lower()}"


def attach(
    library: Library, content: Path, config: SiteConfig, digests: Mapping[str, str], memory: Path
) -> tuple[dict[Pointer, Annex], list[Problem]]:
    """Find, check and read the file of each document; gives them by record, and what is wrong with them.

    `digests` are those of files that are known already, by path as messages call them; in the folder `memory` is kept
    what was read. A file that nobody names, or that a withheld document names, is not part of the site.
    """
    named = [record for record in library.all(Document) if record.file and not record.withheld]
    folder = f"{config.content_name}/{FILES_FOLDER}"
    found = [_find(record, content / FILES_FOLDER, digests.get(f"{folder}/{record.file}", "")) for record in named]
    files = [one for one in found if isinstance(one, _File)]
    texts = _read(files, memory)
    problems = [one for one in found if isinstance(one, Problem)]
    annexes: dict[Pointer, Annex] = {}
    taken: dict[str, str] = {}
    for file in files:
        text, address = texts[file.key], address_of_file(file.record.file or "", config.language)
        problems += _faults(file.record, text)
        if (other := taken.setdefault(address, file.record.file or "")) != file.record.file:
            problems.append(_fault(file.record, Code.SAME_ADDRESS, found=address, expected=f"{FILES_FOLDER}/{other}"))
        ending = file.path.suffix.lower()
        annexes[file.record.pointer] = Annex(os.fspath(file.path), address, file.digest, file.size, ending, text)
    return annexes, problems


def annex_files(library: Library) -> Iterator[SiteFile]:
    """The annexes as files of the site; their bytes stay in the content until they are needed."""
    for annex in {annex.address: annex for annex in library.annexes.values()}.values():
        yield SiteFile(annex.address.removeprefix("/"), annex.digest, None, source=annex.source)


def address_of_file(place: str, language: str) -> str:
    """Where a file stands on the site: its place below the folder of files, in letters that an address may have."""
    *folders, name = PurePosixPath(place).parts
    inner = [*map(slugify, folders), slugify(PurePosixPath(name).stem) + PurePosixPath(name).suffix.lower()]
    return f"/{route('file', language)}/{'/'.join(inner)}"


def _find(record: Document, folder: Path, digest: str) -> _File | Problem:
    """The file that a record names, or why it cannot be published; `digest` is the file's where that is known."""
    name = record.file or ""
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()) or not path.is_file():
        there = (one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())
        return _fault(record, Code.ANNEX_MISSING, found=name, **suggestion_for(name, sorted(there))._asdict())
    ending, size = path.suffix.lower(), path.stat().st_size
    if not 0 < size <= LARGEST_ANNEX:
        return _fault(record, Code.ANNEX_SIZE, found=size, expected=LARGEST_ANNEX)
    with path.open("rb") as file:
        start = file.read(1024)
    if ending not in _BEGINS or _BEGINS[ending] not in start:
        return _fault(record, Code.ANNEX_TYPE, found=name, expected=", ".join(one[1:] for one in _BEGINS))
    return _File(record, path, digest or digest_of(path.read_bytes()), size)


def _read(files: Sequence[_File], memory: Path) -> dict[str, AnnexText]:
    """The text of each file; what is not known yet is read, several side by side: each has a process of its own."""
    if not files:
        return {}
    base = digest_of_code()
    known: Mapping[str, AnnexText] = recall(memory, base, _MEMORY).annexes
    texts = {file.key: known[file.key] for file in files if file.key in known}
    new = list({file.key: file for file in files if file.key not in known}.values())
    if new:
        with ThreadPoolExecutor(min(os.cpu_count() or 1, _SIDE_BY_SIDE)) as readers:
            texts |= zip((file.key for file in new), readers.map(_text_of, (file.path for file in new)), strict=True)
        # What took too long today need not take too long on another day.
        lasting = {key: text for key, text in texts.items() if text.refused is not Reason.TOO_SLOW}
        remember(memory, Memory(base, annexes=lasting), _MEMORY)
    return texts


def _text_of(path: Path) -> AnnexText:
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    if path.suffix.lower() in _PICTURES:
        return AnnexText(sha256)
    try:
        text = extract(path, _PATIENCE)
    except Unreadable as refused:
        return AnnexText(sha256, refused=refused.reason)
    beside = [(block.page, block.text) for block in text.blocks if block.kind is Kind.FURNITURE]
    beside += [(0, words) for words in text.unseen]
    return AnnexText(sha256, tuple(pages_in(text)), text.pages, beside=tuple(beside))


def _faults(record: Document, text: AnnexText) -> Iterator[Problem]:
    """What is wrong with a file that may be published, as far as its bytes and its text show."""
    if record.checksum and record.checksum != text.sha256:
        yield _fault(record, Code.CHECKSUM_DIFFERS, "checksum", found=record.checksum, expected=text.sha256)
    if text.refused:
        yield _fault(record, Code.ANNEX_UNREADABLE, found=text.refused.value)
    used = set[int]()
    # All that is in a file is published, also what nobody sees who opens it.
    for page, words in (*((page.number, "\n".join(page.paragraphs)) for page in text.pages), *text.beside):
        for found in private_words(words):
            if found.kind in _PERSONAL_NUMBERS:
                excuse = excuse_for(record, Code.PRIVATE_IN_ANNEX, found)
                if excuse is None:
                    yield _fault(record, Code.PRIVATE_IN_ANNEX, found=beginning_of(found), expected=page or 1)
                else:
                    used.add(excuse)
    yield from unused_excuses(record, (Code.PRIVATE_IN_ANNEX,), used)


def _fault(
    record: Document, code: Code, field: str = "file", *, suggestion: str = "", sure: bool = False, **details: object
) -> Problem:
    at = record.origin.position(field)
    return problem(record.origin.path, code, at=at, field=field, suggestion=suggestion, sure=sure, **details)
