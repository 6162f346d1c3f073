"""How search reads words: the same cases as the browser's side, compounds, other names, dates, and the vocabulary's file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from generator.search.coding import base36, front_coded, in_short
from generator.search.compounds import lexicon_of, read_words
from generator.search.make_lexicon import counted, found_in
from generator.search.numbers import marks_in
from generator.search.vocabulary import name_keys
from generator.search.words import folded, spelled, stem, words_of
from tests.sites import Site, everything_in, site_of

CASES = json.loads((Path(__file__).parent / "search_words.json").read_text(encoding="utf-8"))
FILES = {
    "content/organizations/havneforum.md": """
        ---
        id: havneforum
        title: Fiskerihavnenes Samråd
        kind: netværk
        abbreviations: [FISA]
        former_names:
          - name: Havnekomiteen
        ---
        Samrådet mødtes den 3. maj 2024 om oversvømmelsesrisikoen.
    """,
    "content/glossary/fisa.md": """
        ---
        id: fisa
        title: FISA
        long_form: Fiskerihavnenes Samråd
        explanation: Et samråd.
        stands_for: organization:havneforum
        ---
    """,
    "content/documents/brev.md": "---\nid: brev\ntitle: Brev om diger\nkind: brev\n---\nFISA gav 1,25 mio. kr. til digerne.\n",
}


def words_hidden_on(site: Site, path: str) -> set[str]:
    html = (site.output / path / "index.html").read_text(encoding="utf-8")
    return {word for found in re.findall(r'data-words="([^"]*)"', html) for word in found.replace("⁂", "").split()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    made = site_of(FILES, tmp_path_factory.mktemp("words"))
    built = made.build(search=True)
    assert built.pages, built.problems
    return made


@pytest.mark.parametrize(("text", "expected"), CASES["words"].items())
def test_a_text_is_cut_into_words(text: str, expected: list[str]) -> None:
    assert list(words_of(text)) == expected


@pytest.mark.parametrize("name", ["spelled", "folded", "stem"])
def test_words_come_to_the_keys_that_the_browser_knows(name: str) -> None:
    make = {"spelled": spelled, "folded": folded, "stem": stem}[name]
    assert {word: make(word) for word in CASES[name]} == CASES[name]


@pytest.mark.parametrize(("text", "expected"), CASES["marks"].items())
def test_dates_and_sums_are_one_word_however_they_are_written(text: str, expected: str) -> None:
    assert expected in list(marks_in(text))


@pytest.mark.parametrize("text", ["31. februar 2020", "40/13-2020", "version 1.2.3", ""])
def test_what_is_no_date_is_none(text: str) -> None:
    assert list(marks_in(text)) == []


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("fiskerihavnenes", {"fiskeri", "havn"}),
        ("klimahandlingsplanerne", {"klima", "handlingsplan", "plan"}),
        ("børnehaveklassen", {"børnehave", "klasse"}),
        ("vandløbsudvalget", {"vandløb", "udvalg"}),
        ("kystbeskyttelse", {"kyst", "beskyttelse"}),
    ],
)
def test_a_compound_is_taken_apart(word: str, parts: set[str]) -> None:
    assert parts <= set(lexicon_of("da").parts(word))


@pytest.mark.parametrize("word", ["region", "minister", "formand", "planlægger", "sikkerhed", "koordinator", "kommunerne"])
def test_a_simple_word_is_left_whole(word: str) -> None:
    assert lexicon_of("da").parts(word) == ()


def test_a_language_without_a_lexicon_takes_nothing_apart() -> None:
    assert lexicon_of("en").parts("klimahandlingsplan") == ()


def test_the_lexicon_is_sorted_general_and_has_every_written_word() -> None:
    folder = Path(lexicon_of.__wrapped__.__code__.co_filename).parent / "lexicon"
    lines = [line for line in (folder / "da.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) > 1_000
    assert lines == sorted(set(lines))
    assert {word for word in read_words(folder / "written_da.txt") if not word.startswith("-")} <= set(lines)


def test_the_corpus_gives_the_lexicon_words_that_stand_alone_and_in_others() -> None:
    texts = ["hegn og hegn og vogter og vogter", "hegnvogter hegnspæl hegnvogterne", "vogter pæl pæl Samsø Samsø"]
    counts = counted(["hegnsvogter " * 2, "hegnspæl hegnskrog", "krog krog", *texts])
    assert "hegn" in found_in(counts)
    assert "samsø" not in found_in(counts)


def test_a_page_is_found_by_parts_other_names_dates_and_sums_that_it_does_not_show(site: Site) -> None:
    body = words_hidden_on(site, "organer/havneforum")
    assert {"havn", "fiskeri", "fisa", "havnekomiteen", "oversvømmelse", "risiko", "d20240503", "d202405"} <= body
    letter = words_hidden_on(site, "dokumenter/brev")
    assert {"fiskerihavnenes", "samråd", "havn", "1250000"} <= letter
    assert "diger" not in letter


def test_pages_in_the_index_have_no_two_hidden_words_side_by_side(site: Site) -> None:
    html = (site.output / "organer/havneforum/index.html").read_text(encoding="utf-8")
    for found in re.findall(r'data-words="([^"]*)"', html):
        assert [word for number, word in enumerate(found.split()) if (word == "⁂") != (number % 2 == 0)] == []


def test_the_index_and_the_vocabulary_are_the_same_bytes_each_time(site: Site, tmp_path: Path) -> None:
    again = site_of(FILES, tmp_path)
    again.build(search=True)
    first, second = (everything_in(one.output / "pagefind") for one in (site, again))
    assert "words.da.json" in first
    assert [path for path in first if path.endswith("/da/facets.json")]
    assert {path for path in first | second if first.get(path) != second.get(path)} == set()


def test_an_edit_gives_the_vocabulary_that_a_new_build_gives(tmp_path: Path) -> None:
    site = site_of(FILES, tmp_path / "edited")
    site.build(search=True)
    site.edit("content/organizations/havneforum.md", "[FISA]", "[FISA, Havnesam]")
    site.build(search=True)
    new = Site(tmp_path / "new")
    new.write({path: (site.folder / path).read_text(encoding="utf-8") for path in ("site_config.yml", *FILES)})
    new.build(search=True)
    names = [(one.output / "pagefind" / "words.da.json").read_bytes() for one in (site, new)]
    assert names[0] == names[1]
    assert "havnesam" in words_hidden_on(site, "dokumenter/brev")


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("KD-Net", "kd net"),
        ("KD-Net", "kdn"),
        ("Fælles Service Center", "faellesservicecent"),
        ("Forum 2025-03-04", "d20250304 forum"),
        ("2025-03-04", "d20250304"),
    ],
)
def test_a_name_is_looked_up_by_its_words_in_any_order_or_as_one_word(name: str, key: str) -> None:
    assert key in list(name_keys(name))


def test_lists_are_written_short() -> None:
    assert base36(35) + base36(36) + base36(0) == "z100"
    assert in_short([0, 1, 40]) == " 1 14"
    assert front_coded(["and", "ande", "by"]) == "0and\n3e\n0by"
