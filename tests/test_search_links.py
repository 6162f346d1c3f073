"""The files that say which pages a page points at: what they hold, and what of a page counts."""

from __future__ import annotations

import gzip
from pathlib import Path

from generator.search.links import IN_ONE_FILE, write_links
from generator.search.parts import IndexedPage, links_of


def lines_of(pages: list[IndexedPage], folder: Path, number: int = 0) -> list[str]:
    write_links(pages, folder)
    return gzip.decompress((folder / "links" / str(number)).read_bytes()).decode().split("\n")


def pages_of(links: dict[int, list[int]], count: int) -> list[IndexedPage]:
    return [IndexedPage(f"/{at}/", "", links=tuple(f"/{one}/" for one in links.get(at, ()))) for at in range(count)]


def test_a_line_has_the_pages_as_steps_and_how_often_each_is_pointed_at(tmp_path: Path) -> None:
    pages = pages_of({0: [3, 1], 2: [3, 2, 9]}, 4)  # one of itself, and one that is not indexed
    assert lines_of(pages, tmp_path) == ["2 4|1 2", "", "6|2", ""]


def test_a_page_at_which_a_tenth_of_all_points_says_nothing_of_any(tmp_path: Path) -> None:
    everybody = pages_of({at: [0] for at in range(1, 31)}, 300)
    assert lines_of(everybody, tmp_path / "under")[1] != ""
    more = pages_of({at: [0] for at in range(1, 32)}, 300)
    assert set(lines_of(more, tmp_path / "over")) == {""}


def test_of_many_pages_those_are_told_at_which_the_fewest_point(tmp_path: Path) -> None:
    many = pages_of({0: list(range(1, 31)), 31: list(range(1, 11))}, 40)
    assert lines_of(many, tmp_path)[0].partition("|")[2] == " ".join(["2"] * 4 + ["1"] * 20)


def test_many_pages_are_in_several_files(tmp_path: Path) -> None:
    assert lines_of(pages_of({IN_ONE_FILE: [0]}, IN_ONE_FILE + 1), tmp_path, number=1) == ["|1"]


def test_what_the_main_part_of_a_page_points_at_counts_once_whatever_place_it_names() -> None:
    text = '<a href="/e/"><main><a id="x" href="/a/b/#c">x</a> <a href="../d/">y</a><a href="/a/b/">z</a></main>'
    outside = '<main><a href="https://example.com/">x</a><a href="mailto:x">y</a><a href="/file.pdf">z</a></main>'
    assert links_of(text, "/a/c/") == ("/a/b/", "/a/d/")
    assert links_of(outside, "/a/") == links_of("<p>", "/a/") == ()
