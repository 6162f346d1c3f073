"""An agenda item in a browser: its citation can be copied, its terms open in place, its long texts are folded."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

ITEM = "/moeder/kd-net/2020-08-28/8/"
LONG_ITEM = "/moeder/kd-net/2020-08-28/5/"
BUTTON = "Kopiér henvisningen"


def test_the_citation_is_copied_and_the_reader_is_told(page: Page) -> None:
    page.goto(ITEM)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    line = page.locator(".citation-line")
    said = line.get_by_role("status")
    expect(said).to_be_empty()
    line.get_by_role("button", name=BUTTON).click()
    expect(said).to_have_text("Kopieret")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == line.locator(".citation").inner_text()
    for part in ("Kommunaldirektørnetværket", "28. august 2020, punkt 8", "Godkendelse af Rammeaftale 2021-22", ITEM):
        assert part in copied


def test_where_copying_fails_the_citation_is_selected_and_the_reader_is_told(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(ITEM)
    line = page.locator(".citation-line")
    line.get_by_role("button", name=BUTTON).click()
    expect(line.get_by_role("status")).to_contain_text("Kunne ikke kopieres")
    assert page.evaluate("getSelection().toString()").strip() == line.locator(".citation").inner_text()


def test_without_a_script_the_citation_stands_there_without_a_button(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto(ITEM)
    expect(page.locator(".citation-line .citation")).to_contain_text("punkt 8")
    expect(page.get_by_role("button", name=BUTTON)).to_have_count(0)


def test_a_word_of_the_verdict_opens_its_meaning_without_a_script(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto(ITEM)
    meaning = page.get_by_text("Mødet gjorde noget andet end det, som det blev bedt om.")
    expect(meaning).to_be_hidden()
    page.locator(".strip summary").click()
    expect(meaning).to_be_visible()


def test_recommended_and_decided_stand_side_by_side_and_on_a_phone_below_each_other(page: Page) -> None:
    page.goto(ITEM)
    for width, beside in ((360, False), (1280, True)):
        page.set_viewport_size({"width": width, "height": 800})
        asked, came = (page.locator(f".pair .{name}").first.bounding_box() for name in ("recommended", "decided"))
        assert asked
        assert came
        assert (came["y"] < asked["y"] + asked["height"]) == beside


def test_a_long_case_text_is_folded_behind_its_length_and_a_short_one_is_open(page: Page) -> None:
    page.goto(LONG_ITEM)
    expect(page.locator("details#tekst > summary")).to_contain_text("ord)")
    assert page.locator("details#tekst").get_attribute("open") is None
    page.goto(ITEM)
    assert page.locator("details#tekst").get_attribute("open") is not None
