"""The ground of the default theme: what it weighs, what it is made from, and what every page of it offers."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.theme import load_theme
from tests.conftest import MakeSite
from tests.parsed_page import ParsedPage, pages_of
from tests.sites import CONFIG, ITEM, PROJECT, SMALL, Site

THEME = PROJECT / "themes" / "default"
STYLES, FONTS = 30_000, 40_000  # bytes over the wire, at most
EMAIL = "post@proeve.example"
SOURCE = "https://kode.example/kommuner/beslutninger"


@pytest.fixture(scope="module")
def assets() -> dict[str, bytes]:
    return dict(load_theme(PROJECT, "themes/default").assets())


def test_styles_and_fonts_stay_within_their_weight(assets: dict[str, bytes]) -> None:
    fonts = {name: data for name, data in assets.items() if name.endswith(".woff2")}
    assert 5_000 < len(gzip.compress(assets["site.css"])) <= STYLES
    assert len(fonts) == 2
    assert sum(map(len, fonts.values())) <= FONTS


def test_every_font_that_the_styles_ask_for_is_served_and_the_other_way_round(assets: dict[str, bytes]) -> None:
    asked = set(re.findall(r'url\("([^":]+)"\)', assets["site.css"].decode()))
    assert asked == {name for name in assets if name.endswith(".woff2")}


def test_the_licences_of_what_others_made_come_along(assets: dict[str, bytes]) -> None:
    assert b"SIL OPEN FONT LICENSE" in assets["fonts/ibm-plex-sans-licence.txt"].upper()
    assert "MIT license" in (THEME / "vendor" / "LICENSE-dkfds.md").read_text(encoding="utf-8")


def test_the_design_system_lies_in_a_layer_below_our_own_rules() -> None:
    text = (THEME / "styles" / "00-dkfds.css").read_text(encoding="utf-8")
    outside = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL).strip()
    assert outside.startswith("@layer dkfds {")
    assert outside.endswith("}")
    depth = [0]
    for mark in re.findall(r"[{}]", outside):
        depth.append(depth[-1] + (1 if mark == "{" else -1))
    assert depth.count(0) == 2, "something stands outside the layer"
    assert "#" not in outside, "a colour that does not follow the reader's choice"


def test_the_packages_are_pinned_with_their_integrity_and_nothing_of_them_is_served(assets: dict[str, bytes]) -> None:
    wanted = json.loads((THEME / "vendor" / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    lock = json.loads((THEME / "vendor" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = {name.removeprefix("node_modules/"): entry for name, entry in lock.items() if name}
    assert {name: packages[name]["version"] for name in wanted} == wanted
    assert all(entry["integrity"].startswith("sha512-") for entry in packages.values())
    assert f"dkfds {wanted['dkfds']}" in (THEME / "styles" / "00-dkfds.css").read_text(encoding="utf-8")
    assert not any("vendor" in name or name.endswith((".scss", ".mjs")) for name in assets)
    assert not (THEME / "vendor" / "node_modules").exists()


def test_nothing_in_the_styles_comes_from_elsewhere(assets: dict[str, bytes]) -> None:
    text = assets["site.css"].decode()
    assert "@import" not in text
    assert not re.search(r"url\([\"']?(?:https?:)?//", text)


def _pages(site: Site) -> dict[str, ParsedPage]:
    assert site.build().pages
    return {path: page for path, page in pages_of(site.built()).items() if page.all("main")}


@pytest.fixture
def written_to(content: MakeSite) -> dict[str, ParsedPage]:
    return _pages(content({**SMALL, "site_config.yml": f"{CONFIG}    source_address: {SOURCE}\n"}))


def test_every_page_has_a_letter_about_its_errors_with_its_own_address(written_to: dict[str, ParsedPage]) -> None:
    assert len(written_to) > 20
    for path, page in written_to.items():
        letters = [link for link in page.values("href") if link.startswith(f"mailto:{EMAIL}?subject=")]
        address = f"https://proeve.example/{path.removesuffix('index.html')}"
        assert letters, path
        assert all(address in unquote(letter).split() for letter in letters), path
        assert not any("%0A" in letter.replace("%0D%0A", "") for letter in letters), "RFC 6068 wants both marks of a line's end"


def test_a_records_page_leads_to_its_source_file_and_its_history(written_to: dict[str, ParsedPage]) -> None:
    links = written_to["moeder/forum/2025-03-04/1/index.html"].values("href")
    assert f"{SOURCE}/blob/HEAD/{ITEM}" in links
    assert f"{SOURCE}/commits/HEAD/{ITEM}" in links


def test_every_page_that_has_an_address_says_once_how_to_cite_it(content: MakeSite) -> None:
    pages = _pages(content(SMALL))
    assert {"index.html", "om/index.html", "kommuner/sammenlign/index.html", "mangler/index.html"} <= pages.keys()
    for path, page in pages.items():
        citations = [one for one in page.all("p") if one.get("class") == "citation"]
        assert len(citations) == (path != "404.html"), path
        assert "/assets/copy.js" in page.values("src"), path
        assert f"https://proeve.example/{path.removesuffix('index.html')}" in page.text or path == "404.html", path
    assert (
        "»Hvad mangler her?«, Prøvesiden, Prøvesekretariatet. https://proeve.example/mangler/"
        in pages["mangler/index.html"].text
    )
    assert "Henvisningen Prøvesiden, Prøvesekretariatet. https://proeve.example/" in pages["index.html"].text


def test_every_page_leads_to_what_the_publisher_owes_its_readers(content: MakeSite) -> None:
    for path, page in _pages(content(SMALL)).items():
        assert {"/om/", "/mangler/", "/privatliv/", "/tilgaengelighed/", "/rettelser/"} <= set(page.values("href")), path


def test_a_page_has_one_search_field_and_says_what_it_is_for(content: MakeSite) -> None:
    for path, page in _pages(content(SMALL)).items():
        fields = [one for one in page.all("input") if one.get("type") == "search"]
        labels = [one for one in page.all("label") if one.get("for") == "q"]
        assert len(fields) == len(labels) == 1, path


def test_templates_have_no_style_of_their_own() -> None:
    for path in sorted(Path(THEME).rglob("*.html")):
        assert not re.search(r"<style|\sstyle=|\son\w+=", path.read_text(encoding="utf-8")), path


TABLE = """
    ---
    id: tal
    title: Tal
    {heading}columns:
      - {{key: aar, title: "2024"}}
    rows:
      - {{key: a, title: A, cells: ["1,5"]}}
    ---
"""


@pytest.mark.parametrize(("heading", "corner"), [("", "<td></td>"), ("row_heading: Post\n    ", '<th scope="col">Post</th>')])
def test_a_table_without_a_word_above_its_rows_has_an_empty_corner_and_no_empty_heading(
    content: MakeSite, heading: str, corner: str
) -> None:
    site = content({**SMALL, "content/tables/tal.md": TABLE.format(heading=heading)})
    assert site.build().pages
    page = (site.output / "tabeller/tal/index.html").read_text(encoding="utf-8")
    assert f"<thead><tr>{corner}" in page
    assert not re.search(r"<th[^>]*>\s*</th>", page)
