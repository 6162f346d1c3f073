"""A long text is imported as a short one is: whole, and with work that grows with its length and not with its square."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path

import pytest

from generator.extraction.assembling import blocks_of
from generator.extraction.blocks import ExtractedText
from generator.extraction.plain import text_rows
from generator.importer.drafting.free_names import FreeNames
from generator.importer.headings import contents
from generator.importer.headings.contents import contents_of
from generator.importer.labels.page import look_at
from generator.importer.language import standing
from generator.importer.language.readings import Readings, readings_for
from generator.importer.language.standing import Written
from generator.importer.language.vocabulary import load_wording
from generator.importer.lines.textlines import read_lines
from tests.minutes import imported, items_of, numbers_and_titles

WORDS = ["is", "havn", "skole", "vej", "bro", "skov", "park", "torv", "mark", "bakke", "fjord", "dal"]
MANY = 400


def words() -> Iterator[str]:
    """Words without end, no six of them in the same order soon again."""
    for at, word in enumerate(cycle(WORDS)):
        yield word + WORDS[at // len(WORDS) % len(WORDS)]


def minutes_of(items: int, paragraphs: int) -> str:
    """Minutes with so many items, each with paragraphs of one line."""
    said = words()
    one = "{at}. Sag om {title}\n\nIndstilling\nDet indstilles, at sagen godkendes.\n\n{case}\n\nBeslutning\nGodkendt.\n"
    return "Referat fra møde i Isudvalget den 4. marts 2024\n\n" + "\n".join(
        one.format(
            at=at, title=next(said), case="\n\n".join(" ".join(islice(said, 9)).capitalize() + "." for _ in range(paragraphs))
        )
        for at in range(1, items + 1)
    )


@pytest.mark.long
def test_long_minutes_are_imported_whole(tmp_path: Path) -> None:
    draft = imported(minutes_of(200, 45), tmp_path)
    assert [number for number, _ in numbers_and_titles(draft)] == [str(at) for at in range(1, 201)]
    assert {text for _, text in draft.left} <= {"Indstilling", "Beslutning"}


@pytest.mark.long
@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{at}. Sag om is nummer {at}" for at in range(1, 9001)),
        "\n\n".join(["Orientering om is"] * 5000),
        " ".join(islice(words(), 120_000)),
        "x" * 1_000_000,
        "1. Sag" + " " * 300_000 + "." * 300_000 + "x",
    ],
    ids=["numbered lines", "the same heading", "one line", "one word", "one gap"],
)
def test_an_unlikely_text_is_imported_too(text: str, tmp_path: Path) -> None:
    assert imported(text, tmp_path, body="fjordraadet").files


def test_a_line_is_looked_for_only_where_it_may_stand() -> None:
    written = Written([" ".join(islice(words(), 2000))])
    lines = [" ".join(islice(words(), at, at + 12)) for at in range(0, 1900, 100)]
    assert all(written.holds(line) for line in lines)
    assert not written.holds("Her står der noget andet")


def test_a_line_may_stand_in_four_parts_and_no_more() -> None:
    parts = ["isbjerget", "skovsøen", "parkvejen", "havnekajen", "torvehallen"]
    written = Written(parts)
    assert written.holds(" ".join(parts[:4]))
    assert not written.holds(" ".join(parts))
    assert not written.holds(f"{parts[0]} noget andet")


def test_the_words_of_a_long_line_are_looked_for_by_halving(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = counted(monkeypatch, standing.Written, "_has")
    line = " ".join(islice(words(), MANY))
    assert Written([line]).holds(f"{line} {line}")
    assert len(looked) < 40


def test_a_list_of_many_titles_is_not_compared_title_by_title(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = counted(monkeypatch, contents, "likeness")
    text = "\n".join(f"{at}. Sag om {word}" for at, word in enumerate(islice(words(), MANY), start=1))
    lines = read_lines(ExtractedText("txt", blocks_of(list(text_rows(text))))).lines
    contents_of(look_at(lines, load_wording("da")))
    assert len(compared) <= 50 * MANY


def test_names_are_given_out_once_each() -> None:
    free = FreeNames(["sag-2"])
    assert [free.of(name) for name in ("sag", "sag", "by", "sag", "sag-2")] == ["sag", "sag-3", "by", "sag-4", "sag-2-2"]


def test_what_is_too_long_for_a_word_is_not_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    readings = readings_for("da")
    assert readings is not None
    taken_apart = counted(monkeypatch, Readings, "_is_plain")
    assert readings.of("mgde" * 20, begins=False) == ()
    assert not taken_apart


def test_a_gap_without_end_is_no_wider_than_a_page(tmp_path: Path) -> None:
    text = f"1. Sag om is{' ' * 5000}.\n\nBeslutning\nGodkendt.\n\n2. Eventuelt {'.' * 5000} x\n\nBeslutning\nGodkendt.\n"
    draft = imported(text, tmp_path)
    assert [file.fields["number"] for file in items_of(draft)] == ["1", "2"]
    assert max(len(file.fields["heading"]) for file in items_of(draft)) < 250


def counted(monkeypatch: pytest.MonkeyPatch, owner: object, name: str) -> list[None]:
    """Has a function note each of its calls; the notes."""
    calls: list[None] = []
    function: Callable[..., object] = getattr(owner, name)

    def noting(*args: object, **named: object) -> object:
        calls.append(None)
        return function(*args, **named)

    monkeypatch.setattr(owner, name, noting)
    return calls
