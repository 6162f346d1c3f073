"""The wheel carries all that a site needs: installed where nothing of this folder is seen, it builds the same site."""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.sites import PROJECT, Site, built_files, copy_of
from tests.test_other_region import OTHER_REGION

SOURCES = ("generator", "handbook", "themes", "pyproject.toml", "README.md", "LICENSE")
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check")
BUILD = ["build", "--quiet", "--date", "2026-01-15"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network from a copy, so that the build leaves nothing in the project."""
    folder = tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        source = PROJECT / name
        if source.is_dir():
            shutil.copytree(source, folder / "source" / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / "source")
    _run(
        *PIP,
        "wheel",
        "--no-build-isolation",
        "--no-deps",
        "-w",
        str(folder),
        str(folder / "source"),
    )
    [built] = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the wheel installed; the libraries that it needs it has from here, this project it has not."""
    folder = tmp_path_factory.mktemp("environment")
    _run(sys.executable, "-m", "venv", "--without-pip", str(folder))
    python = folder / "bin" / "python"
    _run(
        *PIP,
        "--python",
        str(python),
        "install",
        "--no-deps",
        "--no-index",
        str(wheel),
    )
    # Only the folder of the libraries goes on the path: what an editable installation put into it is not followed.
    [site_packages] = folder.glob("lib/python*/site-packages")
    (site_packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def _run(*command: str, cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def test_every_file_of_the_program_and_the_theme_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    wanted = {
        path.relative_to(PROJECT).as_posix()
        for name in ("generator", "handbook", "themes")
        for path in (PROJECT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - carried == set()
    assert {path.split("/")[0] for path in carried - wanted} == {f"{'-'.join(wheel.name.split('-')[:2])}.dist-info"}


def test_the_program_runs_from_the_wheel(python: Path, tmp_path: Path) -> None:
    where = _run(str(python), "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(python.parents[1])


def test_the_installed_program_builds_the_other_region_with_the_theme_that_it_brings(python: Path, tmp_path: Path) -> None:
    here, there = (copy_of(OTHER_REGION, tmp_path / name, "records") for name in ("here", "there"))
    assert not (there.folder / "themes").exists()
    _build(Path(sys.executable), here)
    said = _run(str(python.with_name("protokol")), *BUILD, cwd=there.folder)
    assert "public/index.html" in said
    assert (there.folder / "public" / "pagefind" / "words.en.json").is_file()
    assert built_files(there.folder / "public") == built_files(here.folder / "public")


def test_the_installed_program_makes_a_new_site_whose_tests_pass(python: Path, tmp_path: Path) -> None:
    program = python.with_name("protokol")
    _run(str(program), "init", "new", cwd=tmp_path)
    _run("make", "test", f"PROTOKOL={program}", cwd=tmp_path / "new")


def _build(python: Path, site: Site) -> None:
    _run(str(python), "-m", "generator", *BUILD, "-c", str(site.folder / "site_config.yml"), cwd=PROJECT)
