"""What a Word, PDF, text or Markdown file says is read in order, whole, each line with its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extraction import Block, ExtractedText, Kind, Link, extract
from generator.extraction.assembling import blocks_of
from generator.extraction.furniture import marked
from generator.extraction.joining import joined
from generator.extraction.plain import markdown_rows, text_of, text_rows
from generator.extraction.reading import read_text
from tests.made_files import At, docx, in_list, lines_down, numbering, paragraph, pdf, table

HEADING_STYLE = '<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/></w:style>'


def read(folder: Path, name: str, data: bytes | str) -> ExtractedText:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return read_text(path)


def said(text: ExtractedText, kind: Kind) -> list[str]:
    return [block.text for block in text.blocks if block.kind is kind]


def kinds(text: ExtractedText) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in text.blocks]


# Text and Markdown


def test_lines_without_a_blank_one_between_are_a_paragraph_and_keep_their_numbers(tmp_path: Path) -> None:
    text = read(tmp_path, "a.txt", "Referat\n\nMødet begyndte\nklokken ti.\n")
    assert kinds(text) == [("paragraph", "Referat"), ("paragraph", "Mødet begyndte klokken ti.")]
    assert [(line.text, line.page, line.number) for line in text.blocks[1].lines] == [
        ("Mødet begyndte", 0, 3),
        ("klokken ti.", 0, 4),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "latin-1", "utf-16"])
def test_danish_letters_are_read_in_every_usual_encoding(encoding: str) -> None:
    assert text_of("Blåbærgrød på Ærø\r\n".encode(encoding), "a.txt") == "Blåbærgrød på Ærø\n"


def test_signs_that_nobody_sees_are_no_part_of_a_text() -> None:
    seen = text_of("\u200b1. Kom\u00admune\ufeffplan, be\u00ad\nslutning\n".encode(), "a.txt")
    assert seen == "1. Kommuneplan, be\u00ad\nslutning\n"


def test_a_form_feed_begins_a_page_and_lines_count_on(tmp_path: Path) -> None:
    text = read(tmp_path, "a.txt", "Første\n\fAnden\n\nTredje\n")
    assert [block.kind for block in text.blocks] == [Kind.PARAGRAPH, Kind.PAGE_BREAK, Kind.PARAGRAPH, Kind.PARAGRAPH]
    assert [(block.page, block.number) for block in text.blocks if block.lines] == [(1, 1), (2, 2), (2, 4)]
    assert text.pages == 2


def test_items_of_a_list_have_their_marker_and_their_depth(tmp_path: Path) -> None:
    text = read(
        tmp_path, "a.txt", "Det indstilles, at\n1. rådet godkender\n2. rådet tager\n   til efterretning\na. straks\n3. intet\n"
    )
    items = [(block.marker, block.level, block.text) for block in text.blocks if block.kind is Kind.LIST_ITEM]
    assert items == [
        ("1.", 0, "rådet godkender"),
        ("2.", 0, "rådet tager til efterretning"),
        ("a.", 1, "straks"),
        ("3.", 0, "intet"),
    ]


@pytest.mark.parametrize("line", ["28. august 2020", "3.500 kr. om året", "d. 4. maj", "A. Nielsen deltog", "-5 grader"])
def test_a_date_an_amount_or_a_name_is_no_item_of_a_list(tmp_path: Path, line: str) -> None:
    assert kinds(read(tmp_path, "a.txt", line)) == [("paragraph", line)]


def test_lines_with_the_same_wide_gaps_are_a_table(tmp_path: Path) -> None:
    text = read(tmp_path, "a.txt", "Kommune      Andel\nFjordby        120\nBakkeby         80\n\nI alt 200\n")
    assert text.blocks[0].rows == (("Kommune", "Andel"), ("Fjordby", "120"), ("Bakkeby", "80"))
    assert kinds(text)[1] == ("paragraph", "I alt 200")


@pytest.mark.parametrize("mark", ["-", "=", "_", "*", "~"])
def test_a_line_of_marks_as_wide_as_the_line_above_makes_a_heading_of_it(tmp_path: Path, mark: str) -> None:
    lines = ("Nye bænke", mark * 9, "", "Der købes fem bænke.", mark * 60, "Godkendt.", "", "Ane Test", "_" * 8)
    assert said(read(tmp_path, "a.txt", "\n".join(lines)), Kind.HEADING) == ["Nye bænke"]


def test_markdown_is_known_by_its_marks(tmp_path: Path) -> None:
    source = (
        "# Referat\n\nUnder\n-----\n**Beslutning**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- se [aftalen](https://a.example/b)\n"
    )
    text = read(tmp_path, "a.md", source)
    assert [(block.kind.value, block.level, block.text) for block in text.blocks] == [
        ("heading", 1, "Referat"),
        ("heading", 2, "Under"),
        ("paragraph", 0, "Beslutning"),
        ("table", 0, "a\tb\n1\t2"),
        ("list item", 0, "se [aftalen](https://a.example/b)"),
    ]
    assert [block.strong for block in text.blocks] == [False, False, True, False, False]
    assert text.blocks[-1].links == (Link("aftalen", "https://a.example/b"),)


words = st.text(st.sampled_from("aæb1.-–()|# \t*o"), max_size=12)


@settings(max_examples=300, deadline=None)
@given(st.lists(words | st.sampled_from(["", "\f", "Side 1 af 2", "---", "1. Punkt", "- a", "|a|b|"]), max_size=20))
def test_no_line_of_a_text_is_lost_and_none_comes_twice(lines: list[str]) -> None:
    source = "\n".join(lines)
    for rows in (text_rows(source), markdown_rows(source)):
        blocks = blocks_of(marked(list(rows)))
        kept = [line.text for block in blocks for line in block.lines]
        assert kept == [part.strip() for part in re.split(r"[\n\f]", source) if part.strip()]


# Joining


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        ([], ""),
        (["kommu-", "nerne"], "kommunerne"),
        (["børne-", "og ungeudvalget"], "børne- og ungeudvalget"),
        (["KD-", "Net"], "KD-Net"),
        (["SOSU-", "uddannelserne"], "SOSU-uddannelserne"),
        (["Nord-", "Sydbanen"], "Nord-Sydbanen"),
        (["2009-", "2011"], "2009- 2011"),
        (["it-", "systemer"], "it-systemer"),
        (["klima-", "og miljø"], "klima- og miljø"),
        (["e-mail og", "brev"], "e-mail og brev"),
        (["sam\u00ad", "arbejde"], "samarbejde"),
    ],
)
def test_a_word_that_the_end_of_a_line_divides_is_made_whole_where_that_is_safe(lines: list[str], text: str) -> None:
    assert joined(lines, frozenset()) == text


def test_a_hyphen_stays_where_the_same_text_writes_the_word_with_it() -> None:
    assert joined(["midt-", "jysk"], frozenset({"midt-jysk"})) == "midt-jysk"


# PDF


def minutes(page: int, of: int) -> list[At]:
    body = [f"{page}. Et punkt", "", "Beslutning", "Det blev vedtaget af kommu-", "nerne."]
    return [(72, 800, 9, "Forum for prøver"), *lines_down(body), (280, 30, 9, f"Side {page} af {of}")]


def test_a_pdf_has_its_paragraphs_items_and_bold_labels(tmp_path: Path) -> None:
    text = read(tmp_path, "a.pdf", pdf([minutes(1, 1)], bold=frozenset({"Beslutning"})))
    assert [(block.kind.value, block.text, block.strong) for block in text.blocks if block.kind is not Kind.FURNITURE] == [
        ("paragraph", "Forum for prøver", False),
        ("list item", "Et punkt", False),
        ("paragraph", "Beslutning", True),
        ("paragraph", "Det blev vedtaget af kommunerne.", False),
    ]
    assert text.blocks[1].lines[0].number == 2


def test_what_every_page_repeats_is_marked_and_kept(tmp_path: Path) -> None:
    text = read(tmp_path, "a.pdf", pdf([minutes(page, 3) for page in (1, 2, 3)]))
    expected = [line for page in (1, 2, 3) for line in ("Forum for prøver", f"Side {page} af 3")]
    assert said(text, Kind.FURNITURE) == expected
    assert said(text, Kind.LIST_ITEM) == ["Et punkt"] * 3
    assert text.pages == 3


def test_a_numbered_item_at_the_top_of_every_page_is_no_furniture(tmp_path: Path) -> None:
    pages = [lines_down([f"Punkt {number}", "", "Sagen blev drøftet."]) for number in (1, 2, 3)]
    assert said(read(tmp_path, "a.pdf", pdf(pages)), Kind.FURNITURE) == []


def test_columns_of_prose_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = lines_down([f"til venstre står der mange ord {line}" for line in range(8)])
    right = lines_down([f"til højre står der også mange {line}" for line in range(8)], left=320)
    above: At = (72, 800, 11, "En linje over dem begge, som går hen over hele siden")
    text = " ".join(block.text for block in read(tmp_path, "a.pdf", pdf([[above, *left, *right]])).blocks)
    assert text.index("venstre står der mange ord 7") < text.index("højre står der også mange 0")
    assert text.startswith("En linje over dem begge")


def test_cells_side_by_side_are_a_table_with_empty_cells_where_there_is_nothing(tmp_path: Path) -> None:
    rows = [("Kommune", "Andel", "Note"), ("Fjordby", "120", "a"), ("Bakkeby", "80", "")]
    pieces = [
        (left, 700.0 - 14 * row, 11.0, cell)
        for row, cells in enumerate(rows)
        for left, cell in zip((72.0, 250.0, 400.0), cells, strict=True)
        if cell
    ]
    text = read(tmp_path, "a.pdf", pdf([[*lines_down(["Fordelingen er denne:"]), *pieces]]))
    assert [block.rows for block in text.blocks if block.kind is Kind.TABLE] == [tuple(rows)]


def test_a_page_whose_text_runs_upwards_is_read_as_one_turns_it(tmp_path: Path) -> None:
    upright, turned = (read(tmp_path, "a.pdf", pdf([minutes(1, 1)], turned=turned)).blocks for turned in (False, True))
    assert len(turned) == 4
    assert [(block.kind, block.text) for block in turned] == [(block.kind, block.text) for block in upright]


def test_larger_type_is_a_heading(tmp_path: Path) -> None:
    text = read(
        tmp_path, "a.pdf", pdf([[(72, 780, 18, "Referat af mødet"), *lines_down(["Almindelig tekst", "i to linjer."])]])
    )
    assert [(block.kind, block.level) for block in text.blocks] == [(Kind.HEADING, 1), (Kind.PARAGRAPH, 0)]


def test_a_page_with_nothing_but_a_picture_is_named(tmp_path: Path) -> None:
    assert read(tmp_path, "a.pdf", pdf([minutes(1, 2), []])).pages_without_text == (2,)


# Word


def test_the_numbers_that_word_counts_are_written_out(tmp_path: Path) -> None:
    body = (
        in_list("Godkendelse")
        + in_list("Dagsorden", depth=1)
        + in_list("Referat", depth=1)
        + paragraph("Imellem")
        + in_list("Eventuelt")
        + in_list("Ny liste", list_id=2)
    )
    forms = [("decimal", "%1."), ("lowerLetter", "%1.%2)")]
    restarted = numbering(forms, lists=1) + (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    )
    text = read(tmp_path, "a.docx", docx(body, {"numbering": restarted}))
    assert [(block.marker, block.level, block.text) for block in text.blocks] == [
        ("1.", 0, "Godkendelse"),
        ("1.a)", 1, "Dagsorden"),
        ("1.b)", 1, "Referat"),
        ("", 0, "Imellem"),
        ("2.", 0, "Eventuelt"),
        ("7.", 0, "Ny liste"),
    ]


@pytest.mark.parametrize(
    ("figures", "fourth"), [("upperRoman", "IV."), ("lowerLetter", "d."), ("bullet", "•"), ("decimalZero", "04.")]
)
def test_figures_are_those_that_the_list_asks_for(tmp_path: Path, figures: str, fourth: str) -> None:
    body = "".join(in_list(f"Punkt {number}") for number in range(4))
    text = read(tmp_path, "a.docx", docx(body, {"numbering": numbering([(figures, "%1.")])}))
    assert text.blocks[3].marker == fourth


def test_headings_are_known_by_their_style_and_keep_their_number(tmp_path: Path) -> None:
    numbered = '<w:pStyle w:val="Overskrift2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    parts = {"styles": HEADING_STYLE, "numbering": numbering([("decimal", "%1")])}
    block = read(tmp_path, "a.docx", docx(paragraph("Økonomi", numbered), parts)).blocks[0]
    assert (block.kind, block.level, block.text) == (Kind.HEADING, 2, "1 Økonomi")


def test_breaks_links_and_bold_type_of_word_are_kept(tmp_path: Path) -> None:
    inner = "<w:r><w:t>Før</w:t><w:br/><w:t>efter</w:t><w:br w:type='page'/><w:t>Ny side</w:t></w:r>"
    text = read(tmp_path, "a.docx", docx(f"<w:p>{inner}</w:p>" + paragraph("Beslutning", bold=True)))
    assert kinds(text) == [
        ("paragraph", "Før efter"),
        ("page break", ""),
        ("paragraph", "Ny side"),
        ("paragraph", "Beslutning"),
    ]
    assert [line.text for line in text.blocks[0].lines] == ["Før", "efter"]
    assert [block.strong for block in text.blocks] == [False, False, False, True]


def test_a_table_of_word_keeps_its_cells_and_one_that_only_frames_is_opened(tmp_path: Path) -> None:
    rows = [[paragraph("Sted"), paragraph("Rådhuset")], [paragraph("Deltagere"), paragraph("Bo") + paragraph("Ida")]]
    text = read(tmp_path, "a.docx", docx(table(rows) + table([[paragraph("I en ramme")]])))
    assert text.blocks[0].rows == (("Sted", "Rådhuset"), ("Deltagere", "Bo\nIda"))
    assert kinds(text)[1] == ("paragraph", "I en ramme")


def test_headers_footers_fields_and_notes_of_word_are_not_lost(tmp_path: Path) -> None:
    noted = "<w:r><w:t>Se noten</w:t><w:footnoteReference w:id='1'/></w:r>"
    body = f"<w:p>{noted}<w:fldSimple w:instr='DATE'><w:r><w:t>i dag</w:t></w:r></w:fldSimple></w:p>"
    notes = f'<w:footnote w:id="1">{paragraph("Notens ord")}</w:footnote>'
    text = read(
        tmp_path, "a.docx", docx(body, {"footnotes": notes, "header1": paragraph("Forum"), "footer1": paragraph("Side")})
    )
    assert kinds(text) == [
        ("furniture", "Side"),
        ("furniture", "Forum"),
        ("paragraph", "Se noten[1]i dag"),
        ("paragraph", "[1] Notens ord"),
    ]


def test_what_was_struck_out_in_word_is_not_read(tmp_path: Path) -> None:
    body = "<w:p><w:r><w:t>Det gælder</w:t></w:r><w:del><w:r><w:delText> ikke</w:delText></w:r></w:del></w:p>"
    assert kinds(read(tmp_path, "a.docx", docx(body))) == [("paragraph", "Det gælder")]


# All formats


def test_the_text_comes_whole_out_of_the_process_that_reads(tmp_path: Path) -> None:
    path = tmp_path / "æ ø.docx"
    path.write_bytes(docx(paragraph("Første") + table([[paragraph("a"), paragraph("b")]]) + paragraph("1. Sidste", bold=True)))
    outside: tuple[Block, ...] = extract(path).blocks
    assert outside == read_text(path).blocks
    assert len(outside) == 3
