"""The site by keyboard alone: the way past the menu first, focus that can be seen, every link in reach."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.built_site import BuiltSite
from tests.browser.page_kinds import example_of

pytestmark = pytest.mark.browser

_FOCUSED = "document.activeElement"
# Everything that a keyboard should reach: links, fields, buttons, what opens, and frames that scroll.
_REACHABLE = """() => [...document.querySelectorAll("a[href], input, button, summary, [tabindex='0']")]
  .filter((one) => one.checkVisibility()).length"""
_NUMBER_OF_FOCUSED = """() => {
  const all = [...document.querySelectorAll("a[href], input, button, summary, [tabindex='0']")];
  return all.filter((one) => one.checkVisibility()).indexOf(document.activeElement);
}"""
_OUTLINE = """() => {
  const style = getComputedStyle(document.activeElement);
  return [style.outlineStyle, parseFloat(style.outlineWidth)];
}"""


def test_the_first_stop_leads_past_the_menu(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate(f"{_FOCUSED}.getAttribute('href')") == "#matter"
    assert page.evaluate(f"{_FOCUSED}.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.getElementById('matter').contains({_FOCUSED})")


@pytest.mark.parametrize("kind", ["front", "meeting", "item", "municipality", "cost_share", "position", "search"])
def test_every_stop_is_reached_in_order_and_seen(kind: str, page: Page, site: BuiltSite) -> None:
    page.goto(example_of(kind, site))
    count = page.evaluate(_REACHABLE)
    first = page.evaluate(_NUMBER_OF_FOCUSED) + 1  # the search page begins in its field, and what is before it is a way back
    for number in reversed(range(first - 1)):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(_NUMBER_OF_FOCUSED) == number
    for number in range(min(first, 1), count):
        page.keyboard.press("Tab")
        assert page.evaluate(_NUMBER_OF_FOCUSED) == number
        style, width = page.evaluate(_OUTLINE)
        assert style != "none", page.evaluate(f"{_FOCUSED}.outerHTML")
        assert width >= 2


def test_the_search_form_works_without_a_mouse(page: Page) -> None:
    page.goto("/")
    for key in ("Tab", "Enter", "Tab"):  # the skip link leads past the menu, and the field is the first thing after it
        page.keyboard.press(key)
    page.keyboard.type("Lemvig")
    page.keyboard.press("Enter")
    page.wait_for_url("**/soeg/**")
    assert parse_qs(urlsplit(page.url).query) == {"q": ["Lemvig"]}
    page.locator("#search-results a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/soeg/" not in address)


def test_a_note_opens_without_a_mouse(page: Page, site: BuiltSite) -> None:
    address = next(address for address, html in site.pages.items() if '<details class="notice">' in html)
    page.goto(address)
    page.locator("details.notice > summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("details.notice").first.evaluate("one => one.open")
