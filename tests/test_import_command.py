"""`protokol import`: writes a whole draft that passes the check, or nothing, and says which."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import import_file
from generator.importer import writing
from tests.examples import library_in
from tests.minutes import PLAIN
from tests.sites import everything_in

DAY = "--date=2026-01-01"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site, in which the command runs, with minutes beside it."""
    library_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "referat.txt").write_text(PLAIN, encoding="utf-8")
    return tmp_path


def test_the_draft_passes_the_check_with_drafts_and_without(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "referat.txt", DAY]) == 0
    said = capsys.readouterr().out
    assert "2  Is i skolerne  [godkendt med ændringer]" in said
    assert "people/ane-test.md: Ane Test" in said
    assert sorted(path.name for path in (site / "content/meetings/2024-03-04-isudvalget").iterdir()) == [
        "01-godkendelse-af-dagsorden.md", "02-is-i-skolerne.md", "03-eventuelt.md", "meeting.yml",
    ]  # fmt: skip
    assert main(["check", DAY]) == 0
    assert main(["check", DAY, "--drafts"]) == 0


def test_it_ends_with_what_remains_to_be_done_by_the_name_of_the_meeting(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = site / "site_config.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("paths: {", "paths: {handbook: handbook, "), encoding="utf-8"
    )
    assert main(["import", "referat.txt", DAY]) == 0
    *_, remains = capsys.readouterr().out.split("Nu mangler:")
    assert "protokol serve" in remains
    assert "protokol approve isudvalget-2024-03-04\n" in remains
    assert remains.strip().endswith("/haandbog/opskrifter/import/#se-igennem")
    assert main(["approve", "isudvalget-2024-03-04", DAY]) == 0


def test_the_file_of_a_closed_item_does_not_say_what_its_title_said(site: Path) -> None:
    closed = PLAIN.replace("2. Is i skolerne v. Ane Test", "2. (Lukket) Is i skolerne")
    (site / "referat.txt").write_text(closed, encoding="utf-8")
    assert main(["import", "referat.txt", DAY]) == 0
    assert sorted(path.name for path in (site / "content/meetings/2024-03-04-isudvalget").iterdir()) == [
        "01-godkendelse-af-dagsorden.md", "02.md", "03-eventuelt.md", "meeting.yml",
    ]  # fmt: skip


def test_what_the_source_contradicts_is_acknowledged_and_not_mended(site: Path) -> None:
    wrong = PLAIN.replace("Tre skoler har prøvet:", "Mødet var tirsdag den 4. marts 2024. Tre skoler har prøvet:")
    (site / "referat.txt").write_text(wrong, encoding="utf-8")
    assert main(["import", "referat.txt", DAY]) == 0
    assert "rule: P0417" in (site / "content/meetings/2024-03-04-isudvalget/02-is-i-skolerne.md").read_text(encoding="utf-8")
    assert main(["check", DAY, "--drafts"]) == 0


def test_a_second_import_gets_another_name_and_leaves_the_first_alone(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "referat.txt", DAY]) == 0
    before = everything_in(site / "content")
    assert main(["import", "referat.txt", DAY]) == 0
    assert "isudvalget-2024-03-04 er samme organ og dag" in capsys.readouterr().out
    after = everything_in(site / "content")
    assert {path: after[path] for path in before} == before
    assert (site / "content/meetings/2024-03-04-isudvalget-2/meeting.yml").is_file()
    assert main(["check", DAY, "--drafts"]) == 0


def test_it_writes_over_nothing_and_says_what_is_there(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "referat.txt", "--to", "andet", DAY]) == 0
    before = everything_in(site / "andet")
    assert main(["import", "referat.txt", "--to", "andet", DAY]) == 1
    assert "Intet er skrevet, for dette findes allerede: " in capsys.readouterr().out
    assert everything_in(site / "andet") == before


