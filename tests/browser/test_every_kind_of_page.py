"""Each kind of page in a browser: nothing fails, nothing leaves the site, nothing sticks out, nobody is shut out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.base import AXE_SCRIPT, AxeResults
from playwright.sync_api import Browser, Page

from tests.browser.built_site import BuiltSite
from tests.browser.conftest import Complaints, new_context
from tests.browser.page_kinds import PAGE_KINDS, example_of

pytestmark = pytest.mark.browser

# What reaches beyond the screen and does not stand in a frame that scrolls by itself.
_STICKING_OUT = """() => [...document.querySelectorAll("body *")]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.parentElement.closest(".frame"))
  .map((one) => one.outerHTML.slice(0, 120))"""
_DEVICES = {"phone": 360, "desktop": 1280}
# The lists by type come from one template: the longest, one with ways around and an empty one stand for all with axe.
_LISTS = ("organization_list", "meeting_list", "correction_list")
_FOR_AXE = [kind for kind in PAGE_KINDS if not kind.endswith("_list") or kind in _LISTS]


@pytest.fixture(scope="module", params=PAGE_KINDS)
def opened(request: pytest.FixtureRequest, browser: Browser, origin: str, site: BuiltSite) -> Iterator[tuple[Page, Complaints]]:
    """An example of each kind of page, opened once on a small phone, and what the browser said against it."""
    complaints = Complaints()
    context = new_context(browser, origin, complaints)
    page = context.new_page()
    answer = page.goto(example_of(request.param, site))
    assert answer is not None
    assert answer.status == 200
    yield page, complaints
    context.close()


def _axe(page: Page, options: dict[str, object]) -> str:
    """What axe finds wrong, in words; its script comes from the installed package and asks no network."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate("options => axe.run({...options, resultTypes: ['violations']})", options))
    return found.generate_report() if found.violations_count else ""


def test_a_page_opens_without_a_complaint_and_asks_no_other_host(opened: tuple[Page, Complaints]) -> None:
    _, complaints = opened
    assert complaints.errors == []
    assert complaints.foreign == []


@pytest.mark.parametrize("width", [320, 360])
def test_a_page_does_not_scroll_sideways_on_a_small_phone(opened: tuple[Page, Complaints], width: int) -> None:
    page, _ = opened
    page.set_viewport_size({"width": width, "height": 740})
    assert page.evaluate(_STICKING_OUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("opened", _FOR_AXE, indirect=True)
@pytest.mark.parametrize("device", _DEVICES)
def test_axe_finds_nothing_wrong(opened: tuple[Page, Complaints], device: str) -> None:
    page, _ = opened
    page.set_viewport_size({"width": _DEVICES[device], "height": 740})
    page.emulate_media(color_scheme="light")
    assert not _axe(page, {})


@pytest.mark.parametrize("opened", _FOR_AXE, indirect=True)
@pytest.mark.parametrize("device", _DEVICES)
def test_axe_finds_no_colour_wrong_in_the_dark(opened: tuple[Page, Complaints], device: str) -> None:
    page, _ = opened
    page.set_viewport_size({"width": _DEVICES[device], "height": 740})
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(21, 24, 27)"
    assert not _axe(page, {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}})
