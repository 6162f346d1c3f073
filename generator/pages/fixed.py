"""Pages that every site has: the front page, search, the pages about the site itself, and the one for a wrong address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.addresses import route
from generator.library import Library
from generator.page import Page
from generator.pages.front import front_page
from generator.pages.parts import Crumb
from generator.pages.search import search_page
from generator.records import RECORD_TYPES
from generator.voice import Voice

# Pages of interface text alone: the word for their address, their title, and whether they name the build date.
_PLAIN = (
    ("about", "interface.about", False),
    ("privacy", "shell.privacy", False),
    ("accessibility", "shell.accessibility", True),
)


@dataclass(frozen=True, slots=True)
class PlainData:
    """A page of interface text alone."""

    title: str
    crumbs: tuple[Crumb, ...]
    schemas: tuple[str, ...] = ()  # the types that a schema describes: for the page about the site


def fixed_pages(library: Library, language: str) -> Iterator[Page]:
    """The front page and the other pages that do not come from records."""
    yield front_page(library, language)
    yield search_page(library, language)
    for name, title, dated in _PLAIN:
        address = f"/{route(name, language)}/"
        yield Page(address, language, f"{name}.html", partial(_plain, title), dated=dated)
    yield Page("/404.html", language, "not_found.html", partial(_plain, "interface.not_found"), indexed=False)


def _plain(key: str, voice: Voice) -> PlainData:
    crumbs = (Crumb(voice.catalogue("interface.home"), voice.at("/")),)
    return PlainData(voice.catalogue(key), crumbs, tuple(one.type_name for one in RECORD_TYPES))
