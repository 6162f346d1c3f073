"""The search engine in a browser: the same words as in Python, and what it finds on the real site and on an invented one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Complaints, new_context
from tests.browser.local_server import served
from tests.sites import site_of

pytestmark = pytest.mark.browser

CASES = json.loads((Path(__file__).parents[1] / "search_words.json").read_text(encoding="utf-8"))
_ASK = """async ([query, options]) => {
  const { openEngine } = await import("/assets/search/engine.js");
  globalThis.engine ??= await openEngine("/");
  const found = await globalThis.engine.search(query, options);
  return { ...found, rest: await found.rest, facets: await found.facets };
}"""
# A coast that does not exist, told in words that the real content has not.
COAST = {
    "content/municipalities/klitlund.md": "---\nid: klitlund\ntitle: Klitlund\ncode: '0901'\n---\n",
    "content/organizations/kystraad.md": """
        ---
        id: kystraad
        title: Kystrådet
        kind: netværk
        abbreviations: [KYRÅ]
        former_names:
          - name: Digelauget
        ---
        Rådet passer på kysten.
    """,
    "content/meetings/2024-05-03-kystraad/meeting.yml": """
        id: kystraad-2024-05-03
        title: Kystrådets møde
        bodies: [kystraad]
        date: 2024-05-03
        state: holdt
    """,
    "content/meetings/2024-05-03-kystraad/01-diger.md": """
        ---
        id: diger
        title: Vedligehold af havdigerne
        number: "1"
        item_type: beslutning
        decisions:
          - {key: ja, text: Godkendt., outcome: godkendt}
        municipalities: [klitlund]
        ---
        Stormflodsberedskabet kræver nye pumpestationer. Regningen er 1.250.000 kr., og sagen er 22-2024-00123.
    """,
    "content/meetings/2024-05-03-kystraad/02-oester.md": """
        ---
        id: oester
        title: Østersfiskeri i Århusbugten
        number: "2"
        item_type: orientering
        decisions:
          - {key: ja, text: Taget til efterretning., outcome: taget til efterretning}
        ---
        Fiskerne ønsker en fiskerihavn. Det blev ikke besluttet.
    """,
}


@pytest.fixture(scope="module")
def coast(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the invented site is served."""
    site = site_of(COAST, tmp_path_factory.mktemp("coast"))
    assert (built := site.build(search=True)).pages, built.problems
    with served(site.output) as address:
        yield address


@pytest.fixture
def shore(browser: Browser, coast: str, complaints: Complaints) -> Iterator[Page]:
    """The search page of the invented site."""
    context = new_context(browser, coast, complaints)
    page = context.new_page()
    page.goto("/soeg/")
    yield page
    context.close()


@pytest.fixture
def asked(page: Page) -> Page:
    """The search page of the real site."""
    page.goto("/soeg/")
    return page


def found_by(page: Page, query: str, **options: object) -> dict[str, Any]:
    answer: dict[str, Any] = page.evaluate(_ASK, [query, options])
    return answer


def addresses(page: Page, query: str, **options: object) -> list[str]:
    return [result["url"] for result in found_by(page, query, **options)["results"]]


def test_the_browser_reads_words_as_the_build_does(asked: Page) -> None:
    read = asked.evaluate(
        """async (cases) => {
          const words = await import("/assets/search/words.js");
          const { marksIn } = await import("/assets/search/numbers.js");
          const each = (texts, make) => Object.fromEntries(Object.keys(texts).map((text) => [text, make(text)]));
          return {
            words: each(cases.words, words.wordsOf),
            spelled: each(cases.spelled, words.spelled),
            folded: each(cases.folded, words.folded),
            stem: each(cases.stem, words.stem),
            marks: each(cases.marks, (text) => marksIn(text).found[0]?.word),
          };
        }""",
        CASES,
    )
    assert read == CASES


@pytest.mark.parametrize(
    ("one", "other", "most", "wrong"),
    [("dige", "dige", 2, 0), ("diege", "dige", 2, 1), ("dgie", "dige", 1, 1), ("havn", "hegn", 2, 2), ("by", "havnen", 2, 3)],
)
def test_letters_that_are_wrong_are_counted(one: str, other: str, most: int, wrong: int, asked: Page) -> None:
    count = "async ([one, other, most]) => (await import('/assets/search/distance.js')).distance(one, other, most)"
    assert asked.evaluate(count, [one, other, most]) == wrong


