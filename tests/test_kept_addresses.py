"""After a publication the ledger of addresses is committed: to a branch that moves, to one that refuses, and the first time."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.sites import PROJECT

SCRIPT = PROJECT / ".ci" / "keep-addresses"
HEAD = "# En liste.\n"
PUSH = (
    "echo Mere. > content.md; git -c user.name=Prøve -c user.email=p@example.dk commit --quiet --all --message Samtidig; "
    "git push --quiet origin HEAD:main"
)
pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *words: str) -> str:
    command = ["git", "-c", "user.name=Prøve", "-c", "user.email=proeve@example.dk", *words]
    return subprocess.run(command, cwd=folder, env=_environment(), capture_output=True, text=True, check=True).stdout


def _environment(**more: str) -> dict[str, str]:
    """Without what a git hook, in which these tests may run, says about another repository."""
    return {**{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "GITHUB_"))}, **more}


class Host:
    """A repository as a git host has it, the clone of the job that published, and somebody else's clone."""

    def __init__(self, folder: Path, ledger: str | None) -> None:
        self.bare, self.job, self.other, self.page = (folder / name for name in ("bare", "job", "other", "page.md"))
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.bare))
        git(folder, "clone", "--quiet", str(self.bare), str(self.other))
        if ledger is not None:
            (self.other / "addresses.txt").write_text(ledger, encoding="utf-8")
        self.somebody_pushes("content.md", "Noget.\n")
        git(folder, "clone", "--quiet", "--depth", "1", self.bare.as_uri(), str(self.job))
        for name, value in (("user.name", "Maskinen"), ("user.email", "maskine@example.dk")):
            git(self.job, "config", name, value)

    def somebody_pushes(self, name: str, text: str) -> None:
        (self.other / name).write_text(text, encoding="utf-8")
        git(self.other, "add", "--all")
        git(self.other, "commit", "--quiet", "--message", "Andet")
        git(self.other, "push", "--quiet", "origin", "HEAD:main")

    def keep(self, built: str) -> subprocess.CompletedProcess[str]:
        """What the job does once the site is out, with the ledger as the build left it."""
        (self.job / "addresses.txt").write_text(built, encoding="utf-8")
        return subprocess.run(
            ["bash", SCRIPT, "addresses.txt", "main"],
            cwd=self.job,
            env=_environment(GITHUB_STEP_SUMMARY=str(self.page)),
            capture_output=True,
            text=True,
            check=False,
        )

    def ledger(self) -> str:
        return git(self.bare, "show", "main:addresses.txt")

    def commits(self) -> list[str]:
        return git(self.bare, "log", "--format=%an: %s", "main").splitlines()

    def hook(self, repository: Path, name: str, text: str) -> None:
        path = repository / "hooks" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        path.chmod(0o755)


@pytest.fixture
def host(tmp_path: Path) -> Host:
    return Host(tmp_path, f"{HEAD}/a/\n/c/\n")


def test_new_addresses_are_one_commit_that_changes_nothing_else_and_says_why(host: Host) -> None:
    kept = host.keep(f"{HEAD}/a/\n/b/\n/c/\n/d/\n")
    assert kept.returncode == 0, kept.stderr
    assert host.ledger() == f"{HEAD}/a/\n/b/\n/c/\n/d/\n"
    assert host.commits() == ["Maskinen: Nye udgivne adresser noteret: 2", "Prøve: Andet"]
    assert git(host.bare, "diff", "--name-only", "main~1", "main").split() == ["addresses.txt"]
    why = git(host.bare, "log", "-1", "--format=%b", "main")
    assert "P0503" in why
    assert "[skip ci]" in why, "a key of one's own would start a publication, and that the next"
    assert "noteret: 2" in host.page.read_text(encoding="utf-8")


def test_where_nothing_is_new_nothing_is_committed_or_said(host: Host) -> None:
    kept = host.keep(f"{HEAD}/a/\n/c/\n")
    assert (kept.returncode, kept.stdout, host.commits()) == (0, "", ["Prøve: Andet"])


def test_the_first_publication_makes_the_ledger(tmp_path: Path) -> None:
    host = Host(tmp_path, None)
    assert host.keep(f"{HEAD}/a/\n").returncode == 0
    assert host.ledger() == f"{HEAD}/a/\n"


def test_what_somebody_pushed_since_the_build_stays_also_in_the_ledger(host: Host) -> None:
    host.somebody_pushes("addresses.txt", f"{HEAD}/a/\n/bb/\n/c/\n")
    assert host.keep(f"{HEAD}/a/\n/b/\n/c/\n").returncode == 0
    assert host.ledger() == f"{HEAD}/a/\n/b/\n/bb/\n/c/\n"


def test_who_pushes_at_the_same_moment_is_not_overwritten(host: Host, tmp_path: Path) -> None:
    """Between the look at the branch and the push, once: the push is refused, and tried again on what is there now."""
    once = f"[ -e {tmp_path}/done ] || {{ touch {tmp_path}/done; unset GIT_INDEX_FILE GIT_DIR; cd {host.other}; {PUSH}; }}"
    host.hook(host.job / ".git", "pre-push", once)
    kept = host.keep(f"{HEAD}/a/\n/b/\n/c/\n")
    assert kept.returncode == 0, kept.stderr
    assert host.ledger() == f"{HEAD}/a/\n/b/\n/c/\n"
    assert host.commits() == ["Maskinen: Nye udgivne adresser noteret: 1", "Prøve: Samtidig", "Prøve: Andet"]


def test_a_branch_that_refuses_keeps_what_it_has_and_the_job_says_what_to_do(host: Host) -> None:
    host.hook(host.bare, "pre-receive", "echo 'GH006: protected branch' >&2; exit 1")
    refused = host.keep(f"{HEAD}/a/\n/b/\n/c/\n")
    assert refused.returncode == 3
    assert "GH006" in refused.stderr
    assert host.commits() == ["Prøve: Andet"]
    page = host.page.read_text(encoding="utf-8")
    assert "ADDRESSES_TOKEN" in page
    assert page.splitlines()[-1] == "    /b/"
    assert page == refused.stdout


def test_a_host_that_does_not_answer_is_said_in_the_same_way(host: Host) -> None:
    shutil.rmtree(host.bare)
    refused = host.keep(f"{HEAD}/b/\n")
    assert refused.returncode == 3
    assert "ADDRESSES_TOKEN" in refused.stdout


def test_the_next_publication_catches_up(host: Host) -> None:
    host.hook(host.bare, "pre-receive", "exit 1")
    assert host.keep(f"{HEAD}/a/\n/b/\n/c/\n").returncode == 3
    (host.bare / "hooks" / "pre-receive").unlink()
    assert host.keep(f"{HEAD}/a/\n/b/\n/c/\n/d/\n").returncode == 0
    assert host.ledger() == f"{HEAD}/a/\n/b/\n/c/\n/d/\n"


def test_the_folder_in_which_it_runs_is_left_as_it_was(host: Host) -> None:
    (host.job / "content.md").write_text("Ikke gemt.\n", encoding="utf-8")
    before = git(host.job, "rev-parse", "HEAD")
    assert host.keep(f"{HEAD}/a/\n/b/\n").returncode == 0
    assert (host.job / "content.md").read_text(encoding="utf-8") == "Ikke gemt.\n"
    assert (host.job / "addresses.txt").read_text(encoding="utf-8") == f"{HEAD}/a/\n/b/\n"
    assert git(host.job, "rev-parse", "HEAD") == before
