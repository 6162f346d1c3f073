"""Publishing: the live site is always a whole one, whatever fails, whoever takes files away, whenever a build is killed."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import staging
from generator.cli import main
from tests.conftest import MakeSite
from tests.sites import CONFIG, PROJECT, SMALL, Site, codes

AGREEMENT = "content/agreements/aftalen.md"
ITEM = "content/meetings/2025-03-04-forum/01-budget.md"
NEW = {"content/glossary/ord.md": "---\nid: ord\ntitle: ord\nexplanation: et ord\n---\n"}
ONLY_LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere the trees are swapped in three steps")


def everything_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, whatever its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def clean(site: Site) -> dict[str, bytes]:
    """What a build gives that knows nothing of earlier ones."""
    elsewhere = Site(site.folder.parent / "clean")
    shutil.rmtree(elsewhere.folder, ignore_errors=True)
    shutil.copytree(site.folder, elsewhere.folder, ignore=shutil.ignore_patterns("site", ".*"))
    assert elsewhere.build().pages
    return elsewhere.built()


# ---- an error leaves everything as it was


def _break_record(site: Site) -> None:
    site.edit(AGREEMENT, "kind: samarbejdsaftale", "kind: gæt")


def _break_reference(site: Site) -> None:
    site.edit(AGREEMENT, "municipality:fjordby", "municipality:findes-ikke")


def _break_rule(site: Site) -> None:
    site.edit(AGREEMENT, "start: 2025", "start: 2029")


def _break_link(site: Site) -> None:
    site.edit(AGREEMENT, "Aftalens tekst.", "[x][y]\n\n[y]: /x/findes-ikke/")


def _break_anchor(site: Site) -> None:
    site.edit(AGREEMENT, "Aftalens tekst.", "Se [punktet](#findes-ikke).")


def _lose_address(site: Site) -> None:
    (site.folder / AGREEMENT).rename(site.folder / AGREEMENT.replace("aftalen.md", "en-anden.md"))


def _break_theme(site: Site) -> None:
    (site.own_theme() / "templates" / "agreement.html").write_text("{% extends 'record.html' %}{% block main %}{{ data.nothing }}{% endblock %}")


def _take_one_address_twice(site: Site) -> None:
    site.edit(AGREEMENT, "title: Aftalen", "title: Aftalen\naliases: [/organer/forum/]")


BREAKS: list[tuple[Callable[[Site], None], str]] = [
    (_break_record, "P0206"),
    (_break_reference, "P0301"),
    (_break_rule, "P0401"),
    (_break_anchor, "P0502"),
    (_lose_address, "P0503"),
    (_break_theme, "P0006"),
    (_take_one_address_twice, "P0303"),
]


@pytest.mark.parametrize(("break_it", "code"), BREAKS, ids=[code for _, code in BREAKS])
def test_an_error_leaves_the_live_site_and_the_ledger_as_they_were(small: Site, break_it: Callable, code: str) -> None:
    assert small.build().pages
    before, ledger = everything_in(small.output), (small.folder / "addresses.txt").read_bytes()
    break_it(small)
    small.write(NEW)
    built = small.build()
    assert set(codes(built)) == {code}
    assert built.pages == 0
    assert everything_in(small.output) == before
    assert (small.folder / "addresses.txt").read_bytes() == ledger


def test_after_an_error_is_mended_the_site_is_the_one_of_a_clean_build(small: Site) -> None:
    small.build()
    _break_anchor(small)
    assert codes(small.build()) == ["P0502"]
    small.edit(AGREEMENT, "#findes-ikke", "#matter")
    assert small.build().pages
    assert small.built() == clean(small)


def test_an_error_at_the_first_build_leaves_no_site(small: Site) -> None:
    _break_rule(small)
    assert codes(small.build()) == ["P0401"]
    assert not small.output.exists()


# ---- what is not ours is not touched


def test_a_folder_that_was_not_built_here_is_refused_and_untouched(small: Site) -> None:
    small.write({"site/index.html": "mine", "site/deep/er.txt": "mine too"})
    assert codes(small.build()) == ["P0003"]
    assert everything_in(small.output) == {"index.html": b"mine", "deep/er.txt": b"mine too"}


def test_a_file_where_the_site_would_go_is_refused_and_untouched(small: Site) -> None:
    small.write({"site": "mine"})
    assert codes(small.build()) == ["P0003"]
    assert small.output.read_text() == "mine"


def test_an_empty_folder_may_be_filled(small: Site) -> None:
    small.output.mkdir()
    assert small.build().pages
    assert (small.output / "index.html").is_file()


def test_a_folder_behind_a_link_is_filled_and_the_link_stays(small: Site) -> None:
    real = small.folder / "elsewhere"
    real.mkdir()
    small.output.symlink_to(real)
    for old, new in (("title: Aftalen", "title: Aftalen 1"), ("title: Aftalen 1", "title: Aftalen 2")):
        small.edit(AGREEMENT, f"{old}\n", f"{new}\n")
        assert small.build().pages
        assert small.output.is_symlink()
        assert new.removeprefix("title: ") in (real / "aftaler" / "aftalen" / "index.html").read_text()


# ---- what somebody takes away or changes by hand is made anew


def _remove(*names: str) -> Callable[[Site], None]:
    def remove(site: Site) -> None:
        for name in names:
            path = site.folder / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()

    return remove


def _change_a_page(site: Site) -> None:
    (site.output / "aftaler" / "aftalen" / "index.html").write_text("vandalised")


def _change_an_idle_page(site: Site) -> None:
    (site.folder / ".site.next" / "aftaler" / "aftalen" / "index.html").write_text("vandalised")


def _add_a_page(site: Site) -> None:
    (site.output / "extra.html").write_text("mine")
    (site.folder / ".site.next" / "moeder" / "extra.html").write_text("mine")


def _spoil_the_memory(site: Site) -> None:
    (site.folder / ".protokol" / "memory").write_bytes(b"\x80\x04nonsense")


MISHAPS = {
    "site": _remove("site"),
    "idle tree": _remove(".site.next"),
    "memory": _remove(".protokol"),
    "all": _remove("site", ".site.next", ".protokol"),
    "site and idle tree": _remove("site", ".site.next"),
    "a page": _remove("site/aftaler/aftalen/index.html"),
    "a page of the idle tree": _remove(".site.next/aftaler/aftalen/index.html"),
    "a folder of both": _remove("site/aftaler", ".site.next/aftaler"),
    "the list of the idle tree": _remove(".site.next/.protokol.json"),
    "a page changed": _change_a_page,
    "an idle page changed": _change_an_idle_page,
    "pages added": _add_a_page,
    "memory spoilt": _spoil_the_memory,
}


@pytest.mark.parametrize("mishap", MISHAPS.values(), ids=MISHAPS)
def test_what_is_removed_or_changed_by_hand_is_right_again_after_the_next_builds(
    small: Site, mishap: Callable[[Site], None]
) -> None:
    small.build()
    small.edit(AGREEMENT, "title: Aftalen", "title: Aftalen om mere")
    small.build()
    expected = clean(small)
    mishap(small)
    for _ in range(3):  # the second and third have the tree that was live, and then idle, when it happened
        assert small.build().pages
        assert small.built() == expected


# ---- killed builds


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
        [sys.executable, "-m", "tests.killed_build", str(folder), str(every)], cwd=PROJECT, capture_output=True, text=True, check=False
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
    command = [sys.executable, "-m", "generator", "build", "-c", str(site.folder / "site_config.yml"), "--date", "2026-01-15"]
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
    small.edit(AGREEMENT, "title: Aftalen", "title: Aftalen om mere")
    for step in (1, 2):
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


# ---- readers


@ONLY_LINUX
def test_a_reader_never_finds_a_page_missing_or_half(small: Site) -> None:
    small.build()
    page = small.output / "aftaler" / "aftalen" / "index.html"
    ready, read, stop = threading.Event(), set(), threading.Event()

    def look() -> None:
        while not stop.is_set():
            read.add(page.read_bytes() if page.exists() else b"")
            ready.set()

    reader = threading.Thread(target=look)
    reader.start()
    ready.wait()
    whole = {page.read_bytes()}
    for number in range(12):
        small.edit(AGREEMENT, "Aftalens tekst.", f"Aftalens tekst.{number}") if number == 0 else small.edit(
            AGREEMENT, f"tekst.{number - 1}\n", f"tekst.{number}\n"
        )
        small.build()
        whole.add(page.read_bytes())
    stop.set()
    reader.join()
    assert len(whole) == 13
    assert read <= whole


@ONLY_LINUX
def test_two_builds_at_once_wait_for_one_another(small: Site) -> None:
    small.build()
    errors: list[BaseException] = []

    def often() -> None:
        try:
            for _ in range(6):
                assert small.build().pages
        except BaseException as error:  # noqa: BLE001  # whatever it is, it is what the test looks for
            errors.append(error)

    threads = [threading.Thread(target=often) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert small.built() == clean(small)


# ---- the machine says no


def _command(site: Site) -> list[str]:
    return ["build", "--quiet", "--no-search", "--date", "2026-01-15", "-c", str(site.folder / "site_config.yml")]


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
@pytest.mark.parametrize("after", [0, 7])
def test_a_full_or_read_only_disk_is_said_and_the_live_site_stays(
    small: Site, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: int, after: int
) -> None:
    small.build()
    before = everything_in(small.output)
    shutil.rmtree(small.folder / ".site.next", ignore_errors=True)
    writes, write = iter(range(100_000)), Path.write_bytes

    def refuse(path: Path, data: bytes) -> int:
        if next(writes) >= after:
            raise OSError(number, os.strerror(number), str(path))
        return write(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        assert main(_command(small)) == 1
    said = capsys.readouterr()
    assert os.strerror(number) in said.err
    assert "Traceback" not in said.err + said.out
    assert everything_in(small.output) == before
    assert main(_command(small)) == 0


def test_a_ledger_that_cannot_be_written_stops_the_build_before_anything_is_published(
    small: Site, capsys: pytest.CaptureFixture[str]
) -> None:
    small.build()
    before = everything_in(small.output)
    (small.folder / ".addresses.txt.new").mkdir()  # stands where the new ledger would be written
    small.write(NEW)
    assert main(_command(small)) == 1
    assert ".addresses.txt.new" in capsys.readouterr().err
    assert everything_in(small.output) == before


def test_a_memory_that_cannot_be_kept_stops_nothing(small: Site) -> None:
    small.write({".protokol": "a file where the folder would be"})
    assert small.build().pages
    assert small.build().pages
    assert small.built() == clean(small)


# ---- the theme


# Each a file of the theme with its text, and where the problem is said to be.
THEMES = {
    "a mark that is not closed": ("templates/agreement.html", "<p>\n{% if data %}\n</p>", 3),
    "a name that is not there": ("templates/agreement.html", "\n{{ data.nothing }}", 2),
    "a sum that fails": ("templates/agreement.html", "\n\n{{ 1 / 0 }}", 3),
    "a template that is not there": ("templates/agreement.html", "\n{% include 'nothing.html' %}", 2),
    "an error in a macro": ("macros/crumbs.html", "{% macro crumbs(way, t) %}\n{{ way.nothing }}{% endmacro %}", 2),
    "texts that are no YAML": ("locale/da/interface.yml", "home: Forside\n\tskip: x\n", 2),
    "texts that are a list": ("locale/da/interface.yml", "- home\n", 1),
}


@pytest.mark.parametrize(("path", "text", "line"), THEMES.values(), ids=THEMES)
def test_a_broken_theme_is_named_with_its_file_and_line(
    small: Site, capsys: pytest.CaptureFixture[str], path: str, text: str, line: int
) -> None:
    theme = small.own_theme()
    (theme / path).write_text(text)
    if path.startswith("macros/"):
        (theme / "templates" / "about.html").write_text("{% from 'crumbs.html' import crumbs %}{{ crumbs(data.crumbs, t) }}")
    [found] = small.build().problems
    assert (found.code, found.path, found.line) == ("P0006", f"themes/default/{path}", line)
    assert main(_command(small)) == 1
    said = capsys.readouterr()
    assert f"themes/default/{path}:{line}:1: P0006" in said.out
    assert "Traceback" not in said.err + said.out


def test_a_text_that_the_theme_lacks_is_named_with_its_key(small: Site) -> None:
    (small.own_theme() / "templates" / "about.html").write_text("{{ t('interface.nothing') }}")
    [found] = small.build().problems
    assert (found.code, found.path) == ("P0006", "themes/default/locale/da")
    assert "interface.nothing" in dict(found.details)["found"]


def test_a_theme_that_is_nowhere_is_named(content: MakeSite) -> None:
    site = content({**SMALL, "site_config.yml": CONFIG + "    paths: {theme: themes/nothing}\n"})
    [found] = site.build().problems
    assert (found.code, found.path) == ("P0006", "themes/nothing")


def test_a_theme_of_the_sites_own_stands_before_the_one_that_comes_along(small: Site) -> None:
    (small.own_theme() / "templates" / "about.html").write_text("mine")
    small.build()
    assert (small.output / "om" / "index.html").read_text() == "mine"


# ---- links and addresses of the built site


def test_a_link_to_no_page_and_a_link_to_no_place_are_named(small: Site) -> None:
    theme = small.own_theme()
    (theme / "templates" / "about.html").write_text('<a href="/nowhere/">x</a> <a href="/#nothing">x</a> <a href="outside">x</a>')
    found = {(one.code, dict(one.details)["found"]) for one in small.build().problems}
    assert found == {("P0501", "/nowhere/"), ("P0502", "/#nothing"), ("P0501", "outside")}


def test_an_address_that_is_gone_is_named_with_its_line_in_the_ledger(small: Site) -> None:
    small.build()
    _lose_address(small)
    [found] = small.build().problems
    noted = (small.folder / "addresses.txt").read_text().splitlines()
    assert (found.code, found.path, noted[found.line - 1]) == ("P0503", "addresses.txt", "/aftaler/aftalen/")


def test_a_former_address_mends_an_address_that_is_gone(small: Site) -> None:
    small.build()
    _lose_address(small)
    small.edit("content/agreements/en-anden.md", "title: Aftalen", "title: Aftalen\naliases: [/aftaler/aftalen/]")
    assert codes(small.build()) == []
    assert "/aftaler/en-anden/" in (small.output / "aftaler" / "aftalen" / "index.html").read_text()


def test_a_withdrawn_record_mends_an_address_that_is_gone(small: Site) -> None:
    small.write(NEW)
    small.build()
    (small.folder / "content/glossary/ord.md").unlink()
    assert codes(small.build()) == ["P0503"]
    small.write({"content/glossary/ord.md": "---\nid: ord\ntitle: ord\nexplanation: x\nstatus: trukket tilbage\n---\n"})
    assert codes(small.build()) == []
    assert "Trukket tilbage" in (small.output / "ordbog" / "ord" / "index.html").read_text()


def test_the_ledger_forgets_nothing_and_repeats_nothing(small: Site) -> None:
    small.write(NEW)
    first = small.build().new_addresses
    noted = (small.folder / "addresses.txt").read_text()
    assert first == len([line for line in noted.splitlines() if line.startswith("/")])
    assert small.build().new_addresses == 0
    assert (small.folder / "addresses.txt").read_text() == noted


def test_a_site_with_drafts_promises_no_address(content: MakeSite) -> None:
    site = content({**SMALL, "content/glossary/ord.md": "---\nid: ord\ntitle: ord\nexplanation: x\nstatus: kladde\n---\n"})
    assert main([*_command(site), "--drafts"]) == 0
    assert (site.output / "ordbog" / "ord" / "index.html").is_file()
    assert not (site.folder / "addresses.txt").exists()
    assert main(_command(site)) == 0
    assert not (site.output / "ordbog" / "ord").exists()
