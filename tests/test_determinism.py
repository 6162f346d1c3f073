"""The same content and date give the same bytes, wherever, in whatever language, time zone and order the machine works."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

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
SIDE_BY_SIDE, ALONE = "1", "1000000"


@dataclass(frozen=True)
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
    first, *others = _outputs(tmp_path, "--date", "2026-01-15")
    assert len(first) > 150
    for machine, other in zip(MACHINES[1:], others, strict=True):
        differing = sorted(path for path in first.keys() | other.keys() if first.get(path) != other.get(path))
        assert differing == [], machine
    lists = [(tmp_path / machine.folder / "site" / ".protokol.json").read_bytes() for machine in MACHINES if not machine.search]
    assert lists[0] == lists[1]
    ledgers = {(tmp_path / machine.folder / "addresses.txt").read_bytes() for machine in MACHINES}
    assert len(ledgers) == 1


def test_the_search_index_is_the_only_thing_that_a_build_with_search_adds(tmp_path: Path) -> None:
    site = _copied_in_another_order(tmp_path / "s", 5)
    site.build()
    without = everything_in(site.output)
    site.build(search=True)
    added = {path for path, data in everything_in(site.output).items() if without.get(path) != data}
    assert {path.split("/")[0] for path in added} == {SEARCH, ".protokol.json"}
    site.build()
    assert everything_in(site.output) == without


@pytest.mark.parametrize(
    ("zone", "epoch", "day"),
    [
        ("Pacific/Kiritimati", "1768431600", "15. januar 2026"),  # 2026-01-14T23:00Z: in Copenhagen it is midnight
        ("Pacific/Pago_Pago", "1768431600", "15. januar 2026"),
        ("Pacific/Kiritimati", "1768431599", "14. januar 2026"),
    ],
)
def test_the_day_is_the_one_where_the_site_is_at_home(tmp_path: Path, zone: str, epoch: str, day: str) -> None:
    site, process = _start(Machine("s", {"TZ": zone, "SOURCE_DATE_EPOCH": epoch}, 6, ALONE), tmp_path)
    said = process.communicate()[0]
    assert process.returncode == 0, said
    assert f"pr. {day}" in (site.output / "index.html").read_text(encoding="utf-8")
