"""The XML parts of a file that is a zip archive, as those of office programs are, within limits."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from generator.extraction.blocks import Reason, Unreadable

LARGEST = 60_000_000  # bytes of all parts, unpacked


def parts_in(path: Path, needed: re.Pattern[str], largest_part: int = LARGEST) -> dict[str, bytes]:
    """The parts whose whole names fit, by name. Raises Unreadable where they are too large, damaged or encrypted."""
    try:
        with zipfile.ZipFile(path) as archive:
            return dict(_parts(archive, path.name, needed, largest_part))
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, OSError, zlib.error) as error:
        raise Unreadable(Reason.DAMAGED, path.name) from error
    except RuntimeError as error:  # what zipfile raises where a password is asked for
        raise Unreadable(Reason.ENCRYPTED, path.name) from error


def _parts(archive: zipfile.ZipFile, file: str, needed: re.Pattern[str], largest_part: int) -> Iterator[tuple[str, bytes]]:
    """No more is unpacked than a part says it has, and the sum of that is limited."""
    chosen = [info for info in archive.infolist() if needed.fullmatch(info.filename)]
    if sum(info.file_size for info in chosen) > LARGEST or any(info.file_size > largest_part for info in chosen):
        raise Unreadable(Reason.TOO_LARGE, file)
    for info in chosen:
        data = archive.read(info)
        if b"<!DOCTYPE" in data:  # the formats have none, and only attacks do
            raise Unreadable(Reason.DAMAGED, file)
        yield info.filename, data
