"""The lists of words that mean nearly the same: what a site is told of them, and that no row of theirs is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from generator.search.compounds import FOLDER
from generator.search.meanings import RELATED, Meanings, everyday, meanings_of
from generator.search.words import stem_of

LANGUAGES = sorted(path.name.removeprefix("everyday_") for path in FOLDER.glob("everyday_*"))
LONGEST = 5  # words of an expression; themes/default/assets/search/mapping.js looks for no longer one
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
    bodies=(),
)


def told(*words: str) -> list[str]:
    return MADE.others_among(words).splitlines()


def test_a_word_that_ends_like_an_article_is_not_the_word_without_it() -> None:
    meanings = replace(MADE, others={"larm": ["orden"]})
    assert meanings.others_among(["ord", "ordet"]) == ""
    assert meanings.others_among(["orden"]) == "orden|larm"


def test_a_light_word_has_not_the_meaning_of_a_word_with_its_stem() -> None:
    meanings = replace(MADE, others={"skalere": ["vækst"], "skal": ["pligt"]}, light=["skal"])
    assert meanings.others_among(["vækst", "pligt"]) == "pligt|skal"


def test_a_site_is_told_only_of_words_that_it_has_in_any_form() -> None:
    assert told("trossen", "krabbe") == ["trosse|reb,tov"]
    assert told("krabbe") == []


def test_several_words_are_told_where_a_site_has_each_of_them() -> None:
    assert told("lagt") == []
    assert told("lagt", "op") == ["lagt op|kajplad"]


def test_what_is_only_of_the_subject_comes_last_and_not_where_it_is_the_same_too() -> None:
    meanings = replace(MADE, others={"barsel": ["~ferie", "orlov", "~fravær", "fravær"]})
    assert meanings.others_among(["ferie", "orlov", "fravær"]) == "orlov,fravær,~ferie|barsl"


def test_a_letter_is_no_word_that_another_is_searched_as() -> None:
    assert replace(MADE, others={"vandløb": ["å"]}).others_among(["å"]) == ""


def test_words_with_the_same_others_stand_on_one_line_by_their_stems() -> None:
    assert told("fortøjningen") == ["fortøjning|hold fast,knob"]


def test_of_many_others_the_first_six_are_told_and_none_is_the_word_itself() -> None:
    assert told("tov", "trosse", "line", "kæde", "snor", "wire", "garn") == ["tov,trosse,line,kæde,snor,wire|reb", "trosse|tov"]


def stems(words: str) -> str:
    return " ".join(map(stem_of, words.removeprefix(RELATED).split()))


def test_the_files_of_a_list_are_read_field_by_field() -> None:
    assert LANGUAGES == ["da", "en"]
    assert all(list(everyday(language)) for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_row_stands_twice_in_a_list_in_any_of_its_files(language: str) -> None:
    files = sorted((FOLDER / f"everyday_{language}").glob("*.yml"))
    lines = [line for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    rows = Counter(line.partition(":")[0] for line in lines if line.startswith(" "))
    assert [row for row, count in rows.items() if count > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_whatever_a_list_has_can_be_asked_and_found(language: str) -> None:
    """A sign within it, as a hyphen, makes of what is typed other words than of what the list has."""
    told = [one for words, meant in everyday(language) for one in (*words, *(one.removeprefix(RELATED) for one in meant))]
    assert [one for one in told if not one.replace(" ", "").isalnum() or one != one.lower() or len(one.split()) > LONGEST] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_row_leads_to_something_that_no_row_before_led_it_to(language: str) -> None:
    known: dict[str, set[str]] = {}
    idle = []
    for words, meant in everyday(language):
        for word in words:
            before = known.setdefault(stems(word), {stems(word)})
            if before >= (now := set(map(stems, meant))):
                idle.append(word)
            before |= now
    assert idle == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_leads_to_no_word_in_two_forms(language: str) -> None:
    rows = [sorted(map(stems, meant)) for _, meant in everyday(language)]
    assert [row for row in rows if any(one == other for one, other in pairwise(row))] == []


def test_a_language_without_lists_has_nothing_alike() -> None:
    assert meanings_of("xx").others_among(["tov"]) == ""
