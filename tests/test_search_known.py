"""The words of the committed lists, in few bytes."""

from __future__ import annotations

from generator.search.known import BITS, known_stems, packed, places
from generator.search.words import stem_of


def has(data: bytes, stem: str) -> bool:
    return all(data[place >> 3] & 1 << (place & 7) for place in places(stem, len(data) * 8))


def test_every_word_is_found_and_of_others_hardly_one() -> None:
    stems = known_stems("da")
    data = packed(stems)
    assert len(stems) > 10_000
    assert len(data) == len(stems) * BITS // 8
    assert all(has(data, stem) for stem in stems)
    others = [f"{stem}q{number}" for number, stem in enumerate(sorted(stems)[:2_000])]
    assert sum(has(data, stem) for stem in others) < 0.02 * len(others)


def test_words_of_every_list_are_known_in_any_form() -> None:
    stems = known_stems("da")
    assert {stem_of(word) for word in ("koncerter", "færgen", "kontanthjælp", "børnehaverne", "pesticider")} <= stems


def test_the_same_words_give_the_same_bytes_in_any_order() -> None:
    assert packed(["b", "a", "c"]) == packed(["c", "a", "b"])


def test_a_language_without_lists_knows_nothing() -> None:
    assert packed(known_stems("xx")) == b"\0"
