"""Printing: the text of a set to the file that is read, as plain text, Markdown, Word or PDF, with nothing installed for it."""

from __future__ import annotations

import re
import zipfile
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

from bench.minutes.damage import damage
from bench.minutes.sets import Minutes

_LINES = 64  # on a page of the PDF
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LISTS = 4  # the first of Word's lists that count from a number of their own
_ROW = re.compile(r"\s*\|(.*)\|\s*$")  # also within an item of a list
_RULE = re.compile(r"[|:\s-]+$")
_BREAK = re.compile(r"\\(?: |$)")  # at the end of a line, the lines of a paragraph being joined by spaces
_COUNTED = re.compile(r"^(#+) #\. ")  # a heading that Word numbers
_HEADING = re.compile(r"^#+ .*\n(?=.)", re.MULTILINE)  # which is one line of Markdown, whatever stands right below it


def write(minutes: Minutes, folder: Path, *, damaged: bool) -> Path:
    """Write the file of a set into the folder; a damaged one is always plain text, as a scan of the print gives it."""
    path = folder / f"{minutes.name}.{'txt' if damaged else minutes.form}"
    if damaged:
        path.write_text(damaged_text(minutes), encoding="utf-8")
    elif minutes.form == "docx":
        _write_docx(minutes.text, path)
    elif minutes.form == "pdf":
        path.write_bytes(_pdf(minutes.text))
    else:
        path.write_text(minutes.text, encoding="utf-8")
    return path


def damaged_text(minutes: Minutes) -> str:
    """What a scan of the printed set gives."""
    return damage(printed(minutes.text) if minutes.form in ("md", "docx") else minutes.text, minutes.name)


def printed(markdown: str) -> str:
    """Markdown as it looks in print: no marks, cells side by side, the numbers there that Word gives to headings."""
    numbers = count(1)
    lines = []
    for counted in markdown.splitlines():
        line = _COUNTED.sub(lambda found: f"{found[1]} {next(numbers)}. ", counted)
        if (row := _ROW.match(line)) is not None:
            if not _RULE.match(line):
                lines.append("  ".join(cell.strip() for cell in row[1].split("|")))
        else:
            lines.append(re.sub(r"^- ", "o ", re.sub(r"(?:^|(?<=^- ))#+ |\*+|\\(?=\W|$)", "", line)))
    return "\n".join(lines) + "\n"


def _write_docx(markdown: str, path: Path) -> None:
    """Write paragraphs, headings, lists and tables of Word. A paragraph of the text is one of Word, however its lines end."""
    starts: list[int] = []
    apart = _HEADING.sub(r"\g<0>\n", markdown.strip())
    body = "".join(_block(block, starts) for block in re.split(r"\n{2,}", apart))
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
        '<Override PartName="/word/styles.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
        '<Override PartName="/word/numbering.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r2" Type="{_OFFICE}/numbering" Target="numbering.xml"/></Relationships>',
        "word/styles.xml": f'<w:styles xmlns:w="{_WORD}">' + "".join(_style(level) for level in range(1, 7)) + "</w:styles>",
        "word/numbering.xml": f'<w:numbering xmlns:w="{_WORD}">{_numbering(1, "bullet", "•")}'
        + "".join(_numbering(one, "decimal", "%1.") for one in (2, 3))
        + "".join(f'<w:num w:numId="{one}"><w:abstractNumId w:val="{one}"/></w:num>' for one in (1, 2, 3))
        + "".join(_counted_from(start, one) for one, start in enumerate(starts, _LISTS))
        + "</w:numbering>",
        "word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), '<?xml version="1.0" encoding="UTF-8"?>' + text)


def _style(level: int) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr></w:style>'
    )


def _numbering(one: int, kind: str, text: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{one}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    )


def _counted_from(start: int, one: int) -> str:
    """A list that counts from its own first number, as the text has it."""
    return (
        f'<w:num w:numId="{one}"><w:abstractNumId w:val="2"/>'
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )


def _block(block: str, starts: list[int]) -> str:
    lines = block.splitlines()
    if all(_ROW.match(line) for line in lines):
        rows = [line for line in lines if not _RULE.match(line)]
        return f"<w:tbl>{''.join(_row(row) for row in rows)}</w:tbl>"
    if (heading := re.match(r"(#+) ", block)) is not None:
        style = f'<w:pStyle w:val="Heading{len(heading[1])}"/>'
        if (counted := _COUNTED.match(block)) is not None:
            return _paragraph(" ".join(lines)[counted.end() :], style + _number(3))
        return _paragraph(" ".join(lines)[heading.end() :], style)
    for mark in (r"- ", r"\d+\. "):
        if all(re.match(mark, line) for line in lines):
            starts += [int(lines[0].partition(".")[0])] if mark[0] != "-" else []
            number = _LISTS + len(starts) - 1 if mark[0] != "-" else 1
            return "".join(_paragraph(re.sub(mark, "", line, count=1), _number(number)) for line in lines)
    return _paragraph(" ".join(lines))


def _number(kind: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{kind}"/></w:numPr>'


def _row(line: str) -> str:
    cells = line.strip().strip("|").split("|")
    return f"<w:tr>{''.join(f'<w:tc>{_paragraph(cell.strip())}</w:tc>' for cell in cells)}</w:tr>"


def _paragraph(text: str, properties: str = "") -> str:
    """A paragraph whose parts between double stars are bold, and whose lines end where a backslash does."""
    runs = "".join(
        f"<w:r>{'<w:rPr><w:b/></w:rPr>' if place % 2 else ''}{'<w:br/>'.join(map(_text, _BREAK.split(part)))}</w:r>"
        for place, part in enumerate(text.split("**"))
        if part
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def _pdf(text: str) -> bytes:
    """A PDF with every line at its place in a font of fixed width; a form feed begins a page."""
    pages = [page for sheet in text.split("\f") for page in _sheets(sheet.split("\n"))]
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>")
    kids = []
    for page in pages:
        stream = "BT /F1 9 Tf 11 TL 50 790 Td\n" + "\n".join(f"({_quoted(line)}) Tj T*" for line in page) + "\nET"
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects)} 0 R >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _with_table(objects)


def _sheets(lines: list[str]) -> list[list[str]]:
    return [lines[start : start + _LINES] for start in range(0, len(lines), _LINES)]


def _quoted(line: str) -> str:
    return re.sub(r"([()\\])", r"\\\1", line)


def _with_table(objects: list[str]) -> bytes:
    """The objects in a file, with the table of where each begins."""
    written, places = b"%PDF-1.4\n", []
    for number, value in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{value}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        written
        + (
            f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
            f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
        ).encode()
    )
