"""What is missing: the counts are those of the records, and the lists of what is shown stay short."""

from __future__ import annotations

import re

from generator.pages.gaps import SHOWN, gaps_pages
from generator.pages.missing import QUESTIONS, open_questions, silences
from generator.theme import load_theme
from generator.values.unknown import Unknown
from generator.voice import Voice
from tests.conftest import MakeSite
from tests.parsed_page import parse
from tests.sites import BUILD_DATE, CONFIG, EXAMPLE, NOBODY_TO_WRITE_TO, PROJECT, SMALL, Site, copy_of


def gaps(site: Site) -> object:
    theme = load_theme(site.folder, site.config.paths.theme)
    voice = Voice("da", theme.catalogue("da"), site.config, site.check().library, BUILD_DATE)
    (page,) = gaps_pages(voice.library, "da")
    return page.build(voice)


def test_every_value_that_says_that_it_is_unknown_is_counted_once(tmp_path) -> None:
    library = copy_of(PROJECT, tmp_path / "source").check().library
    unknown = sum(isinstance(value, Unknown) for record in library.shown() for _, value in record.scalars)
    assert unknown > 100
    found = silences(library)
    assert sum(one.silent for one in found) == unknown
    assert all(0 < one.silent <= one.asked and one.records for one in found)


def test_the_questions_name_records_that_leave_them_open(tmp_path) -> None:
    library = copy_of(PROJECT, tmp_path / "source").check().library
    found = {question.key: (records, asked) for question, records, asked in open_questions(library, BUILD_DATE)}
    assert {"unanswered", "held", "agreement"} <= found.keys()
    for question in QUESTIONS:
        records, asked = found.get(question.key, ([], 0))
        assert len(records) <= asked or not records
        assert all(isinstance(record, question.record_type) for record in records)


def test_long_lists_are_cut_and_the_rest_is_counted(content: MakeSite) -> None:
    files = dict(SMALL)
    for number in range(SHOWN + 7):
        files[f"content/meetings/m-{number:02}/meeting.yml"] = (
            f"id: m-{number:02}\ntitle: Møde {number}\nbodies: [forum]\ndate: 2024-01-{number + 1:02}\nstate: planlagt\n"
        )
    data = gaps(content(files))
    (held,) = [one for one in data.questions if one.key == "held"]
    assert (held.count, len(held.entries), held.rest) == (SHOWN + 7, SHOWN, 7)


def test_a_closed_items_contradictions_are_not_shown(tmp_path) -> None:
    site = copy_of(EXAMPLE, tmp_path / "source")
    library = site.check().library
    closed = {record.pointer for record in library.shown() if getattr(record, "closed", False)}
    assert closed
    assert all(str(pointer.id) not in one.link for pointer in closed for one in gaps(site).contradictions)


def test_the_page_says_how_to_write_and_admits_where_one_cannot(content: MakeSite) -> None:
    site = content({**SMALL, "site_config.yml": NOBODY_TO_WRITE_TO})
    site.build()
    page = site.output / "mangler" / "index.html"
    assert "har ikke oplyst en adresse" in page.read_text(encoding="utf-8")
    site.edit("site_config.yml", "{name: Prøvesekretariatet}", "{name: Prøvesekretariatet, email: post@proeve.example}")
    site.build()
    assert "mailto:post@proeve.example" in page.read_text(encoding="utf-8")
    assert "har ikke oplyst en adresse" not in page.read_text(encoding="utf-8")


def test_a_site_without_records_has_pages_that_say_what_would_stand_there(content: MakeSite) -> None:
    site = content({"content/municipalities/fjordby.md": "---\nid: fjordby\ntitle: Fjordby\ncode: '0901'\n---\n"})
    assert site.build().pages
    for address in ("beslutninger", "opfoelgning", "kalender", "emner", "ordbog"):
        html = (site.output / address / "index.html").read_text(encoding="utf-8")
        assert 'class="empty"' in html, address
        assert 'href="/mangler/"' in html, address


def test_a_site_that_has_hardly_begun_says_what_would_stand_where_and_counts_nothing(content: MakeSite) -> None:
    site = content(
        {"site_config.yml": CONFIG, "content/organizations/forum.md": "---\nid: forum\ntitle: Forum\nkind: udvalg\n---\n"}
    )
    assert site.build().pages
    texts = {place: parse(site.built()[f"{place}index.html"]).text for place in ("", "oekonomi/", "udpegninger/", "kommuner/")}
    assert "Her ville beslutningerne stå." in texts[""]
    assert "Her ville de fælles udgifter stå." in texts["oekonomi/"]
    assert "Her ville posterne stå" in texts["udpegninger/"]
    assert "Her ville kommunerne stå." in texts["kommuner/"]
    assert [place for place, text in texts.items() if re.search(r"(?<![.\d])0 \w", text)] == []


def test_a_draft_leaves_open_whether_the_agreement_was_concluded_unless_another_took_its_place(content: MakeSite) -> None:
    draft = """
        ---
        id: {id}
        title: {id}
        kind: samarbejdsaftale
        state: udkast
        parties: [{{party: "municipality:fjordby"}}]
        {more}
        ---
    """
    files = {
        **SMALL,
        "content/agreements/udkast.md": draft.format(id="udkast", more=""),
        "content/agreements/afloest.md": draft.format(id="afloest", more="replaced_by: aftalen"),
    }
    library = content(files).check().library
    found = {question.key: [one.id for one in records] for question, records, _ in open_questions(library, BUILD_DATE)}
    assert found["agreement"] == ["udkast"]
