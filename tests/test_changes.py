"""`protokol changes`: what a proposal would publish, in words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.sites import AGREEMENT, SMALL, Site, site_of

DAY = "--date=2026-01-15"
CORRECTION = """
    ---
    id: rettelse-af-aftalen
    title: Rettelse af aftalen
    corrects: agreement:aftalen
    date: 2026-01-10
    kind: fejl
    reason: Året var forkert.
    ---
"""


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A site, and beside it `before`, as it was."""
    site = site_of(SMALL, tmp_path / "now")
    shutil.copytree(site.folder, tmp_path / "before")
    return site


def said(site: Site, capsys: pytest.CaptureFixture[str], *, ends: int = 0) -> str:
    before = site.folder.parent / "before"
    assert main(["changes", DAY, "-c", str(site.folder / "site_config.yml"), "--since", str(before)]) == ends
    return capsys.readouterr().out


def test_nothing_new_is_said_to_be_nothing(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(site, capsys) == "Intet ændrer sig på siden.\n"


def test_new_changed_gone_and_ending_are_counted_and_named(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit(AGREEMENT, "end: 2027", "end: 2026-05")
    site.write({"content/corrections/aftalen.md": CORRECTION})
    assert said(site, capsys).splitlines() == [
        "Nyt: 1 rettelse. Ændret: 1 aftale. Udløber inden for et halvt år: 1 aftale.",
        "",
        "- nyt: Rettelse af aftalen (`/rettelser/aftalen/`)",
        "- ændret: Aftalen (`/aftaler/aftalen/`)",
        "- udløber inden for et halvt år: Aftalen (`/aftaler/aftalen/`)",
    ]


def test_what_was_about_to_end_before_is_not_said_again(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    for folder in (site.folder, site.folder.parent / "before"):
        Site(folder).edit(AGREEMENT, "end: 2027", "end: 2026-05")
    site.edit(AGREEMENT, "Aftalens tekst.", "Ny tekst.")
    assert "Udløber" not in said(site, capsys)


def test_where_there_are_errors_the_list_says_that_it_is_not_whole(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit(AGREEMENT, "title: Aftalen", "titel: Aftalen")
    assert "Tjekket fandt" in said(site, capsys, ends=1)


def test_what_moves_is_named_with_both_addresses(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    (site.folder / AGREEMENT).rename((site.folder / AGREEMENT).with_name("ny.md"))
    assert said(site, capsys).splitlines() == [
        "Flyttet: 1 aftale.",
        "",
        "- flyttet: Aftalen (`/aftaler/ny/`), før `/aftaler/aftalen/`",
    ]


def test_what_is_withdrawn_is_no_mere_change_and_what_comes_back_is_new(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    for folder, seen in ((site.folder, "Trukket tilbage: 1 aftale."), (site.folder.parent / "before", "Nyt: 1 aftale.")):
        Site(folder).edit(AGREEMENT, "title: Aftalen", "status: trukket tilbage\ntitle: Aftalen")
        if folder == site.folder:
            assert said(site, capsys).startswith(f"{seen}\n\n- trukket tilbage: Aftalen\n")
    site.edit(AGREEMENT, "status: trukket tilbage", "status: offentliggjort")
    assert said(site, capsys).startswith(f"{seen}\n\n- nyt: Aftalen (")


def test_drafts_are_counted_apart_for_nobody_will_see_them(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.write({"content/corrections/aftalen.md": CORRECTION.replace("date:", "status: kladde\n    date:")})
    assert said(site, capsys) == "Kladder, der ikke vises, før de er godkendt: 1 rettelse.\n"


def test_another_file_of_a_document_is_a_change_of_it(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    document = {"content/documents/notat.md": "---\nid: notat\ntitle: Notat\nkind: notat\nfile: notat.txt\n---\n"}
    for folder, text in ((site.folder, "Nyt."), (site.folder.parent / "before", "Gammelt.")):
        Site(folder).write({**document, "content/files/notat.txt": text})
    assert said(site, capsys).startswith("Ændret: 1 dokument.")


def test_a_change_of_the_settings_is_said(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    site.edit("site_config.yml", "title: ", "title: Nye ")
    assert said(site, capsys) == "Webstedets indstillinger er ændret; det kan ses på flere sider.\n"


def test_a_folder_that_is_not_there_is_no_empty_site(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "-c", str(site.folder / "site_config.yml"), "--since", str(site.folder / "nowhere")]) == 2
    assert "mappen findes ikke" in capsys.readouterr().out
