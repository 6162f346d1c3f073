"""What a question means to the search: whom it asks for, words in another form or apart, and what is no evidence at all."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Complaints, new_context
from tests.browser.local_server import served
from tests.browser.test_search_engine import COAST, COUNCIL, DIKES, MEETING, OYSTERS, addresses, found_by
from tests.sites import site_of

pytestmark = pytest.mark.browser

TERM, KEEPER, QUAY = "/ordbog/spuns/", "/ordbog/digegreve/", "/dokumenter/kajen/"
JOINED = "/kommuner/ternoe-vestbo/"
FILES = COAST | {
    "content/glossary/spuns.md": "---\nid: spuns\ntitle: Spuns\nexplanation: En væg i jorden, der holder på havdigerne.\n---\n",
    "content/municipalities/ternoe-vestbo.md": "---\nid: ternoe-vestbo\ntitle: Ternø-Vestbo\ncode: '0902'\n---\n",
    "content/documents/vestbo.md": "---\nid: vestbo\ntitle: Vestbo, Vestbo og Ternø\nkind: notat\n---\nTernø og Vestbo.\n",
    "content/glossary/digegreve.md": "---\nid: digegreve\ntitle: Digegreve\nexplanation: Evaluering af diger er hans.\n---\n",
    "content/documents/kajen.md": """
        ---
        id: kajen
        title: Om kajen
        kind: notat
        ---
        Havnens fravalg af spuns gælder 2 % af digerne, hver uge. Én bro pr. tre skure har tobak.
    """,
    "content/documents/raad.md": "---\nid: raad\ntitle: Hjælp, hjælp og hjælp\nkind: notat\n---\nHjælp er at få.\n",
    "content/documents/spande.md": "---\nid: spande\ntitle: Om udstyr\nkind: notat\n---\nBroen vrædder vidt.\n",
    "content/documents/tang.md": """
        ---
        id: tang
        title: Renhold
        kind: notat
        ---
        Der er købt nye tangvradder af tang til tangbogens menu, og gæsten foreslog nedknivning. Konceptet er nyt.
    """,
    "content/documents/fri.md": "---\nid: fri\ntitle: Om at have fri\nkind: notat\n---\nFerie, politisk gældende.\n",
    "content/documents/spunsen.md": "---\nid: spunsen\ntitle: Spuns, spuns og spuns\nkind: notat\n---\nTil operatøren.\n",
}


@pytest.fixture(scope="module")
def shore(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The search page of an invented coast."""
    site = site_of(FILES, tmp_path_factory.mktemp("meaning"))
    assert (built := site.build(search=True)).pages, built.problems
    complaints = Complaints()
    with served(site.output) as address:
        context = new_context(browser, address, complaints)
        page = context.new_page()
        page.goto("/soeg/")
        yield page
        context.close()
    assert complaints.errors == []


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("hvad betyder spuns", TERM),
        ("hvem er digegreve", KEEPER),
        ("hvordan evalueres diger", KEEPER),
        ("operatører", "/dokumenter/spunsen/"),
        ("beredskab ved stormflod", DIKES),
        ("havn for fiskeri", OYSTERS),
        ("hvor siger man nej tak til spuns", QUAY),
        ("2 procent", QUAY),
        ("uger", QUAY),
        ("3. maj", MEETING),
        ("havdigernes vedligeholdl", DIKES),
        ("Vestbo", JOINED),  # a place may be asked for by a part of its name
        ("Ternoe", JOINED),  # in other letters
        ("Tern", JOINED),  # or not yet typed to its end
    ],
)
def test_a_question_is_answered_by_what_it_asks_for(query: str, first: str, shore: Page) -> None:
    assert addresses(shore, query)[:1] == [first]


def test_a_word_of_any_subject_does_not_outweigh_the_subject(shore: Page) -> None:
    assert "/dokumenter/raad/" not in addresses(shore, "hjælp til diger")[:2]


def test_a_word_without_danish_letters_is_also_the_end_of_a_compound(shore: Page) -> None:
    assert set(addresses(shore, "vradde")) == {"/dokumenter/spande/", "/dokumenter/tang/"}


