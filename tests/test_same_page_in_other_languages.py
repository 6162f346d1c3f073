"""A page leads to itself in the site's other languages, for readers and for machines."""

from __future__ import annotations

import pytest

from generator.page import Page
from generator.pages.languages import with_others
from tests.sites import EXAMPLE, copy_of


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    site = copy_of(EXAMPLE, tmp_path_factory.mktemp("others") / "source")
    assert site.build().pages
    return {path: data.decode() for path, data in site.built().items() if path.endswith(".html")}


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> object:
    return copy_of(EXAMPLE, tmp_path_factory.mktemp("config") / "source").config


def _page(address: str, language: str) -> Page:
    return Page(address, language, "plain.html", lambda voice: None)


def test_a_word_of_the_interface_is_translated_and_a_name_is_kept(config) -> None:  # type: ignore[no-untyped-def]
    da = ["/", "/kommuner/skive/", "/kommuner/skive/alle/punkter/", "/emner/aftaler/", "/moeder/aar/2020/side/2/", "/kun-her/"]
    en = ["/", "/municipalities/skive/", "/municipalities/skive/all/items/", "/topics/aftaler/", "/meetings/year/2020/page/2/"]
    pages = with_others([*(_page(one, "da") for one in da), *(_page(one, "en") for one in en)], config)
    others = {(page.language, page.address): page.others for page in pages}
    for own, theirs in zip(da, en, strict=False):
        assert others["da", own] == (("en", f"/en{theirs}"),)
        assert others["en", theirs] == (("da", own),)
    assert others["da", "/kun-her/"] == ()


def test_almost_every_page_leads_to_itself_in_the_other_language(files: dict[str, str]) -> None:
    own = [path for path, html in files.items() if "<main" in html and not path.startswith("en/")]
    leading = [path for path in own if 'rel="alternate" hreflang="en"' in files[path] and 'class="languages"' in files[path]]
    assert len(own) > 30
    assert set(own) - set(leading) == set()


def test_the_other_page_leads_back(files: dict[str, str]) -> None:
    there = {path for path, html in files.items() if "<main" in html and path.startswith("en/")}
    back = {path for path in there if 'rel="alternate" hreflang="da"' in files[path]}
    assert there
    assert there == back
