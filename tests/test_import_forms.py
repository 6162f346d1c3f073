"""Minutes in forms that nobody listed: what makes an item, a label or a page's edge is seen from the document itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.importer.drafting.draft import DraftFile
from generator.importer.items.decisions import Asked, decisions_of
from generator.importer.labels.groups import group_of
from generator.importer.labels.label_words import words_of
from generator.importer.language.vocabulary import load_wording
from tests.minutes import imported, items_of, numbers_and_titles

HEAD = "Referat af møde i Isudvalget den 4. marts 2024\n\nDeltagere: Ib Prøve, Ane Test\n\n"
AGENDA = HEAD + "Dagsorden:\n1. Referat fra sidst\n2. Is i skolerne\n3. Ny isbod\n4. Eventuelt\n\n"


def _said(item: DraftFile) -> list[tuple[str, str]]:
    return [(one["text"], one["outcome"]) for one in item.fields["decisions"]]


def test_titles_that_stand_only_in_the_list_of_contents_are_those_of_the_numbers_below(tmp_path: Path) -> None:
    text = AGENDA + "Ad 1: Godkendt.\n\nAd 2: Ib Prøve fortalte om prøven.\nUdvalget tager den til efterretning.\n\n"
    draft = imported(f"{text}Ad 3)\nUdsat til næste møde.\n\nAd 4)\nIntet.\n", tmp_path)
    assert [title for _, title in numbers_and_titles(draft)] == ["Referat fra sidst", "Is i skolerne", "Ny isbod", "Eventuelt"]
    assert _said(items_of(draft)[0]) == [("Godkendt.", "godkendt")]
    assert _said(items_of(draft)[2])[0][0] == "Udsat til næste møde."


def test_what_a_list_of_contents_does_not_name_is_no_item(tmp_path: Path) -> None:
    parts = "1. Isen\nDen er kold.\n\n2. Vaflen\nDen er sprød.\n\n3. Flødebollen\nDen er dyr.\n\n"
    text = f"{AGENDA}1. Referat fra sidst\nGodkendt.\n\n2. Is i skolerne\nSagen har tre dele.\n\n{parts}Drøftet.\n\n"
    draft = imported(f"{text}3. Ny isbod\nUdsat til næste møde.\n\n4. Eventuelt\nIntet.\n", tmp_path)
    assert [title for _, title in numbers_and_titles(draft)] == ["Referat fra sidst", "Is i skolerne", "Ny isbod", "Eventuelt"]


def test_a_line_that_every_item_has_above_what_was_decided_is_a_label(tmp_path: Path) -> None:
    items = [("Is i skolerne", "Godkendt."), ("Ny isbod", "Udsat til maj."), ("Vafler", "Taget til efterretning.")]
    text = "".join(
        f"{number}. {title}\n\nHvorfor får udvalget sagen\nDer er spurgt til {title}.\n\n"
        f"Isudvalget, 4. marts 2024, pkt. {number}:\n{said}\n\n"
        for number, (title, said) in enumerate(items, start=1)
    )
    found = items_of(imported(HEAD + text, tmp_path))
    outcomes = ("godkendt", "udsat", "taget til efterretning")
    assert [_said(item)[0] for item in found] == [(said, outcome) for (_, said), outcome in zip(items, outcomes, strict=True)]
    assert all(item.body.startswith("## Hvorfor får udvalget sagen") for item in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Byrådets endelige beslutning", "decision"),
        ("Beslutninger Handicaprådet den 23-11-2015", "decision"),
        ("Forvaltningens indstilling", "recommendation"),
        ("Forvaltningens bemærkninger til budgettet", None),
        ("Beslutning om ny isbod", None),
        ("Referat af mødet den 3. maj", None),
        ("Navneforslag", None),
        ("tovholder", None),
    ],
)
def test_a_line_of_nothing_but_words_of_labels_is_one(text: str, kind: str | None) -> None:
    found = words_of(text, "da")
    assert (found.kind if found else None) == kind


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("LUKKET DEL", "closed"),
        ("B. Sager til orientering", "other"),
        ("Åbne punkter", "open"),
        ("TILLÆGSDAGSORDEN", "added"),
        ("Orientering", ""),
        ("Lukket for vinteren", ""),
        ("Lukkedage", ""),
        ("Åbningstider", ""),
        ("Tillægsbevillinger", ""),
        ("Godkendelse af dagsorden", ""),
    ],
)
def test_the_heading_of_a_group_of_items_is_known_by_its_words(text: str, group: str) -> None:
    assert group_of(text, "da") == group


def test_case_numbers_in_the_margin_are_no_part_of_titles(tmp_path: Path) -> None:
    text = "".join(f"{at}. Sag om is og vafler {2020 + at}-0{at}17\nBeslutning: Godkendt.\n\n" for at in range(1, 5))
    assert {title for _, title in numbers_and_titles(imported(HEAD + text, tmp_path))} == {"Sag om is og vafler"}


def test_what_stands_beside_the_numbers_of_pages_is_of_the_pages(tmp_path: Path) -> None:
    foot = "Isudvalget, 4. marts 2024\n- {} -\n\n"
    text = "".join(f"{at}. Is i skole {at}\nBeslutning: Godkendt.\n\n{foot.format(at)}" for at in range(1, 4))
    found = items_of(imported(HEAD + text, tmp_path))
    assert [_said(item) for item in found] == [[("Godkendt.", "godkendt")]] * 3


def test_points_that_are_counted_within_a_sentence_are_several(tmp_path: Path) -> None:
    text = "1. Is\nIndstilling: Det indstilles, 1) at isen købes og 2) at den spises.\nBeslutning: 1) Godkendt. 2) Udsat.\n"
    (item,) = items_of(imported(HEAD + text, tmp_path))
    assert [one["text"] for one in item.fields["recommendation"]["points"]] == ["isen købes", "den spises."]
    assert [outcome for _, outcome in _said(item)] == ["godkendt", "udsat"]


def test_what_is_quoted_decides_nothing() -> None:
    said = 'Indstillingen blev vedtaget. Lisbjerg afgav en udtalelse: "Vi kan ikke godkende planen. Den forkastes."'
    (decision,) = decisions_of([said], load_wording("da"), labelled=True)
    assert decision.outcome == "approved"


def test_below_a_label_a_sentence_is_decided_and_what_was_recommended_and_is_not_done_is_refused() -> None:
    wording = load_wording("da")
    asked = (Asked(), Asked(recommended="at isboden rives ned"))
    said = [decisions_of(["Den rives ikke ned."], wording, labelled=True, asked=one)[0].outcome for one in asked]
    assert said == ["decided", "not_approved"]
    assert decisions_of(["Isboden rives ned."], wording, labelled=True)[0].outcome == "decided"
    assert decisions_of(["Isboden rives ned."], wording, labelled=True, certain=False)[0].outcome == "unknown"
