"""What a result shows of a page's text: a whole sentence that has what was asked for, and not the title once more."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_EXCERPT = """async ([text, asked]) => {
  const { excerptOf } = await import("/assets/search/excerpt.js");
  const term = (word) => ({ text: word, light: word === "af", forms: [{ word, count: 1, weight: 1, how: "same" }] });
  const pieces = excerptOf(text, asked.split(" ").map(term));
  return pieces.map(({ text, mark }) => (mark ? `[${text}]` : text)).join("").trim();
}"""
TITLE = "Ny kaj i Klitlund."
SUMMARY = "Kystrådet anbefaler, at en kaj af granit bygges inden jul, og at der bruges 1,2 mio. kr. på den."
MORE = "Arbejdet begynder om en måned og varer hele vinteren, hvis isen ikke hindrer det."
LISTED = "Kaj 1 Kaj 2 Kaj 3 Kajens lys Kajens ejer Mole " * 4
PAGE = f"{TITLE} {SUMMARY} {MORE} {LISTED}"


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("kaj", f"… {SUMMARY.replace(' kaj', ' [kaj]')} …"),  # not the title, and not the list that has more of it
        ("granit af kaj", f"… {SUMMARY.replace('kaj', '[kaj]').replace('granit', '[granit]')} …"),
        ("vinter", f"… {MORE.replace('vinteren', '[vinteren]')} …"),
        ("xylofon", f"… {SUMMARY} …"),  # found by a word that no page shows
        ("af", f"… {SUMMARY.replace(' af ', ' [af] ')} …"),
    ],
)
def test_an_excerpt_is_the_first_whole_sentence_with_most_of_the_question(asked: str, shown: str, page: Page) -> None:
    page.goto("/soeg/")
    assert page.evaluate(_EXCERPT, [PAGE, asked]) == shown


@pytest.mark.parametrize(
    ("text", "asked", "shown"),
    [
        ("Kaj", "kaj", "[Kaj]"),
        ("", "kaj", ""),
        ("Kaj. " + "ord " * 30 + "mole " + "ord " * 40, "mole", "… " + "ord " * 4 + "[mole] " + "ord " * 25 + "…"),
    ],
)
def test_a_text_without_sentences_is_shown_around_the_word(text: str, asked: str, shown: str, page: Page) -> None:
    page.goto("/soeg/")
    assert page.evaluate(_EXCERPT, [text, asked]) == shown
