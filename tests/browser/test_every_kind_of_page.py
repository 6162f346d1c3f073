"""Each kind of page in a browser: nothing fails, nothing leaves the site, nothing sticks out, nobody is shut out."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.built_site import BuiltSite
from tests.browser.conftest import Complaints
from tests.browser.page_kinds import PAGE_KINDS, example_of

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("kind", PAGE_KINDS)]

# What is wider than the screen, and not inside a frame that scrolls by itself.
_STICKING_OUT = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".frame"))
  .map((one) => one.outerHTML.slice(0, 120))"""


def test_opens_without_a_complaint_and_asks_no_other_host(kind: str, page: Page, site: BuiltSite, complaints: Complaints) -> None:
    answer = page.goto(example_of(kind, site), wait_until="networkidle")
    assert answer is not None and answer.status == 200
    assert complaints.errors == []
    assert complaints.foreign == []


def test_does_not_scroll_sideways_on_a_small_phone(kind: str, page: Page, site: BuiltSite) -> None:
    page.goto(example_of(kind, site))
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(_STICKING_OUT) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_has_nothing_that_axe_finds_wrong(kind: str, page: Page, site: BuiltSite) -> None:
    page.goto(example_of(kind, site))
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            found = Axe().run(page)
            assert found.violations_count == 0, f"{width} {scheme}: {found.generate_report()}"
