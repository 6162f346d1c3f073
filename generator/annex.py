"""An annex: the file that a document record names, as it lies in the content, and the text that was read from it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extraction.blocks import Reason
from generator.extraction.pages import PageText
from generator.source import digest_of

LARGEST_ANNEX = 50_000_000  # bytes; more is slow to fetch for readers, and git hosts refuse not much more
FILES_FOLDER = "files"  # below the content folder: attachments as they are: PDF, Word, pictures


@dataclass(frozen=True, slots=True)
class AnnexText:
    """What reading a file gave: its text, and how many pages it has, or why there is none; `sha256` is the file's own.

    `beside` is what else is in it, by page (0: on none): page headers and footers, comments, struck-out words.
    """

    sha256: str
    pages: tuple[PageText, ...] = ()
    number_of_pages: int = 0
    refused: Reason | None = None
    beside: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Annex:
    """A file of a document record: where it lies on disk and on the site, its size in bytes, its ending, its text."""

    source: str
    address: str
    digest: str
    size: int
    ending: str
    text: AnnexText

    @property
    def mark(self) -> str:
        """What changes when the file, its place or its text does."""
        return digest_of(f"{self.address} {self.digest} {self.text.refused}".encode())
