"""The file that a document names is on the site as it is, its text is on the document's page, and it is read once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.extraction import ExtractedText, extract
from generator.preview import Preview
from generator.problems import Code
from generator.stages import attach
from tests.conftest import MakeSite
from tests.made_files import docx, lines_down, paragraph, pdf, picture_pdf
from tests.parsed_page import parse
from tests.sites import CONFIG, SMALL, Site, copy_of

TWO_PAGES = pdf([lines_down(["Kære råd", "", "Pylonen er rusten."]), lines_down(["Kajpladsen koster mere."])])
BOTH_LANGUAGES = CONFIG.replace("[da]", "[da, en]")


def document(file: str, more: str = "") -> str:
    return f"---\nid: brev\ntitle: Brev om broen\nkind: brev\nfile: {file}\n{more}---\n"


def put(site: Site, name: str, data: bytes) -> Path:
    path = site.folder / "content" / "files" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


@pytest.fixture
def site(content: MakeSite) -> Site:
    """A small site with a letter on two pages."""
    site = content({**SMALL, "site_config.yml": BOTH_LANGUAGES, "content/documents/brev.md": document("bilag/brev.pdf")})
    put(site, "bilag/brev.pdf", TWO_PAGES)
    return site


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were read."""
    read: list[str] = []

    def noting(path: Path, patience: float) -> ExtractedText:
        read.append(path.name)
        return extract(path, patience)

    monkeypatch.setattr(attach, "extract", noting)
    return read


def test_a_file_is_on_the_site_as_it_is_and_its_page_leads_to_it_in_every_language(site: Site) -> None:
    assert site.build().problems == ()
    files = site.built()
    assert files["filer/bilag/brev.pdf"] == TWO_PAGES
    for page in ("dokumenter/brev/index.html", "en/documents/brev/index.html"):
        links = parse(files[page]).values("href")
        assert {"/filer/bilag/brev.pdf", "/filer/bilag/brev.pdf#page=2"} <= set(links)


def test_the_text_of_a_file_is_where_the_search_reads_and_weighs_less_than_the_record(site: Site) -> None:
    site.build()
    html = site.built()["dokumenter/brev/index.html"].decode()
    searched = html[html.index("data-pagefind-body") : html.index("</article>")]
    section = searched[searched.index('<section id="filens-tekst" data-pagefind-weight="0.5">') :]
    assert section.index("Pylonen er rusten.") < section.index('id="filens-tekst-side-2"') < section.index("Kajpladsen")


def test_the_parts_of_compounds_in_a_file_are_found_too(site: Site) -> None:
    put(site, "bilag/brev.pdf", pdf([lines_down(["Kommunaldirektørnetværket drøfter broen."])]))
    site.build(search=True)
    html = site.built()["dokumenter/brev/index.html"].decode()
    assert "⁂ netværket" in html or "⁂ netværk" in html


def test_the_text_of_a_word_file_is_read_and_has_no_pages(site: Site) -> None:
    put(site, "notat.docx", docx(paragraph("Havnegebyret stiger <b>ikke".replace("<", "&lt;"))))
    site.write({"content/documents/brev.md": document("notat.docx")})
    assert site.build().problems == ()
    html = site.built()["dokumenter/brev/index.html"].decode()
    assert "<p>Havnegebyret stiger &lt;b&gt;ikke</p>" in html
    assert "#page=" not in html


def test_a_name_with_spaces_and_danish_letters_becomes_an_address(site: Site) -> None:
    put(site, "Møde 4/Bilag 1 – Økonomi.PDF", TWO_PAGES)
    site.write({"content/documents/brev.md": document("Møde 4/Bilag 1 – Økonomi.PDF")})
    assert site.build().problems == ()
    assert "filer/moede-4/bilag-1-oekonomi.pdf" in site.built()


@pytest.mark.parametrize("more", ["withheld: Brevet er fortroligt.\n", "status: trukket tilbage\nnote: Fejl.\n"])
def test_the_file_of_a_document_that_is_not_shown_is_not_on_the_site(site: Site, more: str) -> None:
    site.write({"content/documents/brev.md": document("bilag/brev.pdf", more)})
    assert site.build().pages
    assert not [path for path in site.built() if path.startswith("filer/")]


def test_a_file_that_no_document_names_is_not_on_the_site(site: Site) -> None:
    put(site, "hemmelig.pdf", TWO_PAGES)
    site.build()
    assert [path for path in site.built() if path.startswith("filer/")] == ["filer/bilag/brev.pdf"]


