"""Committees are also found by their first letters, where their names say what they are for and what they are."""

from __future__ import annotations

import pytest

from generator.search.initials import initials_of


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Økonomiudvalget", "ØU"),
        ("Teknik- og Miljøudvalget", "TMU"),
        ("Kultur-, Idræts- og Fritidsudvalget", "KIFU"),
        ("Udvalget for Klima, Natur og Miljø", "KNMU"),
        ("Økonomi- og Erhvervsudvalget (fra 2014)", "ØEU"),
        ("Kommunalbestyrelsen", "KB"),
    ],
)
def test_a_committee_is_called_by_what_it_is_for_and_what_it_is(name: str, letters: str) -> None:
    assert initials_of(name, "da") == letters


@pytest.mark.parametrize("name", ["Udvalget", "Strandby Byråd", "Klitlund Havn", "Udvalg for A, B, C, D, E og F", "-", ""])
def test_a_name_that_says_less_or_more_has_no_first_letters(name: str) -> None:
    assert initials_of(name, "da") == ""


def test_letters_that_are_a_word_or_an_abbreviation_of_something_else_are_not_taken() -> None:
    assert initials_of("Oplysningsmødeudvalget", "da") == "OU"
    assert initials_of("Familie- og Midtbynævnet", "da") == "FMN"
    assert initials_of("Havnefronts- og Kajnævnet", "da") == "HKN"
    assert initials_of("Ordnings- og Madudvalget", "xx") == ""
