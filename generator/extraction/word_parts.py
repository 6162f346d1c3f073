"""A Word file to its parts, and to a small one in which what Word only shows stands as text, for Mammoth to read.

Mammoth passes over the numbers that Word counts while it shows a document, and minutes live by them; so they are
written before their paragraphs, in runs of a style by which they are known again. Pictures are left behind.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from generator.extraction.blocks import Reason, Unreadable
from generator.extraction.signs import plain_signs
from generator.extraction.word_numbers import Numbering, W, read_numbering
from generator.extraction.word_showing import leave_out_empty, leave_shown
from generator.extraction.word_slimming import make_slim
from generator.extraction.word_styles import Manner, Styles, read_styles
from generator.extraction.zipped import parts_in

MARKER = "protokol-marker-"  # the style of a run that holds a number; its depth follows
MANNER = "protokol-manner-"  # the style of a paragraph; its level of heading and 1 for bold type follow
_LARGEST_PART = 40_000_000  # bytes, unpacked; the text of 2,000 pages has about 30 million
_NEEDED = re.compile(
    r"(?:\[Content_Types\]|word/(?:document\d*|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*))\.xml"
    r"|(?:word/)?_rels/[^/]*\.rels"
)
_DOCUMENT = re.compile(r"word/document\d*\.xml")  # SharePoint has been seen to write document2.xml
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_COMMENTS = re.compile(r"word/comments\.xml")
_SHOWN, _STRUCK = f"{W}t", f"{W}delText"
# Elements that only hold others, which Mammoth would pass over with all that is in them.
_WRAPPERS = {f"{W}fldSimple", f"{W}dir", f"{W}bdo"}
_ADDRESS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
# Marks of a paragraph that somebody took out, or moved elsewhere, and that has no number any more.
_GONE = (f"{W}pPr/{W}rPr/{W}del", f"{W}pPr/{W}rPr/{W}moveFrom")


@dataclass(frozen=True, slots=True)
class WordParts:
    """A Word file for Mammoth, the paragraphs of its page headers and footers, and what it does not show: comments,
    struck-out and hidden words.
    """

    for_mammoth: io.BytesIO
    at_edges: tuple[str, ...]
    unseen: tuple[str, ...]


def read_parts(path: Path) -> WordParts:
    """Read the parts of a Word file that hold text. Raises Unreadable where it is too large, damaged or encrypted."""
    packed = parts_in(path, _NEEDED, _LARGEST_PART)
    parts = {name: data.replace(_STRICT, W[1:-1].encode()) for name, data in packed.items()}
    try:
        at_edges = tuple(dict.fromkeys(_texts_in(parts, _EDGE, _SHOWN)))
        for_mammoth, hidden = _for_mammoth(parts)
        unseen = (*_texts_in(parts, _COMMENTS, _SHOWN), *_texts_in(parts, _DOCUMENT, _STRUCK), *hidden)
        return WordParts(for_mammoth, at_edges, unseen)
    except (ElementTree.ParseError, StopIteration) as error:
        raise Unreadable(Reason.DAMAGED, path.name) from error


def _for_mammoth(parts: dict[str, bytes]) -> tuple[io.BytesIO, tuple[str, ...]]:
    """The file that Mammoth reads, and the words that are left out because Word does not show them."""
    document = next(name for name in parts if _DOCUMENT.fullmatch(name))
    root = ElementTree.fromstring(parts[document])  # noqa: S314  # in a process with limits, and without a DOCTYPE
    numbering, styles = (read_numbering(_root_of(parts, "numbering")), read_styles(_root_of(parts, "styles")))
    hidden = leave_shown(root, styles.hidden)
    for element in root.iter():
        if element.tag in _WRAPPERS:
            element.tag = f"{W}smartTag"
        elif element.tag == f"{W}p" and all(element.find(mark) is None for mark in _GONE):
            _write_out(element, styles, numbering)
    leave_out_empty(root)
    _leave_links_that_lead(root, parts)
    small = io.BytesIO()
    with zipfile.ZipFile(small, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, ElementTree.tostring(root) if name == document else data)
    small.seek(0)
    return small, hidden


def _leave_links_that_lead(root: Element, parts: dict[str, bytes]) -> None:
    """Take the address from a link where the file does not have it, because whoever wrote the file lost it."""
    known = b"".join(data for name, data in parts.items() if name.startswith("word/_rels/document")).decode("utf-8", "replace")
    for link in root.iter(f"{W}hyperlink"):
        if (address := link.get(_ADDRESS)) and f'"{address}"' not in known:
            del link.attrib[_ADDRESS]


def _root_of(parts: dict[str, bytes], name: str) -> Element | None:
    data = parts.get(f"word/{name}.xml")
    return None if data is None else ElementTree.fromstring(data)  # noqa: S314  # as above


def _write_out(paragraph: Element, styles: Styles, numbering: Numbering) -> None:
    """Write into a paragraph what Word knows of it: its manner as its style, its number as a run before all others."""
    manner = styles.manner_of(paragraph)
    make_slim(paragraph, styles.bold)
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = Element(f"{W}pPr")
        paragraph.insert(0, properties)
    style = properties.find(f"{W}pStyle")
    if style is None:
        style = ElementTree.SubElement(properties, f"{W}pStyle")
    style.set(f"{W}val", f"{MANNER}{manner.level}{int(manner.strong)}")
    if manner.list_id and (label := numbering.next_label(manner.list_id, manner.depth)):
        paragraph.insert(list(paragraph).index(properties) + 1, _run(label, manner))


def _run(label: str, manner: Manner) -> Element:
    run = Element(f"{W}r")
    style = ElementTree.SubElement(ElementTree.SubElement(run, f"{W}rPr"), f"{W}rStyle")
    style.set(f"{W}val", f"{MARKER}{manner.depth}")
    ElementTree.SubElement(run, f"{W}t").text = label
    return run


def _texts_in(parts: dict[str, bytes], names: re.Pattern[str], kind: str) -> Iterator[str]:
    """The words of one kind in the parts of some names, by paragraphs."""
    for name, data in sorted(parts.items()):
        if names.fullmatch(name):
            for paragraph in ElementTree.fromstring(data).iter(f"{W}p"):  # noqa: S314  # as above
                parts_of = (one for one in _of_its_own(paragraph) if one.tag in (kind, f"{W}tab"))
                if text := "".join("\t" if one.tag != kind else one.text or "" for one in parts_of).strip():
                    yield plain_signs(text)


def _of_its_own(paragraph: Element) -> Iterator[Element]:
    """The elements of a paragraph, but for those of the paragraphs in its text boxes."""
    for child in paragraph:
        if child.tag != f"{W}p":
            yield child
            yield from _of_its_own(child)
