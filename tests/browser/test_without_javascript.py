"""The site without scripts, and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built_site import BuiltSite
from tests.browser.page_kinds import PAGE_KINDS, example_of

pytestmark = pytest.mark.browser


# What each script is for: a page that has none of it does not ask for the script.
_USES = {"search.js": 'id="search-page"', "sort.js": "data-sort=", "compare.js": 'id="choose"'}


@pytest.mark.parametrize("script", _USES)
def test_only_pages_with_a_use_for_a_script_have_it(script: str, site: BuiltSite) -> None:
    having = {address for address, html in site.pages.items() if f"assets/{script}" in html}
    assert having == {address for address, html in site.pages.items() if _USES[script] in html}
    assert having


def test_no_page_has_a_script_of_its_own(site: BuiltSite) -> None:
    for address, html in site.pages.items():
        for script in re.findall(r"<script\b(?! type=.application/ld)([^>]*)>", html):
            assert 'src="' in script, address
            assert 'type="module"' in script or "defer" in script, address


def test_every_kind_of_page_can_be_read_without_scripts(page_without_javascript: Page, site: BuiltSite) -> None:
    page = page_without_javascript
    for kind in PAGE_KINDS:
        page.goto(example_of(kind, site))
        expect(page.locator("h1")).to_be_visible()
        assert len(page.locator("main").inner_text()) > 40, kind


def test_the_search_page_leads_to_the_lists_without_scripts(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/soeg/?q=GovTech")
    expect(page.get_by_text("Søgning kræver JavaScript")).to_be_visible()
    for name in ("Beslutninger", "Møder", "Kommuner", "Initiativer", "Aftaler", "Udpegninger", "Organer"):
        expect(page.locator("main").get_by_role("link", name=name, exact=True)).to_be_visible()


@pytest.mark.parametrize("kind", ["front", "item", "municipality", "agreement"])
def test_paper_has_the_matter_and_not_the_way_around(kind: str, page: Page, site: BuiltSite) -> None:
    page.goto(example_of(kind, site))
    page.emulate_media(media="print")
    for hidden in ("header.site nav", "form.search", ".crumbs", ".neighbours", ".contents", ".skip"):
        for one in page.locator(hidden).all():
            expect(one).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    for matter in page.locator("main h2").all():
        if not matter.evaluate("one => one.closest('.backlinks')"):
            expect(matter).to_be_visible()


def test_paper_shows_what_the_screen_folds_away(page: Page, site: BuiltSite) -> None:
    address = next(address for address, html in site.pages.items() if '<details class="notice">' in html)
    page.goto(address)
    note = page.locator("details.notice > *:not(summary)").first
    assert note.evaluate("one => one.getBoundingClientRect().height") == 0
    page.emulate_media(media="print")
    assert note.evaluate("one => one.getBoundingClientRect().height") > 0
