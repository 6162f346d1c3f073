"""The golden site: byte for byte what was last accepted, and what must hold however often it is accepted anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden import accept, build_example, differences, expected_files
from tests.parsed_page import ParsedPage, pages_of

MANY = 20  # files that a failing test names


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build_example(tmp_path_factory.mktemp("golden") / "site")


@pytest.fixture(scope="module")
def pages(built: dict[str, bytes]) -> dict[str, ParsedPage]:
    return pages_of(built)


def test_the_golden_site_is_as_it_was_accepted(built: dict[str, bytes]) -> None:
    found = differences(built, expected_files())
    shown = "\n".join([*found[:MANY], *([f"and {len(found) - MANY} more"] if len(found) > MANY else [])])
    assert not found, f"see tests/example_site/README.md; where this is meant, `make bless`\n{shown}"


def test_accepting_a_site_leaves_no_difference(built: dict[str, bytes], tmp_path: Path) -> None:
    accept({**built, "of-old/index.html": b"a page that is no more"}, tmp_path / "expected")
    accept(built, tmp_path / "expected")
    assert differences(built, expected_files(tmp_path / "expected")) == []


def test_a_changed_a_new_and_a_lost_file_are_each_named() -> None:
    found = differences({"same": b"1", "changed": b"a\nnow", "new": b""}, {"same": b"1", "changed": b"a\nthen", "gone": b""})
    assert [line.split("\n")[0] for line in found] == ["new: new", "gone: gone", "changed: changed"]
    assert "-then" in found[2]
    assert "+now" in found[2]


def test_a_draft_is_nowhere(built: dict[str, bytes]) -> None:
    assert [path for path, data in built.items() if b"kladde" in data or b"Kladde" in data] == []


def test_a_withdrawn_record_keeps_its_address_and_its_reason_and_nothing_else(pages: dict[str, ParsedPage]) -> None:
    tombstone = pages["dokumenter/forkert-notat/index.html"]
    assert "Notatet hørte til en anden sag." in tombstone.text
    told = ("Et notat, der blev lagt op ved en fejl", "Må ikke vises", "Teksten må ikke vises")
    assert [path for path, page in pages.items() if any(words in page.text for words in told)] == []


def test_a_former_address_leads_to_the_record(pages: dict[str, ParsedPage]) -> None:
    for path, target in (("", "/x/"), ("en/", "/x/en/")):
        moved = pages[f"{path}aftaler/affaldsaftalen/index.html"]
        word = "agreements" if path else "aftaler"
        assert f"{target}{word}/genbrugsaftalen/" in moved.values("href")


def test_a_closed_item_has_its_ground_and_no_words(pages: dict[str, ParsedPage]) -> None:
    closed = pages["moeder/sundforum/2025-09-18/4/index.html"]
    assert "forretningsordenens § 5" in closed.text
    assert closed.all("blockquote") == []


def test_changes_between_versions_are_marked_as_such(pages: dict[str, ParsedPage]) -> None:
    agreement = pages["aftaler/genbrugsaftalen/index.html"]
    assert agreement.all("ins")
    assert agreement.all("del")


def test_every_address_lies_below_the_base_path(pages: dict[str, ParsedPage]) -> None:
    links = {link for page in pages.values() for name in ("href", "src", "action") for link in page.values(name)}
    inside = {link for link in links if link.startswith("/")}
    assert inside
    assert [link for link in inside if not link.startswith("/x/")] == []


def test_no_page_gives_one_name_to_two_places(pages: dict[str, ParsedPage]) -> None:
    repeated = {path: [one for one in page.values("id") if page.values("id").count(one) > 1] for path, page in pages.items()}
    assert {path: found for path, found in repeated.items() if found} == {}
