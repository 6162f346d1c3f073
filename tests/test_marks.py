"""Glossary marks: whole words, the longest first, once on a page, and never in a link, a heading or somebody's own words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.pages.marks import Glossary, Marks, glossary_of
from generator.theme import load_theme
from generator.voice import Voice
from tests.browser.page_form import form_of
from tests.conftest import MakeSite
from tests.sites import BUILD_DATE, ITEM, SMALL, Site, site_of

TERMS = {
    "kkr": ("KKR", [], "Kommunekontaktrådet"),
    "kkr-midt": ("KKR Midt", [], ""),
    "klynge": ("Klynge", ["klynger", "klyngerne"], ""),
    "via": ("VIA", [], "VIA University College"),
    "kb": ("kb", [], "kommunalbestyrelse"),
    "fn": ("FN's mål", [], ""),
    "rd": ("R&D", [], ""),
    "plan": ("Plan (klynger)", ["handleplan"], ""),
    "a1": ("1:1 vejledning", [], ""),
}


def files_of(terms: dict[str, tuple[str, list[str], str]]) -> dict[str, str]:
    files = {}
    for slug, (title, forms, long_form) in terms.items():
        head = f'id: {slug}\ntitle: "{title}"\nforms: {forms}\nexplanation: "Hvad {title} er & mere."\n'
        files[f"content/glossary/{slug}.md"] = f"---\n{head}{f'long_form: {long_form}' if long_form else 'note: Kort.'}\n---\n"
    return files


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """A site with the terms."""
    return site_of({**SMALL, **files_of(TERMS)}, tmp_path_factory.mktemp("marks") / "source")


@pytest.fixture(scope="module")
def voice(site: Site) -> Voice:
    """Its Danish voice."""
    theme = load_theme(site.folder, site.config.paths.theme)
    return Voice("da", theme.catalogue("da"), site.config, site.check().library, BUILD_DATE)


@pytest.fixture(scope="module")
def glossary(voice: Voice) -> Glossary:
    """Its glossary."""
    return glossary_of(voice.library, "da")


@pytest.fixture
def marks(glossary: Glossary, voice: Voice) -> Marks:
    """The marks of a new page."""
    return Marks(glossary, voice)


def marked(html: str) -> list[str]:
    """The words that a page has marked."""
    return re.findall(r'<button type="button" class="term" popovertarget="[^"]+">(.*?)</button>', html)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("KKR mødes.", ["KKR"]),
        ("(KKR)", ["KKR"]),
        ("KKR's møde", ["KKR"]),
        ("KKRs møde", []),
        ("KKR-møde", []),
        ("NyKKR og Ny-KKR", []),
        ("kkr", []),  # an abbreviation is written as it is
        ("via KKR", ["KKR"]),
        ("VIA", ["VIA"]),
        ("KB og kb", ["kb"]),
        ("KKR Midt og KKR", ["KKR Midt", "KKR"]),
        ("Klynger og klynge", ["Klynger"]),  # one term, once
        ("klyngerne", ["klyngerne"]),
        ("klyngernes", []),
        ("FN's mål", ["FN's mål"]),
        ("FN’s mål", ["FN’s mål"]),
        ("handleplan", []),  # means the term in its own field only
        ("En 1:1 vejledning", ["1:1 vejledning"]),
        ("»KKR mødes«, siger KKR", ["KKR"]),
        ("“KKR mødes”", []),
        ('"KKR mødes"', []),
    ],
)
def test_a_term_is_marked_as_a_whole_word(marks: Marks, text: str, words: list[str]) -> None:
    assert marked(str(marks(text)).replace("&#39;", "'")) == words


@pytest.mark.parametrize("tag", ["a", "h2", "h3", "blockquote", "q", "code", "button", "summary"])
def test_nothing_is_marked_within(marks: Marks, tag: str) -> None:
    html = Markup(f"<div><{tag}>KKR <em>VIA</em></{tag}><p>KKR</p></div>")
    found = marks(html)
    assert found.startswith(f"<div><{tag}>KKR <em>VIA</em></{tag}><p><button")
    assert marked(found) == ["KKR"]


def test_an_attribute_is_left_alone(marks: Marks) -> None:
    assert marks(Markup('<span title="KKR">VIA</span>')).startswith('<span title="KKR"><button')


def test_a_term_is_marked_once_on_a_page_and_again_on_the_next(marks: Marks, glossary: Glossary, voice: Voice) -> None:
    assert marked(marks("KKR") + marks("KKR")) == ["KKR"]
    assert marked(Marks(glossary, voice)("KKR")) == ["KKR"]


def test_signs_that_html_writes_otherwise_are_found(marks: Marks) -> None:
    assert marked(marks("R&D")) == ["R&amp;D"]


def test_the_explanation_is_text_and_leads_to_the_terms_page(marks: Marks) -> None:
    html = marks("Det siger KKR.")
    assert "Hvad KKR er &amp; mere." in html
    assert 'href="/ordbog/kkr/"' in html
    assert "Kommunekontaktrådet" in html
    assert html.count('id="ord_kkr"') == html.count('popovertarget="ord_kkr"') == 1


def test_a_text_without_a_term_comes_out_as_it_was(marks: Marks) -> None:
    html = Markup("<p>Intet at forklare &amp; intet at åbne.</p>")
    assert marks(html) == html


def test_a_site_without_terms_marks_nothing(voice: Voice) -> None:
    assert Marks(Glossary(), voice)("KKR <b>") == "KKR &lt;b&gt;"


@given(
    st.lists(st.sampled_from(["KKR", "klynger", " ", "VIA", "<b>", "&", "»", "«", '"', "-", "'", "a", "KKR Midt"]), max_size=20)
)
def test_whatever_the_text_is_the_marks_are_good_html_and_lose_nothing(
    voice: Voice, glossary: Glossary, parts: list[str]
) -> None:
    text = "".join(parts)
    html = str(Marks(glossary, voice)(text))
    page = form_of(f"<p>{html}</p>")
    assert page.faults == []
    without = re.sub(r'<span class="explanation".*?</a></span>', "", html)
    assert Markup(re.sub(r"</?button[^>]*>", "", without)) == Markup.escape(text)


def test_pages_with_marks_are_made_again_when_a_term_changes(tmp_path: Path) -> None:
    site = site_of({**SMALL, **files_of(TERMS)}, tmp_path / "source")
    site.edit(ITEM, "title: Budget", "title: Budget\nsummary: KKR sagde ja.")
    page = site.output / "moeder" / "forum" / "2025-03-04" / "1" / "index.html"
    site.build()
    assert marked(page.read_text(encoding="utf-8")) == ["KKR"]
    site.edit("content/glossary/kkr.md", "Hvad KKR er", "Noget andet")
    site.build()
    assert "Noget andet" in page.read_text(encoding="utf-8")


def test_a_withdrawn_term_is_not_marked(content: MakeSite) -> None:
    site = content({**SMALL, **files_of(TERMS)})
    site.edit("content/glossary/kkr.md", "id: kkr", "id: kkr\nstatus: trukket tilbage")
    assert "KKR" not in glossary_of(site.check().library, "da").by_form
