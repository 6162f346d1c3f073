"""Work that needs one file alone, done side by side; what the last build found out of an unchanged file is taken over."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.examined import Examined
from generator.side_by_side import side_by_side
from generator.source import FileInContent

# A file as the memory holds it: the digest of its bytes, and its Examined, pickled.
Kept = tuple[str, bytes]


def examined(
    files: Sequence[FileInContent],
    examine: Callable[[FileInContent], Examined],
    digests: Mapping[str, str],
    memory: Mapping[str, Kept],
) -> Iterator[tuple[Examined, Kept]]:
    """Give each file examined, in order, with what the memory is to keep of it.

    `digests` are those of the files' bytes by path, where they are known; a file whose digest is not the one that
    the memory has (or is not known) is examined anew.
    """
    changed = [file for file in files if (known := memory.get(file.shown)) is None or known[0] != digests.get(file.shown)]
    stale = {file.shown for file in changed}
    anew = side_by_side(lambda file: pickle.dumps(examine(file), protocol=pickle.HIGHEST_PROTOCOL), changed)
    for file in files:
        held = next(anew) if file.shown in stale else memory[file.shown][1]
        # It was pickled by this build, or by the last one with the same code.
        one: Examined = pickle.loads(held)  # noqa: S301
        yield one, (one.digest, held)
