"""Word and PDF files made from a few words, whole ones and ones that are broken on purpose."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence

# A piece of text on a page of a PDF: how far from the left and from the bottom in points, size of type, words.
At = tuple[float, float, float, str]
_W = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)


def docx(body: str, parts: Mapping[str, str] | None = None, *, doctype: str = "") -> bytes:
    """A Word file with this body (WordprocessingML, prefix w) and these further parts, by name in `word/`."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _TYPES)
        archive.writestr("_rels/.rels", _RELATIONSHIPS)
        archive.writestr("word/document.xml", f"{doctype}<w:document {_W}><w:body>{body}</w:body></w:document>")
        for name, inner in (parts or {}).items():
            tag = "hdr" if name.startswith("header") else "ftr" if name.startswith("footer") else name
            archive.writestr(f"word/{name}.xml", f"<w:{tag} {_W}>{inner}</w:{tag}>")
    return made.getvalue()


def paragraph(text: str, properties: str = "", *, bold: bool = False) -> str:
    """A paragraph of a Word file; `properties` are its own, as XML."""
    run = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{run}<w:t xml:space='preserve'>{text}</w:t></w:r></w:p>"


def in_list(text: str, list_id: int = 1, depth: int = 0) -> str:
    """A paragraph that Word numbers."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>')


def numbering(levels: Sequence[tuple[str, str]], lists: int = 1) -> str:
    """A numbering part: for each depth its figures and how its number is written, and so many lists that count by it."""
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{figures}"/><w:lvlText w:val="{form}"/></w:lvl>'
        for depth, (figures, form) in enumerate(levels)
    )
    nums = "".join(f'<w:num w:numId="{one}"><w:abstractNumId w:val="0"/></w:num>' for one in range(1, lists + 1))
    return f'<w:abstractNum w:abstractNumId="0">{inner}</w:abstractNum>{nums}'


def table(rows: Iterable[Iterable[str]]) -> str:
    """A table of a Word file; each cell is given as XML of paragraphs."""
    inner = "".join("<w:tr>" + "".join(f"<w:tc>{cell}</w:tc>" for cell in row) + "</w:tr>" for row in rows)
    return f"<w:tbl>{inner}</w:tbl>"


def ruled(columns: Sequence[float], rows: Sequence[float]) -> str:
    """The lines of a table as a PDF draws them: upright ones at these places across, level ones at these places up."""
    upright = (f"{at} {min(rows)} m {at} {max(rows)} l S" for at in columns)
    level = (f"{min(columns)} {at} m {max(columns)} {at} l S" for at in rows)
    return "0.5 w " + " ".join((*upright, *level))


def lines_down(lines: Sequence[str], *, left: float = 72, top: float = 760, size: float = 11, step: float = 14) -> list[At]:
    """Lines below one another, as a writer's program sets them; an empty one leaves its place empty."""
    return [(left, top - step * index, size, line) for index, line in enumerate(lines) if line]


def pdf(
    pages: Sequence[Sequence[At]],
    *,
    bold: frozenset[str] = frozenset(),
    trailer: str = "",
    turned: bool = False,
    also: str = "",
) -> bytes:
    """A PDF with these pieces of text on its pages; pieces named in `bold` are in bold type.

    On pages that are `turned` all text runs upwards, as that of a broad table does on an upright sheet. `also` is drawn on
    every page, in the operators of PDF.
    """
    count = len(pages)
    kids = " ".join(f"{5 + 2 * index} 0 R" for index in range(count))
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        _font("Helvetica"),
        _font("Helvetica-Bold"),
    ]
    for index, pieces in enumerate(pages):
        resources = "<< /Font << /F1 3 0 R /F2 4 0 R >> >>"
        content = b"\n".join(_drawn(piece, bold=piece[3] in bold) for piece in pieces)
        content = b"0 1 -1 0 842 0 cm\n" * turned + content + f"\n{also}".encode("cp1252")
        box = f"/MediaBox [0 0 595 842] /Resources {resources} /Contents {6 + 2 * index} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {box} >>".encode())
        objects.append(f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream")
    return _pdf_of(objects, trailer)


def picture_pdf(width: int = 1, height: int = 1) -> bytes:
    """A PDF of one page with a picture and no text, as a scanner makes it; the picture says that it is this large."""
    content = b"500 0 0 700 40 70 cm /Im1 Do"
    picture = f"/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8"
    box = "/MediaBox [0 0 595 842] /Resources << /XObject << /Im1 5 0 R >> >> /Contents 4 0 R"
    return _pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R {box} >>".encode(),
            f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream",
            f"<< {picture} /Length 1 >>\nstream\n".encode() + b"\x80\nendstream",
        ]
    )


def one_stream_pdf(packed: bytes, filters: str) -> bytes:
    """A PDF of one page that is drawn by one packed stream."""
    return _pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
            f"<< /Filter {filters} /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream",
        ]
    )


def locked_pdf() -> bytes:
    """A PDF that asks for a password, which nobody knows."""
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'ab' * 32}> /U <{'cd' * 32}> /P -4 >> /ID [<00> <00>]"
    return pdf([lines_down(["Ingen ser dette"])], trailer=lock)


def _font(name: str) -> bytes:
    return f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()


def _drawn(piece: At, *, bold: bool) -> bytes:
    left, bottom, size, words = piece
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
    return f"BT /{'F2' if bold else 'F1'} {size} Tf {left} {bottom} Td (".encode() + escaped + b") Tj ET"


def _pdf_of(objects: Sequence[bytes], trailer: str = "") -> bytes:
    made, places = bytearray(b"%PDF-1.4\n"), []
    for number, inner in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n".encode() + inner + b"\nendobj\n"
    table_at = len(made)
    made += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    made += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    return (
        bytes(made) + f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table_at}\n%%EOF\n".encode()
    )
