"""The handbook in a browser: its search knows Danish, its pages live with their policy and ask nobody else for anything."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.built_site import BuiltSite
from tests.browser.conftest import Complaints

pytestmark = pytest.mark.browser

HANDBOOK = "/haandbog/"
_NOTHING_ELSE_SCROLLS = (
    "frame => [...frame.querySelectorAll('div')].every(one => getComputedStyle(one).overflowX === 'visible')"
)


def found_by(page: Page, words: str) -> list[str]:
    """The addresses of the pages that the handbook's search finds, the best first."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(HANDBOOK)
    page.locator("input.md-search__input").click()
    page.locator("input.md-search__input").press_sequentially(words)
    page.locator(".md-search-result__link").first.wait_for()
    page.wait_for_timeout(500)  # what was found by half a word makes room for the rest
    links = [link.get_attribute("href") or "" for link in page.locator(".md-search-result__link").all()]
    return list(dict.fromkeys(link.partition("?")[0] for link in links))


@pytest.mark.parametrize(
    ("words", "page_found"),
    [
        ("udpegningerne", "opskrifter/udpegning/"),  # inflected otherwise than the page has it
        ("fornyelser", "opskrifter/aftale/"),
        ("P0405", "fejl/p04/"),
        ("postponed_until", "felter/punkter/"),
        ("adgangsnøglen", "drift/log-ind/"),
    ],
)
def test_the_search_finds_what_is_meant(words: str, page_found: str, page: Page, site: BuiltSite) -> None:
    assert any(page_found in address for address in found_by(page, words)[:5])


def test_every_page_loads_without_a_complaint_and_asks_nobody_else(page: Page, site: BuiltSite, complaints: Complaints) -> None:
    addresses = sorted(
        "/" + path.relative_to(site.folder).as_posix().removesuffix("index.html")
        for path in (site.folder / HANDBOOK.strip("/")).rglob("*.html")
    )
    assert len(addresses) > 40
    for address in addresses:
        page.goto(address)
        assert page.locator("h1").count() == 1, address
    assert complaints.errors == []
    assert complaints.foreign == []


def test_a_page_fits_a_phone(page: Page, site: BuiltSite) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    for address in ("", "foerste-dag/", "fejl/p04/", "felter/punkter/", "indstillinger/"):
        page.goto(HANDBOOK + address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_the_way_home_leads_to_the_site(page: Page, site: BuiltSite) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(HANDBOOK)
    page.locator("header a.md-logo").click()
    page.wait_for_url("**/")
    assert page.locator("header.site").count() == 1


@pytest.mark.parametrize("reader", ["page", "page_without_javascript"])
def test_a_wide_table_scrolls_in_a_frame_with_a_name_which_the_keyboard_reaches(
    reader: str, site: BuiltSite, request: pytest.FixtureRequest
) -> None:
    """mkdocs-material's script puts another frame around each table: only one of the two scrolls, and without scripts, too."""
    page: Page = request.getfixturevalue(reader)
    page.goto(HANDBOOK + "felter/moeder/")
    frame = page.get_by_role("region", name="Møde", exact=True)
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth && frame.getBoundingClientRect().right <= 360")
    assert frame.evaluate(_NOTHING_ELSE_SCROLLS)
    frame.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)  # it glides
    assert frame.evaluate("frame => frame.scrollLeft") > 0
    assert page.evaluate("window.scrollX") == 0
