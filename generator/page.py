"""A page before and after rendering: what it is made of, and the file that it becomes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.config import SiteConfig
from generator.declaration import Pointer
from generator.library import Library
from generator.source import digest_of
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, before its data is built.

    `address` is from the language's root and ends in a slash, or names a file; `made_of` names every record
    that the page reads (an item's meeting and a meeting's bodies go without saying), `reaches` those of which it reads
    whom they name too, `around` those of which it also reads who names them; `extra` is anything else it depends on;
    `dated` is whether it depends on the build date.
    `others` is the same page in the other languages: language, and address with that language's own prefix.
    `indexed` is whether search engines may show it, `personal` whether only where the settings let them show people.
    """

    address: str
    language: str
    template: str
    build: Callable[[Voice], object] = field(compare=False)
    made_of: tuple[Pointer, ...] = ()
    reaches: tuple[Pointer, ...] = field(default=(), kw_only=True)
    around: tuple[Pointer, ...] = field(default=(), kw_only=True)
    extra: str = ""
    dated: bool = False
    searchable: bool = False
    others: tuple[tuple[str, str], ...] = ()
    indexed: bool = field(default=True, kw_only=True)
    personal: bool = field(default=False, kw_only=True)

    def may_be_indexed(self, config: SiteConfig) -> bool:
        """Whether search engines may show it: what the page itself tells them, and the site's map for them follows."""
        return self.indexed and (config.people_indexed or not self.personal)


@dataclass(frozen=True)  # without slots, which would make it slow to unpickle; a large site has thousands
class SiteFile:
    """A file of the site: where it lies, its bytes (None: as the live site has it), and what it declares.

    `links` are the internal addresses that it leads to, `anchors` the ids that it has, `twice` those that stand more than
    once; `source` is the file outside the site that it is a copy of, where its bytes are not held; `indexed` is whether it is
    a page that search engines may show.
    """

    path: str
    digest: str
    data: bytes | None
    links: frozenset[str] = frozenset()
    anchors: frozenset[str] = frozenset()
    searchable: bool = False
    source: str = ""
    twice: frozenset[str] = frozenset()
    indexed: bool = False


def file_path(address: str) -> str:
    """Where the file of an address lies, from the site's root."""
    inner = address.lstrip("/")
    return f"{inner}index.html" if inner == "" or inner.endswith("/") else inner


def path_of(page: Page, main_language: str) -> str:
    """Where a page's file lies, from the site's root: the other languages stand below the main one."""
    return file_path(page.address if page.language == main_language else f"{page.language}{page.address}")


def fingerprint(page: Page, library: Library, base: str, build_date: str) -> str:
    """A digest of everything that a page's bytes depend on; `base` stands for code, theme and settings."""
    parts = [base, page.address, page.language, page.template, page.extra, repr(page.others), build_date if page.dated else ""]
    parts += (library.line_marks[pointer] for pointer in page.made_of)
    parts += (library.reach_mark(pointer) for pointer in page.reaches)
    parts += (library.mark_around(pointer) for pointer in page.around)
    return digest_of("\n".join(parts).encode())
