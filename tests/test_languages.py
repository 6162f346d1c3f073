"""Every record has its page, in every language of the site; every link and every published address leads to one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import pytest

from generator.addresses import address_of
from generator.library import Library
from generator.page import file_path
from generator.pages.records import SHOWN
from generator.problems import has_errors
from generator.theme import load_theme
from tests.conftest import MakeSite
from tests.made_records import id_of, made_records
from tests.parsed_page import URL_ATTRIBUTES, ParsedPage, pages_of
from tests.sites import CONFIG, EXAMPLE, PROJECT, SMALL, Site, codes, copy_of

BASE = "/x/"
LETTERS = "abcdefghij"
TRANSLATED = "sundgenbrug"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = copy_of(EXAMPLE, tmp_path_factory.mktemp("languages") / "source")
    assert site.build().pages
    return site


@pytest.fixture(scope="module")
def library(site: Site) -> Library:
    return site.check().library


@pytest.fixture(scope="module")
def files(site: Site) -> dict[str, bytes]:
    return site.built()


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, ParsedPage]:
    return pages_of(files)


def _page_of(address: str, language: str) -> str:
    return file_path(address if language == "da" else f"/{language}{address}")


# ---- no record is lost


def test_every_file_of_the_content_is_a_record_or_a_draft(library: Library) -> None:
    paths = {path.relative_to(EXAMPLE).as_posix() for path in (EXAMPLE / "content").rglob("*") if path.is_file()}
    assert paths - {record.origin.path for record in library.records.values()} == {"content/documents/kladde.md"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_record_has_exactly_one_page_and_it_bears_its_title(
    library: Library, pages: dict[str, ParsedPage], language: str
) -> None:
    records = list(library.records.values())
    addresses = [_page_of(address_of(record, library, language), language) for record in records]
    assert len(set(addresses)) == len(addresses) > 35
    for record, address in zip(records, addresses, strict=True):
        page = pages[address]
        titles = {record.title, *(one.title for one in record.translations if one.language == language)}
        bears = any(title in page.text for title in titles)
        assert bears == (record.status != "withdrawn"), record.pointer


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_record_is_reached_from_the_front_page(library: Library, pages: dict[str, ParsedPage], language: str) -> None:
    start = _page_of("/", language)
    reached, ahead = {start}, [start]
    while ahead:
        page = pages[ahead.pop()]
        found = {_target(link, "") for link in page.values("href") if link.startswith(BASE)} & pages.keys()
        ahead += found - reached
        reached |= found
    shown = [record for record in library.records.values() if record.status == "published"]
    lost = [record.pointer for record in shown if _page_of(address_of(record, library, language), language) not in reached]
    assert lost == []


def test_every_text_of_every_field_of_every_type_stands_on_its_records_page(content: MakeSite) -> None:
    words: dict[str, str] = {}

    def wording(path: str, many: bool) -> str:
        # A word without digits, for a number in a summary has to stand elsewhere too.
        return words.setdefault(path, f"q{''.join(LETTERS[int(digit)] for digit in f'{len(words):04}')}q")

    records = made_records(wording)
    site = content({"site_config.yml": CONFIG.replace("[da]", "[da, en]") + "    municipality_code: '.*'\n", **records})
    built = site.build()
    assert not has_errors(built.problems), built.problems
    library = site.check().library
    pages = pages_of(site.built())
    own = {record.type_name: [] for record in library.records.values()}
    for record in library.records.values():
        own[record.type_name] = [pages[_page_of(address_of(record, library, one), one)] for one in ("da", "en")]
    missing = [path for path, word in words.items() if not any(word in page.text for page in own[path.split(".")[0]])]
    assert len(words) > 300
    # A meeting is all head: it is a YAML file, which has no text below. A withheld document's file is not named.
    assert missing == ["meeting.body", "document.file"]
    assert id_of("cost_share") == "en-cost-share"


# ---- every address leads somewhere


def _target(link: str, path: str) -> str:
    """The file that a link leads to, from the site's root."""
    address = unquote(urlsplit(link).path)
    return file_path("/" + address.removeprefix(BASE)) if address else path


def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(files: dict[str, bytes], pages: dict[str, ParsedPage]) -> None:
    names = {path: set(page.values("id")) for path, page in pages.items()}
    broken, followed = [], 0
    for path, page in pages.items():
        for link in (value for name in URL_ATTRIBUTES for value in page.values(name)):
            if link.startswith(("https:", "mailto:")):
                continue
            target, anchor = _target(link, path), urlsplit(link).fragment
            followed += 1
            if target not in files or (anchor and anchor not in names[target]):
                broken.append((path, link))
    assert followed > 3000
    assert broken == []


def test_every_published_address_is_answered(site: Site, files: dict[str, bytes]) -> None:
    noted = [line for line in (site.folder / "addresses.txt").read_text().splitlines() if line.startswith("/")]
    assert len(noted) > 70
    assert [address for address in noted if file_path(address) not in files] == []


def _mapped(files: dict[str, bytes]) -> list[str]:
    """The files that the map for search engines names."""
    places = [place.text or "" for place in ElementTree.fromstring(files["sitemap.xml"]).iter() if place.tag.endswith("}loc")]
    return [file_path(urlsplit(place).path.removeprefix(BASE)) for place in places]


def _kept_back(pages: dict[str, ParsedPage]) -> set[str]:
    """The pages that ask search engines not to show them."""
    return {path for path, page in pages.items() if any(one.get("name") == "robots" for one in page.all("meta"))}


