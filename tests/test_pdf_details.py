"""How a page of a PDF is set tells what is text of it: ruled tables, columns, notes at its foot, words up its margin."""

from __future__ import annotations

from pathlib import Path

from generator.extraction import ExtractedText, Kind
from generator.extraction.reading import read_text
from generator.importer.drafting.draft import Draft
from generator.importer.importing import Wish, import_text
from tests.made_files import At, lines_down, pdf, ruled
from tests.minutes import items_of, numbers_and_titles, site_in

ACROSS, UP = (70.0, 100.0, 200.0, 380.0, 530.0), (700.0, 720.0, 780.0, 800.0)
UPRIGHT = "BT /F1 8 Tf 0 1 -1 0 40 300 Tm (Journal 77 i Nordby) Tj ET"


def cells(*rows: tuple[float, tuple[str, ...]]) -> list[At]:
    """The texts of cells, each line for itself, in the columns of the table that is ruled here."""
    return [
        (left + 4, top - 12 * at, 10, line)
        for top, texts in rows
        for left, text in zip(ACROSS, texts, strict=False)
        for at, line in enumerate(text.split("\n"))
        if line
    ]


HEADS = (788.0, ("Nr.", "Emne", "Sagsfremstilling", "Beslutning"))
FIRST = (
    768.0,
    ("1", "Is i skolerne", "Tre skoler har nu spurgt kommunen, om\nde kan få is hver fredag.\nPrisen er fast.", "Godkendt."),
)
SECOND = (708.0, ("2", "Eventuelt", "", "Intet."))


def read(folder: Path, data: bytes) -> ExtractedText:
    path = folder / "referat.pdf"
    path.write_bytes(data)
    return read_text(path)


def drafted(folder: Path, data: bytes) -> Draft:
    return import_text(read(folder, data), site_in(folder), Wish("referat.pdf"))


def test_a_row_of_a_ruled_table_is_one_however_its_cells_run_on(tmp_path: Path) -> None:
    table = read(tmp_path, pdf([cells(HEADS, FIRST, SECOND)], also=ruled(ACROSS, UP))).blocks[0]
    assert table.kind is Kind.TABLE
    assert table.rows == (
        ("Nr.", "Emne", "Sagsfremstilling", "Beslutning"),
        ("1", "Is i skolerne", "Tre skoler har nu spurgt kommunen, om de kan få is hver fredag.\nPrisen er fast.", "Godkendt."),
        ("2", "Eventuelt", "", "Intet."),
    )


def test_words_of_a_cell_that_goes_over_several_columns_stay_together(tmp_path: Path) -> None:
    across, up = (70.0, 120.0, 300.0), (740.0, 760.0, 780.0)
    drawn = f"{ruled(across[::2], up)} {ruled(across, up[:2])}"
    wide = [(74.0, 766.0, 10.0, "Deltagere i mødet"), (74.0, 746.0, 10.0, "Ib"), (124.0, 746.0, 10.0, "Prøve")]
    assert read(tmp_path, pdf([wide], also=drawn)).blocks[0].rows == (("Deltagere i mødet", ""), ("Ib", "Prøve"))


def test_a_line_below_words_rules_no_table(tmp_path: Path) -> None:
    words = lines_down(["Første linje", "Anden linje"])
    assert [block.kind for block in read(tmp_path, pdf([words], also="72 758 m 130 758 l S")).blocks] == [Kind.PARAGRAPH]


def test_a_row_that_goes_on_below_the_heads_of_a_new_page_is_one_item(tmp_path: Path) -> None:
    rest = (768.0, ("", "", "Skolerne svarer i maj.", ""))
    third = (708.0, ("3", "Næste møde", "", "Den 4. maj."))
    begun = (708.0, ("2", "Is i haller", "Hallerne har spurgt.", "Udsat."))
    title = [(72.0, 815.0, 10.0, "Referat af møde i Isudvalget den 4. marts 2024")]
    pages = [title + cells(HEADS, FIRST, begun), cells(HEADS, rest, third)]
    draft = drafted(tmp_path, pdf(pages, also=ruled(ACROSS, UP)))
    assert numbers_and_titles(draft) == [("1", "Is i skolerne"), ("2", "Is i haller"), ("3", "Næste møde")]
    assert [item.fields["decisions"][0]["text"] for item in items_of(draft)[:2]] == ["Godkendt.", "Udsat."]
    assert items_of(draft)[1].body.split() == ["Hallerne", "har", "spurgt.", "Skolerne", "svarer", "i", "maj."]


