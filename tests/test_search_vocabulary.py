"""The file of words that the browser reads: how many pages have a word, and which parts of the index."""

from __future__ import annotations

from generator.search.parts import IndexedPage, Part
from generator.search.vocabulary import vocabulary

PAGES = tuple(IndexedPage(f"/sager/{number}/", "", pointer="case:x") for number in range(5))
ONE = Part("one", PAGES[:3], {"dige": 3, "mole": 1})
OTHER = Part("other", PAGES[3:], {"bro": 2, "dige": 1})


def test_each_word_has_the_number_of_pages_of_all_parts_and_says_which_parts_have_it() -> None:
    read = vocabulary(PAGES, [ONE, OTHER], "da")
    assert read["words"] == "0bro\n0dige\n0mole"
    assert read["counts"] == "2 4 1"
    assert read["having"] == "2 3 1"  # bits: the first part has one, the second two


def test_of_a_single_part_nothing_is_said() -> None:
    assert vocabulary(PAGES[:3], [ONE], "da")["having"] == ""
