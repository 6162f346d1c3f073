"""Sums are said with what one of them is worth, once, and the page about money counts what it shows."""

from __future__ import annotations

import pytest

from generator.records.table import Column
from generator.tables import in_unit
from generator.theme import load_theme
from generator.values.amount import parse_amount
from generator.values.unknown import Unknown
from generator.voice import Voice
from tests.conftest import MakeSite
from tests.sites import BUILD_DATE, SMALL, Site

SHARE = "content/cost-shares/pladsen.md"
FILES = {
    **SMALL,
    SHARE: """
        ---
        id: pladsen
        title: Pladsen
        concerns: agreement:aftalen
        version: "1"
        date: 2025-01-01
        unit: 1.000 kr.
        budget: '50'
        contributions: [{key: r, title: Regionen, amount: '10'}]
        shares: [{key: f, payer: "municipality:fjordby", amount: '41'}]
        printed_totals: {amount: '40'}
        deviations: [{rule: P0409, quote: '40', explanation: Sådan står det.}]
        ---
    """,
    "content/agreements/den-anden.md": """
        ---
        id: den-anden
        title: Den anden
        kind: anden aftale
        parties: [{party: "municipality:fjordby"}]
        sums:
          - {key: a, title: Drift, amount: "700"}
          - {key: b, title: Anlæg, amount: ikke oplyst}
        ---
    """,
    "content/tables/budget.md": """
        ---
        id: budget
        title: Budget (Mill.kr.)
        unit: mill.kr.
        columns: [{key: a, title: 2025 DKK, kind: beløb, unit: dkk}]
        rows:
          - {key: x, title: Løn, cells: ["1,5"]}
          - {key: y, title: Alt, kind: i alt, cells: ["1,5"], sum_of: [x]}
        ---
    """,
}


def voice_of(site: Site) -> Voice:
    catalogue = load_theme(site.folder, "themes/default").catalogue("da")
    return Voice("da", catalogue, site.config, site.check().library, BUILD_DATE)


@pytest.mark.parametrize(
    ("printed", "unit", "said"),
    [
        ("36.792", "thousand", "36.792 tusind kr."),
        ("2.900.000", "whole", "2.900.000 kr."),
        ("3 mio.", "whole", "3 mio. kr."),
        ("knap 69 mio. kr.", "whole", "knap 69 mio. kr."),
        ("36,792 mio. kr.", "thousand", "36,792 mio. kr."),
        ("5 EUR", "whole", "5 EUR"),
    ],
)
def test_a_sum_has_its_unit_once(content: MakeSite, printed: str, unit: str, said: str) -> None:
    assert voice_of(content(SMALL)).money(parse_amount(printed, "da"), unit) == said


def test_a_sum_that_is_not_stated_has_no_unit(content: MakeSite) -> None:
    assert "kr." not in voice_of(content(SMALL)).money(Unknown("not_stated"))


def test_a_unit_that_a_title_says_is_not_said_again_beside_it() -> None:
    assert Column(key="a", title="Finansiering 2019 DKK", unit="DKK").unit_beside == ""
    assert Column(key="a", title="Budget (Mill.kr.)", unit="mill.kr.").unit_beside == ""
    assert Column(key="a", title="Antal DKKere", unit="DKK").unit_beside == "DKK"
    assert Column(key="a", title="Antal").unit_beside == ""
    assert (in_unit("5", "mill.kr."), in_unit("5", "1.000 kr."), in_unit("5", "")) == ("5 mill.kr.", "5 (1.000 kr.)", "5")


def test_every_page_says_what_a_sum_is_in(content: MakeSite) -> None:
    site = content(FILES)
    assert site.build().pages
    pages = {path: data.decode() for path, data in site.built().items() if path.endswith("index.html")}
    share = pages["fordelinger/pladsen/index.html"]
    assert "<dd>50 tusind kr.</dd>" in share
    assert "<dd>10 tusind kr.</dd>" in share
    assert "trykker i alt 40 tusind kr., men tallene giver 41 tusind kr., en forskel på 1 tusind kr." in share
    assert "700 kr." in pages["aftaler/den-anden/index.html"]
    assert "Aftale mellem Fjordby." in pages["aftaler/den-anden/index.html"]
    table = pages["tabeller/budget/index.html"]
    assert "2025 DKK</th>" in table
    assert "Budget (Mill.kr.)</caption>" in table


def test_the_page_about_money_counts_sums_that_are_stated_and_shows_what_stands_in_tables(content: MakeSite) -> None:
    site = content(FILES)
    assert site.build().pages
    page = site.built()["oekonomi/index.html"].decode()
    assert "én fælles opgave, hvor udgiften er delt mellem betalere, ét beløb i en aftale og én tabel med beløb." in page
    assert "Alt 1,5 dkk" in page
    assert "inde i en tekst, er ikke med" in page
