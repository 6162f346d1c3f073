"""What a page costs over the wire, compressed as hosts do it: little the first time, very little the next."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Page, Response

from generator.messages import load_catalogue
from tests.browser.built_site import BuiltSite
from tests.browser.local_server import COMPRESSED, compressed
from tests.browser.page_kinds import PAGE_KINDS, example_of
from tests.sites import SEARCH

pytestmark = pytest.mark.browser

KB = 1_000
FIRST_ANSWER = 300 * KB  # bytes, with the index
FIRST, AGAIN = 100 * KB, 15 * KB  # bytes: of a first visit, and of every page after it
_WHOLE_TEXT = re.compile("/(?:{}|{})/$".format(*map(load_catalogue("da"), ("routes.whole_text", "routes.minutes"))))
_LOADED = re.compile(r"""<(?:script [^>]*?src|link (?=[^>]*rel="(?:stylesheet|preload|icon)")[^>]*?href)="([^"]+)""")
_FROM_STYLES = re.compile(r"""url\(["']?([^"')]+)""")
_FROM_SCRIPTS = re.compile(r"""(?:from|import) ?["'](\.?/[^"']+)["']""")


@cache
def wire_size(path: Path) -> int:
    """How many bytes of a file go over the wire, without the headers."""
    data = path.read_bytes()
    return len(compressed(data)) if path.suffix in COMPRESSED else len(data)


def loaded_with(html: str, address: str, site: BuiltSite) -> set[Path]:
    """Every file that a page loads, also through styles and scripts; all fonts, whether the page needs them or not."""
    found: set[Path] = set()
    waiting = [urljoin(address, one) for one in _LOADED.findall(html)]
    while waiting:
        one = urlsplit(waiting.pop()).path
        path = site.folder / one.lstrip("/")
        if path in found:
            continue
        found.add(path)
        pattern = {".css": _FROM_STYLES, ".js": _FROM_SCRIPTS}.get(path.suffix)
        if pattern:
            inner = pattern.findall(path.read_text(encoding="utf-8"))
            waiting += [urljoin(one, each) for each in inner if not each.startswith("data:")]
    return found


def test_every_page_is_light_for_those_who_come_back(site: BuiltSite) -> None:
    """But for a text that is so long that it has a page of its own, and minutes as a whole: they weigh what their words do."""
    sizes = {address: len(compressed(html.encode())) for address, html in site.pages.items() if not _WHOLE_TEXT.search(address)}
    assert {address: size for address, size in sizes.items() if size > AGAIN} == {}


def test_every_page_is_light_for_those_who_come_for_the_first_time(site: BuiltSite) -> None:
    index = site.folder / SEARCH  # of which the search page loads some ahead; its first answer has a limit of its own
    sizes = {
        address: len(compressed(html.encode()))
        + sum(wire_size(path) for path in loaded_with(html, address, site) if path.parent != index)
        for address, html in site.pages.items()
    }
    assert min(sizes[address] for address in sizes.keys() - site.moved) > KB  # the styles are counted
    assert {address: size for address, size in sizes.items() if size > FIRST} == {}


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_a_browser_loads_no_more_than_was_counted(kind: str, page: Page, site: BuiltSite) -> None:
    address = example_of(kind, site)
    counted = loaded_with(site.pages[address], address, site)
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108  # the event takes no built-in
    page.goto(address, wait_until="load")
    if kind != "search":  # whose index comes in pieces when somebody asks
        paths = {site.folder / urlsplit(one.url).path.lstrip("/") for one in loaded[1:]}
        assert paths - counted == set()
    sizes = [one.request.sizes() for one in loaded]
    # Who opens the search page is about to ask: what the first answer needs comes at once.
    limit = FIRST_ANSWER if kind == "search" else FIRST
    assert sum(one["responseBodySize"] + one["responseHeadersSize"] for one in sizes) <= limit
