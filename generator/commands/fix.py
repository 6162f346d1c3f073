"""`protokol fix`: the records with every mistake mended that leaves no doubt about what was meant."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from generator.commands.command import OF_SITE, OK, PROBLEMS, Command, argument, in_site
from generator.commands.replacing import replace_file
from generator.commands.saying import say, say_problems
from generator.explained import explained_at
from generator.mended_content import Mended, MendedFile, mend
from generator.mending import changes_between
from generator.messages import Catalogue
from generator.order import Order
from generator.pipeline import check_content
from generator.problems import has_errors
from generator.reports import visible


def _fix(chosen: argparse.Namespace, order: Order, t: Catalogue) -> int:
    found = mend(order, check_content(order))
    if not chosen.dry_run:
        for file in found.files:
            replace_file(order.root / file.path, file.data)
    words = _in_words(found, t, dry_run=chosen.dry_run)
    if chosen.format == "text":
        say(words)
    else:  # problems for programs stand alone on standard output
        print(words, file=sys.stderr, flush=True)
    say_problems(found.checked.problems, chosen.format, t, order.root, explained_at(order.config))
    return PROBLEMS if has_errors(found.checked.problems) else OK


def _in_words(found: Mended, t: Catalogue, *, dry_run: bool) -> str:
    """Each change with the line before and after, then how many there were."""
    lines = [line for file in found.files for line in _lines_of(file)]
    lines += [t("command.fix_left", file=path) for path in found.left]
    count = sum(len(file.mends) for file in found.files)
    key = "command.fix_nothing" if not count else "command.fix_would" if dry_run else "command.fix_done"
    return "\n".join([*lines, t(key, count=count)])


def _lines_of(file: MendedFile) -> Iterator[str]:
    for change in changes_between(file.before, file.data):
        yield f"{file.path}:{change.line}"
        yield from (f"  - {visible(change.before)}", f"  + {visible(change.after)}")


DRY_RUN = argument("--dry-run", action="store_true")
FIX = Command("fix", in_site(_fix), (*OF_SITE, DRY_RUN))
