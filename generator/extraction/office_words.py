"""A spreadsheet, slides or an OpenDocument text to its words, piece by piece: for who looks for what may not be published.

They are not read in the order in which people see them, so that no minutes and no page can be made of them.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from generator.extraction.blocks import Reason, Unreadable

_LARGEST = 60_000_000  # bytes, unpacked
# What holds one text in several pieces, by its name without the namespace: a paragraph, a heading, a cell, a comment.
_WHOLE = {"p", "h", "si", "is", "comment"}


def words_in(path: Path) -> tuple[str, ...]:
    """Every text in the XML parts of a zip file. Raises Unreadable where it is too large, damaged or encrypted."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [info for info in archive.infolist() if info.filename.endswith(".xml")]
            if sum(info.file_size for info in parts) > _LARGEST:
                raise Unreadable(Reason.TOO_LARGE, path.name)
            every = [archive.read(info) for info in parts]
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, OSError, zlib.error) as error:
        raise Unreadable(Reason.DAMAGED, path.name) from error
    except RuntimeError as error:  # what zipfile raises where a password is asked for
        raise Unreadable(Reason.ENCRYPTED, path.name) from error
    return tuple(words for data in every for words in _words_of(data, path.name))


def _words_of(data: bytes, file: str) -> Iterator[str]:
    if b"<!DOCTYPE" in data[:1000]:  # neither format has one, and only attacks do
        raise Unreadable(Reason.DAMAGED, file)
    try:
        root = ElementTree.fromstring(data)  # noqa: S314  # in a process with limits, and without a DOCTYPE
    except ElementTree.ParseError as error:
        raise Unreadable(Reason.DAMAGED, file) from error
    yield from (words for piece in _pieces(root) if (words := piece.strip()))


def _pieces(element: Element) -> Iterator[str]:
    if element.tag.rpartition("}")[2] in _WHOLE:
        yield "".join(element.itertext())
        return
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
