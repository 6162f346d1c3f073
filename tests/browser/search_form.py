"""The search page as somebody uses it: what the tests of its parts do alike."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect


def type_words(page: Page, words: str, count: str) -> None:
    """Type more into the field, and wait until the page says how many pages are found."""
    page.locator("#q").press_sequentially(words)
    expect(page.locator("#search-state")).to_contain_text(count)


def asked_of(page: Page) -> dict[str, list[str]]:
    """What the page's address asks for."""
    return parse_qs(urlsplit(page.url).query)


def open_drawer(page: Page) -> None:
    """Open the drawer of the facets."""
    page.locator("#search-facets > summary").click()
