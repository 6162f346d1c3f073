"""`protokol check`: what it prints, in which form and language, and the code with which it ends."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import COMMANDS, following
from generator.commands.init import INIT
from generator.config import SiteConfig
from tests.examples import library_in

WRONG = "---\nid: eksempel\ntitle: Et eksempel\nkind: notat\npart_of: referat\n---\n"
DOUBTFUL = "---\nid: eksempel\ntitle: Et eksempel\nkind: notat\nsummary: Notatet har 17 sider.\n---\n"
DAY = "--date=2024-06-01"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a site without a problem, in which the command runs."""
    library_in(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


def add(site: Path, text: str) -> None:
    (site / "content/documents/example.md").write_text(text, encoding="utf-8")


def test_where_nothing_is_wrong_it_says_so_and_ends_with_0(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", DAY]) == 0
    assert capsys.readouterr() == ("Der er ingen fejl og ingen advarsler.\n", "")


def test_an_address_that_was_published_and_is_gone_is_said_at_its_line_of_the_ledger(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "addresses.txt").write_text("# note\n/personer/\n/personer/bo-eksempel/\n/personer/bo/\n", encoding="utf-8")
    assert main(["check", DAY, "--format", "github"]) == 1
    [gone, counted] = capsys.readouterr().out.splitlines()
    assert gone.startswith("::error file=addresses.txt,line=4,col=1,title=P0503::")
    assert counted == "1 fejl, 0 advarsler"
    assert main(["changes", DAY, "--since", str(site)]) == 1
    assert "Tjekket fandt 1 fejl" in capsys.readouterr().out


def test_while_it_watches_it_checks_by_the_settings_as_they_are(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = site / "site_config.yml"
    text = settings.read_text(encoding="utf-8")

    def changes(path: Path, config: SiteConfig) -> Iterator[frozenset[Path]]:
        settings.unlink()
        yield frozenset({settings})
        settings.write_text(text.replace("languages: [da]", "languages: [da, en]"), encoding="utf-8")
        yield frozenset({settings})

    monkeypatch.setattr(following, "watch", changes)
    assert main(["check", DAY, "--watch"]) == 0
    said = capsys.readouterr().out.split("— tjekker igen —")
    assert ["P0002" in one for one in said] == [False, True, False]


@pytest.mark.parametrize("name", [one.name for one in COMMANDS if one is not INIT])
def test_without_settings_every_command_says_so(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = {"new": ["person"], "import": ["referat.txt"], "approve": ["x"], "changes": ["--since", str(tmp_path)]}
    missing = tmp_path / "site_config.yml"
    assert main([name, *words.get(name, []), "-c", str(missing)]) == 1
    assert f"{missing}:1:1: P0002: " in capsys.readouterr().out


def test_warnings_are_shown_and_it_ends_with_0(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(site, DOUBTFUL)
    assert main(["check", DAY, "--language", "en"]) == 0
    shown = capsys.readouterr().out
    assert "content/documents/example.md:5:22: P0425: warning: summary: " in shown
    assert shown.endswith("0 errors, 1 warning\n")


def test_an_error_is_shown_with_its_line_and_it_ends_with_1(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(site, WRONG)
    assert main(["check", DAY, "--language", "en"]) == 1
    assert capsys.readouterr().out.split("\n") == [
        "content/documents/example.md:5:10: P0301: part_of: there is no record document:referat. "
        "Did you mean “document:referat-2024-03-06”?",
        "  Part of",
        "  5 | part_of: referat",
        "    |          ^",
        "1 error, 0 warnings",
        "",
    ]


def test_messages_are_in_the_sites_language_unless_asked_for_in_another(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(site / "content")
    (site / "content/documents").mkdir(parents=True)
    add(site, WRONG.replace("notat", "note"))
    main(["check", DAY])
    assert "registreringen document:referat findes ikke\n" in capsys.readouterr().out
    settings = site / "site_config.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("[da]", "[en]"), encoding="utf-8")
    main(["check", DAY])
    assert "there is no record document:referat\n" in capsys.readouterr().out


def test_json_is_json_and_nothing_else(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", DAY, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    add(site, WRONG)
    assert main(["check", DAY, "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["path"], found["line"], found["column"], found["code"]) == ("content/documents/example.md", 5, 10, "P0301")


def test_annotations_are_for_the_git_host(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add(site, WRONG)
    assert main(["check", DAY, "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith("::error file=content/documents/example.md,line=5,col=10,title=P0301 Del af::")


def test_drafts_are_left_out_unless_asked_for(site: Path) -> None:
    add(
        site, "---\nid: eksempel\ntitle: Et eksempel\nkind: notat\nstatus: kladde\nsummary: 17 sider.\npart_of: eksempel\n---\n"
    )
    assert main(["check", DAY]) == 0
    assert main(["check", DAY, "--drafts"]) == 1


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["chek"],
        ["check", "--format", "xml"],
        ["check", "--language", "sv"],
        ["check", "--date", "2024-02-30"],
        ["check", "x"],
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_right(
    site: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main(words) == 2
    out, error = capsys.readouterr()
    assert out == ""
    assert error


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chek"], "der er ingen kommando, der hedder chek"),
        (["chek"], "Mente du check?"),
        (["check", "--format", "jsn"], "--format kan ikke være jsn; vælg et af disse: text, json, github, gitlab."),
        (["check", "x"], "det kan den ikke bruge til noget: x"),
        (["build", "--output"], "efter --output skal der stå noget"),
        (["serve", "--port", "x"], "--port kan ikke være x; skriv et tal"),
        (["import"], "der mangler noget"),
        (["check", "--format=text", "--d"], "--d kan være flere: --date, --drafts"),
        ([], "brug: protokol KOMMANDO"),
    ],
)
def test_a_wrong_line_is_answered_in_the_language_of_the_site(
    site: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(words) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert not re.search(r"usage:|error:|argument|options", shown)


@pytest.mark.parametrize("command", ["check", "new", "import"])
def test_the_help_of_a_command_has_no_word_of_another_language(
    site: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    assert main([command, "--help"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("brug: protokol " + command)
    assert not re.search(r"usage:|options:|show this|positional", shown)


@pytest.mark.parametrize("epoch", ["i går", "9" * 30, "-" + "9" * 30])
def test_a_build_date_from_the_environment_that_is_none_is_wrong_usage(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], epoch: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert main(["check"]) == 2
    assert epoch in capsys.readouterr().err


@pytest.mark.parametrize(("day", "end"), [("2024-12-03", 1), ("2024-12-04", 0)])
@pytest.mark.parametrize("how", ["option", "environment"])
def test_the_day_decides_what_has_been(site: Path, monkeypatch: pytest.MonkeyPatch, day: str, end: int, how: str) -> None:
    meeting = site / "content/meetings/example/meeting.yml"
    meeting.parent.mkdir()
    meeting.write_text("id: m\ntitle: M\nbodies: [fjordraadet]\ndate: 2024-12-04\nstate: holdt\n", encoding="utf-8")
    if how == "environment":
        noon = {"2024-12-03": "1733227200", "2024-12-04": "1733313600"}
        monkeypatch.setenv("SOURCE_DATE_EPOCH", noon[day])
    assert main(["check"] if how == "environment" else ["check", "--date", day]) == end


def test_help_teaches_and_ends_with_0(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "protokol check" in capsys.readouterr().out
    assert main(["check", "--help"]) == 0
    assert "--format" in capsys.readouterr().out


@pytest.mark.parametrize("broken", ["", "titel: x\n", "a: [", "\0"])
def test_settings_that_are_wrong_are_problems_and_not_wrong_usage(
    site: Path, capsys: pytest.CaptureFixture[str], broken: str
) -> None:
    (site / "site_config.yml").write_text(broken, encoding="utf-8")
    assert main(["check"]) == 1
    assert capsys.readouterr().out.startswith("site_config.yml:1:")


def test_settings_elsewhere_are_given_by_name(
    site: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert main(["check", DAY]) == 1
    assert main(["check", DAY, "-c", str(site / "site_config.yml")]) == 0
    assert main(["check", DAY, f"--config={site / 'site_config.yml'}"]) == 0


@pytest.mark.parametrize("name", ["arkiv", "arkiv/poster", "./arkiv"])
def test_paths_in_messages_lead_to_the_file(site: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    add(site, WRONG)
    (site / name).parent.mkdir(exist_ok=True)
    (site / "content").rename(site / name)
    settings = site / "site_config.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("{content: content}", f"{{content: {name}}}"), encoding="utf-8"
    )
    assert main(["check", DAY]) == 1
    path = capsys.readouterr().out.split(":")[0]
    assert (site / path).read_text(encoding="utf-8") == WRONG


def test_no_content_folder_is_a_problem(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "content").rename(site / "gone")
    assert main(["check", DAY, "--language", "en"]) == 1
    assert capsys.readouterr().out.startswith("content:1:1: P0001: there is no content folder: content\n")


def test_checking_writes_nothing(site: Path) -> None:
    add(site, WRONG)
    before = sorted(path for path in site.rglob("*"))
    main(["check", DAY])
    assert sorted(path for path in site.rglob("*")) == before


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_that_lacks_letters_gets_the_message_all_the_same(site: Path, encoding: str) -> None:
    add(site, WRONG)
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-m", "generator", "check", DAY]
    ended = subprocess.run(command, cwd=site, env=environment, capture_output=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr == b""
    assert b"content/documents/example.md:5:10: P0301: part_of: " in ended.stdout
