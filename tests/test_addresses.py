"""Addresses: every link leads somewhere, no two pages share an address, and what was published is answered for ever."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.cli import main
from generator.pipeline import build
from tests.conftest import MakeSite
from tests.sites import AGREEMENT, CONFIG, NEW, SMALL, Site, codes, command, say_nothing


def _term(line: str) -> str:
    return f"---\nid: ord\ntitle: ord\nexplanation: x\n{line}\n---\n"


def _lose(site: Site) -> None:
    (site.folder / AGREEMENT).rename(site.folder / AGREEMENT.replace("aftalen.md", "en-anden.md"))


def test_a_link_to_no_page_and_a_link_to_no_place_are_named(small: Site) -> None:
    theme = small.own_theme()
    (theme / "templates" / "about.html").write_text(
        '<a href="/nowhere/">x</a> <a href="/#nothing">x</a> <a href="outside">x</a>'
    )
    found = {(one.code, dict(one.details)["found"]) for one in small.build().problems}
    assert found == {("P0501", "/nowhere/"), ("P0502", "/#nothing"), ("P0501", "outside")}


def test_an_address_that_is_gone_is_named_with_its_line_in_the_ledger(small: Site) -> None:
    small.build()
    _lose(small)
    [found] = small.build().problems
    noted = (small.folder / "addresses.txt").read_text().splitlines()
    assert (found.code, found.path, noted[found.line - 1]) == ("P0503", "addresses.txt", "/aftaler/aftalen/")


def test_a_former_address_mends_an_address_that_is_gone(small: Site) -> None:
    small.build()
    _lose(small)
    small.edit("content/agreements/en-anden.md", "title: Aftalen", "title: Aftalen\naliases: [/aftaler/aftalen/]")
    assert codes(small.build()) == []
    assert "/aftaler/en-anden/" in (small.output / "aftaler" / "aftalen" / "index.html").read_text()


def test_a_withdrawn_record_mends_an_address_that_is_gone(small: Site) -> None:
    small.write(NEW)
    small.build()
    (small.folder / "content/glossary/ord.md").unlink()
    assert codes(small.build()) == ["P0503"]
    small.write({"content/glossary/ord.md": _term("status: trukket tilbage")})
    assert codes(small.build()) == []
    assert "Trukket tilbage" in (small.output / "ordbog" / "ord" / "index.html").read_text()


@pytest.mark.parametrize("line", [b"<<<<<<< HEAD", b"aftaler/aftalen/", b"/aftaler/\xff/"])
def test_a_line_of_the_ledger_that_is_no_address_is_named(small: Site, line: bytes) -> None:
    (small.folder / "addresses.txt").write_bytes(b"# A note.\n\n/aftaler/aftalen/\n" + line + b"\n")
    [found] = small.build().problems
    assert found.path == "addresses.txt"
    assert (found.code, found.line) == (("P0503" if line.startswith(b"/") else "P0007"), 4)


def test_the_ledger_forgets_nothing_and_repeats_nothing(small: Site) -> None:
    small.write(NEW)
    first = small.build().new_addresses
    noted = (small.folder / "addresses.txt").read_text()
    assert first == len([line for line in noted.splitlines() if line.startswith("/")])
    assert small.build().new_addresses == 0
    assert (small.folder / "addresses.txt").read_text() == noted


def test_a_site_with_drafts_promises_no_address(content: MakeSite) -> None:
    site = content({**SMALL, "content/glossary/ord.md": _term("status: kladde")})
    assert main([*command(site), "--drafts"]) == 0
    assert (site.output / "ordbog" / "ord" / "index.html").is_file()
    assert not (site.folder / "addresses.txt").exists()
    assert main(command(site)) == 0
    assert not (site.output / "ordbog" / "ord").exists()


# ---- no two pages at one address


def test_two_records_at_one_address_are_named(content: MakeSite) -> None:
    site = content(
        {**SMALL, "content/glossary/ord.md": "---\nid: ord\ntitle: ord\nexplanation: x\naliases: [/aftaler/aftalen/]\n---\n"}
    )
    [found] = site.check().problems
    assert (found.code, found.path) == ("P0303", "content/glossary/ord.md")
    assert dict(found.details) == {"found": "/aftaler/aftalen/", "expected": "content/agreements/aftalen.md"}


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("/aftaler/", "index.html"),  # a list
        ("/soeg/", "search.html"),
        ("/emner/oekonomi/", "content/meetings/2025-03-04-forum/01-budget.md"),
        ("/moeder/aar/2025/", "content/meetings/2025-03-04-forum/meeting.yml"),
        ("/en/agreements/aftalen/", "content/agreements/aftalen.md"),  # the same record in the other language
        ("/en/search/", "search.html"),
    ],
)
def test_an_address_that_a_page_of_another_kind_or_language_has_is_named(content: MakeSite, alias: str, expected: str) -> None:
    config = CONFIG.replace("[da]", "[da, en]")
    site = content({**SMALL, "site_config.yml": config, "content/glossary/ord.md": _term(f"aliases: [{alias}]")})
    built = site.build()
    assert set(codes(built)) == {"P0303"}
    assert alias in {dict(one.details)["found"] for one in built.problems}
    assert not site.output.exists()


def test_two_topics_whose_words_make_one_address_are_named(content: MakeSite) -> None:
    assert codes(content({**SMALL, "content/glossary/ord.md": _term("topics: [Oekonomi]")}).build()) == ["P0303"]


def test_a_vague_date_makes_a_plain_address(content: MakeSite) -> None:
    files = {path: text.replace("date: 2025-03-04", "date: 2025-03~") for path, text in SMALL.items()}
    site = content(files)
    assert site.build().pages
    assert "moeder/forum/2025-03/1/index.html" in site.built()
    assert [path for path in site.built() if not re.fullmatch(r"[a-z0-9/._-]+", path)] == []


def test_a_site_that_is_only_served_promises_no_address(small: Site) -> None:
    served = replace(small.order(), promises=False)
    assert build(served, say_nothing).pages
    assert not (small.folder / "addresses.txt").exists()
    assert build(small.order(), say_nothing).new_addresses > 0
    assert "/aftaler/aftalen/" in (small.folder / "addresses.txt").read_text().splitlines()
