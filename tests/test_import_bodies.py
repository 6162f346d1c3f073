"""The body that met: the line or the label that names it, whatever links, places and persons stand around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.minutes import imported, items_of, meeting_of

ITEM = "\n\n1. Takster for vafler og kager\nBeslutning\nGodkendt.\n"


def body_of(text: str, folder: Path) -> str:
    return str(meeting_of(imported(text, folder)).fields["title"]).partition(": ")[0]


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('Vi bruger cookies.\n\nSe vores "cookiepolitik".\n\nVaffelrådet - Referat\n\nDato: 9. maj 2024', "Vaffelrådet"),
        ("Tilbage til oversigt\n\nVaffelrådet\n09-05-2024 13:00", "Vaffelrådet"),
        ("Månedsarkiv: maj 2024\n\nReferat fra Vaffelrådets møde den 9. maj 2024 i Mødestuen", "Vaffelrådet"),
        ("Vaffel- og Isudvalget (2022-2025) – Dagsorden – 9. maj 2024", "Vaffel- og Isudvalget"),
        ("Forside > Politik > Udvalget for kager og vafler\n\n9. maj 2024", "Udvalget for kager og vafler"),
        ("Referat: Styregruppen for Fælles Vafler\n9. maj 2024", "Styregruppen for Fælles Vafler"),
        ("Det fælles vaffelråd - Dagsordener og referater\n9. maj 2024", "Det fælles vaffelråd"),
        ("Ekstraordinært Vaffelrådsmøde – Referat 9. maj 2024", "Vaffelråd"),
        ("Skolebestyrelsesmøde på Vaffelskolen 9. maj 2024", "Skolebestyrelse på Vaffelskolen"),
        ("Isby Kommune\n\nVaffelrådet\n\n9. maj 2024", "Vaffelrådet"),
        ("Referat af bestyrelsesmøde i Isby Affald I/S\n9. maj 2024", "Isby Affald I/S"),
        ("Isby Affald I/S\nBestyrelsen den 9. maj 2024", "Isby Affald I/S"),
        ("K K R   I S L A N D E T\n9. maj 2024", "KKR ISLANDET"),
        ("Vaffelkredsen for de 11 kommuner\n9. maj 2024", "Vaffelkredsen"),
        ("Vaffelskolen\n9. maj 2024\nNyt fra elevrådet", "Vaffelskolen"),
        ("Vaffelrådsmøde den 9. maj 2024\nPunkt 5 var lukket.", "Vaffelråd"),
        ("12.05.2024\n\nREFERAT FRA VAFFELRÅDETS MØDE D. 9. MAJ 2024", "VAFFELRÅDET"),
    ],
)
def test_a_line_that_names_a_body_goes_before_any_other(head: str, body: str, tmp_path: Path) -> None:
    assert body_of(head + ITEM, tmp_path) == body


@pytest.mark.parametrize(
    "label",
    [
        "Beslutning i Vaffelrådet den 09-05-2024",
        "Vaffelrådets beslutning i mødet den 9. maj 2024",
        "Beslutning Vaffelrådet den 09-05-2024",
    ],
)
def test_the_label_of_one_decision_names_body_and_day(label: str, tmp_path: Path) -> None:
    text = f"Søg\n\nLuk alle\n\n1. Takster for vafler og kager\n\n{label}\n\nGodkendt.\n"
    meeting = meeting_of(imported(text, tmp_path))
    assert (meeting.fields["title"], meeting.fields["date"]) == ("Vaffelrådet: møde den 9. maj 2024", "2024-05-09")


def test_a_title_in_capitals_that_names_a_day_is_that_of_the_whole(tmp_path: Path) -> None:
    meeting = meeting_of(imported(f"12.05.2024\n\nREFERAT FRA VAFFELRÅDETS MØDE D. 9. MAJ 2024{ITEM}", tmp_path))
    assert meeting.fields["date"] == "2024-05-09"


def test_a_line_with_body_day_and_item_names_the_body(tmp_path: Path) -> None:
    items = "".join(
        f"\nPkt. {at} {title}\n\nVaffelrådet, 09-05-2024, pkt. {at}\n\nGodkendt.\n"
        for at, title in enumerate(("Takster for vafler og kager", "Vafler til havnen"), start=1)
    )
    assert body_of(f"You are here\n\nReferat\n\nDato: 9. maj 2024\n{items}", tmp_path) == "Vaffelrådet"


@pytest.mark.parametrize(
    "line", ["Gå ikke glip af vigtig post", "Fra forvaltningen: Ingen", "Tilbage til oversigt", "Senest 9. maj 2024"]
)
def test_where_nothing_names_the_body_it_is_unknown_and_the_report_says_so(line: str, tmp_path: Path) -> None:
    draft = imported(f"{line}\n\nDato: 9. maj 2024{ITEM}", tmp_path, name="papir.txt")
    assert str(meeting_of(draft).fields["title"]).startswith("Ukendt organ (papir)")
    assert [one.key for one in draft.findings if one.key == "no_body"] == ["no_body"]


@pytest.mark.parametrize(
    ("said", "receiver"),
    [
        ("Sendt til behandling i Vaffelrådet", "Vaffelrådet"),
        ("Sendt til Kage- og Vaffeludvalget", "Kage- og Vaffeludvalget"),
        ("Sagen overgik til 2. behandling uden afstemning.", "Kageudvalget"),
        ("Oversendes til budgetforhandlingerne.", "Kageudvalget"),
    ],
)
def test_what_is_sent_on_is_received_by_a_body(said: str, receiver: str, tmp_path: Path) -> None:
    draft = imported(f"Kageudvalget den 9. maj 2024\n\n1. Takster for vafler og kager\nBeslutning: {said}\n", tmp_path)
    names = {f"organization:{file.fields['id']}": file.fields["title"] for file in draft.files if "organizations/" in file.path}
    (decision,) = items_of(draft)[0].fields["decisions"]
    assert names[decision["referred_to"]] == receiver
