"""What several commands say: problems in the form that was asked for, and how far a long run has come."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from generator.messages import Catalogue
from generator.problems import Problem
from generator.reports import FORMATS, summary


def say_problems(problems: Sequence[Problem], form: str, t: Catalogue, root: Path, handbook: str = "") -> None:
    """Problems for programs go to standard output; so do those for people, with nothing else beside them."""
    say(FORMATS[form](problems, t, root, handbook) if problems or form != "text" else summary(problems, t))


def say(text: str) -> None:
    """Print a text; whoever reads it may stop reading when they have read enough."""
    try:
        print(text, flush=True)
    except BrokenPipeError:  # Python shall not flush into the closed pipe at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def progress(t: Catalogue) -> Callable[[str, int], None]:
    """Progress in words, beside what the command has to say."""

    def tell(stage: str, count: int) -> None:
        print(t(f"command.progress.{stage}", count=count), file=sys.stderr, flush=True)

    return tell
