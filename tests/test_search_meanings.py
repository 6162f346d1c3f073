"""The lists of words that mean nearly the same: what a site is told of them, and that no row of theirs is lost."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.search.compounds import FOLDER
from generator.search.meanings import Meanings, meanings_of

LISTS = sorted(FOLDER.glob("everyday_*.yml"))
MADE = Meanings(
    others={
        "holde fast": ["fortøjning"],
        "knob": ["fortøjning"],
        "reb": ["tov", "trosse", "line", "kæde", "snor", "wire", "garn"],
        "ror": ["pinol"],
        "tove": ["tov", "trosse"],
        "kajplads": ["lagt op"],
    },
    light=(),
    common=(),
    short={},
    asks=(),
)


def told(*words: str) -> list[str]:
    return MADE.others_among(words).splitlines()


def test_a_site_is_told_only_of_words_that_it_has_in_any_form() -> None:
    assert told("trossen", "krabbe") == ["trosse|reb,tov"]
    assert told("krabbe") == []


def test_several_words_are_told_where_a_site_has_each_of_them() -> None:
    assert told("lagt") == []
    assert told("lagt", "op") == ["lagt op|kajplad"]


def test_words_with_the_same_others_stand_on_one_line_by_their_stems() -> None:
    assert told("fortøjningen") == ["fortøjning|hold fast,knob"]


def test_of_many_others_the_first_six_are_told_and_none_is_the_word_itself() -> None:
    assert told("tov", "trosse", "line", "kæde", "snor", "wire", "garn") == ["tov,trosse,line,kæde,snor,wire|reb", "trosse|tov"]


@pytest.mark.parametrize("path", LISTS, ids=[path.stem for path in LISTS])
def test_no_row_stands_twice_in_a_list(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = Counter(line.partition(":")[0] for line in lines if not line.startswith("#"))
    assert [row for row, count in rows.items() if count > 1] == []


def test_a_language_without_lists_has_nothing_alike() -> None:
    assert meanings_of("xx").others_among(["tov"]) == ""
