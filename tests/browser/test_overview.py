"""Overview pages as a reader uses them: explanations in place, facets, the calendar; by keyboard, without scripts."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built_site import BuiltSite

pytestmark = pytest.mark.browser

_MARK = "button.term"


def page_with_marks(site: BuiltSite) -> str:
    """The address of an item's page whose summary has a marked term."""
    marked = re.compile(r'<div class="summary"[^>]*>(?:(?!</div>).)*<button type="button" class="term"', re.DOTALL)
    return next(address for address, html in site.pages.items() if address.startswith("/moeder/") and marked.search(html))


def test_a_term_opens_its_explanation_where_it_stands_without_scripts(page_without_javascript: Page, site: BuiltSite) -> None:
    page = page_without_javascript
    page.goto(page_with_marks(site))
    mark = page.locator(f".summary {_MARK}").first
    explanation = page.locator(f"#{mark.get_attribute('popovertarget')}")
    expect(explanation).to_be_hidden()
    mark.click()
    expect(explanation).to_be_visible()
    page.locator("h1").click()
    expect(explanation).to_be_hidden()


def test_an_explanation_opens_and_closes_by_keyboard_and_leads_on(page: Page, site: BuiltSite) -> None:
    page.goto(page_with_marks(site))
    mark = page.locator(f".summary {_MARK}").first
    explanation = page.locator(f"#{mark.get_attribute('popovertarget')}")
    mark.focus()
    page.keyboard.press("Enter")
    expect(explanation).to_be_visible()
    page.keyboard.press("Escape")
    expect(explanation).to_be_hidden()
    expect(mark).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(explanation.get_by_role("link")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/ordbog/**")
    expect(page.locator("h1")).to_be_visible()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_an_explanation_lies_within_the_screen(page: Page, site: BuiltSite, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(page_with_marks(site))
    for mark in page.locator(_MARK).all():
        if not mark.is_visible():
            continue
        mark.click()
        box = page.locator(f"#{mark.get_attribute('popovertarget')}").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] >= 0
        assert box["x"] + box["width"] <= width + 1
        assert box["y"] + box["height"] <= 741
        page.keyboard.press("Escape")


def test_paper_has_no_explanations_and_the_search_none_of_their_words(page: Page, site: BuiltSite) -> None:
    address = page_with_marks(site)
    page.goto(address)
    page.locator(_MARK).first.click()
    page.emulate_media(media="print")
    expect(page.locator(".explanation:visible")).to_have_count(0)
    html = site.pages[address]
    assert html.count('class="explanation"') == html.count("data-pagefind-ignore><strong>") > 0


def test_no_mark_stands_in_a_link_a_heading_or_a_quotation(site: BuiltSite) -> None:
    found = 0
    for html in site.pages.values():
        for tag in ("a", "h1", "h2", "h3", "blockquote", "q"):
            for inner in re.findall(rf"<{tag}[ >](.*?)</{tag}>", html, re.DOTALL):
                assert 'class="term"' not in inner
                found += 1
    assert found > 1_000


def test_a_choice_of_decisions_is_made_and_taken_away_without_scripts(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/beslutninger/")
    page.get_by_text("Afgræns listen").click()
    chosen = page.locator(".facets").get_by_role("link", name="klima", exact=True)
    count = int(chosen.locator("xpath=following-sibling::span").inner_text())
    chosen.click()
    expect(page.locator(".log-line")).to_have_count(count)
    page.locator(".chip").click()
    assert page.url.endswith("/beslutninger/")
    expect(page.locator(".chip")).to_have_count(0)


def test_a_wide_page_shows_the_facets_open(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/beslutninger/")
    expect(page.locator(".facets").get_by_role("link", name="klima", exact=True)).to_be_visible()


def test_a_day_of_the_calendar_leads_to_its_meeting_by_keyboard(page: Page) -> None:
    page.goto("/kalender/")
    day = page.locator("a.day").first
    anchor = day.get_attribute("href") or ""
    day.focus()
    page.keyboard.press("Enter")
    line = page.locator(f"[id='{anchor[1:]}']")
    expect(line).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert line.evaluate("one => one.contains(document.activeElement)")


def test_the_days_of_a_grid_are_large_enough_for_a_finger(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 740})
    page.goto("/kalender/")
    for day in page.locator("a.day").all():
        box = day.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24


def test_the_calendar_file_is_served_from_the_calendar_page(page: Page, origin: str) -> None:
    page.goto("/kalender/")
    href = page.get_by_role("link", name="Kalenderfil med alle møder").get_attribute("href")
    answer = page.request.get(f"{origin}{href}")
    assert answer.status == 200
    assert answer.text().startswith("BEGIN:VCALENDAR")


def test_the_board_leads_from_a_count_to_its_group_and_from_there_to_a_promise(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/opfoelgning/")
    page.locator(".tallies a").filter(has_text="gennemført").click()
    done = page.locator("#gennemfoert")
    expect(done).to_be_in_viewport()
    done.locator(".promise a").first.click()
    expect(page.get_by_role("heading", name="Hvad er der sket siden?")).to_be_visible()
    expect(page.locator(".verdict-line")).to_contain_text("Gennemført")
