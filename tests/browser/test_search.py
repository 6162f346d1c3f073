"""The search page in a browser, under the policy: what people look for is found, and odd questions get a calm answer."""

from __future__ import annotations

import gzip
import json
import re
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.built_site import BuiltSite
from tests.browser.conftest import Complaints

pytestmark = pytest.mark.browser

_COUNTED = re.compile(r"^(1 side passer|\d+ sider passer|Ingen sider passer)")


@pytest.fixture(scope="module")
def indexed(site: BuiltSite) -> dict[str, str]:
    """The text that the index holds of each page, by the page's address."""
    pages = [json.loads(gzip.decompress(path.read_bytes())) for path in site.folder.glob("pagefind/*/da/pages/*")]
    return {page["url"]: page["text"] for page in pages}


def _ask(page: Page, query: str) -> list[str]:
    """The addresses of the first results."""
    page.goto(f"/soeg/?q={quote(query)}")
    expect(page.locator("#search-state")).to_have_text(_COUNTED)
    found = page.locator("#search-results a").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("GovTech", "/initiativer/govtech/"),
        ("Lemvig", "/kommuner/lemvig/"),
        ("klimakoordinator", "/moeder/kd-net/2020-08-28/4/"),
        ("Sundhedsaftalen", "/aftaler/sundhedsaftalen-2019-2023/"),
        ("Fælles Service Center", "/organer/faelles-servicecenter/"),
    ],
)
def test_what_people_look_for_is_among_the_first(query: str, expected: str, page: Page, complaints: Complaints) -> None:
    assert expected in _ask(page, query)
    assert page.locator("#search-results mark").count() > 0
    assert page.locator("#q").input_value() == query
    assert complaints.errors == []
    assert complaints.foreign == []


def test_a_result_leads_to_its_page(page: Page) -> None:
    first = _ask(page, "Lemvig")[0]
    title = page.locator("#search-results a").first.inner_text()
    page.locator("#search-results a").first.click()
    page.wait_for_url(f"**{first}")
    expect(page.locator("h1")).to_have_text(title)


def test_more_results_come_when_asked_for(page: Page) -> None:
    assert len(_ask(page, "kommuner")) == 10
    page.locator("#search-more").click()
    expect(page.locator("#search-results > li")).to_have_count(20)


def test_marks_do_not_swallow_the_spaces_around_them(page: Page) -> None:
    _ask(page, "GovTech")
    assert page.locator("#search-results p").filter(has_text="GovTech Midtjylland").count() > 0
    assert page.locator("#search-results p").filter(has_text="GovTechMidtjylland").count() == 0


@pytest.mark.parametrize("words", ["Hovedmenu", "Brødkrummer", "Gå til indhold", "Udgivet af", "Omtalt i"])
def test_the_index_holds_records_and_not_the_page_around_them(words: str, page: Page, indexed: dict[str, str]) -> None:
    assert [address for address, text in indexed.items() if re.search(rf"\b{words}\b", text)] == []
    assert _ask(page, f'"{words}"') == []


def test_the_index_holds_the_pages_of_records_and_no_lists(indexed: dict[str, str], site: BuiltSite) -> None:
    assert set(indexed) == {address for address, html in site.pages.items() if "data-pagefind-body" in html}


def test_labels_and_values_are_words_of_their_own_in_the_index(indexed: dict[str, str]) -> None:
    assert "Slags netværk" in indexed["/organer/kd-net/"]


@pytest.mark.parametrize(
    "query",
    [
        "lang " * 2_000,
        "<script>alert(1)</script>",
        "<b>GovTech",
        '"kommuner',
        "'; -- \\",
        "🌍🚀",
        "%",
        "&q=&amp;",
        "\u0000\u202e",
    ],
    ids=["10000 characters", "script", "markup", "quote left open", "escapes", "emoji", "percent", "ampersands", "controls"],
)
def test_an_odd_question_gets_a_calm_answer(query: str, page: Page, complaints: Complaints) -> None:
    _ask(page, query)
    assert page.locator("#search-results script, #search-results b").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert complaints.errors == []
    assert complaints.foreign == []


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20%20", "?x=1"])
def test_no_question_gets_no_answer_but_the_lists(query: str, page: Page, complaints: Complaints) -> None:
    page.goto(f"/soeg/{query}", wait_until="networkidle")
    expect(page.locator("#search-state")).to_be_empty()
    expect(page.locator("main").get_by_role("link", name="Kommuner", exact=True)).to_be_visible()
    assert complaints.errors == []
