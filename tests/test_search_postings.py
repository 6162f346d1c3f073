"""What Pagefind writes to the files that a visitor loads: postings are read, kept, joined and put beside one another."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from generator.search.pagefind import HEAD
from generator.search.parts import POSTINGS, IndexedPage, Part
from generator.search.postings import IN_TITLE, Postings, Stem, keep_postings, kept_postings, postings_in, stem_in, varint
from generator.search.shelves import write_shelves
from tests.cbor import cbor

TITLE = 1  # the number of the field that is the title
PLAIN, WEIGHTY = -25, -241  # before the places after them: weighs one, and ten


def read(*stems: object) -> dict[str, Postings]:
    data = gzip.compress(HEAD + cbor([list(stems)]))
    return {one.stem: one for one in postings_in(data, TITLE)}


def test_pages_are_steps_and_weights_are_halves() -> None:
    found = read(["dig", [[2, [PLAIN, 7, 300], []], [40, [WEIGHTY, 0, PLAIN, 5], []]], []])["dig"]
    assert (found.first, found.last) == (2, 42)
    assert found.steps == bytes([40])
    assert found.weights == bytes([4, 22])  # twice one, and ten and one
    # Two places, 7 and 300 after it; two, the first and five after it.
    assert found.places == bytes([2, 7]) + varint(300) + bytes([2, 0, 5])


def test_a_page_says_it_in_its_title_or_in_another_field() -> None:
    pages = [[1, [PLAIN, 3], [-2, 0]], [1, [PLAIN, 3], [-1, 0]], [1, [], [-1, 4, -2, 0]]]
    assert read(["mol", pages, []])["mol"].weights == bytes([2 + IN_TITLE, 2, IN_TITLE])


def test_very_many_words_are_as_many_as_are_told() -> None:
    assert read(["bro", [[0, [WEIGHTY, *[1] * 90], []]], []])["bro"].weights == bytes([IN_TITLE - 1])


def test_words_with_an_accent_have_a_stem_of_their_own() -> None:
    forms = [["område", [[1, [PLAIN, 4], []]]], ["områder", [[1, [WEIGHTY, 2], []], [1, [PLAIN, 9], []]]]]
    found = read(["omrad", [[5, [PLAIN, 1], []]], forms])
    assert {stem: [one.first, one.last] for stem, one in found.items()} == {"omrad": [5, 5], "områd": [1, 2]}
    assert found["områd"].weights == bytes([22, 2])
    assert found["områd"].places == bytes([2, 2, 2, 1, 9])
    assert read(["omrad", [], forms]).keys() == {"områd"}


@given(some.lists(some.tuples(some.integers(1, 70_000), some.lists(some.integers(0, 70_000), min_size=1)), min_size=1))
def test_places_of_any_size_are_read_as_they_were_written(pages: list[tuple[int, list[int]]]) -> None:
    found = read(["bro", [[step, [PLAIN, *steps], []] for step, steps in pages], []])["bro"]
    assert numbers_in(found.steps) == [step for step, _ in pages[1:]]
    assert numbers_in(found.places) == [one for _, steps in pages for one in (len(steps), *steps)]


def numbers_in(data: bytes) -> list[int]:
    found, number, bits = [], 0, 0
    for byte in data:
        number |= (byte & 0x7F) << bits
        bits += 7
        if byte < 0x80:
            found.append(number)
            number, bits = 0, 0
    return found


def stems(**counts: tuple[int, int, int]) -> dict[str, Stem]:
    return {text: Stem(text, count, first, last, 0, 0) for text, (count, first, last) in counts.items()}


@pytest.mark.parametrize(
    ("word", "count", "last", "stem"),
    [
        ("digerne", 2, 9, "dig"),  # the longer one is on too few pages
        ("digerne", 1, 9, "dige"),
        ("digerne", 1, 30, "dig"),  # and ends too early here
        ("digerne", 60, 9, ""),
        ("dige", 60, 9, "dige"),  # of the words that are stems, Pagefind counts fewer than are there
        ("mole", 1, 1, ""),
    ],
)
def test_a_words_stem_is_the_longest_that_every_page_of_it_can_have(word: str, count: int, last: int, stem: str) -> None:
    known = stems(dig=(50, 0, 40), dige=(1, 9, 9))
    assert word[: stem_in(word, count, last, known)] == stem


def test_postings_of_several_parts_are_numbered_through(tmp_path: Path) -> None:
    parts = []
    for name, pages in (("one", [0, 2]), ("other", [1])):
        (tmp_path / name / "da").mkdir(parents=True)
        own = Postings("dig", pages[0], pages[-1], bytes(pages[1:]), bytes([2] * len(pages)), bytes([1, 9] * len(pages)))
        rare = Postings("bro", 0, 0, b"", bytes([4]), bytes([1, 3]))
        kept = keep_postings([own, rare], tmp_path / name / "da" / POSTINGS)
        assert [*kept_postings(kept, tmp_path / name / "da" / POSTINGS)] == [rare, own]
        parts.append(Part(name, tuple(IndexedPage(str(page), "") for page in range(3)), {}, tuple(kept)))
    assert write_shelves(tmp_path, parts, "da", ["bro", "dig"], tmp_path / "files") == [(2, 1, 1)]
    words, places = (gzip.decompress((tmp_path / "files" / name / "0").read_bytes()) for name in ("words", "places"))
    # How many stems after it begin with it, how many pages, these as steps, what they weigh.
    assert words == bytes([0, 2, 0, 3, 4, 4]) + bytes([0, 3, 0, 2, 2, 2, 2, 2])
    assert places == bytes([1, 3, 1, 3]) + bytes([1, 9, 1, 9, 1, 9])


def test_a_common_stem_has_a_file_of_its_own_and_says_which_of_its_file_are_longer(tmp_path: Path) -> None:
    (tmp_path / "one" / "da").mkdir(parents=True)
    rows = {"dig": 2, "dige": 1, "digt": 1, "dis": 2_500, "dåb": 1}
    found = [Postings(stem, 0, count - 1, bytes([1]) * (count - 1), bytes(count), bytes(count)) for stem, count in rows.items()]
    kept = keep_postings(found, tmp_path / "one" / "da" / POSTINGS)
    part = Part("one", tuple(IndexedPage(str(page), "") for page in range(3_000)), {}, tuple(kept))
    assert write_shelves(tmp_path, [part], "da", [*rows], tmp_path / "files") == [(3, 1, 1), (1, 1, 1), (1, 1, 1)]
    words = gzip.decompress((tmp_path / "files" / "words" / "0").read_bytes())
    assert words == bytes([2, 2, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0])
