"""The preview in a browser: it shows a change by itself, what is wrong beside the field, and which pages are drafts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Complaints, new_context
from tests.desk import Desk, desk_of
from tests.sites import AGREEMENT, ITEM, SMALL, site_of

pytestmark = pytest.mark.browser

ITEM_PAGE = "/moeder/forum/2025-03-04/1/"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(site_of(SMALL, tmp_path)) as desk:
        yield desk


@pytest.fixture
def page(desk: Desk, browser: Browser, complaints: Complaints) -> Iterator[Page]:
    """A browser at the item's page, to which nothing foreign comes and in which nothing breaks."""
    context = new_context(browser, f"http://127.0.0.1:{desk.server.port}", complaints)
    page = context.new_page()
    page.goto(ITEM_PAGE)
    page.locator("html[data-previewed]").wait_for()
    yield page
    assert (complaints.errors, complaints.foreign) == ([], [])
    context.close()


def test_a_change_is_seen_without_a_hand_at_the_browser(desk: Desk, page: Page) -> None:
    desk.change(ITEM, "title: Budget", "title: Budget for 2026")
    expect(page.locator("h1")).to_have_text("Budget for 2026")


def test_a_change_that_comes_while_a_page_loads_is_seen_too(desk: Desk, page: Page) -> None:
    """The page is of before the change, and what it is told about itself of after."""
    titles = ["Budget for 2026"]

    def change_first(route: Route) -> None:
        if titles:
            desk.change(ITEM, "title: Budget", f"title: {titles.pop()}")
        route.continue_()

    page.route("**/__preview.json*", change_first)
    page.reload()
    expect(page.locator("h1")).to_have_text("Budget for 2026")


def test_an_error_stands_beside_its_field_until_it_is_mended(desk: Desk, page: Page) -> None:
    desk.change(ITEM, "outcome: godkendt", "outcome: godkent")
    note = page.locator("#ja .preview-note")
    expect(note).to_contain_text("Beslutninger → Udfald: ")
    expect(note).to_contain_text("Mente du “godkendt”?")
    expect(note).to_contain_text(f"{ITEM}, linje 7")
    expect(page.locator(".preview-stopped")).to_be_visible()
    desk.change(ITEM, "outcome: godkent", "outcome: godkendt")
    expect(page.locator(".preview-note")).to_have_count(0)


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("title: Budget", 'title: "Budget\\nfor 2026"', "h1 + .preview-note, .preview-note:has(+ h1)"),
        ("topics: [økonomi]", "topics: [økonomi]\nfisk: torsk", ".preview-top .preview-note"),
    ],
    ids=["the title", "a field that there is not"],
)
def test_what_has_no_anchor_stands_at_its_heading_or_on_top(desk: Desk, page: Page, old: str, new: str, place: str) -> None:
    desk.change(ITEM, old, new)
    expect(page.locator(place)).to_have_count(1)


def test_an_error_in_another_file_leads_to_the_page_of_that_record(desk: Desk, page: Page) -> None:
    desk.change(AGREEMENT, "start: 2025", "start: i fjor")
    page.get_by_text("1 bemærkning til andre filer").click()
    page.get_by_role("link", name=f"{AGREEMENT}, linje 8").click()
    expect(page.locator(".preview-note")).to_contain_text("Gælder fra: ")


def test_a_draft_is_marked_on_its_page_and_wherever_it_is_named(desk: Desk, page: Page) -> None:
    desk.change(AGREEMENT, "title: Aftalen", "title: Aftalen\nstatus: kladde")
    link = page.get_by_role("link", name="aftalen", exact=True).first
    expect(page.locator("a[href='/aftaler/aftalen/'] + .preview-draft").first).to_have_text("kladde")
    link.click()
    expect(page.locator("h1 .preview-draft")).to_have_text("kladde")
    page.goto("/aftaler/")
    expect(page.locator("main .preview-draft").first).to_be_visible()
