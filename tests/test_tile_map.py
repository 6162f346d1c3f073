"""The tile map: names that fit by rule, classes of values, cells for those that exist, a list for the others."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from generator.declaration import Pointer
from generator.pages.tiles import LONGEST, STEPS, name_lines, step_of, steps_of
from tests.sites import SMALL, Site

BAKKEBY = {"content/municipalities/bakkeby.md": "---\nid: bakkeby\ntitle: Bakkeby\ncode: '0902'\n---\n"}
MAKE = Callable[[dict[str, str]], Site]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Lemvig", ("Lemvig",)),
        ("Ikast-Brande", ("Ikast-", "Brande")),
        ("Ringkøbing-Skjern", ("Ringkøbing-", "Skjern")),
        ("Ny By", ("Ny By",)),
        ("Sankt Nikolaj ved Havet", ("Sankt", "Nikolaj ved.")),
        ("Overmåderlangtnavn", ("Overmåderlan.",)),
    ],
)
def test_a_name_is_broken_after_hyphens_and_at_spaces_and_else_cut(name: str, lines: tuple[str, ...]) -> None:
    found = name_lines(name, 2)
    assert found == lines
    assert all(len(line) <= LONGEST for line in found)


def test_values_fall_in_classes_of_about_the_same_number() -> None:
    values = {Pointer("municipality", str(number)): Decimal(number) for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 1000)}
    steps = steps_of(values)
    assert [step.number for step in steps] == [1, 2, 3, 4, 5]
    assert [step_of(value, steps) for value in values.values()] == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert (steps[0].low, steps[-1].high) == (1, 1000)


def test_few_values_make_few_classes_and_none_makes_none() -> None:
    same = {Pointer("municipality", name): Decimal(7) for name in "ab"}
    assert [(step.low, step.high) for step in steps_of(same)] == [(7, 7)]
    assert steps_of({}) == ()
    assert STEPS == 5


def test_where_no_municipality_has_a_place_a_plain_list_stands_instead(content: MAKE) -> None:
    site = content({**SMALL, **BAKKEBY})
    assert site.build().pages
    page = site.built()["kommuner/index.html"].decode()
    assert 'class="tiles"' not in page
    assert page.count('href="/kommuner/fjordby/"') >= 1


def test_who_has_no_cell_stands_in_a_list_below_the_map(content: MAKE) -> None:
    site = content({**SMALL, **BAKKEBY})
    site.edit("content/municipalities/fjordby.md", "title: Fjordby", "title: Fjordby\nmap_row: 3\nmap_column: 2")
    assert site.build().pages
    page = site.built()["kommuner/index.html"].decode()
    drawn, _, after = page.partition("</svg>")
    assert 'aria-label="Fjordby"' in drawn
    assert 'aria-label="Bakkeby"' not in drawn
    assert '<li><a href="/kommuner/bakkeby/">Bakkeby</a></li>' in after