def test_a_file_that_cannot_be_read_is_a_warning_at_its_place_and_is_published(site: Site) -> None:
    put(site, "bilag/brev.pdf", picture_pdf())
    built = site.build()
    assert [(found.code, found.path, found.line, found.field) for found in built.problems] == [
        (Code.ANNEX_UNREADABLE, "content/documents/brev.md", 5, "file")
    ]
    assert site.built()["filer/bilag/brev.pdf"] == picture_pdf()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("bilag/brev.pdf", pdf([lines_down(["Ida Prøve, 310299-9999"])])),
        ("brev.docx", docx(paragraph("Ida Prøve, 310299-9999"))),
        ("brev.txt", "Ida Prøve, 310299-9999".encode("cp1252")),
    ],
)
def test_a_personal_number_in_a_file_stops_the_build(site: Site, name: str, data: bytes) -> None:
    assert site.build().pages
    put(site, name, data)
    site.write({"content/documents/brev.md": document(name)})
    built = site.build()
    assert [found.code for found in built.problems] == [Code.PRIVATE_IN_ANNEX]
    assert site.built()["filer/bilag/brev.pdf"] == TWO_PAGES


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        (paragraph("Notat"), {"header1": paragraph("Sag 310299-9999")}),
        (paragraph("Notat"), {"comments": f'<w:comment w:id="1">{paragraph("Spørg 310299-9999")}</w:comment>'}),
        (paragraph("Notat") + "<w:p><w:del><w:r><w:delText>310299-9999</w:delText></w:r></w:del></w:p>", {}),
    ],
)
def test_a_personal_number_in_what_a_word_file_does_not_show_stops_the_build(
    site: Site, body: str, parts: dict[str, str]
) -> None:
    put(site, "notat.docx", docx(body, parts))
    site.write({"content/documents/brev.md": document("notat.docx")})
    assert [found.code for found in site.check().problems] == [Code.PRIVATE_IN_ANNEX]


EXCUSE = "deviations:\n  - {rule: P0218, quote: %s, explanation: Brevets journalnummer.}\n"


def test_a_number_in_a_file_that_the_document_says_is_another_is_published_and_the_excuse_is_not(site: Site) -> None:
    put(site, "brev.txt", b"Sag 310299-9999")
    site.write({"content/documents/brev.md": document("brev.txt", EXCUSE % "310299-9999")})
    assert site.build().problems == ()
    assert "journalnummer" not in site.built()["dokumenter/brev/index.html"].decode()
    put(site, "brev.txt", b"Sag 310299-9998")
    assert [found.code for found in site.check().problems] == [Code.PRIVATE_IN_ANNEX, Code.DEVIATION_UNUSED]


def test_a_personal_number_in_the_name_of_a_record_s_file_is_found(site: Site) -> None:
    site.write({"content/documents/eva-310299-9999.md": document("bilag/brev.pdf").replace("id: brev", "id: brev2")})
    assert [found.code for found in site.check().problems] == [Code.PERHAPS_PERSONAL]


def test_a_file_that_did_not_change_is_read_once(site: Site, readings: list[str]) -> None:
    put(site, "notat.docx", docx(paragraph("Notat")))
    site.write({"content/documents/notat.md": document("notat.docx").replace("id: brev", "id: notat")})
    site.build()
    assert sorted(readings) == ["brev.pdf", "notat.docx"]
    site.write({"content/people/bo.md": "---\nid: bo\ntitle: Bo Prøve\n---\n"})
    assert site.build().pages
    site.check()
    assert len(readings) == 2
    put(site, "notat.docx", docx(paragraph("Et andet notat")))
    site.build()
    assert readings[2:] == ["notat.docx"]


def test_a_preview_shows_a_file_as_it_is_now(site: Site) -> None:
    preview = Preview(site.order())
    preview.look()
    assert preview.page("filer/bilag/brev.pdf") == TWO_PAGES
    put(site, "bilag/brev.pdf", picture_pdf())
    preview.look()
    assert preview.page("filer/bilag/brev.pdf") == picture_pdf()


def _changed(site: Site) -> None:
    put(site, "bilag/brev.pdf", pdf([lines_down(["Alt er nyt."])]))


def _moved(site: Site) -> None:
    put(site, "brev.pdf", TWO_PAGES)
    site.write({"content/documents/brev.md": document("brev.pdf")})


def _taken_away(site: Site) -> None:
    site.write({"content/documents/brev.md": document("x").replace("file: x\n", "")})


@pytest.mark.parametrize("edit", [_changed, _moved, _taken_away])
def test_a_build_that_remembers_gives_what_a_new_one_gives(site: Site, edit: Callable[[Site], None], tmp_path: Path) -> None:
    assert site.build().pages
    before = site.built()
    edit(site)
    assert site.build().problems == ()
    after = site.built()
    assert after != before
    anew = copy_of(site.folder, tmp_path / "anew")
    assert anew.build().pages
    assert anew.built() == after
