"""The search page over an engine made up here: what stands there while somebody types, narrows, saves and comes back.

How well it finds is another matter (test_search.py, `make bench-search`); here the pages that are found are known.
"""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import Complaints
from tests.browser.search_form import open_drawer, type_words

pytestmark = pytest.mark.browser

_SHIFTS = """() => new Promise((resolve) => {
  const shifts = [];
  new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(shifts.map((one) => one.value)), 50);
})"""
_PLACES = """() => ["h1", "#q", "#search-tools", "#search-facets"]
  .map((one) => document.querySelector(one).getBoundingClientRect().top)"""


def test_the_field_has_the_focus_and_answers_come_while_somebody_types(search: Page) -> None:
    expect(search.locator("#q")).to_be_focused()
    search.keyboard.type("sag")
    expect(search.locator("#search-state")).to_have_text("37 sider passer.")
    expect(search.locator("#search-results > li")).to_have_count(10)
    expect(search.locator("#q")).to_be_focused()
    expect(search).to_have_url(re.compile(r"\?q=sag$"))


def test_a_result_says_what_it_is_and_shows_marks_and_no_markup(search: Page) -> None:
    type_words(search, "klima", "8 sider")
    first = search.locator("#search-results > li").first
    expect(first.locator("h3 a")).to_have_text("Alle får sag nummer 0 om klima")
    for words in ("Punkt", "15. januar 2010", "Tiltrådt", "Møder / KD-Net", "med <b>mærker</b> og nummer 0."):
        expect(first).to_contain_text(words)
    expect(first.locator("mark")).to_have_text("sag")
    assert first.locator("b").count() == 0


def test_an_answer_that_comes_late_is_dropped(search: Page) -> None:
    search.locator("#q").press_sequentially("s")
    expect(search.locator("#search-state")).to_contain_text("37 sider")
    search.evaluate("madeEngine.wait = 700")
    search.locator("#q").fill("sag")  # slow
    search.wait_for_timeout(150)
    search.locator("#q").fill("klima")
    expect(search.locator("#search-state")).to_have_text("8 sider passer.")
    search.wait_for_timeout(800)
    expect(search.locator("#search-state")).to_have_text("8 sider passer.")


def test_keystrokes_in_a_row_are_one_question(search: Page) -> None:
    type_words(search, "s", "37 sider")
    search.evaluate("madeEngine.asked = []")
    search.keyboard.type("ag numm", delay=5)
    expect(search.locator("#search-said")).to_contain_text("»sag numm«")
    assert len(search.evaluate("madeEngine.asked")) < 5


def test_screen_readers_are_told_once_and_not_at_every_key(search: Page) -> None:
    search.evaluate("""() => {
      globalThis.told = [];
      const said = document.getElementById("search-said");
      new MutationObserver(() => told.push(said.textContent)).observe(said, {childList: true, characterData: true});
    }""")
    assert search.locator("#search-said").get_attribute("role") == "status"
    assert search.locator("#search-said").get_attribute("aria-live") == "polite"
    search.keyboard.type("klima", delay=120)
    expect(search.locator("#search-said")).to_have_text("8 sider passer på »klima«.")
    assert search.evaluate("told.filter(Boolean)") == ["8 sider passer på »klima«."]


def test_only_the_answers_move_while_somebody_types(search: Page) -> None:
    type_words(search, "s", "37 sider")
    before = search.evaluate(_PLACES)
    for letters, count in (("ag", "37 sider"), (" nummer 1", "13 sider"), ("zzz", "Ingen sider")):
        type_words(search, letters, count)
        assert search.evaluate(_PLACES) == before


@pytest.mark.parametrize("query", ["?q=sag", "?q=xyzzy", "?q=sag&type=item&body=kd-net", ""])
@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_while_a_shared_search_loads(query: str, width: int, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"/soeg/{query}", wait_until="networkidle")
    assert page.evaluate(_SHIFTS) == []


def test_arrows_and_tab_lead_through_the_answers(search: Page) -> None:
    type_words(search, "sag", "37 sider")
    links = search.locator("#search-results h3 a")
    for number in range(3):
        search.keyboard.press("ArrowDown")
        expect(links.nth(number)).to_be_focused()
    search.keyboard.press("Tab")
    expect(links.nth(3)).to_be_focused()
    for _ in range(4):
        search.keyboard.press("ArrowUp")
    expect(search.locator("#q")).to_be_focused()


