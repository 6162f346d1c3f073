"""The damaged words of a scan: mended where the word list leaves one reading, suggested where it does not, names never."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extraction.assembling import blocks_of
from generator.extraction.blocks import ExtractedText
from generator.extraction.plain import text_rows
from generator.importer.labels.label import label_of
from generator.importer.language import vocabulary
from generator.importer.language.damage import MISREAD, pattern_of, skeleton
from generator.importer.language.readings import readings_for
from generator.importer.language.vocabulary import load_wording, spelled_out
from generator.importer.lines.textlines import read_lines
from tests.minutes import PLAIN, imported, items_of

VOCABULARIES = sorted(Path(vocabulary.__file__).parent.glob("vocabulary/*.yml"))
SCAN = (
    PLAIN.replace("ø", "g")
    .replace("å", "a")
    .replace("æ", "ae")
    .replace("Sagsfremstilling", "Sagsfremstilling\nBgrnene gar pa is pa gkonomiens regning.")
)


@pytest.mark.parametrize(
    ("damaged", "reading"),
    [
        ("mgde", "møde"),
        ("pa", "på"),
        ("vaere", "være"),
        ("omrader", "områder"),
        ("@konomi", "økonomi"),
        ("velfeerdsomradet", "velfærdsområdet"),
        ("kommunaldirektgrnetvaerket", "kommunaldirektørnetværket"),
        ("Igsning", "løsning"),
    ],
)
def test_a_damaged_word_has_one_reading(damaged: str, reading: str) -> None:
    readings = readings_for("da")
    assert readings is not None
    assert readings.of(damaged, begins=False) == (reading,)


@pytest.mark.parametrize(
    "word", ["her", "sager", "arbejde", "kommune", "vigtigste", "permanent", "sparring", "skolerne", "KKR", "møde"]
)
def test_a_word_that_may_stand_as_it_is_is_left(word: str) -> None:
    readings = readings_for("da")
    assert readings is not None
    assert readings.of(word, begins=False) == ()


def test_a_name_is_never_mended(tmp_path: Path) -> None:
    assert items_of(imported(SCAN, tmp_path))[1].fields["heading"] == "Is i skolerne v. Ane Test"
    draft = imported(SCAN.replace("Ane Test", "Sgren Mgller"), tmp_path)
    assert {file.fields["title"] for file in draft.files if file.path.startswith("people/")} >= {"Sgren Mgller"}


def test_what_has_several_readings_is_suggested_with_its_line_and_mended_on_request(tmp_path: Path) -> None:
    draft = imported(SCAN, tmp_path)
    suggested = [(one.details["found"], one.place) for one in draft.findings if one.key == "may_be_damaged"]
    assert ("gar", (0, 13)) in suggested
    assert items_of(draft)[1].body.startswith("Børnene gar på is på økonomiens regning.")
    mended = imported(SCAN, tmp_path, repair=True)
    assert not [one for one in mended.findings if one.key == "may_be_damaged"]
    assert items_of(mended)[1].body.startswith("Børnene går på is på økonomiens regning.")


def test_a_text_that_is_not_damaged_is_left_alone(tmp_path: Path) -> None:
    draft = imported(
        PLAIN + "\nDe far ikke mere is, og de kgbte den selv. Det er godt, at vi så også får fløde på øen.", tmp_path
    )
    assert not [one for one in draft.findings if one.key in ("repaired", "may_be_damaged")]


@given(word=st.sampled_from(["sagsfremstilling", "drøftelse", "bemærkning", "på næste møde", "områder"]), data=st.data())
def test_a_pattern_finds_whatever_a_scan_makes_of_its_words(word: str, data: st.DataObject) -> None:
    read = "".join(data.draw(st.sampled_from((letter, *MISREAD[letter]))) if letter in MISREAD else letter for letter in word)
    assert re.fullmatch(pattern_of(word), read)


@pytest.mark.parametrize("word", ["møde", "område", "være", "økonomi"])
def test_readings_of_a_word_have_one_skeleton(word: str) -> None:
    for letter in set(word) & set(MISREAD):
        assert {skeleton(word.replace(letter, misread)) for misread in MISREAD[letter]} == {skeleton(word)}


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Indstilling:", "recommendation"),
        ("Direktionens indstilling", "recommendation"),
        ("Drgftelse", "minutes"),
        ("Beslutning i Isudvalget den 4. marts 2024", "decision"),
        ("Behandling i Isudvalget, pkt. 4", "decision"),
        ("VEDTAGELSE", "decision"),
        ("Referat:", "minutes"),
        ("Sagsfremstilling", "case"),
        ("Bilag", "annexes"),
        ("Beslutning om is i skolerne", None),
        ("Isen er god.", None),
        ("Referat fra mødet i maj er vedlagt.", None),
    ],
)
def test_labels_vary_and_are_known_damaged_too(line: str, kind: str | None) -> None:
    (row,) = read_lines(ExtractedText("txt", blocks_of(list(text_rows(line))))).lines
    label = label_of(row, load_wording("da"))
    assert (label.kind if label else None) == kind


@pytest.mark.parametrize(
    ("phrase", "phrases"),
    [
        ("godkendt", ["godkendt"]),
        ("sender {x} til {x}udvalg", ["sender {x} til {x}udvalg"]),
        ("{gav|blev givet} samtykke", ["gav samtykke", "blev givet samtykke"]),
        ("^{gav|giver} {x}{lov|ret}", ["^gav {x}lov", "^gav {x}ret", "^giver {x}lov", "^giver {x}ret"]),
    ],
)
def test_choices_in_a_phrase_are_spelled_out(phrase: str, phrases: list[str]) -> None:
    assert spelled_out(phrase) == phrases


def test_choices_are_spelled_out_where_a_vocabulary_is_read() -> None:
    approved = dict(load_wording("da").outcomes)["approved"]
    assert all(approved.fullmatch(said) for said in ("gav samtykke", "blev meddelt dispensation"))


def test_the_endings_of_a_verb_are_put_to_it() -> None:
    approved = dict(load_wording("da").outcomes)["approved"]
    assert all(approved.fullmatch(f"godkend{ending}") for ending in ("er", "es", "te", "tes", "t"))
    assert approved.fullmatch("godkende") is None


def test_every_language_has_the_same_lists_of_words() -> None:
    lists = {path.stem: set(yaml.safe_load(path.read_text(encoding="utf-8"))) for path in VOCABULARIES}
    assert len(lists) > 1
    assert all(found == lists["da"] for found in lists.values())
