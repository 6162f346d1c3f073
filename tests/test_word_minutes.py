"""Minutes as people set them in Word: in tables, with numbers that Word counts, with breaks in place of paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.extraction.reading import read_text
from generator.importer.drafting.draft import Draft
from generator.importer.importing import Wish, import_text
from tests.made_files import docx, numbering, paragraph, table
from tests.minutes import items_of, meeting_of, site_in

HEAD = paragraph("Referat af møde i Isudvalget den 4. marts 2024", bold=True)
HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="O{depth}"><w:name w:val="heading {depth}"/><w:pPr><w:numPr>'
    f'<w:ilvl w:val="{depth - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    for depth in (1, 2)
)
# The same two items are in each of the forms below.
ITEMS = [
    ("1", "Godkendelse af dagsorden", [], ["Godkendt."]),
    ("2", "Is i skolerne", ["tre skoler prøver is", "der afsættes 20.000 kr."], ["Indstillingen blev godkendt."]),
]
CASE = "Tre skoler har spurgt. Prisen er fast."
POINTS = paragraph("- tre skoler prøver is") + paragraph("- der afsættes 20.000 kr.")


def heading(text: str, depth: int) -> str:
    return paragraph(text, f'<w:pStyle w:val="O{depth}"/>')


def row(*cells: str, properties: str = "") -> str:
    return "<w:tr>" + "".join(f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell}</w:tc>" for cell in cells) + "</w:tr>"


def labelled(label: str, *inner: str) -> list[str]:
    return [paragraph(label, bold=True), "".join(inner)]


def counted_labels() -> str:
    return (
        heading("Godkendelse af dagsorden", 1) + heading("Beslutning", 2) + paragraph("Godkendt.")
        + heading("Is i skolerne", 1) + heading("Sagsfremstilling", 2) + paragraph(CASE)
        + heading("Indstilling", 2) + paragraph("Det indstilles, at") + POINTS
        + heading("Beslutning", 2) + paragraph("Indstillingen blev godkendt.")
    )  # fmt: skip


def a_table_for_each_item() -> str:
    first = [labelled("Punkt 1", paragraph("Godkendelse af dagsorden")), labelled("Beslutning", paragraph("Godkendt."))]
    second = [
        labelled("Punkt 2", paragraph("Is i skolerne")),
        labelled("Sagsfremstilling", paragraph(CASE)),
        labelled("Indstilling", paragraph("Det indstilles, at"), POINTS),
        labelled("Beslutning", paragraph("Indstillingen blev godkendt.")),
    ]
    return table(first) + "<w:p/>" + table(second)


def one_table_with_cells_over_several_columns_and_rows() -> str:
    over, goes_on = '<w:gridSpan w:val="2"/>', "<w:vMerge/>"

    def title(number: str, text: str) -> str:
        start = f'<w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{paragraph(number)}</w:tc>'
        return f"<w:tr>{start}<w:tc><w:tcPr>{over}</w:tcPr>{paragraph(text, bold=True)}</w:tc></w:tr>"

    def below(label: str, inner: str) -> str:
        return f"<w:tr><w:tc><w:tcPr>{goes_on}</w:tcPr><w:p/></w:tc><w:tc>{paragraph(label)}</w:tc><w:tc>{inner}</w:tc></w:tr>"

    return (
        "<w:tbl>" + title("1.", "Godkendelse af dagsorden") + below("Beslutning", paragraph("Godkendt."))
        + title("2.", "Is i skolerne") + below("Sagsfremstilling", paragraph(CASE))
        + below("Indstilling", paragraph("Det indstilles, at") + POINTS)
        + below("Beslutning", paragraph("Indstillingen blev godkendt.")) + "</w:tbl>"
    )  # fmt: skip


def a_number_beside_all_of_an_item() -> str:
    prices = table([[paragraph("Is"), paragraph("Pris")], [paragraph("Vaffel"), paragraph("30")]])
    first = paragraph("Godkendelse af dagsorden", bold=True) + paragraph("Beslutning") + paragraph("Godkendt.")
    second = (
        paragraph("Is i skolerne", bold=True) + paragraph("Sagsfremstilling") + paragraph(CASE) + prices
        + paragraph("Indstilling") + paragraph("Det indstilles, at") + POINTS
        + paragraph("Beslutning") + paragraph("Indstillingen blev godkendt.")
    )  # fmt: skip
    return table([[paragraph("1."), first], [paragraph("2."), second]])


def breaks_in_place_of_paragraphs() -> str:
    def broken(*lines: str) -> str:
        return f"<w:p><w:r>{'<w:br/>'.join(f'<w:t>{line}</w:t>' for line in lines)}</w:r></w:p>"

    return (
        paragraph("1.\u00a0Godkendelse af dagsorden", bold=True) + broken("Beslutning:", "Godkendt.")
        + paragraph("2.\u00a0Is i skolerne", bold=True) + broken("Sagsfremstilling:", CASE)
        + broken("Indstilling:", "Det indstilles, at", "-\ttre skoler prøver is", "-\tder afsættes 20.000 kr.")
        + broken("Beslutning:", "Indstillingen blev godkendt.")
    )  # fmt: skip


FORMS = (
    counted_labels,
    a_table_for_each_item,
    one_table_with_cells_over_several_columns_and_rows,
    a_number_beside_all_of_an_item,
    breaks_in_place_of_paragraphs,
)


def drafted(folder: Path, body: str) -> Draft:
    path = folder / "referat.docx"
    path.write_bytes(docx(HEAD + body, {"styles": HEADINGS, "numbering": numbering([("decimal", "%1"), ("decimal", "%1.%2")])}))
    return import_text(read_text(path), site_in(folder), Wish(path.name))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__.replace("_", " "))
def test_the_same_items_are_found_however_they_are_set(tmp_path: Path, form: object) -> None:
    assert callable(form)
    draft = drafted(tmp_path, form())
    found = [
        (
            item.fields.get("number"),
            item.fields["title"],
            [point["text"].rstrip(".,") for point in item.fields.get("recommendation", {}).get("points", ())],
            [decision["text"] for decision in item.fields["decisions"]],
        )
        for item in items_of(draft)
    ]
    assert found == [(number, title, [point.rstrip(".") for point in points], said) for number, title, points, said in ITEMS]
    assert CASE in items_of(draft)[1].body


def test_a_table_within_a_cell_is_a_table_of_the_case(tmp_path: Path) -> None:
    body = items_of(drafted(tmp_path, a_number_beside_all_of_an_item()))[1].body
    assert "| Is | Pris |\n| --- | --- |\n| Vaffel | 30 |" in body


def test_who_was_there_stands_line_by_line_in_a_cell_or_in_a_list(tmp_path: Path) -> None:
    people = [
        [paragraph("Deltagere:"), paragraph("Ib Prøve (formand)") + paragraph("Ane Test") + paragraph("Bo Mønster")],
        [paragraph("Fraværende:"), paragraph("Bo Mønster")],
        [paragraph("Bemærkninger"), paragraph("Mødet var kort")],
    ]
    listed = paragraph("Afbud:") + paragraph("•\tLiv Forsøg") + paragraph("Gæster i salen", bold=True)
    draft = drafted(tmp_path, table(people) + listed + breaks_in_place_of_paragraphs())
    found = [(one["quote"], one["status"]) for one in meeting_of(draft).fields["attendance"]]
    assert found == [
        ("Ib Prøve (formand)", "deltog"),
        ("Ane Test", "deltog"),
        ("Bo Mønster", "udeblevet"),
        ("Liv Forsøg", "afbud"),
    ]


def test_a_title_in_bold_type_ends_where_the_case_goes_on_beside_it(tmp_path: Path) -> None:
    def titled(title: str, case: str) -> str:
        return paragraph(title, bold=True).replace("</w:p>", f"<w:r><w:t xml:space='preserve'> {case}</w:t></w:r></w:p>")

    rows = [
        [paragraph("Punkt"), paragraph("Sag"), paragraph("Referat")],
        [paragraph("1"), titled("Is i skolerne", CASE), paragraph("Godkendt.")],
        [paragraph("2"), titled("Skolefest i maj", "Bestyrelsen skal finde en gruppe."), paragraph("Udsat.")],
    ]
    first, second = items_of(drafted(tmp_path, HEAD + table(rows)))
    assert (first.fields["title"], second.fields["title"]) == ("Is i skolerne", "Skolefest i maj")
    assert CASE in first.body
