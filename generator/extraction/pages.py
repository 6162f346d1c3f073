"""A text in blocks to plain paragraphs by page: what a search and a reader without the file need of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.extraction.blocks import ExtractedText, Kind


@dataclass(frozen=True, slots=True)
class PageText:
    """The text of a page, by paragraphs and rows of tables; `number` is 0 where the file has no pages."""

    number: int
    paragraphs: tuple[str, ...]


def pages_in(text: ExtractedText) -> Iterator[PageText]:
    """The pages of a text, without headers, footers and page numbers."""
    blocks = (block for block in text.blocks if block.kind not in (Kind.FURNITURE, Kind.PAGE_BREAK))
    for number, on_page in groupby(blocks, key=lambda block: block.page):
        texts = (f"{block.marker} {block.text}".strip() for block in on_page)
        paragraphs = (line.replace("\t", " · ").strip(" ·") for text in texts for line in text.split("\n"))
        yield PageText(number, tuple(line for line in paragraphs if line))