def test_an_answer_that_comes_while_somebody_reads_the_list_does_not_take_the_focus(search: Page) -> None:
    type_words(search, "s", "37 sider")
    search.evaluate("madeEngine.wait = 500")
    search.locator("#q").fill("sag")  # slow
    search.keyboard.press("ArrowDown")
    expect(search.locator("#search-said")).to_have_text("37 sider passer på »sag«.")
    expect(search.locator("#search-results h3 a").first).to_be_focused()
    search.locator("#q").fill("xyz")  # slow, and none of the list is left
    search.keyboard.press("ArrowDown")
    expect(search.locator("#search-state")).to_have_text("Ingen sider passer.")
    expect(search.locator("#q")).to_be_focused()


@pytest.mark.parametrize("address", ["/", "/kommuner/", "/soeg/", "/privatliv/"])
def test_the_slash_moves_to_the_search_field_on_every_page(address: str, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    field = page.locator("#q")
    expect(field).to_be_focused()
    expect(field).to_have_value("")
    assert field.get_attribute("aria-keyshortcuts") == "/"
    page.keyboard.type("a/b")
    expect(field).to_have_value("a/b")


def test_the_slash_can_be_switched_off(search: Page) -> None:
    search.locator("#search-keys > summary").click()
    search.get_by_role("checkbox", name="Slå tasten / fra").check()
    search.goto("/kommuner/")
    search.keyboard.press("/")
    expect(search.locator("#q")).not_to_be_focused()
    search.goto("/soeg/")
    search.locator("#search-keys > summary").click()
    search.get_by_role("checkbox", name="Slå tasten / fra").uncheck()
    assert search.evaluate("localStorage.length") == 0
    search.goto("/kommuner/")
    search.keyboard.press("/")
    expect(search.locator("#q")).to_be_focused()


@pytest.mark.parametrize(
    "query",
    ["x" * 10_000, "<img src=x onerror=alert(1)>", '"sag', "og i det", "🌍🚀", "\ud800", "%", "&type=item", "\u202e", "uheld"],
    ids=["long", "markup", "quote", "stop words", "emoji", "half a character", "percent", "ampersand", "direction", "failure"],
)
def test_an_odd_question_typed_gets_a_calm_answer(query: str, search: Page, complaints: Complaints) -> None:
    search.locator("#q").evaluate(
        "(field, query) => { field.value = query; field.dispatchEvent(new InputEvent('input')); }", query
    )
    expect(search.locator("#search-state")).to_have_text(re.compile("passer|kunne ikke hentes"))
    assert search.locator("main img").count() == 0
    assert search.evaluate("document.documentElement.scrollWidth") == 360
    assert len(search.url) < 4_000
    assert complaints.errors == []
    search.locator("#q").fill("klima")
    expect(search.locator("#search-state")).to_contain_text("8 sider")


def test_without_javascript_the_index_to_browse_stands_there(page_without_javascript: Page) -> None:
    page = page_without_javascript
    page.goto("/soeg/?q=sag")
    expect(page.locator("#search-state")).to_have_text("Søgning kræver JavaScript. Du kan finde alt gennem listerne herunder.")
    expect(page.locator("#browse").get_by_role("link", name="Møder", exact=True)).to_be_visible()
    assert page.locator("#browse a").count() > 20
    for hidden in ("#search-tools", "#search-body", "#search-saved", "#search-keys", "#search-chips", "#search-feeds"):
        expect(page.locator(hidden)).to_be_hidden()


@pytest.mark.parametrize("query", ["", "?q=sag", "?q=xyzzy", "?q=sga", "?q=klima&body=kd-net&year=2011"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_wrong_with_any_state(query: str, width: int, visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.set_viewport_size({"width": width, "height": 740})
    page.goto(f"/soeg/{query}", wait_until="networkidle")
    if query:
        page.locator("#search-save").click()
        for fold in page.locator("#search-page details > summary").all():
            if fold.is_visible():
                fold.click()
    expect(page.locator("#search-saved .news")).to_have_count(1 if query else 0)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate(AXE_SCRIPT)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        rules = {"rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
        found = page.evaluate("rules => axe.run(rules).then((found) => found.violations)", rules)
        assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_in_forced_colours_what_is_ticked_and_new_can_be_told(search: Page) -> None:
    search.emulate_media(forced_colors="active")
    type_words(search, "sag", "37 sider")
    open_drawer(search)
    box = search.get_by_role("checkbox", name="Punkt")
    box.check()
    assert box.evaluate("one => getComputedStyle(one).appearance") == "auto"
    assert search.locator(".chip").first.evaluate("one => getComputedStyle(one).borderStyle") == "solid"


def test_on_paper_stand_the_answers_and_what_wasasked_of(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto("/soeg/?q=sag&body=kd-net")
    expect(page.locator("#search-state")).to_contain_text("13 sider")
    page.emulate_media(media="print")
    for shown in ("#search-state", "#search-paper", "#search-chips", "#search-results"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in ("#q", "#search-tools", "#search-facets", "#search-more", "#browse"):
        expect(page.locator(hidden)).to_be_hidden()
