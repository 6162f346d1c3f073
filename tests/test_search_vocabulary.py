"""The file of words that the browser reads: how many pages have a word, and which stem of the index it is."""

from __future__ import annotations

from generator.search.parts import IndexedPage, Part
from generator.search.vocabulary import stems_of, vocabulary, words_in

PAGES = tuple(IndexedPage(f"/sager/{number}/", "", pointer="case:x") for number in range(5))
ONE = Part("one", PAGES[:3], {"dige": (3, 3), "digerne": (1, 4), "mole": (1, 3)})
OTHER = Part("other", PAGES[3:], {"bro": (2, 3), "dige": (1, 3), "digerne": (2, 3)})


def test_each_word_has_the_number_of_pages_of_all_parts_and_that_of_its_stem() -> None:
    read = vocabulary(PAGES, [ONE, OTHER], words_in([ONE, OTHER]), "da")
    assert read["words"] == "0bro\n0dige\n4rne\n0mole"
    assert read["counts"] == "2 4 3 1"
    assert stems_of(words_in([ONE, OTHER])) == [
        "bro",
        "dig",
        "mol",
    ]  # where parts differ, the shorter stem is the one that all have
    assert read["stems"] == " 2  2"  # as steps: nought, one, one, two
    assert read["parts"] == [["one", 3], ["other", 2]]


def test_of_a_long_page_s_length_the_first_bits_are_told() -> None:
    pages = [IndexedPage("/", "", pointer="case:x", length=length) for length in (8, 1_001)]
    assert vocabulary(pages, [Part("one", tuple(pages), {})], {}, "da")["lengths"] == "8 sg"  # 1024
