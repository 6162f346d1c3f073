"""Minutes become drafts: which lines are items, what is recommended and decided, and no line of the source is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.importer.importing import texts_of
from tests.minutes import PLAIN, imported, items_of, letters, meeting_of, numbers_and_titles

ITEMS = [("1", "Godkendelse af dagsorden"), ("2", "Is i skolerne"), ("3", "Eventuelt")]


def test_the_head_says_body_day_time_place_and_who_was_there(tmp_path: Path) -> None:
    fields = meeting_of(imported(PLAIN, tmp_path)).fields
    assert (fields["bodies"], fields["date"], fields["start"], fields["end"]) == (
        ["isudvalget"],
        "2024-03-04",
        "09:30",
        "11:00",
    )
    assert fields["place"] == "Havnehuset i Solbæk"
    said = [(one["person"], one["status"], one.get("substitute"), one.get("role")) for one in fields["attendance"]]
    assert said == [
        ("ib-proeve", "deltog", None, "formand"),
        ("ane-test", "deltog", None, None),
        ("bo-moenster", "afbud", "liv-forsoeg", None),
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Deltagere: Ane Test, Ib Prøve. Afbud: Bo Mønster.", ["Ane Test deltog", "Ib Prøve deltog", "Bo Mønster afbud"]),
        ("Afbud: Bo Mønster\nFra forvaltningen deltog: chef Liv Forsøg", ["Bo Mønster afbud"]),
        ("Til stede: Ane Test og\nIb Prøve\nEmbedsmænd: Liv Forsøg", ["Ane Test deltog", "Ib Prøve deltog"]),
        (
            "Deltagere:\n- Borgmester Ib Prøve, Isby\n- Iskyndig læge Bo Mønster\n- Ishuschef Ane Test",
            ["Ib Prøve deltog", "Ane Test deltog"],
        ),
    ],
)
def test_nobody_is_called_what_stands_beside_a_name(lines: str, said: list[str], tmp_path: Path) -> None:
    items = "1. Is i skolerne\nBeslutning\nGodkendt.\n\n2. Eventuelt\nBeslutning\nIntet.\n"
    draft = imported(f"Vaffelrådet\n\nDato: 4. maj 2024\n{lines}\n\n{items}", tmp_path)
    titles = {file.fields["id"]: file.fields["title"] for file in draft.files if file.path.startswith("people/")}
    attendance = meeting_of(draft).fields["attendance"]
    assert [f"{titles[one['person']]} {one['status']}" for one in attendance if "person" in one] == said
    assert {*titles.values()} == {one.rpartition(" ")[0] for one in said}


def test_everything_is_a_draft_and_names_its_source(tmp_path: Path) -> None:
    draft = imported(PLAIN, tmp_path)
    assert {file.fields["status"] for file in draft.files} == {"kladde"}
    assert next(file.fields["sources"][0]["place"] for file in items_of(draft)) == "punkt 1 (linje 7-9)"


def test_an_item_has_its_recommendation_decision_case_text_and_annexes(tmp_path: Path) -> None:
    item = items_of(imported(PLAIN, tmp_path))[1]
    assert item.fields["presenters"] == ["ane-test"]
    recommendation = item.fields["recommendation"]
    assert recommendation["intro"] == "Forvaltningen indstiller, at"
    assert [(one["text"], one["asks"]) for one in recommendation["points"]] == [
        ("udvalget tager orienteringen til efterretning", "tage til efterretning"),
        ("der afsættes 20.000 kr. i 2025", "beslutte"),
    ]
    (decision,) = item.fields["decisions"]
    assert decision["outcome"] == "godkendt med ændringer"
    assert decision["text"] == "Indstillingen blev godkendt med den ændring, at der afsættes 15.000 kr."
    assert item.fields["annexes"] == [{"title": "Notat om is"}]
    assert item.body == "Tre skoler har prøvet:\n\n1. Nordskolen\n2. Sydskolen\n3. Havneskolen"


@pytest.mark.parametrize(
    ("form", "number"),
    [
        ("{}. ", "{}"),
        ("{} ", "{}"),
        ("Pkt. {}. ", "{}"),
        ("Sag nr. {}\n", "{}"),
        ("AD {} ", "{}"),
        ("{}) ", "{}"),
        ("3.{} ", "3.{}"),
        ("4{}/24 ", "4{}/24"),
        ("{}\n8{}\n", "{}"),
        ("## {}. ", "{}"),
        ("**{}\\. ", "{}"),
    ],
)
def test_numbers_are_written_in_many_ways(form: str, number: str, tmp_path: Path) -> None:
    text = PLAIN
    for one in "123":
        text = text.replace(f"\n\n{one}. {dict(ITEMS)[one]}", f"\n\n{form.format(one, one)}{dict(ITEMS)[one]}")
    name = "referat.md" if "#" in form or "*" in form else "referat.txt"
    assert numbers_and_titles(imported(text, tmp_path, name=name)) == [(number.format(one), title) for one, title in ITEMS]


def test_items_may_have_no_number_at_all(tmp_path: Path) -> None:
    text = PLAIN
    for number, title in ITEMS:
        text = text.replace(f"\n\n{number}. {title}", f"\n\n{title}")
    assert numbers_and_titles(imported(text, tmp_path)) == [("", title) for _, title in ITEMS]


def test_a_list_of_contents_gives_numbers_and_no_items(tmp_path: Path) -> None:
    contents = "Indhold\n1. Godkendelse af dagsorden ........ 2\n2. Is i skolerne ........ 3\n3. Eventuelt ........ 4\n\n"
    assert numbers_and_titles(imported(PLAIN.replace("1. Godk", contents + "1. Godk", 1), tmp_path)) == ITEMS
    bare = PLAIN.replace("\n2. Is i", "\nIs i").replace("\n3. Even", "\nEven")
    listed = bare.replace("1. Godk", contents.replace("........", "") + "1. Godk", 1)
    assert numbers_and_titles(imported(listed, tmp_path / "bare")) == ITEMS


def test_page_numbers_and_rows_of_tables_are_no_items(tmp_path: Path) -> None:
    table = "Skole Elever Is\n1 Nordskolen 1.210 3.400\n2 Sydskolen 980 2.700\n4 Havneskolen 2.300 1.100\n\nSide 4\n\n4\n\n"
    assert numbers_and_titles(imported(PLAIN.replace("Indstilling\nForv", table + "Indstilling\nForv"), tmp_path)) == ITEMS


def test_an_agenda_has_no_outcomes(tmp_path: Path) -> None:
    lines = list(PLAIN.replace("Referat af", "Dagsorden for").splitlines())
    kept = [line for at, line in enumerate(lines) if "Beslutning" not in line and (not at or "Beslutning" not in lines[at - 1])]
    draft = imported("\n".join(kept).replace("2024", "2027"), tmp_path)
    assert numbers_and_titles(draft) == ITEMS
    assert meeting_of(draft).fields["state"] == "planlagt"
    assert [file.fields.get("decisions") for file in items_of(draft)] == [None, None, None]


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ("Godkendt.", "godkendt"),
        ("Udvalget tiltrådte indstillingen.", "godkendt"),
        ("Udvalget kunne ikke godkende indstillingen.", "ikke godkendt"),
        ("Sagen udsættes til næste møde.", "udsat"),
        ("Sagen oversendes til Byrådet.", "oversendt"),
        ("Forslaget sendes i høring.", "sendt i høring"),
        ("Orienteringen blev taget til efterretning.", "taget til efterretning"),
        ("Anbefales godkendt.", "anbefalet"),
        ("Ane Test blev valgt.", "valgt"),
        ("Drøftet.", "drøftet"),
        ("Formanden trak punktet.", "trukket"),
        ("Det blev aftalt, at is er godt.", "aftalt"),
        ("Punktet blev ikke behandlet.", "ikke behandlet"),
        ("Isen smeltede.", "ukendt"),
    ],
)
def test_outcomes_are_classified_and_unknown_where_it_is_unsure(said: str, outcome: str, tmp_path: Path) -> None:
    draft = imported(PLAIN.replace("Beslutning: Godkendt.", f"Beslutning: {said}"), tmp_path)
    (decision,) = items_of(draft)[0].fields["decisions"]
    assert (decision["text"], decision["outcome"]) == (said, outcome)
    assert ("outcome_unknown" in {finding.key for finding in draft.findings}) == (outcome == "ukendt")


def test_without_labels_the_sentences_that_decide_are_found(tmp_path: Path) -> None:
    said = "Ane Test fortalte om is. Det er aftalt med skolerne.\n\nUdvalget tog orienteringen til efterretning."
    text = f"Referat: Isudvalget\nDen 4. marts 2024\n\n1. Is\n{said}\n\n2. Eventuelt\nDer var intet.\n"
    first, second = items_of(imported(text, tmp_path))
    assert first.fields["minutes"] == said
    assert [one["text"] for one in first.fields["decisions"]] == ["Udvalget tog orienteringen til efterretning."]
    assert [one["outcome"] for one in second.fields["decisions"]] == ["ingen beslutning"]


def test_an_item_without_minutes_says_so(tmp_path: Path) -> None:
    draft = imported(PLAIN.replace("Beslutning: Intet.\n", ""), tmp_path)
    assert [one["outcome"] for one in items_of(draft)[2].fields["decisions"]] == ["ikke refereret"]
    assert "nothing_minuted" in {finding.key for finding in draft.findings}


def test_a_closed_item_gives_nothing_away(tmp_path: Path) -> None:
    closed = "2. (Lukket) Is i skolerne\nSagsid.: 12/1990             Initialer: OFR"
    draft = imported(PLAIN.replace("2. Is i skolerne v. Ane Test", closed), tmp_path)
    item = items_of(draft)[1]
    assert item.fields["closed"] == "ja"
    assert not {"minutes", "decisions", "recommendation", "annexes", "note"} & item.fields.keys()
    assert item.body == ""


def test_private_data_is_left_out_and_its_line_is_reported(tmp_path: Path) -> None:
    draft = imported(PLAIN.replace("Bilag\nNotat", "Skriv til ib@example.dk\n\nBilag\nNotat"), tmp_path)
    assert "ib@example.dk" not in "".join(text for file in draft.files for text in (*texts_of(dict(file.fields)), file.body))
    assert [text for _, text in draft.left if "Skriv" in text] == ["Skriv til […]"]


WORDS = st.text("abcdefghijklmnopqrstuvwxyzæøåABCÆØÅ0123456789.,:;-()/|#*>[]%§\"'", min_size=1, max_size=9)
LINES = st.lists(
    st.one_of(
        st.lists(WORDS, max_size=8).map(" ".join),
        st.sampled_from(
            [*PLAIN.splitlines(), "Referat:", "Bilag:", "Side 3", "4", "o punkt", "Beslutning den 4. maj", "Kl. 9.30"]
        ),
        st.integers(1, 9).map(lambda number: f"{number}. Punkt"),
    ),
    max_size=40,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=LINES)
def test_no_line_of_any_source_is_lost(lines: list[str], tmp_path: Path) -> None:
    text = "\n".join(("Møde i Isudvalget den 4. marts 2024", *lines))
    draft = imported(text, tmp_path, body="fjordraadet")  # without an item too
    there = "\n".join(letters(one) for file in draft.files for one in (*texts_of(dict(file.fields)), file.body))
    there += "\n" + "\n".join(letters(text) for _, text in draft.left)
    for line in lines:
        assert runs(line, there) <= 4, line


def runs(line: str, within: str) -> int:
    """Of how many runs of words that stand together elsewhere a line is made."""
    words = [word for word in map(letters, line.split()) if word]
    count = start = 0
    while start < len(words):
        end = next((end for end in range(len(words), start, -1) if "".join(words[start:end]) in within), None)
        if end is None:
            return 99
        count, start = count + 1, end
    return count
