"""Every drawing has a name that is read aloud, and beside it stands a list that says the same."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.built_site import BuiltSite

pytestmark = pytest.mark.browser

# By the id of a drawing's title: where the list is that says the same.
LISTS = {
    "story-drawing": ".story-steps:not(.undated) > li:not(.now)",
    "structure-drawing": ".tree li",
    "period-drawing": ".period + .facts > div",
    "role-drawing": "ol.roles > li",
}
_ID = re.compile(r'<title id="([a-z-]+)">')


def drawings(site: BuiltSite, title: str) -> list[str]:
    """The pages with a drawing of one kind."""
    return [address for address, html in site.pages.items() if f'<title id="{title}">' in html]


def words_of(found: Locator) -> list[str]:
    return [" ".join(text.split()) for text in found.all_inner_texts()]


def test_every_drawing_of_the_site_is_of_a_kind_that_is_tested_here(site: BuiltSite) -> None:
    found = {title for html in site.pages.values() for title in _ID.findall(html)}
    assert LISTS.keys() <= found, "a kind of drawing that the site has no more"
    own = {title for title in found if title.removesuffix("-drawing") in ("story", "structure", "period", "role")}
    assert own == LISTS.keys()


@pytest.mark.parametrize("title", LISTS)
def test_a_drawing_has_a_name_and_a_list_beside_it(title: str, site: BuiltSite, page: Page) -> None:
    addresses = drawings(site, title)
    assert addresses
    for address in addresses:
        page.goto(address, wait_until="domcontentloaded")
        drawing = page.locator(f"svg[role=img][aria-labelledby~={title}]")
        expect(drawing).to_have_count(1)
        expect(drawing).to_have_accessible_name(re.compile(r"\w.{8}"))
        assert drawing.locator("desc").text_content(), address
        assert drawing.locator("a, [tabindex]").count() == 0, "what is one picture has nothing to stop at"
        assert page.locator(LISTS[title]).count() >= 1, address


def test_the_story_has_a_line_for_each_point_that_is_drawn(site: BuiltSite, page: Page) -> None:
    for address in drawings(site, "story-drawing"):
        page.goto(address, wait_until="domcontentloaded")
        legend = words_of(page.locator(".timeline .drawing-legend li"))
        counted = sum(int(re.findall(r"\((\d+)\)", line)[-1]) for line in legend)
        lines = page.locator(LISTS["story-drawing"])
        assert lines.count() == counted, address
        assert page.locator(".timeline circle.point").count() <= counted
        for look in ("done", "planned", "unknown"):
            listed = page.locator(f".story-steps:not(.undated) > li.{look}").count()
            assert page.locator(f".timeline circle.point.{look}").count() <= listed, (address, look)


def test_the_structure_names_the_same_bodies_in_the_drawing_and_in_the_list(site: BuiltSite, page: Page) -> None:
    for address in drawings(site, "structure-drawing"):
        page.goto(address, wait_until="domcontentloaded")
        texts = page.locator("svg[aria-labelledby~=structure-drawing] text.name").all_text_contents()
        listed = words_of(page.locator(".tree li:not(.posts-short li) > :is(a, strong)"))
        assert texts, address
        assert " ".join(texts) == " ".join(listed), address


def test_the_period_says_in_words_what_the_bar_shows(site: BuiltSite, page: Page) -> None:
    for address in drawings(site, "period-drawing"):
        page.goto(address, wait_until="domcontentloaded")
        said = page.locator("svg[aria-labelledby~=period-drawing] desc").text_content() or ""
        values = words_of(page.locator(".period + .facts > div dd"))
        for value in values[:3]:  # start, end, the day of the page
            assert value.casefold() in said.casefold(), (address, value)


def test_a_picture_that_says_nothing_of_its_own_is_silent(site: BuiltSite) -> None:
    for address, html in site.pages.items():
        for tag in re.findall(r"<svg[^>]*>", html):
            assert 'role="' in tag or 'aria-hidden="true"' in tag, (address, tag)
