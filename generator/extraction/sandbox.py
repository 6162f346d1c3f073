"""A file to its text, read in a process of its own with limits, because a file may be made to do harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from generator.extraction.answer import from_json
from generator.extraction.blocks import ExtractedText, Reason, Unreadable
from generator.extraction.limits import SECONDS

_PACKAGES = Path(__file__).parents[2]
_OUT_OF_TIME = {-getattr(signal, name) for name in ("SIGXCPU", "SIGKILL") if hasattr(signal, name)}


def extract(path: Path, patience: float = SECONDS) -> ExtractedText:
    """The text of a file, or the words of one that is not read from top to bottom, by its ending.

    Raises Unreadable where it has none that can be had, within 20 seconds and 512 MB whatever the file is. `patience`
    is how many seconds to wait for it; where nobody waits, a busy machine may take longer, with no more work done.
    """
    # Python takes modules from no other place than it would for the command itself, least of all from where we stand.
    command = [sys.executable, "-P", "-m", "generator.extraction.child", os.fspath(path.absolute())]
    # A locale of the system's may be one large file, which would count as memory.
    environment = {**os.environ, "PYTHONPATH": os.fspath(_PACKAGES), "LC_ALL": "C", "PYTHONUTF8": "1"}
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=patience,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired as late:
        raise Unreadable(Reason.TOO_SLOW, path.name, seconds=round(patience)) from late
    if done.returncode in _OUT_OF_TIME:
        raise Unreadable(Reason.TOO_SLOW, path.name, seconds=SECONDS)
    try:
        answer = from_json(done.stdout)
    except ValueError as error:  # the process died: PDFium ends it where it gets no more memory, or the file breaks it
        raise Unreadable(Reason.DAMAGED, path.name) from error
    if answer.refusal is not None:
        raise Unreadable(answer.refusal.reason, path.name, **answer.refusal.details)
    assert answer.text is not None  # noqa: S101  # an answer is one or the other
    return answer.text
