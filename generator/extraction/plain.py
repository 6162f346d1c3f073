"""The bytes of a text or Markdown file to rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extraction.blocks import Reason, Unreadable
from generator.extraction.rows import Row, marker_of
from generator.extraction.signs import seen_signs

_GAP = re.compile(r"\t+| {3,}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# Perhaps as an item of a list, "- ### 4. Budget", "4. ### Budget": then its text is that item.
_HEADING = re.compile(r"(?:[-*+][ \t]+|(?P<number>\d+[.)][ \t]+))?(?P<hashes>#{1,6})[ \t]+(?P<says>.*?)[ \t#]*")
_UNDERLINE = re.compile(r"=+|-{2,}")
_BREAK = re.compile(r"\s*<br\s*/?>\s*", re.IGNORECASE)  # what ends a line within a cell
_STRONG = re.compile(r"(\*\*|__)(?P<says>[^*_]+)\1")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
# Of the text, at most one character in so many may be a control character; more are no text, whatever it is called.
_RARE = 200


def text_of(data: bytes, file: str) -> str:
    """The text of some bytes: UTF-8 or UTF-16 by its mark, UTF-8 where it is that, else Windows-1252, else Latin-1.

    Raises Unreadable where the bytes are no text.
    """
    text = _decoded(data)
    if len(_CONTROL.findall(text)) * _RARE > len(text):
        raise Unreadable(Reason.NOT_TEXT, file)
    return seen_signs(_CONTROL.sub("", text).replace("\r\n", "\n").replace("\r", "\n"))


def _decoded(data: bytes) -> str:
    if data.startswith(_UTF_16):
        return data.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def text_rows(text: str) -> Iterator[Row]:
    """The lines of a text that are not blank. A form feed begins a page; lines count through the whole file."""
    page = 1 if "\f" in text.strip("\f\n\t ") else 0
    apart = False
    for number, line in enumerate(text.split("\n"), start=1):
        for part in _at_form_feeds(line):
            if part == "\f":
                page, apart = page + (page > 0), True
            elif not part.strip():
                apart = True
            else:
                yield _row(part.expandtabs(4), part.strip(), page, number, apart=apart)
                apart = False


def _at_form_feeds(line: str) -> list[str]:
    return [part for part in re.split("(\f)", line) if part] if "\f" in line else [line]


def _row(line: str, text: str, page: int, number: int, *, apart: bool) -> Row:
    marker = marker_of(text)  # the gap after it divides no cells
    after = _GAP.split(text[len(marker) :].lstrip())
    cells = (f"{marker} {after[0]}".lstrip(), *after[1:])
    return Row(text, page, number, len(line) - len(line.lstrip()), apart, cells=cells if len(cells) > 1 else ())


def markdown_rows(text: str) -> Iterator[Row]:
    """The lines of a Markdown text that are not blank; headings, tables and lines in bold type are known as such."""
    held: Row | None = None
    for row in text_rows(text):
        if held and _underlines(row, held):
            level = 1 if row.text.startswith("=") else 2
            yield replace(held, level=level)
            yield replace(row, level=level, says="")
            held = None
            continue
        if held:
            yield held
        held = _marked_up(row)
    if held:
        yield held


def _underlines(row: Row, above: Row) -> bool:
    return bool(_UNDERLINE.fullmatch(row.text)) and not (row.apart or above.level or above.cells)


def _marked_up(row: Row) -> Row:
    if heading := _HEADING.fullmatch(row.text):
        return replace(
            row, level=len(heading["hashes"]), says=f"{heading['number'] or ''}{heading['says']}", cells=(), apart=True
        )
    if row.text.startswith("|"):
        return replace(row, cells=tuple(_BREAK.sub("\n", cell).strip() for cell in row.text.strip("|").split("|")))
    if strong := _STRONG.fullmatch(row.text):
        return replace(row, strong=True, says=strong["says"], cells=())
    return row
