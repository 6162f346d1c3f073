"""A file to its text, by the reader for its format. Nothing here is safe against a file made to do harm: see `sandbox`."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

from generator.extraction.assembling import blocks_of
from generator.extraction.blocks import Block, ExtractedText, Kind, Reason, Unreadable
from generator.extraction.docx import read_docx
from generator.extraction.furniture import marked
from generator.extraction.office_words import words_in
from generator.extraction.pdf import pages_of, pdf_rows
from generator.extraction.plain import markdown_rows, text_of, text_rows
from generator.extraction.rows import Row
from generator.extraction.underlines import underlined

FORMATS = {".docx": "docx", ".pdf": "pdf", ".txt": "txt", ".md": "md", ".csv": "csv"}
FORMATS |= dict.fromkeys((".xlsx", ".pptx", ".odt", ".ods", ".odp"), "office")
_WORDS_ALONE = ("csv", "office")  # what is in no order that could be read from top to bottom
# What a file of a format is by its first bytes, where that is called something else.
_CONTENT = {"txt": "text", "md": "text", "csv": "text", "office": "zip"}
_PDF_START = 1024  # bytes within which "%PDF-" stands, by the standard's note for readers
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of old Word files, and of new ones with a password
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_LARGEST_TEXT = 10_000_000  # characters, or bytes of a text file; a book has one million


def read_text(path: Path) -> ExtractedText:
    """The text of a file. Raises Unreadable where there is a reason that can be named, and whatever its reader raises."""
    form = form_of(path)
    if form in _WORDS_ALONE:
        return ExtractedText(form, (), unseen=words_in(path) if form == "office" else (_plain_text(path),))
    if form == "pdf":
        pages = pages_of(path)
        empty = tuple(number for number, page in enumerate(pages, start=1) if not page.lines)
        text = ExtractedText(form, blocks_of(underlined(marked(list(pdf_rows(pages))))), len(pages), empty)
    elif form == "docx":
        text = read_docx(path)
    else:
        rows = _plain_rows(path, form)
        text = ExtractedText(form, blocks_of(rows), max((row.page for row in rows), default=0))
    if not any(_is_words(block) for block in text.blocks):
        raise Unreadable(Reason.NO_TEXT, path.name)
    if sum(map(len, (*(block.text for block in text.blocks), *text.unseen))) > _LARGEST_TEXT:
        raise Unreadable(Reason.TOO_LARGE, path.name)
    return text


def _is_words(block: Block) -> bool:
    return block.kind is not Kind.FURNITURE and re.search(r"\w", block.text) is not None


def _plain_rows(path: Path, form: str) -> Sequence[Row]:
    text = _plain_text(path)
    return marked(list(markdown_rows(text))) if form == "md" else underlined(marked(list(text_rows(text))))


def _plain_text(path: Path) -> str:
    if path.stat().st_size > _LARGEST_TEXT:
        raise Unreadable(Reason.TOO_LARGE, path.name)
    return text_of(path.read_bytes(), path.name)


def form_of(path: Path) -> str:
    """The format of a file, by its name and its first bytes, which have to agree. Raises Unreadable where they do not."""
    form = FORMATS.get(path.suffix.lower())
    try:
        with path.open("rb") as file:
            start = file.read(_PDF_START)
    except OSError as error:
        raise Unreadable(Reason.MISSING, path.name) from error
    if form is None:
        raise Unreadable(Reason.UNKNOWN_TYPE, path.name, found=path.suffix)
    if not start.strip():
        raise Unreadable(Reason.EMPTY, path.name)
    really = _by_content(path, start)
    if form == "docx" and really == "ole" and _LOCKED in path.read_bytes():
        raise Unreadable(Reason.ENCRYPTED, path.name)
    if really != _CONTENT.get(form, form):
        raise Unreadable(Reason.WRONG_TYPE, path.name, found=path.suffix)
    return form


def _by_content(path: Path, start: bytes) -> str:
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(_OLE):
        return "ole"
    if not start.startswith(b"PK\x03\x04"):
        return "text"
    try:
        with zipfile.ZipFile(path) as archive:
            return "docx" if any(name.startswith("word/") for name in archive.namelist()) else "zip"
    except (zipfile.BadZipFile, ValueError, OSError) as error:  # a zip file has its contents at its end
        raise Unreadable(Reason.DAMAGED, path.name) from error