def test_a_body_that_is_named_is_taken_and_one_that_is_not_there_is_refused(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "referat.txt", "--body", "havneudvalget", DAY]) == 0
    assert (site / "content/meetings/2024-03-04-havneudvalget").is_dir()
    assert main(["import", "referat.txt", "--body", "ukendt-organ", DAY]) == 2
    said = capsys.readouterr().out
    assert "organet ukendt-organ findes ikke" in said
    assert "havneudvalget" in said


def test_a_file_that_cannot_be_read_is_explained_and_nothing_is_written(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "tom.txt").write_text("", encoding="utf-8")
    before = everything_in(site / "content")
    assert main(["import", "tom.txt", DAY]) == 1
    assert main(["import", "findes-ikke.docx", DAY]) == 1
    assert capsys.readouterr().out == "filen tom.txt er tom\nfilen findes-ikke.docx findes ikke, eller den må ikke læses\n"
    assert everything_in(site / "content") == before


def test_a_text_that_would_take_too_long_is_refused_and_nothing_is_written(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_file, "_LARGEST_TEXT", len(PLAIN) // 2)
    before = everything_in(site / "content")
    assert main(["import", "referat.txt", DAY]) == 1
    assert "referat.txt er for stor" in capsys.readouterr().out
    assert everything_in(site / "content") == before


def test_an_import_that_takes_too_long_ends_and_nothing_is_written(
    site: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(import_file, "_SECONDS", 1)
    monkeypatch.setattr(import_file, "import_text", lambda *_: time.sleep(60))
    before = everything_in(site / "content")
    assert main(["import", "referat.txt", DAY]) == 1
    assert capsys.readouterr().out == "filen referat.txt var ikke læst efter 1 sekunder; del den i mindre filer\n"
    assert everything_in(site / "content") == before


def test_a_text_without_a_head_gets_names_that_a_file_can_have(site: Path) -> None:
    line = " ".join(f"is{word}" for word in "ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ" * 12)
    (site / "linje.txt").write_text(f"{line}\n\n1. Is i skolerne\nBeslutning: Godkendt.\n", encoding="utf-8")
    assert main(["import", "linje.txt", DAY]) == 0


def test_where_writing_fails_nothing_half_is_left(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything_in(site / "content")
    moved = Path.rename
    count = iter(range(100))

    def fails_in_the_middle(path: Path, target: Path) -> Path:
        if next(count) == 2:
            raise OSError("no space left")
        return moved(path, target)

    monkeypatch.setattr(writing.Path, "rename", fails_in_the_middle)
    assert main(["import", "referat.txt", DAY]) == 1
    assert everything_in(site / "content") == before


@pytest.mark.parametrize("text", ["hej", "hej".encode("utf-16"), "Kære alle\n\nVi ses på mandag.\n"])
def test_a_text_without_items_is_refused_unless_it_is_said_whose_minutes_it_is(
    text: str | bytes, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "kort.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    before = everything_in(site / "content")
    assert main(["import", "kort.txt", DAY]) == 1
    said = capsys.readouterr().out
    assert said.startswith("Ingen dagsorden fundet i kort.txt; intet er skrevet.")
    assert "--body" in said
    assert everything_in(site / "content") == before
    assert main(["import", "kort.txt", "--body", "fjordraadet", DAY]) == 0
    said = capsys.readouterr().out
    assert "Fjordrådet: møde, dato ikke oplyst" in said
    assert "Referat: Fjordrådet, dato ikke oplyst" in said
    assert main(["check", DAY, "--drafts"]) == 0


def test_short_minutes_come_through(site: Path) -> None:
    (site / "kort.txt").write_text("Referat\n\n1. Is i skolerne\nGodkendt.\n", encoding="utf-16")
    assert main(["import", "kort.txt", DAY]) == 0
    (meeting,) = (site / "content/meetings").glob("kort-kort/meeting.yml")
    assert "title: 'Ukendt organ (kort): møde, dato ikke oplyst'" in meeting.read_text(encoding="utf-8")
