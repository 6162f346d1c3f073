"""Irregular words are read alike at the build and in the browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.search import irregular
from generator.search.words import stem

SCRIPT = Path(__file__).parent.parent / "themes/default/assets/search/irregular.js"


def test_the_browser_has_the_same_lists() -> None:
    lists = dict(re.findall(r"const ([A-Z_]+) = `(.*?)`", SCRIPT.read_text(encoding="utf-8"), re.DOTALL))
    assert {"PLURALS", "WHOLE_PLURALS", "VERBS", "OWN_ENDS", "PREFIXED_VERBS", "PARTICLES"} <= lists.keys()
    for name in ("PLURALS", "WHOLE_PLURALS", "VERBS", "OWN_ENDS", "PREFIXED_VERBS", "PARTICLES"):
        assert lists[name] == getattr(irregular, name), name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("næstformænd", "næstformand"),
        ("børnenes", "barnet"),
        ("lovbøgerne", "lovbog"),
        ("vedtog", "vedtaget"),
        ("foreslog", "foreslår"),
        ("indgik", "indgå"),
        ("solgte", "sælger"),
        ("udskrevet", "udskriver"),
        ("hænder", "hånd"),
        ("kaserner", "kaserne"),
        ("eksterne", "ekstern"),
    ],
)
def test_forms_of_one_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("afhænder", "hånd"),
        ("bekræfter", "kraft"),
        ("tog", "tage"),
        ("brød", "bryde"),
        ("bøgen", "bog"),
        ("sætter", "sag"),
        ("kaserne", "kasse"),
    ],
)
def test_other_words_are_left_alone(one: str, other: str) -> None:
    assert stem(one) != stem(other)
