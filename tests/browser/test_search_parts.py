"""An index in parts, in a browser: it answers as one index of the whole site does, and costs no more requests."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.search import parts
from tests.browser.conftest import Complaints, new_context
from tests.browser.local_server import served
from tests.browser.test_search_engine import addresses
from tests.sites import SEARCH, Site, site_of
from tests.test_search_parts import HARBOUR, SMALL_PARTS

ONLY_HERE = ("content/organizations/nummer-33.md", "Der står", "Ved hvalkogeriet står")
QUERIES = (
    "dige",
    "fyr",
    "sluse",
    "mole bro",
    "skov eng mark",
    "hegn ved torv",
    "forum for kaj",
    '"der står"',
    "slusse",
    "vejen",
    "netværk",
)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, Site]:
    """The same site with an index in parts, and with one."""
    made = [site_of(HARBOUR, tmp_path_factory.mktemp(name)) for name in ("parts", "whole")]
    for site in made:
        site.edit(*ONLY_HERE)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in SMALL_PARTS.items():
            patch.setattr(parts, name, value)
        made[0].build(search=True)
    made[1].build(search=True)
    return made[0], made[1]


def found_on(browser: Browser, folder: Path, complaints: Complaints) -> dict[str, list[str]]:
    """The first ten of every query."""
    with served(folder) as origin:
        context = new_context(browser, origin, complaints)
        page = context.new_page()
        page.goto("/soeg/")
        found = {query: addresses(page, query) for query in QUERIES}
        context.close()
    return found


def test_parts_give_the_same_first_ten_as_one_index(sites: tuple[Site, Site], browser: Browser, complaints: Complaints) -> None:
    assert [len([*(site.output / SEARCH).glob("*/da/pages")]) > 2 for site in sites] == [True, False]
    in_parts, whole = (found_on(browser, site.output, complaints) for site in sites)
    assert {query: len(found) for query, found in whole.items() if len(found) < 5} == {}
    assert in_parts == whole
    assert complaints.errors == []


def test_a_word_is_one_file_however_many_parts_have_it(
    sites: tuple[Site, Site], browser: Browser, complaints: Complaints
) -> None:
    with served(sites[0].output) as origin:
        context = new_context(browser, origin, complaints)
        page = context.new_page()
        page.goto("/soeg/", wait_until="networkidle")
        loaded: list[str] = []
        page.on("request", lambda request: loaded.append(request.url))
        found = addresses(page, "dige")
        context.close()
    assert len({url.split("/")[-4] for url in loaded if "/pages/" in url}) > 1, "they are of several parts"
    assert len(found) == 10
    assert len([url for url in loaded if "/words/" in url]) == 1
    assert [url for url in loaded if "/places/" in url] == []  # how close words stand is a matter of several
