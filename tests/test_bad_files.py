"""A file that cannot be read ends in a clear message, soon, and without taking the machine's memory."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.extraction import Reason, Unreadable, extract
from generator.extraction.limits import MEMORY
from generator.messages import LANGUAGES, load_catalogue
from tests.made_files import docx, lines_down, locked_pdf, one_stream_pdf, paragraph, pdf, picture_pdf

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LONG = pdf([lines_down([f"Linje {line} på side {page}, med nogle ord" for line in range(50)]) for page in range(200)])
CELL = f"<w:tbl><w:tr><w:tc>{paragraph('Ord')}</w:tc><w:tc>"
ENTITIES = f'<!DOCTYPE a [<!ENTITY a "{"ord " * 100}"><!ENTITY b "{"&a;" * 100}">]>'
WORD = docx(paragraph("Et referat " * 200))


def bomb_pdf() -> bytes:
    """Two thousand bytes that unpack to a thousand million."""
    packer = zlib.compressobj(9)
    once = b"".join(packer.compress(bytes(1_000_000)) for _ in range(1000)) + packer.flush()
    return one_stream_pdf(zlib.compress(once, 9), "[/FlateDecode /FlateDecode]")


BAD: dict[str, tuple[Reason, Callable[[], bytes]]] = {
    "empty.pdf": (Reason.EMPTY, lambda: b""),
    "empty.docx": (Reason.EMPTY, lambda: b""),
    "blank.txt": (Reason.EMPTY, lambda: b"\n \r\n\t"),
    "encrypted.pdf": (Reason.ENCRYPTED, locked_pdf),
    "encrypted.docx": (Reason.ENCRYPTED, lambda: OLD_WORD + "EncryptedPackage".encode("utf-16-le")),
    "old word.docx": (Reason.WRONG_TYPE, lambda: OLD_WORD),
    "pictures alone.pdf": (Reason.NO_TEXT, picture_pdf),
    "gigantic picture.pdf": (Reason.NO_TEXT, lambda: picture_pdf(200_000, 200_000)),
    "no words.docx": (Reason.NO_TEXT, lambda: docx(paragraph("–"))),
    "cut off.pdf": (Reason.DAMAGED, lambda: LONG[: len(LONG) // 2]),
    "cut off.docx": (Reason.DAMAGED, lambda: WORD[: len(WORD) // 2]),
    "no document.docx": (Reason.DAMAGED, lambda: WORD.replace(b"word/document.xml", b"word/dokument.xml")),
    "broken xml.docx": (Reason.DAMAGED, lambda: docx("<w:p>")),
    "garbage.pdf": (Reason.DAMAGED, lambda: b"%PDF-1.4\nikke en pdf\n%%EOF"),
    "word inside.pdf": (Reason.WRONG_TYPE, lambda: WORD),
    "pdf inside.docx": (Reason.WRONG_TYPE, lambda: LONG),
    "pdf inside.txt": (Reason.WRONG_TYPE, lambda: LONG),
    "picture.png": (Reason.UNKNOWN_TYPE, lambda: b"\x89PNG"),
    "bytes.txt": (Reason.NOT_TEXT, lambda: bytes(range(256)) * 20),
    "zip bomb.docx": (Reason.TOO_LARGE, lambda: docx(" " * 70_000_000)),
    "entities.docx": (Reason.DAMAGED, lambda: docx(paragraph("&b;"), doctype=f"<!--{' ' * 2000}-->{ENTITIES}")),
    "nothing but empty paragraphs.docx": (Reason.NO_TEXT, lambda: docx("<w:p/>" * 100_000)),
    "tables in tables.docx": (
        Reason.TOO_DEEP,
        lambda: docx(f"{CELL * 300}{paragraph('Inderst')}{'</w:tc></w:tr></w:tbl>' * 300}"),
    ),
    "many nested.docx": (Reason.TOO_DEEP, lambda: docx("<w:r>" * 50_000 + "</w:r>" * 50_000)),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_has_a_reason_and_a_message_in_every_language(tmp_path: Path, name: str) -> None:
    reason, made = BAD[name]
    (tmp_path / name).write_bytes(made())
    began = time.monotonic()
    with pytest.raises(Unreadable) as refused:
        extract(tmp_path / name)
    assert refused.value.reason is reason
    assert time.monotonic() - began < 20
    for language in LANGUAGES:
        message = load_catalogue(language)(f"unreadable.{reason}", file=refused.value.file, **refused.value.details)
        assert name in message


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(Unreadable) as refused:
        extract(tmp_path / "nowhere.pdf")
    assert refused.value.reason is Reason.MISSING


def test_every_reason_has_a_message() -> None:
    for language in LANGUAGES:
        catalogue = load_catalogue(language)
        keys = catalogue.keys()
        assert {key for key in keys if key.startswith("unreadable.")} == {f"unreadable.{one}" for one in Reason}


def test_two_hundred_pages_are_read_whole_in_time(tmp_path: Path) -> None:
    (tmp_path / "long.pdf").write_bytes(LONG)
    began = time.monotonic()
    text = extract(tmp_path / "long.pdf")
    assert sum(len(block.lines) for block in text.blocks) == 200 * 50
    assert time.monotonic() - began < 20


PROBE = """
import resource, sys
from pathlib import Path
from generator.extraction import Unreadable, extract
try:
    extract(Path(sys.argv[1]))
except Unreadable as refused:
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(refused.reason, most)
"""
# The most memory of a process counts, on Linux, what the one had that began it; a test run may have more than is allowed.
BY_A_SMALL_PROCESS = ("/bin/sh", "-c", '"$@"; exit $?', "sh")


@pytest.mark.long
@pytest.mark.parametrize(
    ("name", "reason", "made"),
    [
        ("elements.docx", Reason.TOO_LARGE, lambda: docx("<w:p/>" * 6_000_000)),
        ("one word.docx", Reason.TOO_LARGE, lambda: docx(paragraph("a" * 30_000_000))),
        ("pages.pdf", Reason.TOO_SLOW, lambda: pdf([lines_down(["Nogle ord i en linje"] * 50) for _ in range(8000)])),
        ("bomb.pdf", Reason.DAMAGED, bomb_pdf),
    ],
)
def test_what_asks_for_all_memory_or_time_is_stopped(
    tmp_path: Path, name: str, reason: Reason, made: Callable[[], bytes]
) -> None:
    (tmp_path / name).write_bytes(made())
    began = time.monotonic()
    command = [*BY_A_SMALL_PROCESS, sys.executable, "-c", PROBE, str(tmp_path / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert time.monotonic() - began < 22  # with the start of the process that asks
    said, most = done.stdout.split()
    assert said == reason
    assert int(most) * (1 if sys.platform == "darwin" else 1024) <= MEMORY + 20_000_000


def test_the_limits_are_those_of_the_reading_process_alone(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    (tmp_path / "a.txt").write_text("Ord")
    extract(tmp_path / "a.txt")
    assert resource.getrlimit(resource.RLIMIT_AS) == before
