"""`protokol init`: a new site for another body whose check, tests and build pass at once, in either language."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.commands import init
from generator.config import load_config
from generator.messages import LANGUAGES, load_catalogue
from generator.new_site.writing import FOLDER
from generator.problems import Code
from generator.records import RECORD_TYPES
from tests.sites import PROJECT, Site

DAY = "2026-11-21"
MAIN_TYPES = {
    "meeting", "item", "agreement", "initiative", "municipality", "organization", "person", "post", "appointment",
    "cost_share", "document", "follow_up", "position", "glossary_term",
}  # fmt: skip


@pytest.fixture(params=LANGUAGES)
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A new site in one of the languages."""
    folder = tmp_path / "new"
    assert main(["init", str(folder), "--language", request.param]) == 0
    return folder


def all_files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_nothing_is_wrong_with_it_but_that_no_address_is_known(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", "--drafts", "--date", DAY, "--format", "json", "-c", str(site / "site_config.yml")]) == 0
    assert [found["code"] for found in json.loads(capsys.readouterr().out)] == [Code.NOBODY_TO_WRITE_TO]


def test_it_has_an_example_of_each_of_the_main_types(site: Path) -> None:
    content = site / "content"
    there = {one.type_name for one in RECORD_TYPES if any(any(content.glob(pattern)) for pattern in one.files)}
    assert there == MAIN_TYPES


def test_everything_in_it_says_that_it_is_an_example(site: Path) -> None:
    words = ("eksempel", "prøve", "opfundet", "opfunden", "example", "sample", "trial", "made up", "made-up")
    for path in (site / "content").rglob("*.*"):
        text = path.read_text(encoding="utf-8").casefold()
        assert any(word in text for word in words), path


def test_its_own_tests_pass(tmp_path: Path) -> None:
    """`make test` checks, builds the site with its drafts aside, and follows its links; it publishes and leaves nothing."""
    site = tmp_path / "new"
    assert main(["init", str(site)]) == 0
    before = all_files(site)
    program = Path(sys.executable).with_name("protokol")
    done = subprocess.run(
        ["make", "test", f"PROTOKOL={program}"], cwd=site, capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert {path for path in all_files(site) - before if not path.startswith(".protokol/")} == set()


def test_it_has_a_handbook_which_its_host_can_make_too(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert main(["init", str(folder), "--address", "https://nord.example/a/"]) == 0
    assert Site(folder).build().problems == ()
    assert (folder / "site/haandbog/opskrifter/import/index.html").is_file()
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert "https://nord.example/a/haandbog/" in readme
    assert "http://localhost:8000/a/haandbog/" in readme
    needed = (folder / "requirements.txt").read_text(encoding="utf-8")
    project = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    extra = project.split("handbook = [", 1)[1].split("]", 1)[0]
    assert all(requirement.strip(' "') in needed.splitlines() for requirement in extra.split(","))


def test_its_make_lists_what_there_is(site: Path) -> None:
    listed = subprocess.run(["make", "--no-print-directory"], cwd=site, capture_output=True, text=True, check=True).stdout
    targets = [line.split()[1] for line in listed.splitlines()]
    assert targets == [
        "help", "check", "fix", "serve", "status", "links", "site", "test", "changes", "hooks", "clean",
    ]  # fmt: skip


def test_its_workflows_use_only_targets_that_it_has(site: Path) -> None:
    targets = {line.split(":")[0] for line in (site / "Makefile").read_text(encoding="utf-8").splitlines() if ": " in line}
    workflows = sorted((site / ".github/workflows").glob("*.yml"))
    assert [path.name for path in workflows] == ["check.yml", "publish.yml", "weekly.yml"]
    for path in workflows:
        jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
        steps = [step for job in jobs for step in job["steps"]]
        names = [step["name"] for step in steps if "name" in step]
        assert len(names) == len(set(names))
        used = {word for step in steps if "make" in step.get("run", "") for word in step["run"].split("make --silent ")[1:]}
        assert {word.split()[0] for word in used} <= targets
        assert all(len(step["uses"].split("@")[1]) == 40 for step in steps if "uses" in step), (
            "an action is pinned by its digest"
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_have_the_same_kinds_of_files(language: str) -> None:
    def kinds(folder: Path) -> list[str]:
        """The folders of the files, and a file's own name where it lies at the top; names differ by language."""
        inner = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
        return sorted(
            "/".join(path.parts[:2]) if path.parts[0] == "content" and len(path.parts) > 2 else path.name for path in inner
        )

    assert kinds(FOLDER / language) == kinds(FOLDER / LANGUAGES[0])


def test_its_hook_is_that_of_this_project_and_can_be_run(site: Path) -> None:
    hook = site / "hooks/pre-commit"
    assert hook.read_bytes() == (PROJECT / "hooks/pre-commit").read_bytes()
    assert hook.stat().st_mode & 0o111


def test_what_keeps_its_addresses_is_that_of_this_project_in_its_own_language(site: Path) -> None:
    keeper, ours = site / ".ci/keep-addresses", PROJECT / ".ci/keep-addresses"
    config, _ = load_config(site / "site_config.yml")
    assert config is not None
    own, danish = load_catalogue(config.language), load_catalogue("da")
    text = ours.read_text(encoding="utf-8")
    for said in ("init.ledger_noted", "init.ledger_why", "init.ledger_refused"):
        assert danish(said) in text
        text = text.replace(danish(said), own(said))
    assert keeper.read_text(encoding="utf-8") == text
    assert keeper.stat().st_mode & 0o111
    assert subprocess.run(["bash", "-n", keeper], capture_output=True, text=True, check=True).stderr == ""
    for workflow in (".github/workflows/publish.yml", ".gitlab-ci.yml"):
        assert "bash .ci/keep-addresses addresses.txt" in (site / workflow).read_text(encoding="utf-8")


def test_its_settings_are_those_that_were_given(tmp_path: Path) -> None:
    words = {
        "title": "Nord: fælles # aftaler",
        "description": "Hvad 'vi' \"gør\"",
        "address": "https://nord.example/a/b",
        "region": "Nordegnen",
        "publisher": "Kontor & Co",
        "time_zone": "Atlantic/Faroe",
        "currency": "EUR",
    }
    given = [word for name, value in words.items() for word in (f"--{name.replace('_', '-')}", value)]
    assert main(["init", str(tmp_path / "nord"), *given]) == 0
    config, problems = load_config(tmp_path / "nord/site_config.yml")
    assert config is not None, problems
    assert (config.title, config.description, config.region) == (words["title"], words["description"], words["region"])
    assert (config.address, config.base_path) == ("https://nord.example", "/a/b/")
    assert (config.publisher.name, config.time_zone, config.currency) == ("Kontor & Co", "Atlantic/Faroe", "EUR")
    assert (tmp_path / "nord/README.md").read_text(encoding="utf-8").startswith("# Nord: fælles # aftaler\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_builds_in_either_language_and_below_a_base_path(language: str, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert main(["init", str(folder), "--language", language, "--address", "https://nord.example/beslutninger/"]) == 0
    built = Site(folder).build()
    assert built.problems == ()
    assert built.pages > 20


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--address", "nord.example"], "address: ikke en adresse på internettet"),
        (["--currency", "kroner"], "currency: forkert form"),
        (["--time-zone", "Mars/Base"], "time_zone: forkert form"),
    ],
)
def test_a_setting_that_cannot_be_is_said_in_the_words_of_the_check_and_nothing_is_written(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "new"), "--language", "da", *words]) == 2
    assert said in capsys.readouterr().out
    assert not (tmp_path / "new").exists()


def test_a_folder_with_anything_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "README.md").write_text("Mit.", encoding="utf-8")
    assert main(["init", str(tmp_path)]) == 2
    assert all_files(tmp_path) == {"README.md"}
    assert "ikke tom" in capsys.readouterr().out
    assert main(["init", str(tmp_path / "README.md")]) == 2
    assert "en fil og ikke en mappe" in capsys.readouterr().out
    assert all_files(tmp_path) == {"README.md"}
    assert main(["init", str(tmp_path / "README.md")]) == 2


