"""Where a reader can write, every page leads there; where nobody can be written to, no page says that one can."""

from __future__ import annotations

import pytest

from generator.cli import main
from generator.problems import Code
from tests.conftest import MakeSite
from tests.parsed_page import ParsedPage, pages_of
from tests.sites import CONFIG, NOBODY_TO_WRITE_TO, SMALL

REPORT = "Meld en fejl på siden"
SILENT = "har ikke oplyst en adresse, man kan skrive til"
OFFICE, SOURCE = "https://proeve.example/kontoret", "https://kode.example/kommuner/beslutninger"
WITH_OFFICE = CONFIG.replace("email: post@proeve.example", f"address: '{OFFICE}'")
WITH_SOURCE = f"{NOBODY_TO_WRITE_TO}    source_address: {SOURCE}\n"
# A meeting without an agenda, of which a page asks for what is missing.
PLANNED = "id: m\ntitle: Møde\nbodies: [forum]\ndate: 2024-01-02\nstate: planlagt\n"


def _pages(content: MakeSite, config: str) -> dict[str, ParsedPage]:
    site = content({**SMALL, "site_config.yml": config, "content/meetings/m/meeting.yml": PLANNED})
    assert site.build().pages
    return {path: page for path, page in pages_of(site.built()).items() if page.all("main")}


@pytest.mark.parametrize(("config", "target"), [(WITH_OFFICE, OFFICE), (WITH_SOURCE, f"{SOURCE}/issues")])
def test_without_a_letter_box_an_error_is_reported_where_it_is_answered(content: MakeSite, config: str, target: str) -> None:
    pages = _pages(content, config)
    assert len(pages) > 20
    for path, page in pages.items():
        assert REPORT in page.text, path
        assert target in page.values("href"), path
    assert target in pages["mangler/index.html"].values("href")


def test_what_is_not_for_all_to_read_is_not_sent_to_a_public_repository(content: MakeSite) -> None:
    pages = _pages(content, WITH_SOURCE)
    assert [
        path for path in ("privatliv", "tilgaengelighed", "mangler") if SILENT not in pages[f"{path}/index.html"].text
    ] == []
    assert "hos den vært, hvor siden bliver lavet" in pages["mangler/index.html"].text


def test_where_nobody_can_be_written_to_no_page_promises_that_one_can(content: MakeSite) -> None:
    pages = _pages(content, NOBODY_TO_WRITE_TO)
    assert len(pages) > 20
    assert [path for path, page in pages.items() if REPORT in page.text or "kan hjælpe" in page.text] == []
    asked = ("om", "privatliv", "tilgaengelighed", "mangler")
    assert [path for path in asked if SILENT not in pages[f"{path}/index.html"].text] == []
    assert "content/agreements/aftalen.md" in pages["aftaler/aftalen/index.html"].text
    for page in pages.values():
        assert not any(one.get("class") == "no-print" for one in page.all("ul")) or "Kildefilen" in page.text


def test_the_check_and_the_build_tell_the_secretariat(content: MakeSite, capsys: pytest.CaptureFixture[str]) -> None:
    site = content({**SMALL, "site_config.yml": NOBODY_TO_WRITE_TO})
    for name in ("check", "build", "status"):
        site_of_it = ["--date", "2026-01-15", "-c", str(site.folder / "site_config.yml")]
        assert main([name, *site_of_it, *(["--no-search"] if name == "build" else [])]) == 0
        shown = capsys.readouterr().out
        assert (f"{Code.NOBODY_TO_WRITE_TO}: advarsel: publisher:" if name != "status" else "0 fejl, 1 advarsel") in shown, name
