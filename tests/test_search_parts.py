"""The parts of a large site's index: where they end, what an edit leaves alone, and that together they judge as one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.search import parts as module
from generator.search.cbor import Value, read
from generator.search.parts import parts_of
from generator.stages import index as stage
from tests.sites import SEARCH, Site, everything_in, site_of

PATHS = [f"aftaler/nummer-{number:05}/index.html" for number in range(13_000)]
WORDS = ("dige", "mole", "bro", "kaj", "sluse", "fyr", "hegn", "vej", "torv", "skov", "eng", "mark", "sø", "bæk")


def forum(number: int) -> str:
    """A record of its own length, in which some of the words come more or less often."""
    said = [WORDS[(number * step + step) % len(WORDS)] for step in range(1, 4 + number % 9)]
    rest = [f"{WORDS[(number + place) % 5]}{'folk' * (place % 3)}" for place in range(7 * number)]
    head = f"id: nummer-{number:02}\ntitle: Forum for {WORDS[number % len(WORDS)]}\nkind: netværk\n"
    return f"---\n{head}---\nDer står {' '.join((*said, *rest))}.\n"


HARBOUR = {f"content/organizations/nummer-{number:02}.md": forum(number) for number in range(40)}


SMALL_PARTS = {"LARGEST": 12, "SMALLEST": 6, "_ONE_IN": 3}


@pytest.fixture
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in SMALL_PARTS.items():
        monkeypatch.setattr(module, name, value)


def test_a_small_site_has_one_part() -> None:
    assert parts_of(PATHS[: module.LARGEST]) == [PATHS[: module.LARGEST]]


def test_the_parts_of_a_large_site_are_few_and_none_is_very_large_or_very_small() -> None:
    parts = parts_of(PATHS)
    assert [path for part in parts for path in part] == PATHS
    assert {module.SMALLEST <= len(part) <= module.LARGEST + module.SMALLEST for part in parts} == {True}
    assert 3 < len(parts) < 7


def test_a_new_page_moves_the_end_of_no_other_part() -> None:
    before = parts_of(PATHS)
    after = parts_of(sorted([*PATHS, "aftaler/nummer-06500-a/index.html"]))
    assert len([part for part in after if part not in before]) == 1


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ("00", 0),
        ("17", 23),
        ("1818", 24),
        ("1903e8", 1000),
        ("1a000f4240", 1_000_000),
        ("1b000000e8d4a51000", 1_000_000_000_000),
        ("29", -10),
        ("3903e7", -1000),
        ("60", ""),
        ("62c3bc", "ü"),
        ("80", []),
        ("8301820203820405", [1, [2, 3], [4, 5]]),
    ],
)
def test_cbor_is_read_as_its_standard_says(data: str, value: Value) -> None:
    """The examples of RFC 8949, appendix A."""
    assert read(bytes.fromhex(data)) == value


@pytest.mark.usefixtures("small_parts")
def test_an_edit_makes_one_part_anew_and_leaves_every_byte_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = site_of(HARBOUR, tmp_path / "edited")
    site.build(search=True)
    before = parts_in(site)
    assert len(before) > 2
    made: list[Path] = []
    plainly = stage.index_part
    monkeypatch.setattr(stage, "index_part", lambda *given: made.append(given[2]) or plainly(*given))
    for text in ("Der står hvalfangst.", "Der står sildefangst."):  # each tree in its turn
        made.clear()
        site.edit("content/organizations/nummer-20.md", site_text(site), text)
        site.build(search=True)
        after = parts_in(site)
        assert len(made) == 1
        assert len(after.keys() - before.keys()) == len(before.keys() - after.keys()) == 1
        assert {name: after[name] for name in after.keys() & before.keys()} == {
            name: before[name] for name in after.keys() & before.keys()
        }
    new = Site(tmp_path / "new")
    new.write({path: (site.folder / path).read_text(encoding="utf-8") for path in ("site_config.yml", *HARBOUR)})
    new.build(search=True)
    assert everything_in(new.output / SEARCH) == everything_in(site.output / SEARCH)


@pytest.mark.usefixtures("small_parts")
@pytest.mark.parametrize(
    "lost", ["site/pagefind/*/da/pages/0", ".protokol/index/*/da/postings", ".protokol/index/*/pages.json"]
)
def test_a_part_of_which_something_is_lost_is_made_anew(lost: str, tmp_path: Path) -> None:
    site = site_of(HARBOUR, tmp_path)
    site.build(search=True)
    whole = everything_in(site.output / SEARCH)
    next(site.folder.glob(lost)).unlink()
    (site.output / SEARCH / "made-of.txt").unlink()
    site.edit("content/organizations/nummer-20.md", site_text(site), "Der står hvalfangst.")
    site.build(search=True)
    site.edit("content/organizations/nummer-20.md", "Der står hvalfangst.", forum(20).splitlines()[-1])
    site.build(search=True)
    assert everything_in(site.output / SEARCH) == whole


def site_text(site: Site) -> str:
    return (site.folder / "content/organizations/nummer-20.md").read_text(encoding="utf-8").splitlines()[-1]


def parts_in(site: Site) -> dict[str, object]:
    """The files of each part: a visitor's, and those that the next build reads."""
    names = {path.parts[-3] for path in (site.output / SEARCH).glob("*/da/pages")}
    return {name: [everything_in(folder / name) for folder in (site.output / SEARCH, kept_by(site))] for name in names}


def kept_by(site: Site) -> Path:
    return site.folder / ".protokol" / "index"


@pytest.mark.usefixtures("small_parts")
def test_what_only_the_next_build_reads_is_kept_beside_the_site_and_no_longer_than_of_use(tmp_path: Path) -> None:
    site = site_of(HARBOUR, tmp_path)
    site.build(search=True)
    first, kept = parts_in(site).keys(), {path.name for path in kept_by(site).iterdir()}
    assert kept == first
    assert [path for path in everything_in(site.output / SEARCH) if path.endswith(("postings", "pages.json"))] == []
    line = site_text(site)
    for text in ("Der står hvalfangst.", "Der står sildefangst."):
        site.edit("content/organizations/nummer-20.md", site_text(site), text)
        site.build(search=True)
    assert parts_in(site).keys() <= (kept := {path.name for path in kept_by(site).iterdir()})
    assert len(kept) == len(first) + 1, "those of the site, and what the one before had instead"
    site.edit("content/organizations/nummer-20.md", site_text(site), line)
    shutil.rmtree(site.folder / ".protokol")
    site.build(search=True)
    assert parts_in(site).keys() == first == {path.name for path in kept_by(site).iterdir()}
