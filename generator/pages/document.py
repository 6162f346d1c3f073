"""What a document's page shows of the file that is attached to it: the way to it, and its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.extraction.pages import PageText
from generator.pages.parts import Crumb
from generator.records.document import Document
from generator.voice import Voice

SHOWN_BY_DOCUMENT = frozenset({"file"})
# Letters of a file's text that its page has, and so the search: those of 150 full pages. More would be slow to fetch.
_MOST = 400_000
_UNITS = ((1_000_000, "megabytes"), (1_000, "kilobytes"))


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page of a file: its number (0: it has none), its anchor, the way to it in the file, its paragraphs."""

    number: int
    anchor: str
    href: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentExtra:
    """The file of a document: the way to it, its kind and size in words, its pages; `contents` leads to its text.

    `length` is that of the text in words; `cut` says that not all of it is here. Without a file, `href` is empty.
    """

    href: str = ""
    kind: str = ""
    size: str = ""
    count: int = 0
    pages: tuple[ShownPage, ...] = ()
    length: int = 0
    cut: bool = False
    contents: tuple[Crumb, ...] = ()


def document_extra(document: Document, voice: Voice) -> DocumentExtra:
    """What a document's page shows of its file."""
    annex = voice.library.annexes.get(document.pointer)
    if annex is None:
        return DocumentExtra()
    href = voice.config.base_path.rstrip("/") + annex.address
    kept = list(_kept(annex.text.pages))
    anchor = voice.catalogue("document.anchor")
    pages = tuple(_shown(page, anchor, href, voice) for page in kept)
    return DocumentExtra(
        href=href,
        kind=annex.ending[1:].upper(),
        size=_size(annex.size, voice),
        count=annex.text.number_of_pages,
        pages=pages,
        length=sum(len(paragraph.split()) for page in kept for paragraph in page.paragraphs),
        cut=len(kept) < len(annex.text.pages) or kept[-1:] != list(annex.text.pages[-1:]),
        contents=(Crumb(voice.catalogue("document.text"), f"#{anchor}"),) if pages else (),
    )


def _kept(pages: Sequence[PageText]) -> Iterator[PageText]:
    """As many paragraphs of the pages as there is room for."""
    left = _MOST
    for page in pages:
        paragraphs = []
        for paragraph in page.paragraphs:
            left -= len(paragraph)
            if left < 0:
                break
            paragraphs.append(paragraph)
        if paragraphs:
            yield PageText(page.number, tuple(paragraphs))
        if left < 0:
            return


def _shown(page: PageText, anchor: str, href: str, voice: Voice) -> ShownPage:
    if not page.number:
        return ShownPage(0, "", href, page.paragraphs)
    own = f"{anchor}-{voice.catalogue('document.page_anchor')}-{page.number}"
    return ShownPage(page.number, own, f"{href}#page={page.number}", page.paragraphs)  # as PDF readers understand it: RFC 8118


def _size(size: int, voice: Voice) -> str:
    """A size in words, to a tenth where it is small: 1,2 MB."""
    for unit, name in _UNITS:
        if size >= unit:
            return voice.catalogue(f"document.{name}", number=voice.number(round(Decimal(size) / unit, 1)))
    return voice.catalogue("document.bytes", number=voice.number(size))
