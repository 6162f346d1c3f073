"""Marks that a source prints stay text on the page: list numbers, letters, and the numbers of notes around a table."""

from __future__ import annotations

from markupsafe import Markup

from generator.declaration import Pointer
from generator.text_html import TextWords, pieces_to_html, segments, to_html


def _html(text: str) -> Markup:
    return to_html(text, str, TextWords())


def test_the_numbers_of_an_ordered_list_are_text_and_go_on_where_the_source_does() -> None:
    html = _html("4. fire\n5. fem\n   1. indre\n6. seks\n")
    assert [f'<span class="mark">{number}.</span> {word}' in html for number, word in
            ((4, "fire"), (5, "fem"), (1, "indre"), (6, "seks"))] == [True] * 4  # fmt: skip


def test_a_printed_letter_takes_the_place_of_the_bullet() -> None:
    html = _html("- a. først\n- iv) så\n- uden\n")
    assert '<li class="marked"><span class="mark">a.</span> først</li>' in html
    assert '<li class="marked"><span class="mark">iv)</span> så</li>' in html
    assert "<li>uden</li>" in html


def test_a_list_mark_that_an_author_writes_as_html_stays_inert() -> None:
    assert "<ol>" not in _html("<ol><li>1. x</li></ol>")


def test_notes_are_numbered_through_where_a_table_stands_between_them() -> None:
    text = "Før[^1]\n\n[Tabel](table:t)\n\nEfter[^2]\n\n[^1]: en\n[^2]: to\n"
    before, table, after = pieces_to_html(tuple(segments(text)), _html)
    assert table == Pointer("table", "t")
    assert isinstance(before, Markup)
    assert isinstance(after, Markup)
    assert 'id="fnref-1"' in before
    assert "[^1]" not in before
    assert 'id="fnref-2"' in after
    assert after.index("en <a") < after.index("to <a")


def test_every_table_of_a_text_is_there_also_where_nothing_stands_between_them() -> None:
    text = "[A](table:a)\n\n[B](cost_share:b)\n"
    assert list(pieces_to_html(tuple(segments(text)), _html)) == [Pointer("table", "a"), Pointer("cost_share", "b")]
