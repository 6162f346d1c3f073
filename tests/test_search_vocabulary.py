"""The file of words that the browser reads: what it says of pages leads back to those pages."""

from __future__ import annotations

from itertools import accumulate

from generator.search.vocabulary import IndexedPage, vocabulary


def test_ids_of_different_lengths_stay_in_order_and_apart() -> None:
    """Where two ids begin alike, Pagefind makes one of them longer."""
    ids = ["da_12f0a61", "da_5a3f2b1", "da_5a3f2b10c1", "da_5a3f2b2", "da_c000000"]
    pages = [IndexedPage(one, f"/{one}/", "", frozenset(), pointer="case:x") for one in ids]
    read = vocabulary(pages, "da")
    digits = read["digits"]
    assert isinstance(digits, int)
    gaps = [int(gap or "0", 36) for gap in str(read["ids"]).split(" ")]
    assert list(accumulate(gaps)) == [int(one[3:][:digits].ljust(digits, "0"), 16) for one in ids]
    assert len(set(accumulate(gaps))) == len(ids)
