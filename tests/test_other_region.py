"""A region of another country, language, currency, time zone and kind of area code is a matter of configuration alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.records import RECORD_TYPES
from generator.theme import load_theme
from generator.vocabulary import FOLDER as VOCABULARIES
from generator.vocabulary import load_vocabulary
from tests.parsed_page import ParsedPage, pages_of
from tests.sites import PROJECT, Site, built_files, copy_of

OTHER_REGION = PROJECT / "tests" / "other_region"
SAID_OF_CONTENT = ("alt", "aria-label", "title", "content", "placeholder", "value")


def _texts_of(language: str, *names: str) -> Iterator[str]:
    """Every word and sentence in the catalogues of a language, or in those of the names given, and the vocabularies' words."""
    for folder in (PROJECT / "generator" / "locale", PROJECT / "themes" / "default" / "locale"):
        for path in (folder / language).glob("*.yml"):
            if not names or path.stem in names:
                yield from _leaves(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))
    for path in () if names else VOCABULARIES.glob("*.yml"):
        for term in load_vocabulary(path.stem).terms.values():
            yield from (term.word(language), term.meaning(language))


def _leaves(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        for inner in tree.values():
            yield from _leaves(inner)
    else:
        yield from re.split(r"\{\w*\}", str(tree))


def _built(folder: Path) -> tuple[Site, dict[str, bytes]]:
    site = copy_of(OTHER_REGION, folder, "records")
    words = ["build", "--quiet", "--no-search", "--date", "2026-01-15", "-c", str(site.folder / "site_config.yml")]
    assert main(words) == 0
    return site, built_files(site.folder / "public")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Site, dict[str, bytes]]:
    return _built(tmp_path_factory.mktemp("other") / "source")


@pytest.fixture(scope="module")
def pages(built: tuple[Site, dict[str, bytes]]) -> dict[str, ParsedPage]:
    return pages_of(built[1])


def test_it_has_a_record_of_every_type() -> None:
    lacking = [one.type_name for one in RECORD_TYPES if not any((OTHER_REGION / "records").glob(one.files[0]))]
    assert lacking == []


def test_it_is_built_where_its_configuration_says(built: tuple[Site, dict[str, bytes]]) -> None:
    site, files = built
    assert "meetings/ferry-board/2025-06-02/1/index.html" in files
    assert {path.name for path in site.folder.iterdir()} == {
        "site_config.yml", "records", "public", ".memory", "published.txt"
    }  # fmt: skip
    assert b"https://skerries.example/decisions/meetings/ferry-board/2025-06-02/" in files["sitemap.xml"]


def test_no_danish_word_of_the_program_is_on_any_page(pages: dict[str, ParsedPage]) -> None:
    english = {text.strip().casefold() for text in _texts_of("en")}
    danish = {text.strip() for text in _texts_of("da") if text.strip().casefold() not in english and len(text.strip()) > 1}
    assert len(danish) > 1000
    sentences = {text for text in danish if " " in text and len(text) > 10}
    found = {}
    for path, page in pages.items():
        said = {text.strip() for text in page.texts} | {text for name in SAID_OF_CONTENT for text in page.values(name)}
        said |= {value for element in page.elements for name, value in element.attributes if name.startswith("data-")}
        if words := (said & danish) | {text for text in sentences if text in page.text}:
            found[path] = sorted(words)
    assert found == {}


def test_no_danish_letter_quotation_mark_or_money_is_on_any_page(pages: dict[str, ParsedPage]) -> None:
    for path, page in pages.items():
        said = [page.text, *(value for element in page.elements for _, value in element.attributes)]
        assert [text for text in said if re.search(r"[æøåÆØÅ»«]|\bkr\b|\bkroner\b|\bDKK\b", text)] == [], path
    assert "thousand £" in pages["cost-shares/ferry-2026/index.html"].text
    assert "£" in pages["municipalities/northholm/index.html"].text


def test_every_address_and_anchor_is_in_the_sites_own_words(pages: dict[str, ParsedPage]) -> None:
    english, danish = set(_texts_of("en", "routes")), set(_texts_of("da", "routes"))
    steps = {step for path in pages for step in path.split("/")}
    assert steps >= {"meetings", "municipalities", "decisions", "agreements", "cost-shares"}
    assert steps & (danish - english) == set()
    anchors = [load_theme(PROJECT, "themes/default").catalogue(language) for language in ("en", "da")]
    own, other = ({words(key) for key in words.keys() if key.startswith("interface.anchors.")} for words in anchors)  # noqa: SIM118
    used = {anchor for page in pages.values() for anchor in page.values("id")}
    assert used & own
    assert {anchor for anchor in used if anchor in other - own or anchor.split("-")[0] in other - own} == set()


def test_every_page_says_which_language_it_is_in(pages: dict[str, ParsedPage]) -> None:
    assert {page.all("html")[0].get("lang") for page in pages.values()} == {"en"}


def test_numbers_and_dates_are_read_and_written_as_its_language_does(pages: dict[str, ParsedPage]) -> None:
    assert "1,500.5" in pages["cost-shares/ferry-2026/index.html"].text
    assert "18:30" in pages["meetings/ferry-board/2025-06-02/index.html"].text
    assert "2 June 2025" in pages["meetings/ferry-board/2025-06-02/index.html"].text


def test_an_area_code_of_another_form_is_a_problem_of_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    site = copy_of(OTHER_REGION, tmp_path / "source", "records")
    site.edit("records/municipalities/eastness.md", "code: SK/EAS", "code: '0751'")
    assert main(["check", "-c", str(site.folder / "site_config.yml"), "--date", "2026-01-15"]) == 1
    said = capsys.readouterr().out
    assert "records/municipalities/eastness.md:4:7: P0211: code" in said
    assert not re.search(r"[æøåÆØÅ]|forkert", said)


def test_a_word_of_another_language_is_not_taken_for_one_of_its_own(tmp_path: Path) -> None:
    site = copy_of(OTHER_REGION, tmp_path / "source", "records")
    site.edit("records/positions/ferry.md", "stand: agreed", "stand: tilsluttet")
    [found] = site.check().problems
    assert (found.code, found.field) == ("P0206", "stands[0].stand")
    assert "with reservation" in dict(found.details)["expected"]


@pytest.mark.parametrize(("language", "code"), [("de", "P0206"), ("xx", "P0206"), ("en_GB", "P0206")])
def test_a_language_without_texts_is_a_problem_of_the_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, code: str
) -> None:
    site = copy_of(OTHER_REGION, tmp_path / "source", "records")
    site.edit("site_config.yml", "languages: [en]", f"languages: [en, {language}]")
    assert main(["check", "-c", str(site.folder / "site_config.yml")]) == 1
    said = capsys.readouterr().out
    assert f"site_config.yml:6:17: {code}: languages[1]" in said


def test_a_form_of_area_codes_that_is_no_form_is_a_problem_of_the_configuration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = copy_of(OTHER_REGION, tmp_path / "source", "records")
    site.edit("site_config.yml", "'SK/[A-Z]{3}'", "'SK/['")
    assert main(["check", "-c", str(site.folder / "site_config.yml")]) == 1
    assert "site_config.yml:10:20: P0211: municipality_code" in capsys.readouterr().out