DIKES, OYSTERS, COUNCIL = "/moeder/kystraad/2024-05-03/1/", "/moeder/kystraad/2024-05-03/2/", "/organer/kystraad/"
MEETING = "/moeder/kystraad/2024-05-03/"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("havdiger", DIKES),
        ("dige", DIKES),
        ("pumpestation", DIKES),
        ("station", DIKES),
        ("beredskab", DIKES),
        ("fiskeri", OYSTERS),
        ("havn", OYSTERS),
        ("østersfiskeriet", OYSTERS),
        ("ostersfiskeri", OYSTERS),
        ("oestersfiskeri", OYSTERS),
        ("aarhusbugten", OYSTERS),
        ("østerfiskeri", OYSTERS),
        ("pumpestatoin", DIKES),
        ("kyrå", COUNCIL),
        ("KYRAA", COUNCIL),
        ("Digelauget", COUNCIL),
        ("kystrådet", COUNCIL),
        ("kystraadet 3/5-2024", MEETING),
        ("3. maj 2024", MEETING),
        ("1250000", DIKES),
        ("1,25 mio. kr.", DIKES),
        ("22-2024-00123", DIKES),
        ("klitlund", "/kommuner/klitlund/"),
        ('"nye pumpestationer"', DIKES),
        ("hvad koster digerne", DIKES),
    ],
)
def test_an_invented_site_is_found_in_other_words(query: str, first: str, shore: Page, complaints: Complaints) -> None:
    assert addresses(shore, query)[:1] == [first]
    assert complaints.errors == []


@pytest.mark.parametrize("query", ["xylofon", "qqqq", "rumrejse", "kræftbehandling", "🌍", "", "   ", '"', "<b>", "\u0000"])
def test_an_unknown_word_brings_no_pages(query: str, shore: Page, complaints: Complaints) -> None:
    found = found_by(shore, query)
    assert (found["total"], found["results"]) == (0, [])
    assert complaints.errors == []


def test_a_phrase_has_its_words_side_by_side(shore: Page) -> None:
    assert addresses(shore, '"pumpestationer nye"') == []
    assert addresses(shore, '"fiskeri havn"') == []  # both are hidden words, and no phrase


def test_a_mistyped_word_is_answered_and_said(shore: Page) -> None:
    found = found_by(shore, "pumpestatoiner nye")
    assert found["suggestion"]["query"] == "pumpestationer nye"
    assert found["suggestion"]["words"] == [{"from": "pumpestatoiner", "to": "pumpestationer"}]
    assert found_by(shore, "pumpestationer nye")["suggestion"] is None


@pytest.mark.parametrize(
    ("query", "marked"), [("station", "pumpestationer"), ("ostersfiskeri", "Østersfiskeri"), ("dige", "havdigerne")]
)
def test_an_excerpt_shows_the_text_as_written_and_marks_what_was_meant(query: str, marked: str, shore: Page) -> None:
    pieces = found_by(shore, query)["results"][0]["excerpt"]
    assert marked in [piece["text"] for piece in pieces if piece["mark"]]
    assert "⁂" not in "".join(piece["text"] for piece in pieces)
    assert "d20240503" not in "".join(piece["text"] for piece in pieces)


def test_facets_count_and_narrow(shore: Page) -> None:
    whole = found_by(shore, "kystrådet")
    types = {one["value"]: one["count"] for one in whole["facets"]["type"]}
    assert types["item"] == 2
    assert sum(types.values()) == whole["total"]
    items = found_by(shore, "kystrådet", facets={"type": ["item"]})
    assert sorted(one["url"] for one in items["results"]) == [DIKES, OYSTERS]
    assert {"value": "approved", "label": "godkendt", "count": 1} in items["facets"]["outcome"]
    assert addresses(shore, "kystrådet", facets={"type": ["item"], "municipality": ["klitlund"]}) == [DIKES]
    assert addresses(shore, "kystrådet", facets={"type": ["nothing"]}) == []


def test_results_come_by_date_and_in_parts(asked: Page) -> None:
    dates = [one["date"] for one in found_by(asked, "erhvervshus", sort="date", limit=20)["results"]]
    assert len([day for day in dates if day]) > 5
    assert [day[:4] for day in dates] == sorted((day[:4] for day in dates), reverse=True)
    first, second = (addresses(asked, "kommuner", limit=5, offset=start) for start in (0, 5))
    assert addresses(asked, "kommuner", limit=10) == first + second


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("netværk", "/initiativer/netvaerksinitiativet/"),
        ("klimkoordinator", "/moeder/kd-net/2020-08-28/4/"),
        ("Århus", "/kommuner/aarhus/"),
        ("kdnet", "/organer/kd-net/"),
        ("dk 2020", "/initiativer/dk2020/"),
    ],
)
def test_the_real_site_is_found_in_other_words(query: str, expected: str, asked: Page) -> None:
    assert expected in addresses(asked, query)


def test_nothing_is_loaded_before_the_first_search(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto("/kommuner/", wait_until="networkidle")
    page.evaluate("async () => (await import('/assets/search/engine.js')).openEngine('/')")
    assert [url for url in loaded if "/pagefind/" in url] == []
