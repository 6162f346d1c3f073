"""The facets of the decisions log: every count is the length of the list that it leads to."""

from __future__ import annotations

import pytest

from generator.pages.facets import SHOWN
from generator.pages.log import CLASSES, first_sentence, log_pages
from generator.theme import load_theme
from generator.vocabulary import load_vocabulary
from generator.voice import Voice
from tests.conftest import MakeSite
from tests.sites import BUILD_DATE, SMALL, Site

OUTCOMES = ("godkendt", "drøftet", "udsat", "ikke godkendt", "ikke refereret")
ITEMS = 113


def item(number: int, outcomes: tuple[str, ...], extra: str) -> str:
    until = ", postponed_until: ikke oplyst"
    decisions = "".join(
        f"  - {{key: b-{place}, text: Sådan blev det., outcome: {one}{until if one == 'udsat' else ''}}}\n"
        for place, one in enumerate(outcomes)
    )
    head = f'id: p-{number:03}\ntitle: Sag {number:03}\nnumber: "{number}"\nitem_type: beslutning\ndecisions:\n{decisions}'
    return f"---\n{head}{extra}---\n"


@pytest.fixture
def many(content: MakeSite) -> Site:
    """A site with two meetings of two bodies in two years, and enough decisions for a second page."""
    files = dict(SMALL)
    for number in range(20):
        files[f"content/municipalities/by-{number:02}.md"] = (
            f"---\nid: by-{number:02}\ntitle: By {number:02}\ncode: '1{number:03}'\n---\n"
        )
    files["content/organizations/raad.md"] = "---\nid: raad\ntitle: Råd\nkind: netværk\n---\n"
    for year, bodies in (("2023", "[raad]"), ("2024", "[raad, forum]")):
        folder = f"content/meetings/{year}-02-01-raad"
        files[f"{folder}/meeting.yml"] = (
            f"id: raad-{year}\ntitle: Rådets møde\nbodies: {bodies}\ndate: {year}-02-01\nstate: holdt\n"
        )
        for number in range(ITEMS):
            extra = f"topics: [klima]\nmunicipalities: [by-{number % 20:02}]\n"
            text = item(number, (OUTCOMES[number % 5], OUTCOMES[(number + number % 2) % 5]), extra)
            files[f"{folder}/{number:03}.md"] = text.replace("id: p-", f"id: p-{year}-")
    return content(files)


def logs(site: Site) -> dict[str, object]:
    library = site.check().library
    theme = load_theme(site.folder, site.config.paths.theme)
    voice = Voice("da", theme.catalogue("da"), site.config, library, BUILD_DATE)
    return {page.address: page.build(voice) for page in log_pages(library, "da")}


def lines_of(found: dict[str, object], address: str) -> list[str]:
    """The links of every line of a list, on all of its pages."""
    pages = [data for place, data in found.items() if place == address or place.startswith(f"{address}side/")]
    return [line.href for data in pages for year in data.years for line in year.lines]


def test_every_count_is_the_length_of_its_list(many: Site) -> None:
    found = logs(many)
    facets = found["/beslutninger/"].facets
    values = [value for facet in facets for value in (*facet.shown, *facet.rest)]
    assert len(values) > 20
    for value in values:
        lines = lines_of(found, value.href)
        assert len(lines) == len(set(lines)) == value.count == found[value.href].total, value.title


def test_each_facet_is_there_with_the_values_that_occur(many: Site) -> None:
    facets = {
        facet.title: {value.title for value in (*facet.shown, *facet.rest)} for facet in logs(many)["/beslutninger/"].facets
    }
    assert facets["År"] == {"2023", "2024", "2025"}
    assert facets["Organ"] == {"Forum", "Råd"}
    assert len(facets["Hvad kom der ud af det?"]) == len(CLASSES)
    assert len(facets["Kommune"]) == 21
    assert facets["Emne"] == {"økonomi", "klima"}


def test_the_classes_are_those_of_the_vocabulary() -> None:
    assert {term.group for term in load_vocabulary("outcome").terms.values()} == set(CLASSES)


def test_a_list_is_cut_and_its_pages_hold_everything_once(many: Site) -> None:
    found = logs(many)
    lines = lines_of(found, "/beslutninger/")
    assert len(lines) == len(set(lines)) == 2 * ITEMS + 1
    assert [place for place in found if place.startswith("/beslutninger/side/")] == [
        "/beslutninger/side/2/",
        "/beslutninger/side/3/",
    ]


def test_the_value_of_a_page_is_marked_and_can_be_taken_away(many: Site) -> None:
    found = logs(many)
    for address, data in found.items():
        chosen = [value for facet in data.facets for value in (*facet.shown, *facet.rest) if value.chosen]
        if address.startswith(("/beslutninger/side/",)) or address == "/beslutninger/":
            assert (chosen, data.chosen) == ([], None)
        else:
            assert [value.title for value in chosen] == [data.chosen.title]
            assert data.chosen.href == "/beslutninger/"


def test_the_most_frequent_values_stand_open_and_the_chosen_one_always(many: Site) -> None:
    found = logs(many)
    towns = next(facet for facet in found["/beslutninger/"].facets if facet.title == "Kommune")
    assert len(towns.shown) == SHOWN
    assert min(value.count for value in towns.shown) >= max(value.count for value in towns.rest)
    hidden = towns.rest[-1]
    there = next(facet for facet in found[hidden.href].facets if facet.title == "Kommune")
    assert hidden.title in {value.title for value in there.shown}


def test_the_pages_of_the_log_are_built_and_their_links_lead_somewhere(many: Site) -> None:
    assert many.build().pages
    html = (many.output / "beslutninger" / "udfald" / "afvist" / "index.html").read_text(encoding="utf-8")
    assert "ikke godkendt" in html


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Mødet sagde ja. Senere sagde det nej.", "Mødet sagde ja."),
        ("Referat fra mødet den 29. maj 2020 blev godkendt. Intet andet.", "Referat fra mødet den 29. maj 2020 blev godkendt."),
        ("Det gælder bl.a. Aarhus og Viborg. Resten venter.", "Det gælder bl.a. Aarhus og Viborg."),
        ("Det koster 3 mio. kr. Resten venter.", "Det koster 3 mio. kr."),
        ("Det var i 2020. Resten venter.", "Det var i 2020."),
        ("Én sætning uden punktum", "Én sætning uden punktum"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_a_sentence_ends(text: str, sentence: str) -> None:
    assert first_sentence(text) == sentence