def test_the_map_for_search_engines_names_every_page_that_may_be_shown_once_and_nothing_else(
    library: Library, files: dict[str, bytes], pages: dict[str, ParsedPage]
) -> None:
    kept_back = _kept_back(pages)
    assert sorted(_mapped(files)) == sorted(pages.keys() - kept_back)
    published = {one: one.status == "published" and one.type_name != "person" for one in library.records.values()}
    for record, is_shown in published.items():
        assert is_shown == (_page_of(address_of(record, library, "da"), "da") not in kept_back), record.pointer
    assert {"404.html", "aftaler/affaldsaftalen/index.html"} < kept_back
    assert {"index.html", "om/index.html", "moeder/index.html", "en/index.html"} <= pages.keys() - kept_back


def test_people_are_shown_by_search_engines_only_where_the_settings_say_so(content: MakeSite) -> None:
    people = {"personer/eva/index.html", "personer/eva/alle/udpegninger/index.html"}
    found = {}
    for setting in ("", "    people_indexed: ja\n"):
        site = content({"site_config.yml": CONFIG + setting, **_much_appointed()})
        assert not has_errors(site.build().problems)
        files = site.built()
        found[setting] = people & _kept_back(pages_of(files)), people & set(_mapped(files))
        assert people <= files.keys()
    assert found == {"": (people, set()), "    people_indexed: ja\n": (set(), people)}


def _much_appointed() -> dict[str, str]:
    """A person with more appointments than the person's page shows."""
    files = {
        "content/organizations/raad.md": "---\nid: raad\ntitle: Rådet\nkind: netværk\n---\n",
        "content/people/eva.md": "---\nid: eva\ntitle: Eva Eksempel\n---\n",
        "content/documents/bilag.md": "---\nid: bilag\ntitle: Bilag\nkind: notat\n---\n",
    }
    for number in range(SHOWN + 1):
        post = f"id: p{number}\ntitle: Post {number}\nbody_of: raad\nrole: medlem\nkind: plads\n"
        held = f"id: u{number}\ntitle: U {number}\npost: p{number}\nholder: eva\n"
        files[f"content/posts/p{number}.md"] = f"---\n{post}---\n"
        files[f"content/appointments/u{number}.md"] = f"---\n{held}---\n"
    return files


# ---- the second language


def test_the_second_language_has_a_counterpart_for_every_page(site: Site, pages: dict[str, ParsedPage]) -> None:
    english = [path for path in pages if path.startswith("en/")]
    assert len(english) == len(pages) - len(english) > 60
    assert {pages[path].all("html")[0].get("lang") for path in english} == {"en"}
    assert {page.all("html")[0].get("lang") for path, page in pages.items() if path not in english} == {"da"}


def test_an_untranslated_record_says_so_and_in_which_language_it_is(library: Library, pages: dict[str, ParsedPage]) -> None:
    said = load_theme(PROJECT, "themes/default").catalogue("en")("interface.untranslated")
    for record in library.shown():
        page = pages[_page_of(address_of(record, library, "en"), "en")]
        translated = record.id == TRANSLATED and record.type_name == "initiative"
        assert (said in page.text) != translated, record.pointer
        assert ("da" in [element.get("lang") for element in page.all("article")]) != translated, record.pointer


def test_a_translated_record_is_in_its_own_words_and_others_call_it_so(pages: dict[str, ParsedPage]) -> None:
    page = pages["en/initiatives/sundgenbrug/index.html"]
    assert "Recycling by the Sound" in page.text
    assert "The collection runs in all four municipalities." in page.text
    assert "Indsamlingen sker i alle fire kommuner." not in page.text
    assert "Recycling by the Sound" in pages["en/cases/genbrug/index.html"].text
    assert "Recycling by the Sound" not in pages["sager/genbrug/index.html"].text


def test_each_language_leads_to_the_other(pages: dict[str, ParsedPage]) -> None:
    for path, page in pages.items():
        moved = page.values("http-equiv") == ["refresh"]
        own, other = ("en", "da") if path.startswith("en/") else ("da", "en")
        led = [link.get("href") for link in page.all("a") if link.get("hreflang") == other]
        assert moved or (len(led) == 1 and led[0].startswith("/x/en/") == (own == "da")), path
        assert all(file_path(href.removeprefix("/x")) in pages for href in led), path


def test_the_menus_words_are_of_the_pages_language(pages: dict[str, ParsedPage]) -> None:
    assert "Kommuner" in pages["index.html"].text
    assert "Kommuner" not in pages["en/index.html"].text
    assert "Municipalities" in pages["en/index.html"].text


# ---- drafts


@pytest.mark.parametrize("text", ["Se [ordet](glossary_term:ord).", "Se [ordet][o].\n\n[o]: glossary_term:ord"])
def test_a_published_record_may_not_name_a_draft(content: MakeSite, text: str) -> None:
    draft = "---\nid: ord\ntitle: ord\nexplanation: x\nstatus: kladde\n---\n"
    site = content({**SMALL, "content/glossary/ord.md": draft})
    assert codes(site.build()) == []
    site.edit("content/agreements/aftalen.md", "Aftalens tekst.", text)
    assert codes(site.build()) == ["P0307"]
    site.edit("content/glossary/ord.md", "kladde", "offentliggjort")
    assert codes(site.build()) == []


def test_an_item_of_a_draft_meeting_does_not_break_the_site(content: MakeSite, tmp_path: Path) -> None:
    site = content(SMALL)
    site.edit("content/meetings/2025-03-04-forum/meeting.yml", "state: holdt", "state: holdt\nstatus: kladde")
    built = site.build()
    assert set(codes(built)) <= {"P0307"}
    assert not any("2025-03-04" in path for path in (site.built() if site.output.exists() else ()))
