"""The memory beside a build: what the last one knew. Losing it costs time and nothing else."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).parent
# The libraries on which the bytes of a page depend.
RENDERED_WITH = (
    "babel", "comrak", "edtf", "jinja2", "mammoth", "markupsafe", "pydantic", "pypdfium2", "python-frontmatter", "pyyaml",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Memory:
    """What one build leaves to the next, valid only for the same code, theme and settings (`base`).

    By path: what is known of the pages, and of the content's files; by name: the theme's templates, compiled, and
    the files that come of the code alone; by digest: the text of annexes, which is kept by itself, because it holds
    for other settings too.
    """

    base: str
    pages: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)
    templates: Mapping[str, bytes] = field(default_factory=dict)
    schemas: Mapping[str, bytes] = field(default_factory=dict)
    annexes: Mapping[str, Any] = field(default_factory=dict)


EMPTY = Memory("")


@cache  # what has been loaded does not change any more
def digest_of_code() -> str:
    """A digest of this program: every Python and YAML file of the package, and the versions of what it renders with."""
    digest = hashlib.blake2b(digest_size=16)
    versions = [f"{name} {metadata.version(name)}" for name in RENDERED_WITH]
    digest.update(f"{sys.version} {versions}".encode())
    for path in sorted(path for path in PACKAGE.rglob("*") if path.suffix in (".py", ".yml")):
        digest.update(path.relative_to(PACKAGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def recall(folder: Path, base: str, name: str = "memory") -> Memory:
    """The last build's memory; an empty one where there is none, or it is of other code or settings."""
    try:
        # Our own file in our own folder: whoever can write there can change the program too.
        memory = pickle.loads((folder / name).read_bytes())  # noqa: S301
    except Exception:  # whatever is wrong with it, a build without memory is right
        return Memory(base)
    return memory if isinstance(memory, Memory) and memory.base == base else Memory(base)


def remember(folder: Path, memory: Memory, name: str = "memory") -> None:
    """Keep a build's memory, whole or not at all; a site that is out does not fail for want of it."""
    draft = folder / f"{name}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(pickle.dumps(memory, protocol=pickle.HIGHEST_PROTOCOL))
        os.replace(draft, folder / name)
    except OSError:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
