"""WCAG 2.2 AA as far as a script can judge beyond axe: focus, order, motion, spacing, forced colours, help in one place.

What needs judgement was looked at by people: docs/accessibility.md says criterion by criterion how, and with what result.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.built_site import BuiltSite
from tests.browser.conftest import Complaints, new_context
from tests.browser.page_kinds import PAGE_KINDS, example_of

pytestmark = pytest.mark.browser

_CHECKS = (Path(__file__).parent / "checks.js").read_text(encoding="utf-8")
_PAGE_PARTS = (r"<header class=\"site\".*?</header>", r"<footer class=\"site\".*?</footer>")


@pytest.fixture(scope="module")
def visitor(browser: Browser, origin: str) -> Iterator[Page]:
    """One page for all kinds, as narrow as WCAG asks, of somebody who wants nothing to move."""
    context = new_context(browser, origin, Complaints())
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 740})
    page.emulate_media(reduced_motion="reduce")
    yield page
    context.close()


@pytest.fixture(scope="module", params=PAGE_KINDS)
def opened(request: pytest.FixtureRequest, visitor: Page, site: BuiltSite) -> Page:
    """An example of each kind of page, with the checks at hand."""
    visitor.emulate_media(color_scheme="light", forced_colors="none")
    visitor.goto(example_of(request.param, site))
    visitor.evaluate(_CHECKS)
    return visitor


def _wrong(page: Page, check: str) -> list[str]:
    found = page.evaluate(f"checks.{check}()")
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_focus_is_seen_on_everything_that_can_have_it(opened: Page, scheme: str) -> None:
    opened.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert opened.evaluate("document.querySelectorAll('a[href]').length") > 3
    assert _wrong(opened, "focus") == []


def test_focus_is_seen_in_forced_colours(opened: Page) -> None:
    opened.emulate_media(forced_colors="active")
    wrong = _wrong(opened, "focus")
    opened.emulate_media(forced_colors="none")
    assert wrong == []


def test_the_order_of_the_page_is_the_order_that_is_seen(opened: Page) -> None:
    assert _wrong(opened, "order") == []


def test_nothing_moves(opened: Page) -> None:
    assert _wrong(opened, "motion") == []


def test_text_may_be_spaced_as_readers_need_it(opened: Page) -> None:
    opened.evaluate("checks.space()")
    wrong = {check: _wrong(opened, check) for check in ("clipped", "outOfDrawings", "sideways")}
    opened.evaluate("checks.unspace()")
    assert wrong == {"clipped": [], "outOfDrawings": [], "sideways": []}


@pytest.mark.parametrize(
    ("check", "html"),
    [
        ("focus", "<a href='/' style='outline: none'>x</a>"),
        ("focus", "<a href='/' style='outline: 3px solid #eee'>x</a>"),
        ("order", "<a href='/' tabindex='2'>x</a>"),
        ("order", "<p style='position: fixed'>x</p>"),
        ("motion", "<p style='transition: all 1s'>x</p>"),
        ("clipped", "<p style='overflow: hidden; height: 1rem'>x<br>y</p>"),
        ("outOfDrawings", "<svg width='40' height='20'><text y='15'>a long text</text></svg>"),
        ("sideways", "<p style='width: 1000px'>x</p>"),
    ],
)
def test_the_checks_see_what_is_wrong(check: str, html: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 740})
    page.set_content(f"<body style='background: #fff'>{html}")
    page.evaluate(_CHECKS)
    assert _wrong(page, check)
    page.close()


@pytest.mark.parametrize("part", _PAGE_PARTS, ids=["header", "footer"])
def test_the_ways_around_and_to_help_are_the_same_on_every_page(part: str, site: BuiltSite) -> None:
    """The links and their words, in their order; a page's own address and date aside, and which entry is the page itself."""
    seen: Counter[tuple[tuple[str, str], ...]] = Counter()
    for address, html in site.pages.items():
        found = re.search(part, html, re.DOTALL)
        assert found or address in site.moved, address
        if found:
            links = re.findall(r'<a [^>]*?href="([^"?]*)[^"]*"[^>]*>(.*?)</a>', found[0], re.DOTALL)
            seen[tuple((href, re.sub(r"<[^>]+>|\s+", " ", words).strip()) for href, words in links)] += 1
    assert len(seen) == 1, [links for links, _ in seen.most_common()]
