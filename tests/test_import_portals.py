"""Pages of portals: what stands beside their items tells of the meeting, and what is sent on is what it is sent on with."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import load_wording
from generator.importer.language.when_written import first_date
from generator.importer.lines.file_names import files_in
from tests.minutes import imported, items_of, meeting_of, numbers_and_titles

FOUND = "Beslutning Isudvalget den {day}-05-2024\nGodkendt.\n"


def test_the_day_and_the_body_are_those_of_the_decisions_where_the_head_says_neither(tmp_path: Path) -> None:
    items = ("1. Takster for is", "2. Vafler til havnen", "3. Eventuelt")
    earlier = "Beslutning Vaffelrådet den 03-05-2024\nAnbefales.\n"
    text = "\n".join(f"{title}\n{earlier if at == 1 else ''}{FOUND.format(day='09')}" for at, title in enumerate(items))
    meeting = meeting_of(imported(text, tmp_path))
    assert (meeting.fields["date"], meeting.fields["bodies"]) == ("2024-05-09", ["isudvalget"])


def test_a_list_of_contents_right_above_the_first_item_is_no_part_of_it(tmp_path: Path) -> None:
    contents = "1. Takster for is\nLukkede punkter\n2. Køb af ishus\n\n"
    items = f"1. Takster for is\n{FOUND.format(day='09')}\nLukkede punkter\n2. Køb af ishus\n"
    draft = imported(f"Isudvalget den 9. maj 2024\n\n{contents}{items}", tmp_path)
    assert numbers_and_titles(draft) == [("1", "Takster for is"), ("2", "Køb af ishus")]
    assert [file.fields.get("closed") for file in items_of(draft)] == [None, "ja"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Onsdag den 15-maj-2002", date(2002, 5, 15)),
        ("Torsdag, Maj 9, 2019 - 17:00", date(2019, 5, 9)),
        ("Onsdag, 8 september, 2021 - 16:00", date(2021, 9, 8)),
        ("Den 31-juni-2002", None),
    ],
)
def test_systems_write_months_by_name_in_their_own_ways(text: str, day: date | None) -> None:
    found = first_date(text, "da")
    assert (found[0] if found else None) == day


@pytest.mark.parametrize(
    ("sentence", "outcome"),
    [
        ("Fremsendes til byrådet med bemærkning, at Isrådet anbefaler indstillingen.", "recommended"),
        ("Tilbagesendes Isafdelingen med bemærkning, at byrådet har vedtaget indstillingen.", "approved"),
        ("Oversendes til Isudvalget.", "referred"),
        ("Et mindretal tiltræder indstillingen.", None),
        ("Indstillingen er dermed ikke tiltrådt.", "not_approved"),
    ],
)
def test_what_is_only_sent_on_is_what_it_is_sent_on_with(sentence: str, outcome: str | None) -> None:
    assert outcome_of(sentence, load_wording("da"), strict=False) == outcome


def test_names_of_files_alone_on_a_line_are_annexes() -> None:
    assert files_in("Takster 2024.pdf Kort_over_ishuset.docx") == ("Takster 2024.pdf", "Kort_over_ishuset.docx")
    assert files_in("Se Takster.pdf for isen") == ()