def test_words_up_the_margin_are_none_of_the_text_and_not_lost(tmp_path: Path) -> None:
    text = read(tmp_path, pdf([lines_down(["Mødet begyndte i salen", "klokken ti."])], also=UPRIGHT))
    assert [(block.kind, block.text) for block in text.blocks] == [
        (Kind.PARAGRAPH, "Mødet begyndte i salen klokken ti."),
        (Kind.FURNITURE, "Journal 77 i Nordby"),
    ]


def test_notes_in_small_type_at_the_foot_of_a_page_are_none_of_its_text(tmp_path: Path) -> None:
    words = lines_down(["Beslutning: Godkendt."] * 5)
    small = lines_down(["1 Prisen er fra maj,", "som var kold."], top=90, size=8, step=10)
    kinds = [(block.kind, len(block.lines)) for block in read(tmp_path, pdf([[*words, *small]])).blocks]
    assert kinds == [(Kind.PARAGRAPH, 5), (Kind.FURNITURE, 1), (Kind.FURNITURE, 1)]
    assert {block.kind for block in read(tmp_path, pdf([small])).blocks} == {Kind.PARAGRAPH}


def test_columns_are_read_one_after_the_other_though_their_words_are_spread_and_long(tmp_path: Path) -> None:
    left = [at for line in range(8) for at in ((72.0, 700.0 - 14 * line, 10.0, "Udviklingsstrategien"),)]
    left += [(200.0, 700.0 - 14 * line, 10.0, f"beskriver{line}") for line in range(8)]
    right = [(320.0, 700.0 - 14 * line, 10.0, f"Behovet for vedligeholdelse er stort nu {line}") for line in range(8)]
    text = read(tmp_path, pdf([[*left, *right]]))
    said = " ".join(block.text for block in text.blocks)
    assert said.index("beskriver7") < said.index("stort nu 0")
    assert "\t" not in said


def test_a_title_on_two_lines_is_one_and_a_full_line_is_not_the_end_of_a_sentence(tmp_path: Path) -> None:
    head = [(72.0, 780.0, 10.0, "Referat af møde i Isudvalget den 4. marts 2024")]
    title = [(72.0, 740.0, 16.0, "1. Udvikling af fælles"), (72.0, 720.0, 16.0, "isboder i landsbyerne")]
    said = lines_down(["Beslutning: Udvalget bevilgede penge til", "Engby Forsamlingshus."], top=690, size=10)
    after = [(72.0, 640.0, 16.0, "2. Eventuelt"), (72.0, 620.0, 10.0, "Beslutning: Intet."), *lines_down(["x" * 46], top=600)]
    draft = drafted(tmp_path, pdf([[*head, *title, *said, *after]]))
    assert numbers_and_titles(draft) == [("1", "Udvikling af fælles isboder i landsbyerne"), ("2", "Eventuelt")]
    assert items_of(draft)[0].fields["decisions"][0]["text"] == "Udvalget bevilgede penge til Engby Forsamlingshus."


def test_a_page_of_short_lines_keeps_its_empty_lines(tmp_path: Path) -> None:
    lines = [line for at in range(1, 5) for line in (f"{at}. Is", "Ja.", "", "Enig.", "", "Godkendt.", "")]
    path = tmp_path / "kort.pdf"
    path.write_bytes(pdf([lines_down(lines)]))
    blocks = [block for block in read_text(path).blocks if block.lines]
    assert [len(block.lines) for block in blocks] == [2, 1, 1] * 4


def test_the_number_of_a_case_below_the_head_of_each_page_counts_no_pages(tmp_path: Path) -> None:
    def page(number: int, case: str, title: str) -> list[At]:
        head = [(72.0, 800.0, 11.0, "Isby Selskab for Busser"), (400.0, 800.0, 11.0, "Politisk dokument")]
        item = [
            (72.0, 774.0, 11.0, "Sagsnummer"),
            (150.0, 774.0, 11.0, case),
            (72.0, 760.0, 11.0, "Emne"),
            (150.0, 760.0, 11.0, title),
        ]
        said = [
            (72.0, 700.0 - 20 * at, 11.0, text) for at, text in enumerate(("Beslutning:", "Godkendt.", "Budgettet følges."))
        ]
        return [*head, *item, *said, (280.0, 30.0, 9.0, f"{number}/3")]

    pages = [page(1, "01", "Regnskab 2017"), page(2, "03", "Nye busser i Nordby"), page(3, "06", "Mødeplan")]
    draft = drafted(tmp_path, pdf(pages))
    assert numbers_and_titles(draft) == [("01", "Regnskab 2017"), ("03", "Nye busser i Nordby"), ("06", "Mødeplan")]
