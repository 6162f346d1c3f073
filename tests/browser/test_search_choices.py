"""What narrows, sorts and leads on from a search: facets, addresses that can be shared, Back, a spelling, a calendar."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Complaints
from tests.browser.search_form import asked_of, open_drawer, type_words

pytestmark = pytest.mark.browser


def test_escape_clears_the_field_and_the_lists_to_browse_are_back(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    search.keyboard.press("Escape")
    expect(search.locator("#q")).to_have_value("")
    expect(search.locator("#q")).to_be_focused()
    expect(search.locator("#search-body")).to_be_hidden()
    expect(search.locator("#browse")).to_be_visible()
    assert asked_of(search) == {}


def test_facets_count_narrow_and_can_be_given_up(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    assert not search.locator("#search-groups").is_visible()
    open_drawer(search)
    item = search.get_by_role("checkbox", name="Punkt")
    expect(search.locator("label", has=item).locator(".facet-count")).to_have_text("19")
    item.focus()
    search.keyboard.press("Space")
    expect(search.locator("#search-state")).to_contain_text("19 sider")
    expect(item).to_be_checked()
    expect(item).to_be_focused()
    search.get_by_role("checkbox", name="KD-Net").check()
    expect(search.locator("#search-state")).to_contain_text("7 sider")
    expect(search.locator("#search-facets > summary")).to_have_text("Afgræns søgningen (2 valgt)")
    assert asked_of(search) == {"q": ["sag"], "type": ["item"], "body": ["kd-net"]}
    chip = search.get_by_role("button", name="Fjern Slags: Punkt")
    chip.focus()
    search.keyboard.press("Enter")
    expect(search.locator("#search-state")).to_contain_text("13 sider")
    expect(search.get_by_role("button", name="Fjern Organ: KD-Net")).to_be_focused()
    search.keyboard.press("Enter")
    expect(search.locator("#results")).to_be_focused()
    expect(search.locator("#search-chips")).to_be_hidden()


def test_more_values_of_a_facet_than_fit_are_folded(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    open_drawer(search)
    years = search.get_by_role("group", name="År")
    assert years.get_by_role("checkbox").evaluate_all("all => all.map((one) => one.value)")[:2] == ["2021", "2020"]
    years.get_by_text("6 flere").click()
    years.get_by_role("checkbox", name="2010").check()
    expect(search.locator("#search-state")).to_contain_text("4 sider")
    expect(years.get_by_role("checkbox", name="2010")).to_be_focused()


def test_the_drawer_on_a_phone_closes_onto_the_answers(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    open_drawer(search)
    search.get_by_role("button", name="Vis resultaterne").click()
    expect(search.locator("#search-groups")).to_be_hidden()
    expect(search.locator("#results")).to_be_focused()


def test_on_a_wide_page_the_facets_stand_open_and_can_be_passed_by(search: Page) -> None:
    search.set_viewport_size({"width": 1280, "height": 900})
    type_words(search, "sag", "37 sider")
    expect(search.get_by_role("checkbox", name="Punkt")).to_be_visible()
    past = search.get_by_role("link", name="Gå til resultaterne")
    past.focus()
    search.keyboard.press("Enter")
    expect(search.locator("#results")).to_be_focused()
    search.keyboard.press("Tab")
    expect(search.locator("#search-results h3 a").first).to_be_focused()


def test_the_newest_come_first_when_asked_for(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    search.get_by_label("Rækkefølge").select_option("date")
    expect(search.locator("#search-results > li").first).to_contain_text("2021")
    assert asked_of(search) == {"q": ["sag"], "sort": ["date"]}


def test_a_shared_address_shows_the_same_search(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto("/soeg/?q=sag&type=item&type=meeting&body=kd-net&sort=date&page=2")
    expect(page.locator("#search-state")).to_have_text("13 sider passer.")
    expect(page.locator("#search-results > li")).to_have_count(13)
    expect(page.locator("#q")).to_have_value("sag")
    expect(page.get_by_label("Rækkefølge")).to_have_value("date")
    expect(page.locator("#search-chips .chip")).to_have_count(4)
    expect(page.locator("#search-chips")).to_contain_text("Organ: KD-Net")
    expect(page).to_have_title(re.compile(r"^sag – Søg – "))


def test_back_undoes_a_choice_and_typing_leaves_no_steps_behind(search: Page) -> None:
    steps = search.evaluate("history.length")
    type_words(search, "sag", "37 sider")
    assert search.evaluate("history.length") == steps
    open_drawer(search)
    search.get_by_role("checkbox", name="Punkt").check()
    expect(search.locator("#search-state")).to_contain_text("19 sider")
    assert search.evaluate("history.length") == steps + 1
    search.go_back()
    expect(search.locator("#search-state")).to_contain_text("37 sider")
    expect(search.get_by_role("checkbox", name="Punkt")).not_to_be_checked()
    search.go_forward()
    expect(search.locator("#search-state")).to_contain_text("19 sider")


def test_whoever_comes_back_from_a_result_finds_the_list_as_it_was(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    search.locator("#search-more").click()
    expect(search.locator("#search-results > li")).to_have_count(20)
    search.locator("#search-results h3 a").nth(15).click()
    search.wait_for_url("**/kommuner/**")
    search.go_back()
    expect(search.locator("#search-results > li")).to_have_count(20)
    expect(search.locator("#q")).to_be_focused()  # which must not take the page up to the field
    expect(search.locator("#search-results h3 a").nth(15)).to_be_in_viewport()


def test_more_answers_keep_the_focus(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    more = search.locator("#search-more")
    more.focus()
    for count in (20, 30):
        search.keyboard.press("Enter")
        expect(search.locator("#search-results > li")).to_have_count(count)
        expect(more).to_be_focused()
        expect(search.locator("#search-said")).to_have_text(f"Nu vises {count} af 37.")
    search.keyboard.press("Enter")
    expect(search.locator("#search-results > li")).to_have_count(37)
    expect(more).to_be_hidden()
    expect(search.locator("#search-results h3 a").nth(30)).to_be_focused()  # the button is gone, the focus is not
    assert asked_of(search)["page"] == ["4"]


def test_a_spelling_is_offered_as_a_link(search: Page) -> None:
    type_words(search, "sga", "Ingen sider")
    expect(search.locator("#search-said")).to_contain_text("Mente du sag?")
    meant = search.locator(".meant a")
    assert meant.get_attribute("href") == "/soeg/?q=sag"
    meant.click()
    expect(search.locator("#search-state")).to_contain_text("37 sider")
    expect(search.locator("#q")).to_have_value("sag")
    search.go_back()
    expect(search.locator("#q")).to_have_value("sga")


def test_nothing_found_says_what_was_asked_what_gives_more_and_where_to_browse(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto("/soeg/?q=klima&body=kd-net&year=2011")
    expect(page.locator("#search-state")).to_have_text("Ingen sider passer.")
    expect(page.locator(".nothing")).to_contain_text("Der blev søgt efter: klima.")
    expect(page.get_by_label("Rækkefølge")).to_be_hidden()  # of nothing
    expect(page.get_by_role("link", name="Uden År: 2011")).to_be_visible()
    expect(page.locator(".nothing li", has_text="Uden År")).to_contain_text("(3 sider)")
    expect(page.locator("#search-hints").get_by_role("link", name="Kommuner", exact=True)).to_be_visible()
    page.get_by_role("link", name="Uden År: 2011").click()
    expect(page.locator("#search-state")).to_contain_text("3 sider")
    expect(page.get_by_label("Rækkefølge")).to_be_visible()
    assert asked_of(page) == {"q": ["klima"], "body": ["kd-net"]}
    assert page.locator("#browse").count() == 1


@pytest.mark.parametrize("asked", ["?q=kd-net", "?q=%20KD-Net", "?q=sag&body=kd-net", "?q=Kommunaldirekt%C3%B8rnetv%C3%A6rket"])
def test_a_search_for_a_body_leads_to_its_calendar(asked: str, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(f"/soeg/{asked}")
    link = page.locator(".feed a")
    expect(link).to_have_count(1)
    assert link.get_attribute("href") == "/moeder/kd-net/kalender.ics"
    assert page.request.get("/moeder/kd-net/kalender.ics").text().startswith("BEGIN:VCALENDAR")


@pytest.mark.parametrize("asked", ["?q=sag", "?q=kd", "?q=sag&body=ukendt"])
def test_other_searches_have_none(asked: str, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(f"/soeg/{asked}")
    expect(page.locator("#search-state")).to_contain_text("passer")
    expect(page.locator(".feed")).to_have_count(0)


@pytest.mark.parametrize(
    "address", ["?type=", "?type=nonsense&body=%3Cb%3E", "?page=-1&sort=x&q=sag", "?q=&year=1", "?q=sag&q=x&page=9999999"]
)
def test_an_odd_address_gets_a_calm_page(address: str, visitor: BrowserContext, complaints: Complaints) -> None:
    page = visitor.new_page()
    page.goto(f"/soeg/{address}", wait_until="networkidle")
    expect(page.locator("#q")).to_be_focused()
    assert page.locator("main b").count() == 0
    assert complaints.errors == []