def test_a_light_word_that_no_page_has_is_no_part_of_another(shore: Page) -> None:
    told = found_by(shore, "men spuns")["mapped"]
    assert [one["words"] for one in told if one["text"] == "men"] == [[]]


@pytest.mark.parametrize(
    ("query", "word", "meant"),
    [
        ("ønskende", "ønskende", ["ønsker"]),  # a participle is of its verb
        ("havd spuns", "havd", []),  # whoever types on has typed this word to its end
        ("spuns havd", "havd", ["havdigerne"]),
        ("havdi spuns", "havdi", ["havdigerne"]),
        ("hævdiger", "hævdiger", []),  # who types Danish letters means them
        ("tangbøger", "tangbøger", ["tangbogens"]),  # but for a plural with another vowel
        ("foreslået", "foreslået", ["foreslog"]),  # a verb with another vowel is one with its particle too
        ("knive en krydsmast ned", "knive", ["nedknivning"]),  # and its particle may stand further on
        ("tangvraadder", "tangvraadder", ["tangvradder"]),
        ("konzeptet", "konzeptet", ["konceptet"]),
        ("koncerten", "koncerten", []),  # a word that is right is not taken for a mistyped one
        ("havdiger", "havdiger", ["havdigerne"]),
        ("politi", "politi", []),  # nor is it politisk without its end
        ("politis", "politis", ["politisk"]),  # which is not yet typed here
        ("gæld", "gæld", []),
        ("skalere", "skalere", []),  # skal says little, and is no form of it
    ],
)
def test_a_word_is_read_as_what_was_meant(query: str, word: str, meant: list[str], shore: Page) -> None:
    [told] = [one["words"] for one in found_by(shore, query)["mapped"] if one["text"] == word]
    assert told[: len(meant) or None] == meant


@pytest.mark.parametrize(
    ("query", "halves", "suggested"),
    [
        ("cigaretskure", ["tobak", "skure"], None),  # what people say may also be half of a word
        ("spunzkajen", ["spuns", "kajen"], "spunskajen"),  # and half of one that no page has may be mistyped
        ("skuretabak", ["skure", "tobak"], "skuretobak"),
        ("koncertspuns", [], None),  # but of two words that are right none is mistyped
    ],
)
def test_a_word_that_no_page_has_is_read_as_its_halves(
    query: str, halves: list[str], suggested: str | None, shore: Page
) -> None:
    found = found_by(shore, query)
    assert [one["words"][0] for one in found["mapped"] if one["words"]] == halves
    assert (found["suggestion"] or {"query": None})["query"] == suggested


def test_a_phrase_is_found_in_letters_with_and_without_accents(shore: Page) -> None:
    assert addresses(shore, '"en bro pr. tre skure"') == addresses(shore, '"én bro pr. tre skure"') == [QUAY]


def test_what_is_only_guessed_does_not_answer_beside_what_is_unknown(shore: Page) -> None:
    assert found_by(shore, "tangvraddar xylofon")["total"] == 0
    assert found_by(shore, "tangvraddar")["total"] == 1


def test_who_names_a_thing_is_not_shown_what_is_only_of_its_subject(shore: Page) -> None:
    assert found_by(shore, "barsel")["total"] == 0
    assert found_by(shore, "barsel i Klitlund")["total"] == 0
    assert addresses(shore, "jeg skal snart på barsel")[:1] == ["/dokumenter/fri/"]


@pytest.mark.parametrize("query", ["xylofon i Klitlund", "rumrejse diger", "fiskeriflod"])
def test_a_place_or_half_of_a_word_is_no_answer_and_the_rest_is_suggested(query: str, shore: Page) -> None:
    found = found_by(shore, query)
    assert found["total"] == 0
    assert found["suggestion"]["query"] not in ("", query)


def test_a_named_body_is_shown_although_another_word_is_unknown(shore: Page) -> None:
    found = found_by(shore, "kystrådet xylofon")
    assert found["results"][0]["url"] == COUNCIL
    assert [one["text"] for one in found["mapped"] if not one["words"]] == ["xylofon"]


def test_the_name_of_a_type_finds_its_records(shore: Page) -> None:
    assert set(addresses(shore, "ordforklaringer")[:2]) == {TERM, KEEPER}
