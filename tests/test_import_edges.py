"""What stands beside titles, above the items and at the edges of pages: the number of a case, the day, the page's head."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.extraction.blocks import Block, Kind, Line
from generator.importer.headings.case_numbers import says_only_facts, without_case
from generator.importer.language.vocabulary import load_wording
from generator.importer.lines.page_edges import counting_lines
from generator.importer.meeting.meeting_day import Said, meeting_day
from tests.minutes import imported

_WORDING = load_wording("da")


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Takster for år 2000.         J.nr. 16.06.04 Ø23", "Takster for år 2000."),
        ("Takster for år 2000. J.nr. 16.06.04 @23", "Takster for år 2000"),
        ("Leje af isbod, sagsnr. 22/1234", "Leje af isbod"),
        ("Leje af isbod (J. nr. 16.06.04 A 3)", "Leje af isbod"),
        ("Leje af isbod        85.02.02-G01-5-17", "Leje af isbod"),
        ("Leje af isbod        85.02.02G01 sagsnr. 2024-517", "Leje af isbod"),
    ],
)
def test_the_number_of_a_case_is_no_part_of_its_title(title: str, rest: str) -> None:
    assert without_case(title, _WORDING) == rest


@pytest.mark.parametrize(
    "title",
    [
        "Forslag til Lokalplan nr. 12",
        "Genoptagelse af sag nr. 142",
        "Regulativ for Isbækken nr. 3.14",
        "Referat fra møde nr. 9",
    ],
)
def test_a_number_that_a_title_goes_on_with_is_of_it(title: str) -> None:
    assert without_case(title, _WORDING) == title


def test_a_title_of_one_word_before_the_number_of_a_case_is_a_title() -> None:
    assert not says_only_facts("ORIENTERING J.nr. 00.01.00", _WORDING)
    assert says_only_facts("J.nr. 00.01.00 A 3", _WORDING)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ([("", "Isby, den 6. marts 2024"), ("", "Møde i Isrådet 4. marts 2024 kl. 13")], "2024-03-04"),
        ([("date", "6. marts 2024"), ("when_and_where", "Mandag den 4. marts 2024 kl. 9")], "2024-03-04"),
        ([("", "Endeligt referat, udsendt 6. marts 2024"), ("", "Møde i Isrådet 4. marts 2024")], "2024-03-04"),
        ([("date", "4. marts 2024"), ("", "Isrådet blev nedsat 1. maj 2011")], "2024-03-04"),
        ([("", "6. marts 2024/abc"), ("", "fra Isrådets møde nr. 3 den 4. marts 2024")], "2024-03-04"),
        ([("", "Isby, den 6. marts 2024")], "2024-03-06"),
        ([("", "År 1993"), ("", "den 4. marts holdt Isrådet møde")], "1993-03-04"),
        ([("", "Isrådet")], "None"),
    ],
)
def test_of_several_days_in_the_head_one_is_the_meeting_s(said: list[tuple[str, str]], day: str) -> None:
    assert str(meeting_day([Said(*one) for one in said], _WORDING, "da")) == day


def test_the_day_may_stand_on_the_edges_of_pages_alone(tmp_path: Path) -> None:
    page = "Isby Affald I/S          Side {} af 2\nMøde den 4. marts 2024\n\n{}. Isens priser {}\nBeslutning: Godkendt.\n\f"
    draft = imported("".join(page.format(at, at, at) for at in (1, 2)), tmp_path)
    assert draft.folder.startswith("meetings/2024-03-04")


@pytest.mark.parametrize(
    ("lines", "edges"),
    [
        (["Blad nr. 7   Formandens initialer:", "1. Is", "Blad nr. 8   Formandens initialer:", "2. Vafler"], [0, 2]),
        (["Side 3 i bilaget nævner isen.", "1. Is", "Side 3 i bilaget nævner isen.", "2. Vafler"], []),
        (["Isby Boligselskab", "Møde 4. marts 2024", "1. Is", "Isby Boligselskab", "Møde 4. marts 2024  Side 2"], [0, 3, 4]),
        (["Godkendt af rådet", "1. Is", "Udsat", "2. Vafler", "Godkendt af rådet"], []),
        (["Isby Byråd   Side 3", "Punkt 3", "Is", "Isby Byråd   Side 4", "Punkt 4", "Vafler"], [0, 3]),
    ],
)
def test_lines_at_the_edges_of_two_pages_are_known(lines: list[str], edges: list[int]) -> None:
    every = [Line(text, 1, at) for at, text in enumerate(lines)]
    found = counting_lines([Block(Kind.PARAGRAPH, line.text, (line,)) for line in every])
    assert sorted(line.number for line in found) == edges


def test_a_sentence_that_decides_is_none_of_a_pages_edge_though_it_ends_two_pages_with_a_day() -> None:
    texts = ["Ny sti", "Udsat i mødet den 20. maj 2026.", "Gadelys", "Udsat i mødet den 20. maj 2026."]
    every = [Line(text, at // 2 + 1, at % 2 + 1) for at, text in enumerate(texts)]
    blocks = [Block(Kind.PARAGRAPH, line.text, (line,)) for line in every]
    assert counting_lines(blocks) == {every[1], every[3]}
    assert not counting_lines(blocks, lambda text: text.startswith("Udsat"))
