"""The preview while somebody writes: pages as the records are now, what is wrong beside them, drafts, the search afterwards."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli import main
from generator.messages import load_catalogue
from generator.preview_notes import notes_for
from generator.watching import watch
from tests.desk import Desk, desk_of
from tests.sites import AGREEMENT, CONFIG, ITEM, NEW, PROJECT, SMALL, Site, site_of

ITEM_PAGE = "/moeder/forum/2025-03-04/1/"
AGREEMENT_PAGE = "/aftaler/aftalen/"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_of(site_of(SMALL, tmp_path)) as desk:
        yield desk


def test_a_change_shows_at_once_on_every_page_and_the_built_site_stays_as_it_was(desk: Desk) -> None:
    built = desk.site.built()
    desk.change(ITEM, "title: Budget", "title: Budget for 2026")
    assert "Budget for 2026" in desk.get(ITEM_PAGE)
    assert "Budget for 2026" in desk.get("/moeder/forum/2025-03-04/")
    assert desk.site.built() == built


def test_a_new_record_has_a_page_and_a_removed_one_has_none(desk: Desk) -> None:
    assert desk.says_nothing("/ordbog/ord/")
    desk.site.write(NEW)
    desk.preview.look()
    assert "et ord" in desk.get("/ordbog/ord/")
    assert "et ord" in desk.get("/ordbog/ord"), "a slash that was left out"
    (desk.site.folder / "content/glossary/ord.md").unlink()
    desk.preview.look()
    assert desk.says_nothing("/ordbog/ord/")


def test_a_page_that_was_built_is_gone_when_its_record_is(desk: Desk) -> None:
    desk.change(ITEM, "Se [aftalen](agreement:aftalen).", "Se aftalen.")
    (desk.site.folder / AGREEMENT).unlink()
    desk.preview.look()
    assert (desk.site.output / "aftaler/aftalen/index.html").is_file()
    assert desk.says_nothing(AGREEMENT_PAGE)


def test_an_error_is_said_on_the_page_of_its_record_and_the_last_good_page_stays(desk: Desk) -> None:
    desk.change(ITEM, "outcome: godkendt", "outcome: godkent")
    assert "godkendt" in desk.get(ITEM_PAGE)
    notes = desk.notes(ITEM_PAGE)
    (said,) = notes["here"]
    assert notes["stopped"] == "Siden viser den seneste udgave uden fejl."
    assert said["severity"] == "error"
    assert said["labels"] == ["Beslutninger", "Udfald"]
    assert said["anchor"] == "ja"
    assert "Mente du “godkendt”?" in said["text"]
    assert said["place"] == f"{ITEM}, linje 7"
    assert f'id="{said["anchor"]}"' in desk.get(ITEM_PAGE)


def test_where_there_is_a_handbook_an_error_leads_to_the_page_of_its_code(desk: Desk) -> None:
    desk.change(ITEM, "outcome: godkendt", "outcome: godkent")
    assert desk.notes(ITEM_PAGE)["here"][0]["code"] is None, "this site has none"
    (said,) = notes_for(ITEM_PAGE, desk.preview.sight, "/haandbog/fejl/", load_catalogue("da"))["here"]
    assert said["code"] == {"text": "Hvad betyder P0206?", "href": "/haandbog/fejl/p02/#p0206"}


def test_other_pages_say_where_the_error_is(desk: Desk) -> None:
    desk.change(ITEM, "outcome: godkendt", "outcome: godkent")
    notes = desk.notes(AGREEMENT_PAGE)
    assert notes["here"] == []
    assert notes["elsewhere"]["title"] == "1 bemærkning til andre filer"
    assert [one["href"] for one in notes["elsewhere"]["problems"]] == [ITEM_PAGE]


def test_a_file_that_cannot_be_read_is_said_on_every_page(desk: Desk) -> None:
    desk.site.write({"content/glossary/ny.md": "intet hoved\n"})
    desk.preview.look()
    (said,) = desk.notes(ITEM_PAGE)["elsewhere"]["problems"]
    assert (said["place"], said["href"]) == ("content/glossary/ny.md, linje 1", "")


def test_the_notes_are_gone_when_the_error_is_mended(desk: Desk) -> None:
    desk.change(ITEM, "outcome: godkendt", "outcome: godkent")
    desk.change(ITEM, "outcome: godkent", "outcome: besluttet")
    notes = desk.notes(ITEM_PAGE)
    assert (notes["here"], notes["stopped"], notes["elsewhere"]["problems"]) == ([], "", [])
    assert "besluttet" in desk.get(ITEM_PAGE)


def test_drafts_are_shown_and_marked(desk: Desk) -> None:
    desk.change(AGREEMENT, "title: Aftalen", "title: Aftalen\nstatus: kladde")
    assert "Aftalens tekst." in desk.get(AGREEMENT_PAGE)
    notes = desk.notes(AGREEMENT_PAGE)
    assert (notes["isDraft"], notes["draft"], notes["drafts"]) == (True, "kladde", [AGREEMENT_PAGE])
    assert desk.notes(ITEM_PAGE)["isDraft"] is False


def test_the_items_of_a_meeting_that_is_a_draft_are_drafts(desk: Desk) -> None:
    desk.change("content/meetings/2025-03-04-forum/meeting.yml", "title: Forums møde", "title: Forums møde\nstatus: kladde")
    assert desk.notes(ITEM_PAGE)["isDraft"] is True


def test_whoever_waits_is_told_of_a_change_and_whoever_missed_it_at_once(desk: Desk) -> None:
    seen = desk.notes(ITEM_PAGE)["number"]
    told: list[str] = []
    address = f"http://127.0.0.1:{desk.server.port}/__preview?seen={seen}"
    with urllib.request.urlopen(address, timeout=20) as waiting:
        reader = threading.Thread(target=lambda: told.append(waiting.readline().decode()))
        reader.start()
        reader.join(0.2)
        assert told == []
        desk.change(ITEM, "title: Budget", "title: Budgettet")
        reader.join(10)
    assert told == ["data: reload\n"]
    with urllib.request.urlopen(address, timeout=20) as late:
        assert late.readline() == b"data: reload\n"


def test_the_search_is_made_anew_when_somebody_asks_for_it(desk: Desk) -> None:
    desk.change(ITEM, "title: Budget", "title: Budgettet")
    page = desk.site.output / "moeder/forum/2025-03-04/1/index.html"
    assert "Budgettet" not in page.read_text(encoding="utf-8")
    assert desk.says_nothing("/pagefind/words.da.json"), "this site is built without a search"
    assert "Budgettet" in page.read_text(encoding="utf-8")


def test_pages_have_what_marks_them_and_the_built_site_has_not(desk: Desk) -> None:
    assert f'/__preview.js" data-seen="{desk.preview.number}"' in desk.get(ITEM_PAGE)
    assert "EventSource" in desk.get("/__preview.js")
    assert "preview-draft" in desk.get("/__preview.css")
    assert not any(b"__preview" in data for path, data in desk.site.built().items() if path.endswith(".html"))


def test_the_editor_of_a_site_that_is_served_is_not_meddled_with(desk: Desk) -> None:
    assert "__preview" not in desk.get("/admin/")
    assert "folder: content/meetings" in desk.get("/admin/config.yml")


def test_a_page_leads_to_its_record_in_the_editor(desk: Desk) -> None:
    found = [desk.notes(address)["edit"]["href"] for address in (ITEM_PAGE, "/moeder/forum/2025-03-04/", AGREEMENT_PAGE)]
    assert found == [
        "/admin/#/collections/item/entries/2025-03-04-forum/01-budget",
        "/admin/#/collections/meeting/entries/2025-03-04-forum/meeting",
        "/admin/#/collections/agreement/entries/aftalen",
    ]
    assert desk.notes("/aftaler/")["edit"] is None


def test_a_site_below_a_path_of_its_own_is_served_there(tmp_path: Path) -> None:
    site = site_of({**SMALL, "site_config.yml": CONFIG + "    base_path: /beslutninger/\n"}, tmp_path)
    with desk_of(site) as desk:
        assert "Budget" in desk.get(f"/beslutninger{ITEM_PAGE}")
        assert desk.says_nothing(ITEM_PAGE)
        assert desk.get("/") == desk.get("/beslutninger/"), "whoever leaves the path out is led to it"
        desk.change(AGREEMENT, "title: Aftalen", "title: Aftalen\nstatus: kladde")
        assert desk.notes(f"/beslutninger{AGREEMENT_PAGE}")["isDraft"] is True


def test_a_template_that_breaks_is_said_with_its_place(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path)
    theme = site.own_theme()
    with desk_of(site) as desk:
        (theme / "templates" / "item.html").write_text("{% if %}", encoding="utf-8")
        assert [str(found.code) for found in desk.preview.build().problems] == ["P0006"]
        assert "Budget" in desk.get(ITEM_PAGE)
        assert "item.html, linje 1" in desk.notes(ITEM_PAGE)["elsewhere"]["problems"][0]["place"]


@contextmanager
def kept_as(site: Site, path: str, old: str, new: str) -> Iterator[None]:
    """Somebody who saves a file with another text again and again: a program that has only begun to watch misses the first."""
    text = re.sub(old, new, (site.folder / path).read_text(encoding="utf-8"))
    enough = threading.Event()

    def save() -> None:
        while not enough.wait(0.3):
            (site.folder / path).write_text(text, encoding="utf-8")

    saving = threading.Thread(target=save)
    saving.start()
    try:
        yield
    finally:
        enough.set()
        saving.join()


@contextmanager
def served(site: Site) -> Iterator[Iterator[str]]:
    """What the command says, line by line, while it serves a site."""
    words = ["serve", "--no-search", "--port", "0", "-c", str(site.folder / "site_config.yml")]
    command = [sys.executable, "-u", "-m", "generator", *words]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE, encoding="utf-8") as running:
        assert running.stdout is not None
        try:
            yield iter(running.stdout.readline, "")
        finally:
            running.terminate()


def origin_in(said: Iterator[str]) -> str:
    return next(found[0] for line in said if (found := re.search(r"http://localhost:\d+", line)))


def test_the_command_notices_a_change_and_says_what_is_wrong(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path)
    with served(site) as said:
        origin = origin_in(said)
        with kept_as(site, ITEM, "outcome: [a-z]+", "outcome: godkent"):
            assert next(line for line in said if "P0206" in line).startswith(f"{ITEM}:7:")
            assert any("Siden er ikke ændret." in line for line in said)
        with kept_as(site, ITEM, "outcome: [a-z]+", "outcome: besluttet"):
            assert any(line.startswith("Bygget:") for line in said)
            with urllib.request.urlopen(f"{origin}{ITEM_PAGE}", timeout=20) as answer:
                assert "besluttet" in answer.read().decode()
    assert not site.output.exists(), "what is looked at, drafts and all, is kept away from what is published"


def test_the_command_serves_a_site_with_an_error_and_follows_its_settings(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path)
    site.edit(ITEM, "outcome: godkendt", "outcome: godkent")
    settings = site.folder / "site_config.yml"
    with served(site) as said:
        assert any("P0206" in line for line in said)
        origin = origin_in(said)
        with kept_as(site, ITEM, "outcome: [a-z]+", "outcome: godkendt"):
            assert any(line.startswith("Bygget:") for line in said)
        text = settings.read_text(encoding="utf-8")
        settings.unlink()
        assert any(f"{settings}:1:1: P0002" in line for line in said)
        assert any("Siden er ikke ændret." in line for line in said)
        settings.write_text(text.replace("Prøvesiden", "Enestedet"), encoding="utf-8")
        assert any(line.startswith("Bygget:") for line in said)
        with urllib.request.urlopen(f"{origin}{ITEM_PAGE}", timeout=20) as answer:
            assert "Enestedet" in answer.read().decode()


@pytest.fixture
def broken(tmp_path: Path) -> Iterator[Desk]:
    """A desk at which there was an error before anything was served."""
    site = site_of(SMALL, tmp_path)
    site.edit(ITEM, "outcome: godkendt", "outcome: <godkent>")
    with desk_of(site) as desk:
        yield desk


def test_a_site_with_an_error_from_the_first_has_a_page_that_says_so(broken: Desk) -> None:
    for address in ("/", ITEM_PAGE, "/assets/site.css"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            broken.get(address)
        assert refused.value.code == 503
        said = refused.value.read().decode()
        assert "ordet “&lt;godkent&gt;” kan ikke bruges her" in said
        assert f"{ITEM}, linje 7 · P0206" in said
        assert f'/__preview.js" data-seen="{broken.preview.number}"' in said


def test_it_shows_the_whole_site_once_the_error_is_mended(broken: Desk) -> None:
    broken.change(ITEM, "outcome: <godkent>", "outcome: godkendt")
    assert "Budget" in broken.get(ITEM_PAGE)
    assert "--bad" in broken.get("/assets/site.css"), "what pages are made of beside the records is there, too"


def test_what_an_earlier_day_left_is_shown_with_the_error_beside_it(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path)
    assert site.build().pages
    site.edit(ITEM, "outcome: godkendt", "outcome: godkent")
    with desk_of(site) as desk:
        assert f'/__preview.js" data-seen="{desk.preview.number}"' in desk.get(ITEM_PAGE)
        assert [one["text"][:7] for one in desk.notes(ITEM_PAGE)["elsewhere"]["problems"]] == ["ordet “"]


def test_other_settings_are_looked_at_and_a_folder_that_they_name(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path)
    with desk_of(site) as desk:
        site.edit("site_config.yml", "title: Prøvesiden", "title: Enestedet")
        site.edit("site_config.yml", "format: 1", "format: 1\nbase_path: /her/")
        order = replace(desk.preview.order, config=site.config)
        assert not desk.preview.change(order).problems
        assert "Enestedet" in desk.get(f"/her{ITEM_PAGE}")


def test_a_port_that_cannot_be_used_is_said_in_words_before_anything_is_built(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = site_of(SMALL, tmp_path / "another")
    for port, reason in ((desk.server.port, "den er optaget"), (99999, "et portnummer er et tal fra 0 til 65535")):
        assert main(["serve", "--port", str(port), "-c", str(site.folder / "site_config.yml")]) == 1
        assert f"port {port} kan ikke bruges: {reason}" in capsys.readouterr().err
    assert not (site.folder / ".protokol").exists()


def test_watching_says_which_files_changed(tmp_path: Path) -> None:
    site = site_of(SMALL, tmp_path)
    found: list[frozenset[Path]] = []
    changes = watch(site.folder / "site_config.yml", site.config)
    waiting = threading.Thread(target=lambda: found.append(next(changes)), daemon=True)
    waiting.start()
    for attempt in range(100):
        site.write({"content/glossary/ord.md": f"---\nid: ord-{attempt}\n---\n"})
        waiting.join(0.1)
        if found:
            break
    assert {path.name for path in found[0]} <= {"ord.md", "glossary"}
