"""The handbook in the built site: whole or not at all, made once, its links checked, and nothing loaded from elsewhere."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.editor import configuration
from generator.explained import explained_at, page_of
from generator.messages import LANGUAGES, load_catalogue
from generator.problems import Code
from generator.stages import handbook
from generator.staging import read_manifest
from tests.sites import AGREEMENT, CONFIG, PROJECT, SMALL, Site, codes, everything_in, site_of

WITH_HANDBOOK = CONFIG + "    paths: {handbook: handbook}\n"
FOLDER = "haandbog"
# What a page loads by itself, from anywhere but its own site.
_FOREIGN = re.compile(
    r"""<(?:script|img|iframe|source)[^<>]* src="(?:https?:)?//|<link(?![^<>]*rel="canonical")[^<>]* href="(?:https?:)?//"""
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A small site with the handbook that comes along."""
    site = site_of({**SMALL, "site_config.yml": WITH_HANDBOOK}, tmp_path_factory.mktemp("made") / "source")
    assert codes(site.build()) == []
    return site


@pytest.fixture
def site(made: Site, tmp_path: Path) -> Site:
    """A copy of that site, to be changed."""
    shutil.copytree(made.folder, tmp_path / "source", copy_function=shutil.copy2)
    return Site(tmp_path / "source")


def html_of(site: Site) -> dict[str, str]:
    return {
        path.relative_to(site.output).as_posix(): path.read_text(encoding="utf-8")
        for path in (site.output / FOLDER).rglob("*.html")
    }


def nothing_is_started(*words: object, **named: object) -> None:
    raise AssertionError("a program was started")


def test_it_is_published_with_the_site_and_listed_among_its_files(made: Site) -> None:
    there = {path for path in everything_in(made.output) if path.startswith(f"{FOLDER}/")}
    assert {f"{FOLDER}/index.html", f"{FOLDER}/foerste-dag/index.html", f"{FOLDER}/fejl/p04/index.html"} <= there
    assert {path for path in read_manifest(made.output) if path.startswith(f"{FOLDER}/")} == there
    assert 'id="p0405"' in html_of(made)[f"{FOLDER}/fejl/p04/index.html"]


def test_every_page_leads_to_it_and_it_leads_home(made: Site) -> None:
    assert f'href="/{FOLDER}/"' in (made.output / "index.html").read_text(encoding="utf-8")
    assert 'class="md-header__button md-logo"' in html_of(made)[f"{FOLDER}/index.html"]
    assert 'href="/"' in html_of(made)[f"{FOLDER}/index.html"]


def test_each_form_of_the_editor_and_each_problem_leads_to_a_page_that_is_there(made: Site) -> None:
    settings = configuration(made.config, load_catalogue("da"))
    forms = [re.findall(r"\]\(/([^)]+)\)", one["fields"][0]["hint"]) for one in settings["collections"]]
    assert all((made.output / address / "index.html").is_file() for (address,) in forms)
    for code in Code:
        address, _, anchor = page_of(code, explained_at(made.config, "")).removeprefix("https://proeve.example/").partition("#")
        assert f'id="{anchor}"' in (made.output / address / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_that_an_import_ends_with_is_written(language: str) -> None:
    page, _, anchor = load_catalogue(language)("import.page").partition("#")
    written = PROJECT / "handbook" / language / (f"{page.rstrip('/')}.md" if page else "index.md")
    assert f"{{ #{anchor} }}" in written.read_text(encoding="utf-8")


# What the handbook tells people to press in the editor.
PRESSED = (
    "Log ind med adgangsnøgle", "Arbejd med mappen på denne maskine", "Opret", "Gem", "Vis fejlene", "Filtrér",
    "Ny mappe", "Gennemse", "Upload", "Indsæt", "Medier", "Slet", "Send til gennemsyn", "Redaktionel arbejdsgang", "Udgiv",
    "Log ud",
)  # fmt: skip


def test_what_is_to_be_pressed_in_the_editor_is_called_so_there() -> None:
    texts = (PROJECT / "themes/default/admin/editor/da.json").read_text(encoding="utf-8")
    written = " ".join(page.read_text(encoding="utf-8") for page in (PROJECT / "handbook/da").rglob("*.md"))
    bold = {" ".join(word.split()) for said in re.findall(r"\*\*([^*]+)\*\*", written) for word in said.split(" → ")}
    assert set(PRESSED) - bold == set()
    assert set(PRESSED) - set(_texts_in(json.loads(texts))) == set()


def _texts_in(texts: Any) -> Iterator[str]:
    for text in texts.values() if isinstance(texts, dict) else texts:
        if isinstance(text, str):
            yield text
        else:
            yield from _texts_in(text)


def test_it_promises_no_address_and_is_offered_to_search_engines_in_the_sites_own_map(made: Site) -> None:
    mapped = re.findall(rf"<loc>https://proeve.example/({FOLDER}/.*?)</loc>", (made.output / "sitemap.xml").read_text("utf-8"))
    assert sorted(f"{place}index.html" for place in mapped) == sorted(
        path.relative_to(made.output).as_posix() for path in (made.output / FOLDER).rglob("*.html")
    )
    assert FOLDER not in (made.folder / "addresses.txt").read_text(encoding="utf-8")
    assert not (made.output / FOLDER / "sitemap.xml").exists()


def test_its_pages_state_their_policy_and_load_nothing_from_elsewhere(made: Site) -> None:
    pages = html_of(made)
    assert len(pages) > 40
    assert {
        path
        for path, html in pages.items()
        if 'http-equiv="Content-Security-Policy" content="default-src \'self\';' not in html
    } == set()
    assert {path for path, html in pages.items() if _FOREIGN.search(html)} == set()
    styles = [path.read_text(encoding="utf-8") for path in (made.output / FOLDER).rglob("*.css")]
    assert styles
    assert not any(re.search(r"url\([\"']?(?:https?:)?//", style) for style in styles)


def test_each_table_stands_in_a_frame_with_a_name_of_its_own(made: Site) -> None:
    tables = 0
    for path, html in html_of(made).items():
        names = re.findall(r'<div class="frame" role="region" tabindex="0" aria-label="([^"]+)"><table>', html)
        assert len(names) == html.count("<table") == len(set(names)), path
        tables += len(names)
    assert tables > 50


def test_its_search_knows_danish_and_no_other_language(made: Site) -> None:
    there = {path.name for path in (made.output / FOLDER).rglob("lunr*.js")}
    assert {"lunr.da.min.js", "lunr.stemmer.support.min.js"} <= there
    assert "lunr.de.min.js" not in there
    index = (made.output / FOLDER / "search" / "search_index.json").read_text(encoding="utf-8")
    assert '"lang":["da"]' in index
    [worker] = (made.output / FOLDER / "assets" / "javascripts" / "workers").glob("search.*.js")
    assert "lunr.da.stemmer" in worker.read_text(encoding="utf-8")


def test_an_unchanged_handbook_is_not_made_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {path: data for path, data in everything_in(site.output).items() if path.startswith(f"{FOLDER}/")}
    monkeypatch.setattr(subprocess, "run", nothing_is_started)
    for word in ("Ny tekst.", "Endnu en."):  # in either of the two trees
        site.edit(AGREEMENT, "Aftalens tekst." if word == "Ny tekst." else "Ny tekst.", word)
        assert codes(site.build()) == []
        assert {path: data for path, data in everything_in(site.output).items() if path.startswith(f"{FOLDER}/")} == before


def test_without_the_setting_it_is_gone(site: Site) -> None:
    site.write({"site_config.yml": CONFIG})
    assert codes(site.build()) == []
    assert not (site.output / FOLDER).exists()
    assert FOLDER not in (site.output / "index.html").read_text(encoding="utf-8")


def own_handbook(site: Site) -> Path:
    """Give the site a handbook of its own: a copy of the one that comes along, to be changed."""
    return Path(shutil.copytree(handbook.COMES_ALONG / "handbook", site.folder / "handbook"))


def test_a_link_to_no_page_is_a_problem_and_the_live_site_stays(site: Site) -> None:
    own = own_handbook(site) / "da" / "index.md"
    own.write_text("# Håndbogen\n\nLæs [mere](mangler.md).\n", encoding="utf-8")
    before = everything_in(site.output)
    built = site.build()
    assert codes(built) == ["P0008"]
    assert "mangler.md" in dict(built.problems[0].details)["expected"]
    assert everything_in(site.output) == before


def test_a_link_to_no_page_of_the_site_is_a_problem(site: Site) -> None:
    own = own_handbook(site) / "da" / "index.md"
    own.write_text("# Håndbogen\n\n[Forsiden](site:/) og [intet](site:/findes-ikke/).\n", encoding="utf-8")
    [found] = site.build().problems
    assert (found.code, found.path, dict(found.details)["found"]) == ("P0501", f"{FOLDER}/index.html", "/findes-ikke/")


def test_a_folder_that_is_not_there_is_a_problem(site: Site) -> None:
    site.edit("site_config.yml", "{handbook: handbook}", "{handbook: vejledning}")
    assert codes(site.build()) == ["P0008"]


def test_without_what_makes_it_that_is_said(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    own_handbook(site).joinpath("da", "index.md").write_text("# Ny\n", encoding="utf-8")
    monkeypatch.setattr(handbook, "_MADE_WITH", ("a-program-that-is-not-installed",))
    built = site.build()
    assert codes(built) == ["P0008"]
    assert dict(built.problems[0].details)["expected"] == "not installed"


@pytest.mark.long
def test_the_same_pages_give_the_same_bytes_on_another_day(made: Site, tmp_path: Path) -> None:
    again = site_of({**SMALL, "site_config.yml": WITH_HANDBOOK}, tmp_path / "again")
    assert codes(again.build()) == []
    assert everything_in(again.output / FOLDER) == everything_in(made.output / FOLDER)


@pytest.mark.long
def test_an_english_site_below_a_path_has_an_english_handbook(tmp_path: Path) -> None:
    english = WITH_HANDBOOK.replace("languages: [da]", "languages: [en]\n    base_path: /x/")
    site = site_of({"content/people/jo.md": "---\nid: jo\ntitle: Jo\n---\n", "site_config.yml": english}, tmp_path / "english")
    assert codes(site.build()) == []
    assert '<html lang="en"' in (site.output / "handbook" / "index.html").read_text(encoding="utf-8")
    assert 'href="/x/handbook/"' in (site.output / "index.html").read_text(encoding="utf-8")
