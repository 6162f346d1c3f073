"""What may not be published is found however it is written, and what only looks like it is not."""

from __future__ import annotations

import random

import pytest

from generator.importer.drafting.privacy import without_private
from generator.rules.private_words import may_be_personal, private_words


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("perhaps_cpr", "310299-9999"),
        ("perhaps_cpr", "310299 9999"),
        ("perhaps_cpr", "310299\u20139999"),
        ("perhaps_cpr", "310299\u00a0-\u00a09999"),
        ("perhaps_cpr", "31.02.99-9999"),
        ("perhaps_cpr", "310299-\n9999"),
        ("perhaps_cpr", "0101999999"),
        ("cpr", "cpr-nr. 3102999999"),
        ("cpr", "CPR: 310299-9999"),
        ("cpr", "personnummeret er 310299 9999"),
        ("email", "eva@proeve.example"),
        ("email", "eva (at) proeve.example"),
        ("telephone", "tlf. 00000000"),
        ("telephone", "Telefonnummer: 00 00 00 00"),
        ("telephone", "+45 00 00 00 00"),
        ("telephone", "99 00 00 00"),
    ],
)
def test_something_private_is_found_with_its_kind_and_place_and_taken_out_of_drafts(kind: str, text: str) -> None:
    (found,) = private_words(f"Eva Eksempel, {text}, kom.")
    assert (found.kind, found.words, found.offset) == (kind, text, len("Eva Eksempel, "))
    assert without_private(f"Eva, {text}, kom.") == "Eva, […], kom."


@pytest.mark.parametrize(
    "text",
    [
        "CVR 99999999",
        "område M@LB.R1.04 i planen",
        "EAN 5799999999999",
        "P-nummer 1099999999",
        "sagen 15-310299-9999",
        "konto 9999-0101999999",
        "2.400.000 kr. og 36.792.000 kr.",
        "01.01.2020-31.12.2023",
        "2019 2020 2021 2022",
        "| 20 | 21 | 22 | 23 |",
        "14,1 18,8 23,3 56,2",
        "punkt (a) se bilag.docx",
    ],
)
def test_other_numbers_and_words_are_nothing_private(text: str) -> None:
    assert list(private_words(text)) == []


def test_few_other_numbers_of_ten_digits_are_taken_for_personal_ones() -> None:
    numbers = random.Random(7)
    share = sum(may_be_personal(f"{numbers.randrange(10**10):010}") for _ in range(20_000)) / 20_000
    assert 0 < share < 0.005


def test_a_number_that_agrees_with_its_check_digit_may_be_personal_and_one_whose_day_is_none_may_not() -> None:
    # Of the ten numbers that differ in their last digit alone at most one agrees; these are of days in invented form.
    assert sum(may_be_personal(f"150350000{digit}") for digit in range(10)) <= 1
    assert any(may_be_personal(f"15035{number:05}") for number in range(20))
    assert not any(may_be_personal(f"310299{number:04}") for number in range(1000))
