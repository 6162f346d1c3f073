"""The same content and date give the same bytes, wherever, in whatever language, time zone and order the machine works."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.sites import EXAMPLE, PROJECT, SEARCH, Site, built_files, everything_in

# What is done is what the command does, with as many processes as there are pages to make.
PROGRAM = """
import os, sys
from generator import side_by_side
from generator.cli import main
side_by_side.WORTH_IT = int(sys.argv.pop(1))
sys.exit(main())
"""
OF_THE_MACHINE = ("LC_", "LANG", "TZ", "PYTHON", "SOURCE_DATE_EPOCH")
ADDED = (" hidden", f'href="/x/{SEARCH}/')  # what pages say to the search alone
SIDE_BY_SIDE, ALONE = "1", "1000000"


@dataclass(frozen=True, eq=False)
class Machine:
    """A machine as different from the others as a machine can be: its folder, environment and ways."""

    folder: str
    environment: dict[str, str]
    seed: int
    share: str
    umask: int = 0o022
    search: bool = False


MACHINES = (
    Machine("a", {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0"}, 1, ALONE, search=True),
    Machine("b/æ ø å/dybt", {"LC_ALL": "da_DK.UTF-8", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"}, 2, SIDE_BY_SIDE),
    Machine("c", {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR", "TZ": "Pacific/Pago_Pago", "PYTHONHASHSEED": "4711"}, 3, ALONE),
    Machine("d" * 90, {"LC_ALL": "POSIX", "TZ": "Asia/Kathmandu"}, 4, SIDE_BY_SIDE, umask=0o077, search=True),
)


def _copied_in_another_order(folder: Path, seed: int) -> Site:
    """The example, its files written in an order of chance and dated by chance, so that no folder lists them alike."""
    chance = random.Random(seed)
    site = Site(folder)
    files = [EXAMPLE / "site_config.yml", *sorted(path for path in (EXAMPLE / "content").rglob("*") if path.is_file())]
    chance.shuffle(files)
    for path in files:
        target = folder / path.relative_to(EXAMPLE)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        moment = chance.randrange(10**9)
        os.utime(target, (moment, moment))
    return site


def _start(machine: Machine, tmp_path: Path, *words: str) -> tuple[Site, subprocess.Popen[str]]:
    site = _copied_in_another_order(tmp_path / machine.folder, machine.seed)
    command = [sys.executable, "-c", PROGRAM, machine.share, "build", "--quiet", "--output", "site", *words]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OF_THE_MACHINE)}
    environment = kept | machine.environment | {"PYTHONPATH": str(PROJECT)}
    process = subprocess.Popen(
        command if machine.search else [*command, "--no-search"],
        cwd=site.folder,
        env=environment,
        umask=machine.umask,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return site, process


def _outputs(tmp_path: Path, *words: str) -> list[dict[str, bytes]]:
    started = [_start(machine, tmp_path, *words) for machine in MACHINES]
    said = [process.communicate()[0] for _, process in started]
    assert [process.returncode for _, process in started] == [0] * len(MACHINES), said
    return [built_files(site.output) for site, _ in started]


def test_any_machine_gives_the_same_bytes(tmp_path: Path) -> None:
    outputs = dict(zip(MACHINES, _outputs(tmp_path, "--date", "2026-01-15"), strict=True))
    for search in (True, False):  # whose pages say what they are found by, and whose do not
        one, other = (output for machine, output in outputs.items() if machine.search is search)
        assert len(one) > 150
        assert sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path)) == [], search
    lists = [(tmp_path / machine.folder / "site" / ".protokol.json").read_bytes() for machine in MACHINES if not machine.search]
    assert lists[0] == lists[1]
    ledgers = {(tmp_path / machine.folder / "addresses.txt").read_bytes() for machine in MACHINES}
    assert len(ledgers) == 1


def test_a_build_with_search_adds_the_index_and_what_pages_say_to_it_alone(tmp_path: Path) -> None:
    site = _copied_in_another_order(tmp_path / "s", 5)
    site.build()
    without = everything_in(site.output)
    site.build(search=True)
    changed = {path: data for path, data in everything_in(site.output).items() if without.get(path) != data}
    pages = {path: data for path, data in changed.items() if path.endswith(".html")}
    assert {path.split("/")[0] for path in changed.keys() - pages.keys()} == {SEARCH, ".protokol.json"}
    assert pages
    for path, data in pages.items():
        added = set(data.decode().splitlines()) - set(without[path].decode().splitlines())
        assert {line for line in added if not any(mark in line for mark in ADDED) and line != "</article>"} == set(), path
    site.build()
    assert everything_in(site.output) == without
