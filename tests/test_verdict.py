"""How a decision relates to its recommendation: the word, and the sentence that says why, on the item's page."""

from __future__ import annotations

import re

import pytest

from tests.conftest import MakeSite
from tests.parsed_page import ParsedPage, pages_of
from tests.sites import SMALL, Site

ITEM = "content/meetings/2025-03-04-forum/01-budget.md"
PAGE = "moeder/forum/2025-03-04/1/index.html"
MEETING = "moeder/forum/2025-03-04/index.html"
ASKED_TO_APPROVE = "Indstillingen bad Forum om at godkende"


def item(asks: str, decisions: str, more: str = "") -> str:
    """An item with one recommendation point and the given decisions."""
    return f"""
        ---
        id: forum-2025-03-04-1
        title: Budget
        number: "1"
        item_type: beslutning
        recommendation:
          intro: Det indstilles, at
          points:
            - {{key: punkt-1, text: Forum ser på budgettet., asks: {asks}}}
        decisions: {decisions}
        topics: [økonomi]
        municipalities: [fjordby]{more}
        ---
        Se [aftalen](agreement:aftalen).
    """


def built(content: MakeSite, text: str) -> tuple[ParsedPage, ParsedPage]:
    """The pages of the item and of its meeting."""
    site: Site = content({**SMALL, ITEM: text})
    assert site.build().pages
    pages = pages_of(site.built())
    return pages[PAGE], pages[MEETING]


def decided(outcome: str, answers: str = "[punkt-1]", more: str = "") -> str:
    return f"[{{key: en, text: Sådan blev det., outcome: {outcome}, answers: {answers}{more}}}]"


ACKNOWLEDGED = """
        deviations:
          - {rule: P0405, quote: Budgettet, explanation: Sådan står det.}"""

CASES = {
    "followed": (
        item("godkende", decided("godkendt")),
        "fulgt",
        f"{ASKED_TO_APPROVE}, og referatet siger, at sagen blev godkendt.",
    ),
    "followed with a change": (
        item("godkende", decided("godkendt med ændringer", more=", change: Mindre.")),
        "fulgt med ændring",
        f"{ASKED_TO_APPROVE}. Referatet siger, at sagen blev godkendt med ændringer, og at noget blev ændret.",
    ),
    "decided with a change that the record names": (
        item("beslutte", decided("besluttet", more=", change: Mindre.")),
        "fulgt med ændring",
        "Indstillingen bad Forum om at træffe en beslutning. Referatet siger, at der blev truffet en beslutning, og at noget",
    ),
    "departed": (
        item("godkende", decided("taget til efterretning"), ACKNOWLEDGED),
        "afveget",
        f"{ASKED_TO_APPROVE}, men referatet siger, at orienteringen blev taget til efterretning.",
    ),
    "postponed": (
        item("godkende", decided("udsat", more=", postponed_until: ikke oplyst")),
        "ikke afgjort",
        f"{ASKED_TO_APPROVE}, men referatet siger, at sagen blev udsat.",
    ),
    "answered by nothing": (
        item("godkende", decided("drøftet", answers="[]")),
        "kan ikke afgøres",
        f"{ASKED_TO_APPROVE}. Referatet siger, at sagen blev drøftet, men ikke, om det er svaret på indstillingen.",
    ),
    "not minuted": (
        item("godkende", decided("ikke refereret")),
        "kan ikke afgøres",
        f"{ASKED_TO_APPROVE}. Hvad der kom ud af det, kan ikke læses af referatet.",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_page_has_the_relation_as_word_and_as_sentence(case: str, content: MakeSite) -> None:
    text, word, sentence = CASES[case]
    page, meeting = built(content, text)
    strip = re.search(r"Indstillet (.*?) Besluttet", page.text)
    assert strip
    assert f" {word} " in strip[1] + " "
    assert sentence in page.text
    assert f"Indstillingen: {word}" in meeting.text


def test_the_introduction_and_the_point_read_as_one_sentence(content: MakeSite) -> None:
    page, _ = built(content, item("godkende", decided("godkendt")))
    assert "Det indstilles, at Forum ser på budgettet." in page.text


def test_without_a_recommendation_no_relation_is_claimed(small: Site) -> None:
    assert small.build().pages
    page = pages_of(small.built())[PAGE]
    assert "Der var ingen indstilling om dette." in page.text
    assert [element for element in page.elements if element.get("class") == "strip"] == []


def test_without_a_summary_the_first_sentence_says_what_the_record_says(small: Site) -> None:
    assert small.build().pages
    page = pages_of(small.built())[PAGE]
    assert "Ifølge referatet er udfaldet, at sagen blev godkendt." in page.text


FULL = decided(
    "udsat",
    more=", mode: flertal, postponed_until: 2025-05-06, reserved: ['municipality:fjordby'], deadline: ikke oplyst"
    ", votes: [{votes_for: 3, votes_against: 1, absent: 1}]",
)


def test_votes_reservations_and_deadlines_stand_as_sentences(content: MakeSite) -> None:
    page, _ = built(content, item("godkende", FULL))
    for sentence in (
        "Sådan blev det afgjort: flertal. Der blev stemt,",
        "Sagen skal behandles igen den 6. maj 2025.",
        "Fristen er ikke oplyst i kilderne.",
        "Fjordby tog forbehold.",
        "Stemmer: 3 for, 1 imod, 1 var fraværende.",
    ):
        assert sentence in page.text
