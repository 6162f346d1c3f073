"""Killed builds: whenever a build dies, the live site is a whole one, and the next build is as if nothing had been."""

from __future__ import annotations

import json
import random
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator import staging
from tests.conftest import ONLY_LINUX, MakeSite
from tests.sites import AGREEMENT, ITEM, NEW, PROJECT, SMALL, Site, clean
from tests.sites import command as build_command


def _to_be_killed(content: MakeSite, folder: Path) -> None:
    """A site that was built, and then edited so that the next build changes, adds and removes pages."""
    site = content({**SMALL, **NEW})
    site.write({"content/people/bo.md": "---\nid: bo\ntitle: Bo Mønster\n---\n"})
    site.build()
    shutil.copytree(site.folder, folder / "before")
    site.edit(AGREEMENT, "title: Aftalen", "title: Aftalen om mere")
    site.edit("content/glossary/ord.md", "explanation: et ord\n", "explanation: et ord\nstatus: trukket tilbage\n")
    site.edit(ITEM, "[økonomi]", "[havne]")  # one topic's page goes, another comes
    site.write({"content/people/asta.md": "---\nid: asta\ntitle: Asta Prøve\n---\n"})
    shutil.copytree(site.folder, folder / "edited")


def _kill(folder: Path, every: int) -> list[dict[str, object]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.killed_build", str(folder), str(every)],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _assert_each_kill_was_survived(results: list[dict[str, object]]) -> None:
    assert {result["left"] for result in results} == {"before", "after"}, "before the swap the old site, after it the new"
    assert all(result["killed"] for result in results)
    assert [result for result in results if not result["mended"] or result["problems"]] == []
    assert len({result["ledger"] for result in results}) == 1
    assert "/personer/asta/" in str(results[0]["ledger"])


@ONLY_LINUX
def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_build_is_right(content: MakeSite, tmp_path: Path) -> None:
    _to_be_killed(content, tmp_path)
    results = _kill(tmp_path, every=9)
    assert len(results) > 15
    _assert_each_kill_was_survived(results)


@ONLY_LINUX
@pytest.mark.long
def test_a_build_may_be_killed_before_any_of_its_changes(content: MakeSite, tmp_path: Path) -> None:
    _to_be_killed(content, tmp_path)
    shutil.rmtree(tmp_path / "edited" / ".site.next", ignore_errors=True)  # so that every page is written
    _assert_each_kill_was_survived(_kill(tmp_path, every=1))


@ONLY_LINUX
@pytest.mark.long
def test_the_command_may_be_killed_at_any_time(content: MakeSite, tmp_path: Path) -> None:
    site = content({**SMALL, **NEW})
    command = [sys.executable, "-m", "generator", *build_command(site)]
    run = {"cwd": PROJECT, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(command, check=True, **run)
    by_title = {"Aftalen": site.built()}
    waits = random.Random(20260115)
    for number in range(60):
        old, new = f"Aftalen {number - 1}" if number else "Aftalen", f"Aftalen {number}"
        site.edit(AGREEMENT, f"title: {old}\n", f"title: {new}\n")
        by_title = {old: by_title[old], new: clean(site)}
        process = subprocess.Popen(command, **run)
        try:
            process.wait(waits.uniform(0.2, 2.5))
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.wait()
        assert site.built() in list(by_title.values()), number
        subprocess.run(command, check=True, **run)
        assert site.built() == by_title[new], number


def test_a_swap_in_three_steps_that_was_interrupted_is_undone(small: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda one, other: False)
    small.build()
    for step in (1, 2):
        small.edit(AGREEMENT, f"tekst{'.' * step}\n", f"tekst{'.' * (step + 1)}\n")
        renames = iter(range(1, 10))
        rename = Path.rename

        def interrupted(path: Path, target: Path, step: int = step, renames=renames, rename=rename) -> Path:
            if next(renames) > step:
                raise KeyboardInterrupt
            return rename(path, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "rename", interrupted)
            with pytest.raises(KeyboardInterrupt):
                small.build()
        assert small.build().pages
        assert small.built() == clean(small)
        assert not (small.folder / ".site.aside").exists()
