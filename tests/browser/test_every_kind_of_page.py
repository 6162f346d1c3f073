"""Each kind of page in a browser: nothing fails, nothing leaves the site, nothing sticks out, nobody is shut out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

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
# All of axe's rules and the one for the size of targets, which it leaves out unless asked. The pages have no frames
# and their styles are the site's own, so that there is nothing to load first.
_RULES: dict[str, object] = {
    "rules": {"target-size": {"enabled": True}},
    "iframes": False,
    "preload": False,
    "resultTypes": ["violations"],
}
# The scheme changes colours and nothing else.
_RULES_OF_COLOUR = {**_RULES, "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# How bright the page's ground is, from 0 to 1.
_BRIGHTNESS = """() => {
  const [red, green, blue] = getComputedStyle(document.documentElement).backgroundColor.match(/[0-9.]+/g).map(Number);
  return (red + green + blue) / (3 * 255);
}"""
_SHIFTS = """() => new Promise((resolve) => {
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(shifts.map((one) => one.value)), 50);
})"""


@dataclass(frozen=True)
class Opened:
    """A page, what the browser said against it, and how far each thing moved while it loaded."""

    page: Page
    complaints: Complaints
    shifts: list[float]


@pytest.fixture(scope="module", params=PAGE_KINDS)
def opened(request: pytest.FixtureRequest, browser: Browser, origin: str, site: BuiltSite) -> Iterator[Opened]:
    """An example of each kind of page, opened once on a small phone, and what the browser said against it."""
    complaints = Complaints()
    context = new_context(browser, origin, complaints)
    page = context.new_page()
    answer = page.goto(example_of(request.param, site))
    assert answer is not None
    assert answer.status == 200
    yield Opened(page, complaints, page.evaluate(_SHIFTS))
    context.close()


def _axe(page: Page, rules: dict[str, object]) -> str:
    """What axe finds wrong, in words; its script comes from the installed package and asks no network."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = AxeResults(page.evaluate("options => axe.run(options)", rules))
    return found.generate_report() if found.violations_count else ""


def test_a_page_opens_without_a_complaint_and_asks_no_other_host(opened: Opened) -> None:
    assert opened.complaints.errors == []
    assert opened.complaints.foreign == []


@pytest.mark.parametrize("width", [320, 360])
def test_a_page_does_not_scroll_sideways_on_a_small_phone(opened: Opened, width: int) -> None:
    page = opened.page
    page.set_viewport_size({"width": width, "height": 740})
    assert page.evaluate(_STICKING_OUT) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_nothing_moves_while_a_page_loads(opened: Opened) -> None:
    assert opened.shifts == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("device", _DEVICES)
def test_axe_finds_nothing_wrong(opened: Opened, device: str, scheme: Literal["light", "dark"]) -> None:
    page = opened.page
    page.set_viewport_size({"width": _DEVICES[device], "height": 740})
    page.emulate_media(color_scheme=scheme)
    bright = page.evaluate(_BRIGHTNESS)
    assert bright > 0.5 if scheme == "light" else bright < 0.2
    assert not _axe(page, _RULES if scheme == "light" else _RULES_OF_COLOUR)