def test_a_new_git_repository_is_as_good_as_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert main(["init", str(tmp_path)]) == 0


def test_at_the_terminal_everything_is_asked_for_that_was_not_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = ["da", "Øst", "", "", "", "", "", "", ""]
    monkeypatch.setattr("builtins.input", lambda prompt: answers.pop(0))
    monkeypatch.setattr(init, "someone_answers", lambda: True)
    assert main(["init", str(tmp_path / "new")]) == 0
    assert answers == []
    config, _ = load_config(tmp_path / "new/site_config.yml")
    assert config is not None
    assert (config.title, config.language) == ("Øst", "da")


def test_an_answer_that_cannot_be_is_asked_for_again_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ["da", "Øst", "", "øst.example", "https://oest.example", "", "", "Mars/Base", "", "kroner", "EUR", ""]
    monkeypatch.setattr("builtins.input", lambda prompt: answers.pop(0))
    monkeypatch.setattr(init, "someone_answers", lambda: True)
    assert main(["init", str(tmp_path / "new")]) == 0
    assert answers == []
    assert "ikke en adresse på internettet: “øst.example”" in capsys.readouterr().out
    config, _ = load_config(tmp_path / "new/site_config.yml")
    assert config is not None
    assert (config.address, config.time_zone, config.currency) == ("https://oest.example", "Europe/Copenhagen", "EUR")


def test_the_last_words_lead_into_a_folder_of_any_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / 'Ærø & Ø\'s "råd" $HOME'
    assert main(["init", str(folder)]) == 0
    [go] = [line.strip() for line in capsys.readouterr().out.splitlines() if line.strip().startswith("cd ")]
    there = subprocess.run(["sh", "-c", f"{go} && pwd"], capture_output=True, text=True, check=True).stdout
    assert Path(there.strip()) == folder


def test_one_more_municipality_makes_nothing_else_wrong(site: Path) -> None:
    """Which is how a site that is one's own begins."""
    words = ["--set", "title=Nyby", "--set", "code=0999", "--yes", "--date", DAY, "-c", str(site / "site_config.yml")]
    assert main(["new", "municipality", *words]) == 0


def test_whoever_goes_in_the_middle_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", gone)
    monkeypatch.setattr(init, "someone_answers", lambda: True)
    assert main(["init", str(tmp_path / "new")]) == 1
    assert not (tmp_path / "new").exists()


def test_the_program_is_never_fetched_by_its_bare_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever owned that name at a registry would decide what runs."""
    requirement = tmp_path / "one/requirements.txt"
    assert main(["init", str(tmp_path / "one")]) == 0
    assert requirement.read_text(encoding="utf-8").startswith("./wheel/protokol-")
    origin = {"url": "https://git.example/protokol.git", "vcs_info": {"vcs": "git", "commit_id": "c" * 40}}

    class Installed:
        def read_text(self, name: str) -> str:
            return json.dumps(origin)

    monkeypatch.setattr(metadata, "distribution", lambda name: Installed())
    assert main(["init", str(tmp_path / "two")]) == 0
    written = (tmp_path / "two/requirements.txt").read_text(encoding="utf-8")
    assert written.startswith(f"protokol @ git+https://git.example/protokol.git@{'c' * 40}\n")
