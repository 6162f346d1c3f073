"""The program that `sandbox` starts: a file's text, or why it has none, as JSON on the descriptor that is read there."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from generator.extraction.answer import Answer, Refusal, as_json
from generator.extraction.blocks import Reason, Unreadable
from generator.extraction.limits import limit_this_process
from generator.extraction.reading import read_text

_ANSWERS = 1  # the descriptor; nobody else writes to it


def answer(path: Path) -> Answer:
    """The text of a file, or the reason why there is none: whatever a reader raises means that the file is damaged."""
    try:
        return Answer(text=read_text(path))
    except Unreadable as refused:
        return Answer(refusal=Refusal(refused.reason, {key: str(value) for key, value in refused.details.items()}))
    except MemoryError:
        return Answer(refusal=Refusal(Reason.TOO_LARGE))
    except RecursionError:
        return Answer(refusal=Refusal(Reason.TOO_DEEP))
    except Exception:
        return Answer(refusal=Refusal(Reason.DAMAGED))


if __name__ == "__main__":
    limit_this_process()
    gc.disable()  # one file and then the end: looking for garbage would take half of the time
    with os.fdopen(_ANSWERS, "wb", closefd=False) as out:
        out.write(as_json(answer(Path(sys.argv[1]))))
