"""Tables that sort and the comparison of municipalities: by keyboard, by address, and without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built_site import BuiltSite

pytestmark = pytest.mark.browser

SHARES = "/fordelinger/govtech-2020-10/"
COMPARISON = "/kommuner/sammenlign/"


def names(page: Page, table: str) -> list[str]:
    """The first column of a table, from top to bottom."""
    return page.locator(f"{table} tbody th").all_inner_texts()


def query(page: Page) -> str:
    """What the address says after its path."""
    return str(page.evaluate("location.search"))


def test_the_real_table_stands_in_the_order_of_its_source(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto(SHARES)
    assert names(page, "table.shares")[0] == "Aarhus"
    assert page.locator("button.sort").count() == 0
    expect(page.locator("table.shares tfoot")).to_contain_text("2.400.000")
    expect(page.locator("table.shares tfoot")).to_contain_text("2.400.001")


def test_a_table_sorts_by_keyboard_and_says_which_way(page: Page) -> None:
    page.goto(SHARES)
    head = page.locator("table.shares thead th").nth(1)
    button = head.get_by_role("button", name="Beløb")
    button.focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "descending")
    assert names(page, "table.shares")[0] == "Aarhus"
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "ascending")
    assert names(page, "table.shares")[:3] == ["Lemvig", "Struer", "Odder"]
    assert page.evaluate("document.activeElement.textContent").strip() == "Beløb"


def test_names_sort_the_danish_way_and_one_column_at_a_time(page: Page) -> None:
    page.goto(SHARES)
    heads = page.locator("table.shares thead th")
    heads.nth(1).get_by_role("button").click()
    heads.nth(0).get_by_role("button").click()
    expect(heads.nth(0)).to_have_attribute("aria-sort", "ascending")
    assert heads.nth(1).get_attribute("aria-sort") is None
    assert names(page, "table.shares")[0] == "Favrskov"
    assert names(page, "table.shares")[-1] == "Aarhus"  # aa is å, the last letter


def test_what_is_not_a_number_stays_last_both_ways(page: Page) -> None:
    page.goto(COMPARISON)
    button = page.locator("#everyone thead th").nth(2).get_by_role("button")
    for _ in range(2):
        button.click()
        assert set(names(page, "#everyone")[-2:]) == {"Viborg", "Samsø"}


def test_the_sum_of_a_table_stays_at_its_foot(page: Page) -> None:
    page.goto(SHARES)
    page.locator("table.shares thead th").nth(1).get_by_role("button").click()
    assert page.locator("table.shares tfoot tr").count() == 2
    assert "I alt" not in " ".join(names(page, "table.shares"))


def test_without_scripts_all_municipalities_are_compared(page_without_javascript: Page, site: BuiltSite) -> None:
    page = page_without_javascript
    page.goto(f"{COMPARISON}?k=lemvig,viborg")
    municipalities = [one for one in site.pages if re.fullmatch(r"/kommuner/(?!sammenlign/)[^/]+/", one)]
    assert len(names(page, "#everyone")) == len(municipalities) > 1
    expect(page.locator("#choose")).to_be_hidden()
    expect(page.locator("#side-by-side")).to_be_hidden()


def test_four_municipalities_are_chosen_by_keyboard_and_the_address_remembers_them(page: Page) -> None:
    page.goto(COMPARISON)
    for key in ("lemvig", "viborg", "samsoe", "aarhus"):
        page.locator(f"#choose input[value={key}]").focus()
        page.keyboard.press("Space")
    assert query(page) == "?k=lemvig,viborg,samsoe,aarhus"
    expect(page.locator("#choose input[value=skive]")).to_be_disabled()
    expect(page.get_by_role("status")).to_contain_text("4")
    assert page.locator("#side-by-side thead th").all_inner_texts()[1:] == ["Lemvig", "Viborg", "Samsø", "Aarhus"]
    expect(page.locator("#everyone")).to_be_hidden()
    page.keyboard.press("Space")  # takes the last away again
    assert query(page) == "?k=lemvig,viborg,samsoe"
    expect(page.locator("#choose input[value=skive]")).to_be_enabled()


def test_a_shared_address_shows_the_same_choice_and_ignores_what_is_none(page: Page) -> None:
    page.goto(f"{COMPARISON}?k=lemvig,atlantis,lemvig,viborg")
    assert page.locator("#side-by-side thead th").all_inner_texts()[1:] == ["Lemvig", "Viborg"]
    row = page.locator("#side-by-side tbody tr", has_text="GovTech").first
    expect(row).to_contain_text("65.170")
    expect(row).to_contain_text("betaler ikke")
    reset = page.get_by_role("button", name="Vis alle kommuner")
    reset.click()
    expect(page.locator("#everyone")).to_be_visible()
    expect(reset).to_be_hidden()  # nothing is left to take away
    expect(page.locator("#choose input").first).to_be_focused()
    assert query(page) == ""


def test_a_sorted_table_can_still_be_compared(page: Page) -> None:
    page.goto(COMPARISON)
    page.locator("#everyone thead th").nth(1).get_by_role("button").click()
    page.locator("#choose input[value=lemvig]").check()
    assert page.locator("#side-by-side tbody th").first.inner_text() == "Indbyggere"
    assert page.locator("#side-by-side tbody td").first.inner_text() == "20.133"


def test_the_map_is_a_list_of_links_in_the_order_of_reading(page: Page) -> None:
    page.goto("/kommuner/")
    page.locator(".tiles").scroll_into_view_if_needed()
    links = page.get_by_role("list", name="Kommunerne").get_by_role("link")
    assert links.count() == 19
    links.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kommuner/skive/")
    expect(page.locator("h1")).to_have_text("Skive")


def test_the_map_says_who_takes_part(page: Page) -> None:
    page.goto("/standpunkter/govtech-deltagelse/")
    expect(page.get_by_role("link", name="Viborg: deltager ikke")).to_have_count(1)
    expect(page.get_by_role("link", name="Lemvig: ikke oplyst")).to_have_count(1)
