"""What Word shows of a file is read, and what it hides is not: numbers, text boxes, cells, breaks, notes, odd signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.extraction import Block, ExtractedText, Kind
from generator.extraction.reading import read_text
from tests.made_files import docx, in_list, numbering, paragraph, table

STRUCK_ROW = "<w:tr><w:trPr><w:del/></w:trPr><w:tc>" + in_list("Udgår") + "</w:tc><w:tc><w:p/></w:tc></w:tr>"
GONE = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:{}/></w:rPr>'
HIDING = (
    '<w:style w:type="character" w:styleId="Skjult"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Note"><w:rPr><w:vanish/></w:rPr></w:style>'
)
BOX = f"<w:txbxContent>{paragraph('I en boks')}</w:txbxContent>"
NEW_BOX = f"<mc:Choice Requires='wps'><w:drawing>{BOX}</w:drawing></mc:Choice>"
OLD_BOX = f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"


def read(folder: Path, body: str, **parts: str) -> ExtractedText:
    path = folder / "a.docx"
    path.write_bytes(docx(body, parts))
    return read_text(path)


def texts(blocks: tuple[Block, ...]) -> list[str]:
    return [" ".join(filter(None, (block.marker, block.text))) for block in blocks]


def level(depth: int, figures: str, form: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>{figures}<w:lvlText w:val="{form}"/>{more}</w:lvl>'


def figures(kind: str) -> str:
    return f'<w:numFmt w:val="{kind}"/>'


# Numbers


def test_what_was_struck_out_or_moved_away_has_no_number(tmp_path: Path) -> None:
    body = in_list("Første") + table([[in_list("Anden"), paragraph("Ord")]]).replace("</w:tbl>", f"{STRUCK_ROW}</w:tbl>")
    body += "".join(paragraph("", GONE.format(mark)) for mark in ("del", "moveFrom")) + in_list("Tredje")
    text = read(tmp_path, body, numbering=numbering([("decimal", "%1.")]))
    assert texts(text.blocks) == ["1. Første", "2. Anden\tOrd", "3. Tredje"]


def test_a_list_may_be_declared_by_a_style_and_be_written_in_figures_that_are_new(tmp_path: Path) -> None:
    new = "<mc:AlternateContent><mc:Choice Requires='w14'><w:numFmt w:val='custom'/></mc:Choice>"
    new += "<mc:Fallback><w:numFmt w:val='decimalZero'/></mc:Fallback></mc:AlternateContent>"
    families = (
        f'<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Punkter"/>{level(0, new, "§ %1")}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Punkter"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    assert texts(read(tmp_path, in_list("Vedtægt"), numbering=families).blocks) == ["§ 01 Vedtægt"]


def test_legal_numbers_are_plain_and_a_level_may_count_through(tmp_path: Path) -> None:
    levels = level(0, figures("upperRoman"), "%1.") + level(
        1, "<w:isLgl/>" + figures("decimal"), "%1.%2", '<w:lvlRestart w:val="0"/>'
    )
    families = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = in_list("Gruppe") + in_list("Sag", depth=1) + in_list("Gruppe") + in_list("Sag", depth=1)
    assert texts(read(tmp_path, body, numbering=families).blocks) == ["I. Gruppe", "1.1 Sag", "II. Gruppe", "2.2 Sag"]


# What is shown


@pytest.mark.parametrize(
    "hidden",
    [
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Skjult</w:t></w:r>",
        "<w:r><w:rPr><w:rStyle w:val='Skjult'/></w:rPr><w:t>Skjult</w:t></w:r>",
    ],
    ids=["itself", "by its style"],
)
def test_hidden_words_are_not_shown_but_looked_through(tmp_path: Path, hidden: str) -> None:
    body = f"<w:p><w:r><w:t>Vist</w:t></w:r>{hidden}</w:p>" + paragraph("Skjult note", '<w:pStyle w:val="Note"/>')
    text = read(tmp_path, body, styles=HIDING)
    assert texts(text.blocks) == ["Vist"]
    assert text.unseen == ("Skjult", "Skjult note")


@pytest.mark.parametrize("box", [NEW_BOX + OLD_BOX, NEW_BOX, OLD_BOX], ids=["both ways", "the new way", "the old way"])
def test_a_text_box_is_read_once_however_it_is_written(tmp_path: Path, box: str) -> None:
    body = f"<w:p><w:r><w:t>Ved siden af</w:t></w:r><w:r><mc:AlternateContent>{box}</mc:AlternateContent></w:r></w:p>"
    assert texts(read(tmp_path, body).blocks) == ["Ved siden af", "I en boks"]
    assert texts(read(tmp_path, paragraph("Ord"), header1=body).blocks) == ["Ved siden af", "I en boks", "Ord"]


def test_a_note_stands_below_what_points_to_it_and_a_heading_is_known_without_the_pointer(tmp_path: Path) -> None:
    body = "".join(
        f"<w:p><w:r><w:rPr>{bold}</w:rPr><w:t>{words}</w:t></w:r><w:r><w:footnoteReference w:id='{note}'/></w:r></w:p>"
        for bold, words, note in (("<w:b/>", "Beslutning", 1), ("", "Godkendt", 2), ("", "Noten er væk", 3))
    )
    notes = "".join(f'<w:footnote w:id="{note}">{paragraph(f"Note {note}")}</w:footnote>' for note in (1, 2))
    shown = ["Beslutning", "[1] Note 1", "Godkendt[2]", "[2] Note 2", "Noten er væk[3]"]
    assert texts(read(tmp_path, body, footnotes=notes).blocks) == shown


def test_a_link_whose_address_the_file_has_lost_is_its_words(tmp_path: Path) -> None:
    body = "<w:p><w:hyperlink r:id='rId9'><w:r><w:t>Bilag 1</w:t></w:r></w:hyperlink></w:p>"
    assert texts(read(tmp_path, body).blocks) == ["Bilag 1"]


# Signs and breaks


def test_signs_of_the_layout_become_plain_ones(tmp_path: Path) -> None:
    inner = "<w:t>2.\u00a0Børne</w:t><w:noBreakHyphen/><w:t xml:space='preserve'> og unge</w:t>"
    inner += "<w:softHyphen/><w:t>politik\u200b</w:t>"
    assert texts(read(tmp_path, f"<w:p><w:r>{inner}</w:r></w:p>").blocks) == ["2. Børne- og ungepolitik"]


@pytest.mark.parametrize(
    "sign",
    [
        "<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>§</w:t></w:r>",
        "<w:r><w:t>\uf0b7</w:t></w:r>",
        "<w:r><w:sym w:font='Symbol' w:char='F0B7'/></w:r>",
    ],
    ids=["letter of a type of signs", "place of a sign", "symbol"],
)
def test_a_sign_before_a_line_makes_it_one_of_a_list(tmp_path: Path, sign: str) -> None:
    block = read(tmp_path, f"<w:p>{sign}<w:r><w:tab/><w:t>planen sendes i høring</w:t></w:r></w:p>").blocks[0]
    assert (block.kind, block.marker, block.text) == (Kind.LIST_ITEM, "•", "planen sendes i høring")


def test_lines_that_breaks_part_are_paragraphs_where_they_look_like_it(tmp_path: Path) -> None:
    lines = ("Det indstilles, at", "-\tplanen vedtages,", "-\tplanen trykkes", "i foråret")
    body = f"<w:p><w:r>{'<w:br/>'.join(f'<w:t>{line}</w:t>' for line in lines)}</w:r></w:p>"
    body += "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Beslutning</w:t><w:br/></w:r><w:r><w:t>Godkendt.</w:t></w:r></w:p>"
    found = [(block.kind, block.marker, block.text, block.strong) for block in read(tmp_path, body).blocks]
    assert found == [
        (Kind.PARAGRAPH, "", "Det indstilles, at", False),
        (Kind.LIST_ITEM, "-", "planen vedtages,", False),
        (Kind.LIST_ITEM, "-", "planen trykkes i foråret", False),
        (Kind.PARAGRAPH, "", "Beslutning", True),
        (Kind.PARAGRAPH, "", "Godkendt.", False),
    ]


# Cells


def test_what_a_cell_holds_is_kept_with_the_number_of_its_row(tmp_path: Path) -> None:
    inner = table([[paragraph("År"), paragraph("Kr.")]])
    text = read(tmp_path, paragraph("Ord") + table([[paragraph("Sag"), paragraph("To veje:") + paragraph("- bro") + inner]]))
    block = text.blocks[1]
    kinds = [[part.kind for part in cell] for cell in block.inner[0]]
    assert kinds == [[Kind.PARAGRAPH], [Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.TABLE]]
    assert {line.number for cell in block.inner[0] for part in cell for line in part.lines} == {block.lines[0].number} == {2}
    assert block.rows == (("Sag", "To veje:\n- bro\nÅr\tKr."),)


def test_a_table_of_single_paragraphs_holds_no_more_than_its_cells(tmp_path: Path) -> None:
    assert read(tmp_path, table([[paragraph("Sted"), paragraph("Havnen")]])).blocks[0].inner == ()
