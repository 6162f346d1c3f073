"""The command of the minutes bench: `python -m bench.minutes` imports every set, clean and damaged, and prints the figures."""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path

from bench.minutes import papers
from bench.minutes.compare import Letters, Verdict, firm_letters_of, judge, letters_of, lost_lines, mended_words
from bench.minutes.printing import damaged_text, printed, write
from bench.minutes.reading import read
from bench.minutes.report import Score, details, table
from bench.minutes.sets import HALVES, Expected, Minutes, load

_JOINED = re.compile(r", | og | and | & ")


def main() -> int:
    chosen = _arguments()
    sets = [one for one in load(chosen.half) if chosen.only in one.name]
    with tempfile.TemporaryDirectory(prefix="protokol-minutes-") as folder:
        scores = [score(one, Path(folder), damaged=damaged) for damaged in (False, True) for one in sets]
        others = [papers.score(one, Path(folder), damaged=damaged) for damaged in (False, True) for one in papers.papers()]
    print(*table(scores), *papers.lines_of(others, details=chosen.details), sep="\n")
    if chosen.details:
        print(*details(scores), sep="\n")
    return 0


def score(minutes: Minutes, folder: Path, *, damaged: bool) -> Score:
    """Import one set from a file in the folder and say what is right."""
    letters: Letters = firm_letters_of if damaged else letters_of
    source = damaged_text(minutes) if damaged else minutes.text
    reading = read(write(minutes, folder, damaged=damaged))
    mended, mistaken = mended_words(printed(minutes.text), source, reading)
    due = [item for item in minutes.items if not item.optional]
    verdicts, false_items = judge(minutes.items, reading, letters)
    return Score(
        name=minutes.name,
        damaged=damaged,
        verdicts=tuple(verdicts),
        false_items=tuple(found.title for found in false_items),
        lost=tuple(lost_lines(source, reading, letters)),
        presenters=_presenters(due, verdicts, letters),
        closed=_closed(due, verdicts),
        dated=reading.date == minutes.date,
        left=(len(reading.left), sum(bool(line.strip()) for line in source.splitlines())),
        mended=(len(mended), len(mended | mistaken)),
        mistaken=tuple(sorted(mistaken)),
        failed=reading.failed,
    )


def _presenters(items: Sequence[Expected], verdicts: Sequence[Verdict], letters: Letters) -> tuple[int, int]:
    stated = [(item, verdict.found) for item, verdict in zip(items, verdicts, strict=True) if item.presenter]
    right = sum(found is not None and _same_people(found.presenter, item.presenter, letters) for item, found in stated)
    return right, len(stated)


def _same_people(found: str, expected: str, letters: Letters) -> bool:
    """Whether the names are those expected, whatever these people are: "sekretariatsleder Ane Test og Ib Prøve"."""
    pairs = [*zip_longest(found.split(", "), _JOINED.split(expected), fillvalue="")]
    return all(letters(name) and letters(due).endswith(letters(name)) for name, due in pairs)


def _closed(items: Sequence[Expected], verdicts: Sequence[Verdict]) -> tuple[int, int]:
    stated = [verdict.found for item, verdict in zip(items, verdicts, strict=True) if item.closed]
    return sum(found is not None and found.closed for found in stated), len(stated)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.minutes", description=__doc__)
    parser.add_argument(
        "--half", choices=(*HALVES, "all"), default=HALVES[0], help="(default: %(default)s; final is not for tuning)"
    )
    parser.add_argument("--only", default="", help="only the sets with this in their name")
    parser.add_argument("--details", action="store_true", help="say of every item what is wrong")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
