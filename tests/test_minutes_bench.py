"""The minutes of the bench are whole and unchanged, their damage is the same each time, and its judge sees what is wrong."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from bench.minutes.compare import PARTS, firm_letters_of, judge, letters_of, lost_lines, mended_words
from bench.minutes.damage import damage
from bench.minutes.printing import damaged_text, printed, write
from bench.minutes.reading import Found, Reading
from bench.minutes.report import Score, details, table
from bench.minutes.sets import FOLDER, FORMS, HALVES, Expected, Minutes, load
from generator.vocabulary import load_vocabulary

# The final half is frozen, and nothing is tuned by it. A change is a new benchmark: say so in its commit.
FINAL = "d2d0947fc1b662ee0423316e8cea4b540ed4ba1aa9fea0b93264f91bfe7304c4"

ITEM = Expected(
    numbers=("3.10",),
    titles=("Fælles vagtcentral",),
    presenter="",
    closed=False,
    optional=False,
    intro="Det indstilles, at",
    points=("kredsen godkender planen", "udgiften deles"),
    decisions=("Indstillingen blev godkendt.",),
    outcomes=(frozenset({"approved"}),),
    also=frozenset({"recommended"}),
    section="Åhede spurgte til planen. Indstillingen blev godkendt.",
    beside=("Udvalget anbefaler planen.",),
)
FOUND = Found(
    number="3.10",
    title="Fælles vagtcentral",
    presenter="",
    closed=False,
    intro="Det indstilles, at",
    points=("kredsen godkender planen", "udgiften deles"),
    decisions=("Indstillingen blev godkendt.",),
    outcomes=frozenset({"approved"}),
    kept=("Åhede spurgte til planen.\n\nIndstillingen blev godkendt.",),
)


def test_the_final_half_is_as_it_was_frozen() -> None:
    digest = hashlib.sha256()
    for path in sorted((FOLDER / "final").iterdir()):
        digest.update(path.name.encode() + b"\n" + path.read_bytes())
    assert digest.hexdigest() == FINAL


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_a_dozen_sets_or_more_in_every_form(half: str) -> None:
    sets = load(half)
    assert len(sets) >= 12
    assert {one.form for one in sets} == set(FORMS)
    assert len({one.name for one in load("all")}) == len(load("all"))


@pytest.mark.parametrize("one", load("all"), ids=lambda one: one.name)
def test_what_is_expected_stands_in_the_source_and_survives_its_damage(one: Minutes) -> None:
    clean = Reading(texts=(one.text,))
    damaged = Reading(texts=(damaged_text(one),))
    for item in one.items:
        for text in (*item.titles[:1], item.intro, *item.points, *item.decisions, item.section, *item.beside):
            assert not lost_lines(text, clean, letters_of)
            assert not lost_lines(text, damaged, firm_letters_of)


@pytest.mark.parametrize("one", load("all"), ids=lambda one: one.name)
def test_whoever_finds_what_is_expected_has_every_item_whole(one: Minutes) -> None:
    keys = set(load_vocabulary("outcome").terms)
    assert all(outcome <= keys for item in one.items for outcome in item.outcomes)
    reading = Reading(items=tuple(_as_found(item) for item in one.items))
    for letters in (letters_of, firm_letters_of):
        verdicts, false_items = judge(one.items, reading, letters)
        assert all(verdict.whole for verdict in verdicts)
        assert not false_items


def _as_found(item: Expected) -> Found:
    return Found(
        number=item.numbers[0],
        title=item.titles[0],
        presenter=item.presenter,
        closed=item.closed,
        intro=item.intro,
        points=item.points,
        decisions=item.decisions,
        outcomes=frozenset(min(outcome) for outcome in item.outcomes),
        kept=(item.section,),
    )


@pytest.mark.parametrize(
    "found",
    [
        replace(FOUND, intro=""),
        replace(FOUND, intro="", points=("Det indstilles, at kredsen godkender planen", "at udgiften deles.")),
        replace(FOUND, points=("1. at kredsen godkender planen, og", "2. at udgif-\nten deles")),
        replace(FOUND, decisions=(ITEM.section,), kept=()),
        replace(FOUND, decisions=(*FOUND.decisions, *ITEM.beside), outcomes=frozenset({"approved", "recommended"})),
        replace(FOUND, kept=("Åhede spurgte til planen.", "Indstillingen blev godkendt.")),
    ],
)
def test_ways_of_drafting_the_same_item_are_all_whole(found: Found) -> None:
    verdicts, _ = judge([ITEM], Reading(items=(found,)), letters_of)
    assert verdicts[0].whole


@pytest.mark.parametrize(
    ("found", "wrong"),
    [
        (replace(FOUND, number="3.1"), "number"),
        (replace(FOUND, number=""), "number"),
        (replace(FOUND, title="Fælles vagtcentral v. Bo Engholm"), "title"),
        (replace(FOUND, points=("kredsen godkender planen udgiften deles",)), "recommendation"),
        (replace(FOUND, points=("kredsen godkender planen", "udgiften deles Side 4")), "recommendation"),
        (replace(FOUND, points=(), intro=""), "recommendation"),
        (replace(FOUND, decisions=()), "decision"),
        (replace(FOUND, decisions=("Indstillingen blev godkendt. Side 4",)), "decision"),
        (replace(FOUND, kept=()), "decision"),
        (replace(FOUND, outcomes=frozenset()), "outcome"),
        (replace(FOUND, outcomes=frozenset({"approved", "noted"})), "outcome"),
        (replace(FOUND, outcomes=frozenset({"recommended"})), "outcome"),
    ],
)
def test_a_part_that_is_wrong_is_named(found: Found, wrong: str) -> None:
    verdicts, _ = judge([ITEM], Reading(items=(found,)), letters_of)
    assert verdicts[0].wrong == (wrong,)


def test_an_item_that_is_not_found_and_one_that_is_not_there_are_both_seen() -> None:
    verdicts, false_items = judge([ITEM], Reading(items=(replace(FOUND, number="2", title="Medicinrobotter"),)), letters_of)
    assert verdicts[0].wrong == PARTS
    assert [found.title for found in false_items] == ["Medicinrobotter"]


def test_the_heading_of_a_group_may_be_an_item_or_not() -> None:
    group = replace(ITEM, numbers=("3",), titles=("Beredskab",), optional=True)
    for items in ((FOUND,), (replace(FOUND, number="3", title="Beredskab"), FOUND)):
        verdicts, false_items = judge([group, ITEM], Reading(items=items), letters_of)
        assert [verdict.whole for verdict in verdicts] == [True]
        assert not false_items


def test_an_item_found_twice_is_false_once() -> None:
    _, false_items = judge([ITEM], Reading(items=(FOUND, FOUND)), letters_of)
    assert len(false_items) == 1


def test_nothing_may_be_claimed_of_an_agenda() -> None:
    agenda = replace(ITEM, decisions=(), outcomes=(), also=frozenset(), section="", beside=())
    silent = replace(FOUND, decisions=(), outcomes=frozenset(), kept=())
    for outcomes, right in ((set(), True), ({"not_minuted"}, True), ({"approved"}, False)):
        verdicts, _ = judge([agenda], Reading(items=(replace(silent, outcomes=frozenset(outcomes)),)), letters_of)
        assert verdicts[0].whole is right


def test_a_line_whose_words_are_nowhere_is_lost() -> None:
    source = "3.10 Fælles vagtcentral v. Bo Engholm\n\nSide 4\nUdgiften er 480.000 kr.\n"
    kept = Reading(texts=("3.10", "Fælles vagtcentral", "Bo Engholm v.", "udgiften er 480.000 kr"))
    assert lost_lines(source, kept, letters_of) == ["Side 4"]


def test_a_mended_word_is_right_only_if_the_undamaged_text_has_it() -> None:
    found = Reading(items=(replace(FOUND, title="Øve fik mødet flyttet", intro="", points=(), decisions=(), kept=()),))
    assert mended_words("Ove fik mødet flyttet", "Ove fik mgdet flyttet", found) == ({"mødet"}, {"øve"})


def test_of_damaged_text_other_letters_and_every_digit_must_agree() -> None:
    assert firm_letters_of("Næste møde på Åhede Station, kl. 13") == firm_letters_of("Neeste mgde p& Ahede Sta- tion, kI. 13")
    assert firm_letters_of("møde 3.10") != firm_letters_of("møde 3.1")
    assert firm_letters_of("udsat") != firm_letters_of("udsatte")


def test_damage_is_the_same_each_time_and_another_for_each_set() -> None:
    text = load("tune")[0].text
    assert damage(text, "a") == damage(text, "a")
    assert damage(text, "a") != damage(text, "b")
    assert not set(damage(text, "a")) & set("æøåÆØÅ")
    assert damage("*" * 80, "a").strip() == "*" * 80  # a long line without words has no place to break


@pytest.mark.parametrize("one", load("all"), ids=lambda one: one.name)
def test_damage_leaves_all_other_letters_and_digits_in_their_order(one: Minutes) -> None:
    text = printed(one.text) if one.form in ("md", "docx") else one.text
    assert firm_letters_of(damaged_text(one)) == firm_letters_of(text)


def test_a_set_is_written_in_its_form(tmp_path: Path) -> None:
    sets = {one.form: one for one in sorted(load("tune"), key=lambda one: one.name, reverse=True)}
    written = {form: write(one, tmp_path, damaged=False) for form, one in sets.items()}
    assert {path.suffix for path in written.values()} == {f".{form}" for form in FORMS}
    with zipfile.ZipFile(written["docx"]) as archive:
        assert archive.read("word/document.xml").count(b'<w:pStyle w:val="Heading2"/>') == sets["docx"].text.count("\n## ")
    assert written["pdf"].read_bytes().startswith(b"%PDF-1.4")


@pytest.mark.parametrize("path", sorted((FOLDER / "papers").glob("*.yml")), ids=lambda path: path.stem)
def test_what_is_expected_of_other_papers_stands_in_them(path: Path) -> None:
    value = yaml.safe_load(path.read_text(encoding="utf-8"))
    source = next(path.with_suffix(written) for written in (".txt", ".md") if path.with_suffix(written).is_file())
    paper = Reading(texts=(source.read_text(encoding="utf-8"),))
    texts = [value.get("title", ""), *value.get("parties", ()), *value.get("goals", ()), *value.get("shares", ())]
    amounts = [f"{amount:,}".replace(",", ".") for amount in (*value.get("shares", {}).values(), value.get("total")) if amount]
    people = [text for one in value.get("appointments", ()) for name, text in one.items() if name not in ("start", "end")]
    assert not lost_lines("\n".join([*texts, *amounts, *(text for text in people if text != "unknown")]), paper, letters_of)
    assert sum(value.get("shares", {}).values()) == (value.get("total") or 0)


def test_the_table_and_the_details_say_what_is_wrong() -> None:
    verdicts, _ = judge([ITEM, ITEM], Reading(items=(FOUND, replace(FOUND, number="4"))), letters_of)
    score = Score("set", False, tuple(verdicts), ("Medicin",), ("Side 4",), (0, 0), (0, 0), dated=True)
    lines = list(table([score, replace(score, damaged=True)]))
    assert any(line.startswith("ALL, CLEAN") and line.endswith("50%      1     1  number 1") for line in lines)
    said = list(details([score]))
    assert "    Fælles vagtcentral: number" in said
    assert "        number: 4" in said
    assert "    false item: Medicin" in said
    assert "    lost line: Side 4" in said
