"""What a question may make a visitor load: the rarest words, the nearest forms, and no more than it may."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

# Every file of words has 9 KB and every file of places 15; a stem is the word itself, and a file its first letter.
_SPENDING = """async ([terms, method]) => {
  const { Spending } = await import("/assets/search/spending.js");
  const sizeOf = (name) => (name.startsWith("words/") ? 9000 : 15000);
  const shelves = { fileOf: (kind, stem) => `${kind}/${stem[0]}`, sizeOf };
  const spending = new Spending(shelves, { size: 12000, stemOf: (word) => word });
  return spending[method](terms);
}"""


def term(**counts: int) -> dict[str, object]:
    return {
        "text": next(iter(counts)),
        "light": False,
        "forms": [{"word": word, "count": count} for word, count in counts.items()],
    }


def told(page: Page, method: str, *terms: dict[str, object]) -> object:
    page.goto("/soeg/")
    found = page.evaluate(_SPENDING, [list(terms), method])
    return found["stems"] if method == "close" else [[form["word"] for form in one["forms"]] for one in found]


@pytest.mark.parametrize(
    ("terms", "asked"),
    [
        ([term(mole=1_400), term(dige=900)], [["dige"]]),  # the second file would be too much
        ([term(mole=1_400), term(mose=900), term(dige=1_000)], [["mole"], ["mose"]]),  # a file is paid for once
        ([term(mole=900, dige=20, mose=4)], [["mole", "mose"]]),  # the nearest forms of one word
        ([term(kommune=9_000)], [["kommune"]]),  # a single word is asked for however common it is
        ([term(mole=6_000), term(mose=900)], [["mose"]]),  # a very common word says nothing beside a rare one
        ([{"text": "xyz", "light": False, "forms": []}], []),
    ],
)
def test_a_question_is_asked_for_as_far_as_there_is_to_spend(
    terms: list[dict[str, object]], asked: list[list[str]], page: Page
) -> None:
    assert told(page, "telling", *terms) == asked


def test_the_places_of_the_rarest_words_are_loaded_where_there_are_several(page: Page) -> None:
    assert told(page, "close", term(mole=1_400), term(dige=900)) == ["dige", "mole"]
    # Three files of words leave room for one of places.
    assert told(page, "close", term(mole=1_400), term(dige=900), term(havn=1_000)) == ["dige"]
    assert told(page, "close", term(mole=1_400)) == []


def test_how_close_words_stand_is_known_of_what_is_loaded_and_of_nothing_that_was_loaded_before(page: Page) -> None:
    page.goto("/soeg/")
    close: Any = page.evaluate(_SPENDING, [[term(mole=1_400), term(dige=900), term(havn=1_000, dam=5)], "close"])
    assert close["stems"] == ["dam", "dige"]
    assert [form["word"] for form in close["forms"]] == ["dige", "dam"]
