"""A spreadsheet, slides or an OpenDocument text to its words, piece by piece: for who looks for what may not be published.

They are not read in the order in which people see them, so that no minutes and no page can be made of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from generator.extraction.blocks import Reason, Unreadable
from generator.extraction.zipped import parts_in

_XML = re.compile(r".*\.xml")
# What holds one text in several pieces, by its name without the namespace: a paragraph, a heading, a cell, a comment.
_WHOLE = {"p", "h", "si", "is", "comment"}


def words_in(path: Path) -> tuple[str, ...]:
    """Every text in the XML parts of a zip file. Raises Unreadable where it is too large, damaged or encrypted."""
    try:
        roots = [ElementTree.fromstring(data) for data in parts_in(path, _XML).values()]  # noqa: S314  # no DOCTYPE, limited
    except ElementTree.ParseError as error:
        raise Unreadable(Reason.DAMAGED, path.name) from error
    return tuple(words for root in roots for piece in _pieces(root) if (words := piece.strip()))


def _pieces(element: Element) -> Iterator[str]:
    if element.tag.rpartition("}")[2] in _WHOLE:
        yield "".join(element.itertext())
        return
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
