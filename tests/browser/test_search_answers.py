"""What the engine answers beside an order of pages: choices without words, names of what gave nothing, outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Complaints, new_context
from tests.browser.local_server import served
from tests.browser.test_search_engine import COAST, DIKES, OYSTERS, found_by
from tests.sites import Site, site_of

pytestmark = pytest.mark.browser

BODY = {"body": ["kystraad"]}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The invented coast, built."""
    site = site_of(COAST, tmp_path_factory.mktemp("answers"))
    assert (made := site.build(search=True)).pages, made.problems
    return site


@pytest.fixture
def shore(browser: Browser, built: Site, complaints: Complaints) -> Iterator[Page]:
    """The search page of the invented site."""
    with served(built.output) as address:
        context = new_context(browser, address, complaints)
        page = context.new_page()
        page.goto("/soeg/")
        yield page
        context.close()


def loaded_by(page: Page, query: str, **options: object) -> list[str]:
    """The files of pages that a search loads."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    found_by(page, query, **options)
    return [url for url in seen if "/da/pages/" in url]


def test_choices_without_words_bring_all_their_pages_the_newest_first(shore: Page) -> None:
    found = found_by(shore, "", facets=BODY)
    dates = [one["date"] for one in found["results"]]
    assert {DIKES, OYSTERS} <= {one["url"] for one in found["results"]}
    assert found["total"] == len(dates) > 2
    assert dates == sorted(dates, reverse=True)
    assert all(one["excerpt"] == [] for one in found["results"])
    assert found_by(shore, "", facets={"body": []})["total"] == 0


def test_what_is_chosen_keeps_its_name_where_nothing_is_left(shore: Page) -> None:
    for query in ("xylofon", "🌍"):
        found = found_by(shore, query, facets=BODY)
        assert found["total"] == 0
        assert found["facets"]["body"] == [{"value": "kystraad", "label": "Kystrådet", "count": 0}]


def test_the_page_names_a_choice_of_a_shared_address_that_gives_nothing(shore: Page, complaints: Complaints) -> None:
    shore.goto("/soeg/?q=xylofon&body=kystraad")
    expect(shore.locator("#search-chips")).to_contain_text("Kystrådet")
    assert complaints.errors == []


def test_a_result_says_what_was_decided(shore: Page) -> None:
    outcomes = {one["url"]: one["outcome"] for one in found_by(shore, "kystrådet")["results"]}
    assert outcomes[DIKES] == {"label": "godkendt", "shape": "final-yes"}
    assert outcomes[OYSTERS] == {"label": "taget til efterretning", "shape": "information"}
    assert outcomes["/organer/kystraad/"] is None
    shore.goto("/soeg/?q=havdiger")
    expect(shore.locator("#search-results .outcome.final-yes").first).to_have_text("godkendt")


def test_counting_loads_one_page_and_a_second_search_none_again(shore: Page) -> None:
    assert len(loaded_by(shore, "kystrådet", limit=1)) == 1
    assert len(loaded_by(shore, "kystrådet", limit=1)) == 0


def test_the_search_page_waits_for_no_chain_of_scripts(shore: Page) -> None:
    shore.goto("/soeg/", wait_until="networkidle")
    names = shore.evaluate("performance.getEntriesByType('resource').map((one) => new URL(one.name).pathname)")
    scripts = [name for name in names if name.endswith(".js")]
    assert sorted(scripts) == ["/assets/copy.js", "/assets/search.js", "/assets/search/engine.js", "/assets/search/key.js"]
    assert names.count("/pagefind/words.da.json") == 1  # what was loaded ahead is what is used


def test_a_site_that_is_published_anew_meanwhile_is_searched_as_it_is_now(
    browser: Browser, tmp_path: Path, complaints: Complaints
) -> None:
    site = site_of(COAST, tmp_path)
    site.build(search=True)
    with served(site.output) as address:
        context = new_context(browser, address, complaints)
        page = context.new_page()
        page.goto("/soeg/")
        assert found_by(page, "xylofon")["total"] == 0
        site.edit("content/meetings/2024-05-03-kystraad/02-oester.md", "Fiskerne ønsker", "Fiskerne på Xylofonkajen ønsker")
        site.build(search=True)
        for query in ("fiskerihavn", "xylofonkajen"):
            assert [one["url"] for one in found_by(page, query)["results"]][:1] == [OYSTERS]
        context.close()
