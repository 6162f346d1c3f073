"""The file of words that the browser reads: what it says of pages leads back to those pages."""

from __future__ import annotations

from generator.search.vocabulary import IndexedPage, vocabulary


def test_ids_of_different_lengths_are_told_apart_by_as_many_digits_of_each() -> None:
    """Where two ids begin alike, Pagefind makes one of them longer."""
    ids = ["da_12f0a61", "da_5a3f2b1", "da_5a3f2b10c1", "da_5a3f2b2", "da_c000000"]
    pages = [IndexedPage(one, f"/{one}/", "", frozenset(), pointer="case:x") for one in ids]
    read = vocabulary(pages, "da")
    digits, whole = read["digits"], read["ids"]
    assert isinstance(digits, int)
    assert isinstance(whole, str)
    marks = [whole[place : place + digits] for place in range(0, len(whole), digits)]
    assert marks == [one[3:][:digits].ljust(digits, "0") for one in ids]
    assert len(set(marks)) == len(ids)
