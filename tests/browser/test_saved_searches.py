"""Saved searches: kept in the visitor's browser and nowhere else, and only when somebody asks."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Complaints
from tests.browser.search_form import asked_of, type_words

pytestmark = pytest.mark.browser


def test_nothing_is_kept_in_the_browser_until_somebody_asks(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    assert search.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    expect(search.locator("#search-saved")).to_be_hidden()


def test_a_saved_search_stays_can_be_asked_again_and_forgotten(search: Page) -> None:
    type_words(search, "klima", "8 sider")
    expect(search.locator("#search-said")).to_have_text("8 sider passer på »klima«.")
    search.get_by_role("button", name="Gem søgning").click()
    expect(search.locator("#search-said")).to_have_text("Søgningen er gemt i denne browser.")
    expect(search.get_by_role("button", name="Glem søgningen")).to_be_visible()
    search.goto("/soeg/")
    expect(search.locator("#search-saved")).to_contain_text("kun i denne browser")
    expect(search.locator("#search-saved .news")).to_contain_text("intet nyt siden")
    search.locator("#search-saved").get_by_role("link", name="klima").click()
    expect(search.locator("#search-state")).to_contain_text("8 sider")
    assert asked_of(search) == {"q": ["klima"]}
    search.locator("#search-saved > summary").click()
    search.locator("#search-saved").get_by_role("button", name="Glem klima").click()
    expect(search.locator("#search-saved")).to_be_hidden()
    expect(search.locator("#q")).to_be_focused()
    assert search.evaluate("localStorage.length") == 0


def test_that_a_search_is_saved_is_said_although_an_answer_comes_in_between(search: Page) -> None:
    type_words(search, "klima", "8 sider")
    search.evaluate("""() => {
      const said = document.getElementById("search-said");
      const note = () => document.body.setAttribute("told", `${document.body.getAttribute("told") ?? ""}|${said.textContent}`);
      new MutationObserver(note).observe(said, {childList: true, characterData: true});
      for (let stroke = 0; stroke < 2; stroke++) document.getElementById("q").dispatchEvent(new InputEvent("input"));
      document.getElementById("search-save").click(); // who types fast has his answer after a pause
    }""")
    both = "|Søgningen er gemt i denne browser.|8 sider passer på »klima«."
    expect(search.locator("body")).to_have_attribute("told", both)


def test_what_is_new_in_a_saved_search_is_said_and_marked_once(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    search.get_by_role("button", name="Gem søgning").click()
    expect(search.locator("#search-saved")).to_be_visible()
    search.evaluate("globalThis.name = 'nyt'")  # from now on the engine knows of one page more
    search.goto("/soeg/")
    expect(search.locator("#search-saved .news")).to_contain_text("1 ny siden")
    search.locator("#search-saved").get_by_role("link", name="sag").click()
    search.get_by_label("Rækkefølge").select_option("date")
    expect(search.locator("#search-results > li").first).to_contain_text("Helt ny sag")
    search.goto("/soeg/")
    expect(search.locator("#search-saved .news")).to_contain_text("intet nyt siden")


def test_new_pages_are_marked_in_the_list(search: Page) -> None:
    search.goto("/soeg/?q=klima&sort=date")
    search.get_by_role("button", name="Gem søgning").click()
    search.evaluate("globalThis.name = 'nyt'")
    search.goto("/soeg/?q=klima&sort=date")
    expect(search.locator("#search-results > li", has_text="Helt ny sag").locator(".fresh")).to_have_text("Ny")
    expect(search.locator(".fresh")).to_have_count(1)


def test_a_browser_that_keeps_nothing_is_told_so(visitor: BrowserContext, complaints: Complaints) -> None:
    visitor.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }")
    page = visitor.new_page()
    page.goto("/soeg/?q=klima")
    page.get_by_role("button", name="Gem søgning").click()
    expect(page.locator("#search-said")).to_have_text("Din browser lader ikke siden gemme noget.")
    assert complaints.errors == []


@pytest.mark.parametrize("kept", ["{", "null", "7", '{"a":1}', '[{"address":7}]', "[null]"])
def test_what_others_left_in_the_browser_breaks_nothing(kept: str, visitor: BrowserContext, complaints: Complaints) -> None:
    page = visitor.new_page()
    page.goto("/soeg/")
    page.evaluate("kept => localStorage.setItem('protokol.searches /soeg/', kept)", kept)
    page.goto("/soeg/?q=klima")
    expect(page.locator("#search-state")).to_contain_text("8 sider")
    assert complaints.errors == []
