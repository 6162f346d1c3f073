"""Spreadsheets, slides and OpenDocument files are published as they are, but for a personal number anywhere in them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from generator.extraction import Reason, Unreadable, extract
from generator.problems import Code
from tests.conftest import MakeSite
from tests.sites import SMALL, Site

NUMBER = "310299-9999"
# By the file's name, its parts; a text may lie in several pieces, in a comment, or in a sheet that is hidden.
OFFICE = {
    "cells.xlsx": {"xl/sharedStrings.xml": '<sst xmlns="x"><si><t>Navn</t></si><si><t>{0}</t></si></sst>'},
    "pieces.xlsx": {"xl/sharedStrings.xml": '<sst xmlns="x"><si><r><t>{1}</t></r><r><t>{2}</t></r></si></sst>'},
    "inline.xlsx": {"xl/worksheets/sheet2.xml": '<worksheet xmlns="x"><c><is><t>{0}</t></is></c></worksheet>'},
    "comment.xlsx": {"xl/comments1.xml": '<comments xmlns="x"><comment><text><r><t>{0}</t></r></text></comment></comments>'},
    "slides.pptx": {
        "ppt/slides/slide1.xml": '<s xmlns:a="x"><a:p><a:r><a:t>{1}</a:t></a:r><a:r><a:t>{2}</a:t></a:r></a:p></s>'
    },
    "text.odt": {"content.xml": '<o xmlns:t="x"><t:p>Ida <t:span>{1}</t:span>{2}</t:p><t:p>Mere</t:p></o>'},
    "sheet.ods": {"content.xml": '<o xmlns:t="x"><t:cell><t:p>{0}</t:p></t:cell><t:cell><t:p>7</t:p></t:cell></o>'},
}


def zipped(parts: dict[str, str]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


def office(name: str, number: str) -> bytes:
    return zipped({part: text.format(number, number[:6], number[6:]) for part, text in OFFICE[name].items()})


@pytest.fixture
def site(content: MakeSite) -> Site:
    return content(SMALL)


def publish(site: Site, name: str, data: bytes) -> list[Code]:
    folder = site.folder / "content" / "files"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(data)
    site.write({"content/documents/ark.md": f"---\nid: ark\ntitle: Et ark\nkind: bilag\nfile: {name}\n---\n"})
    return [found.code for found in site.build().problems]


@pytest.mark.parametrize("name", OFFICE)
def test_a_personal_number_stops_the_build_and_another_number_does_not(site: Site, name: str) -> None:
    harmless = office(name, "990000-9999")
    assert publish(site, name, harmless) == []
    assert site.built()[f"filer/{name}"] == harmless
    assert publish(site, name, office(name, NUMBER)) == [Code.PRIVATE_IN_ANNEX]
    assert site.built()[f"filer/{name}"] == harmless


def test_a_personal_number_in_a_list_stops_the_build(site: Site) -> None:
    assert publish(site, "navne.csv", f"Navn;Nummer\nIda Prøve;{NUMBER}\n".encode("cp1252")) == [Code.PRIVATE_IN_ANNEX]


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"content.xml": "<o>"}, Reason.DAMAGED),
        ({"content.xml": '<!DOCTYPE o [<!ENTITY a "b">]><o>&a;</o>'}, Reason.DAMAGED),
        ({"content.xml": "<o>" + " " * 70_000_000 + "</o>"}, Reason.TOO_LARGE),
        ({"content.xml": "<o>" * 50_000 + "</o>" * 50_000}, Reason.TOO_DEEP),
        ({"word/document.xml": "<o/>"}, Reason.WRONG_TYPE),
    ],
    ids=["broken", "entities", "bomb", "nested", "Word"],
)
def test_a_bad_file_has_a_reason(tmp_path: Path, parts: dict[str, str], reason: Reason) -> None:
    path = tmp_path / "ark.ods"
    path.write_bytes(zipped(parts))
    with pytest.raises(Unreadable) as refused:
        extract(path)
    assert refused.value.reason is reason
