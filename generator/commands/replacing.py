"""Bytes to a file that is there already, all at once, so that nothing half-written is left whatever happens."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Replace a file's bytes; who may read and write it stays."""
    beside = path.with_name(f".{path.name}.new")  # a name that no check reads
    beside.write_bytes(data)
    shutil.copymode(path, beside)
    os.replace(beside, path)
