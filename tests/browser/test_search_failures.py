"""What stands on the search page when the line fails midway: what could be loaded, and that something is missing."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.browser

_FACETS = "Det, du kan afgrænse med, kunne ikke hentes."
_PAGES = "Nogle af siderne kunne ikke hentes og mangler her."
_FAILED = "Søgningen kunne ikke hentes. Prøv igen."


def refuse_pages(page: Page, *numbers: int) -> None:
    """Let some of the files of results fail, however often they are asked for: those that are asked for as so many-th."""
    order: dict[str, int] = {}

    def answer(route: Route) -> None:
        number = order.setdefault(route.request.url, len(order))
        route.abort() if number in numbers else route.continue_()

    page.route("**/pagefind/*/*/pages/*", answer)


def refuse_facets(page: Page) -> None:
    page.route("**/facets.json", lambda route: route.abort())


def test_answers_stand_there_without_what_narrows_them(page: Page) -> None:
    refuse_facets(page)
    page.goto("/soeg/?q=klima")
    expect(page.locator("#search-results > li")).to_have_count(10)
    expect(page.locator("#search-groups")).to_have_text(_FACETS)
    expect(page.locator("#search-said")).to_contain_text(_FACETS)
    expect(page.locator("#search-state")).to_contain_text("sider passer.")
    expect(page.locator("#search-missing")).to_be_hidden()
    page.unroute("**/facets.json")
    page.locator("#q").fill("klimaplan")
    expect(page.locator("#search-groups fieldset").first).to_be_attached()
    expect(page.locator("#search-groups")).not_to_contain_text(_FACETS)


def test_a_mistyped_word_is_still_read_where_the_words_that_are_right_cannot_be_loaded(page: Page) -> None:
    page.route("**/known", lambda route: route.abort())
    page.goto("/soeg/?q=sundhedsafltalen")
    expect(page.locator("#search-results > li").first).to_be_attached()
    expect(page.locator("#search-hints")).to_contain_text("sundhedsaftalen")


def test_a_choice_that_cannot_be_looked_up_is_not_passed_over(page: Page) -> None:
    refuse_facets(page)
    page.goto("/soeg/?q=klima&type=item")
    expect(page.locator("#search-state")).to_have_text(_FAILED)
    expect(page.locator("#search-results > li")).to_have_count(0)


@pytest.mark.parametrize("number", [0, 8], ids=["of the first", "of the others"])
def test_a_page_that_cannot_be_loaded_takes_no_other_with_it(number: int, page: Page) -> None:
    refuse_pages(page, number)
    page.goto("/soeg/?q=klima")
    expect(page.locator("#search-missing")).to_have_text(_PAGES)
    expect(page.locator("#search-results > li")).to_have_count(9)
    expect(page.locator("#search-groups fieldset").first).to_be_attached()
    expect(page.locator("#search-said")).to_contain_text(_PAGES)
    page.unroute("**/pagefind/*/*/pages/*")
    page.locator("#q").fill("klimaplan")
    expect(page.locator("#search-missing")).to_be_hidden()
    expect(page.locator("#search-results > li")).to_have_count(10)


def test_where_no_page_can_be_loaded_the_search_failed_until_the_line_is_back(page: Page) -> None:
    page.route("**/pagefind/*/*/pages/*", lambda route: route.abort())
    page.goto("/soeg/?q=klima")
    expect(page.locator("#search-state")).to_have_text(_FAILED)
    page.unroute("**/pagefind/*/*/pages/*")
    page.locator("#q").fill("klimaplan")
    expect(page.locator("#search-results > li")).to_have_count(10)


def test_who_types_on_without_a_line_gets_what_is_there_once_it_is_back(page: Page) -> None:
    page.goto("/soeg/?q=klima")
    expect(page.locator("#search-groups fieldset").first).to_be_attached()
    page.route("**/pagefind/**", lambda route: route.abort())
    page.locator("#q").fill("budget")
    expect(page.locator("#search-state")).to_have_text(_FAILED)
    page.locator("#q").fill("klima")  # is still there
    expect(page.locator("#search-results > li")).to_have_count(10)
    page.unroute("**/pagefind/**")
    page.locator("#q").fill("budget")
    expect(page.locator("#search-results > li")).to_have_count(10)
