"""Publishing: the live site is always a whole one, whatever fails, whoever takes files away, whenever a build is killed."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable

import pytest

from tests.conftest import ONLY_LINUX
from tests.sites import AGREEMENT, NEW, Site, clean, codes, everything_in

# ---- an error leaves everything as it was


def _break_record(site: Site) -> None:
    site.edit(AGREEMENT, "kind: samarbejdsaftale", "kind: gæt")


def _break_reference(site: Site) -> None:
    site.edit(AGREEMENT, "municipality:fjordby", "municipality:findes-ikke")


def _break_rule(site: Site) -> None:
    site.edit(AGREEMENT, "start: 2025", "start: 2029")


def _break_anchor(site: Site) -> None:
    site.edit(AGREEMENT, "Aftalens tekst.", "Se [punktet](#findes-ikke).")


def _lose_address(site: Site) -> None:
    (site.folder / AGREEMENT).rename(site.folder / AGREEMENT.replace("aftalen.md", "en-anden.md"))


def _break_theme(site: Site) -> None:
    (site.own_theme() / "templates" / "agreement.html").write_text(
        "{% extends 'record.html' %}{% block main %}{{ data.nothing }}{% endblock %}"
    )


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


def _add_an_idle_page(site: Site) -> None:
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
    "a page added": _add_a_page,
    "an idle page added": _add_an_idle_page,
    "memory spoilt": _spoil_the_memory,
}


@pytest.mark.parametrize("mishap", MISHAPS.values(), ids=MISHAPS)
def test_what_is_removed_or_changed_by_hand_is_right_again_after_the_next_builds(
    small: Site, mishap: Callable[[Site], None]
) -> None:
    small.build()
    small.edit(AGREEMENT, "title: Aftalen", "title: Aftalen om mere")
    small.build()
    mishap(small)
    for number in range(3):  # the second and third have the tree that was live, and then idle, when it happened
        small.edit(AGREEMENT, f"tekst{'.' * (number + 1)}\n", f"tekst{'.' * (number + 2)}\n")
        assert small.build().pages
        assert small.built() == clean(small)


@pytest.mark.parametrize("name", [name for name in MISHAPS if name not in ("a page added", "an idle page added")])
def test_it_is_right_again_at_once_where_no_record_was_changed(small: Site, name: str) -> None:
    small.build()
    expected = small.built()
    small.edit(AGREEMENT, "Aftalens tekst.", "Aftalens tekst..")
    small.build()
    small.edit(AGREEMENT, "Aftalens tekst..", "Aftalens tekst.")
    small.build()
    MISHAPS[name](small)
    for _ in range(3):
        assert small.build().pages
        assert small.built() == expected


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
        small.edit(AGREEMENT, f"tekst{'.' * (number + 1)}\n", f"tekst{'.' * (number + 2)}\n")
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
        except BaseException as error:  # whatever it is, it is what the test looks for
            errors.append(error)

    threads = [threading.Thread(target=often) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert small.built() == clean(small)


def test_an_id_that_stands_twice_on_a_page_is_a_warning_of_that_page_at_every_build(small: Site) -> None:
    small.edit(AGREEMENT, "title: Aftalen", "title: Aftalen\nclauses: [{key: matter, title: Formål, text: Formålet.}]")
    twice = ("P0506", "aftaler/aftalen/index.html", (("found", "matter"),))
    first, again = small.build(), small.build()
    assert first.pages == again.pages > 0
    for built in (first, again):
        assert [(found.code, found.path, found.details) for found in built.problems] == [twice]
