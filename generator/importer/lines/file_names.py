"""A line to the names of the files of which it consists."""

from __future__ import annotations

import re

_FILE = re.compile(r"\S.*?\.(?:pdf|docx?|xlsx?|pptx?|odt|ods|rtf|msg|jpe?g|png|tiff?|zip)(?=[\s,;]|$)", re.IGNORECASE)


def files_in(text: str) -> tuple[str, ...]:
    """The names of files of which a line consists; none where it says anything else."""
    found = _FILE.findall(text)
    return tuple(found) if found and not _FILE.sub("", text).strip(" ,;•*-–") else ()
