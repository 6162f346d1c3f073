"""A page on paper: tables with their heads on every sheet and their totals once, black on white, no heading alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

TABLES = ("/fordelinger/govtech-2020-10/", "/fordelinger/govtech-2020-07/", "/fordelinger/erhvervshus-2019/")
ITEM = "/moeder/kd-net/2020-08-28/4/"
LEAD = "Beløb i de fordelinger, tilskud og aftaler, som punktet fører til."
SHEET = 1000  # about the height of what a sheet of A4 holds, in pixels of a style


@dataclass(frozen=True)
class Printed:
    """What a browser prints: the letters of each sheet, how far down its words reach (0 to 1), and its pictures."""

    texts: tuple[str, ...]
    reach: tuple[float, ...]
    pictures: tuple[bytes, ...]


def bare(text: str) -> str:
    """A text without its spaces: some stand in a PDF between letters, as the browser sets them."""
    return "".join(text.split())


def printed(page: Page) -> Printed:
    document = pypdfium2.PdfDocument(page.pdf(format="A4"))
    texts, reach, pictures = [], [], []
    for sheet in document:
        words = sheet.get_textpage()
        texts.append(bare(words.get_text_range()))
        lowest = min((words.get_rect(one)[1] for one in range(words.count_rects())), default=sheet.get_height())
        reach.append(1 - lowest / sheet.get_height())
        pictures.append(bytes(sheet.render(scale=0.5).buffer))
    return Printed(tuple(texts), tuple(reach), tuple(pictures))


@pytest.fixture
def reader(browser: Browser, origin: str) -> Iterator[Page]:
    """A reader at a desk."""
    context = browser.new_context(base_url=origin, viewport={"width": 1280, "height": 900}, locale="da-DK")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", TABLES)
def test_a_tables_heads_stand_on_every_sheet_and_its_totals_only_below_its_last_row(reader: Page, address: str) -> None:
    reader.goto(address)
    reader.wait_for_selector("button.sort")
    heads, last = reader.evaluate(
        """() => { const table = document.querySelector("table.shares.wide"), space = document.createElement("div");
        document.querySelector("main").replaceChildren(space, table.closest(".frame"));
        const words = (cell) => cell.textContent.trim().split(" ")[0];
        return [[...table.tHead.rows[0].cells].map(words), words([...table.tBodies[0].rows].at(-1).cells[0])]; }"""
    )
    for space in range(300, 900, 100):
        reader.evaluate(f"document.querySelector('main > div').style.blockSize = '{space}px'")
        sheets = [text for text in printed(reader).texts if heads[0] in text]
        assert len(sheets) > 1 or space < 400, space
        assert all(head in sheet for head in heads for sheet in sheets), space
        assert [sheet.count(bare("I alt, som trykt")) for sheet in sheets] == [0] * (len(sheets) - 1) + [1], space
        assert last in sheets[-1], "totals do not stand alone"


def test_paper_is_white_whatever_the_screen(reader: Page) -> None:
    sheets = {}
    for scheme in ("light", "dark"):
        reader.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        reader.goto(ITEM)
        sheets[scheme] = printed(reader).pictures
    assert sheets["light"] == sheets["dark"]


def test_a_recommendation_and_its_decision_may_go_on_on_the_next_sheet(reader: Page) -> None:
    reader.goto(ITEM)
    for space in range(0, SHEET, 100):
        reader.evaluate(f"document.querySelector('.verdict').style.marginBlockStart = '{space}px'")
        sheets = printed(reader)
        begun = next(n for n, text in enumerate(sheets.texts) if bare("Indstillet og besluttet") in text)
        going_on = bare("Om punktet") not in sheets.texts[begun]
        assert not going_on or sheets.reach[begun] > 0.8, space


def test_no_heading_stands_alone_at_the_foot_of_a_sheet(reader: Page) -> None:
    reader.goto(ITEM)
    reader.evaluate("document.querySelector('#penge').before(document.createElement('div'))")
    for space in range(0, SHEET, 60):
        reader.evaluate(f"document.querySelector('#penge').previousSibling.style.blockSize = '{space}px'")
        texts = printed(reader).texts
        [sheet] = [text for text in texts if bare(LEAD) in text]
        assert bare(f"Pengene {LEAD} Samarbejdsaftale om DK2020") in sheet, space
