"""The command of the bench: `python -m bench` makes a corpus, builds it here and with Hugo, and prints the figures."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench.builds import PROTOKOL, make_corpus, one_round, seconds_of_check
from bench.measure import Cost, Failed
from bench.report import figures, incomparable, ratios, sizes_of

_CHECKS = 5  # of the real content; each takes a second or two with its imports
_HOW_TO_INSTALL = "Hugo is not installed, so Protokol is measured alone; to compare: apt-get install hugo"


def main() -> int:
    chosen = _arguments()
    peer = _peer(chosen.peer)
    if peer is None and chosen.peer != "none":
        print(_HOW_TO_INSTALL, file=sys.stderr)
    try:
        return _bench(chosen.items, chosen.runs, peer)
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--items", type=int, default=10_000, help="agenda items; 1000 for a quick look (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="rounds; in each, everything is built once (default: %(default)s)")
    parser.add_argument("--peer", default="hugo", help="none, or the name or path of Hugo's program (default: %(default)s)")
    chosen = parser.parse_args()
    if chosen.items < 1 or chosen.runs < 1:
        parser.error("--items and --runs must be 1 or more")
    return chosen


def _peer(name: str) -> Path | None:
    found = None if name == "none" else shutil.which(name)
    return Path(found).absolute() if found else None


def _bench(items: int, runs: int, peer: Path | None) -> int:
    with tempfile.TemporaryDirectory(prefix="protokol-bench-") as temporary:
        folder = Path(temporary)
        _say(f"making {items:,} agenda items")
        corpus = make_corpus(folder / "corpus", items, hugo=peer is not None)
        _say(f"{_first_words(PROTOKOL, '--version')}; {_first_words(peer, 'version') if peer else 'no peer'}")
        _say(f"Python {platform.python_version()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before the first")
        rounds: list[dict[str, Cost]] = []
        for number in range(runs):
            _say(f"round {number + 1} of {runs}")
            costs, sizes = one_round(corpus, folder / "round", peer, peer_first=number % 2 == 1)
            rounds.append(costs)
    checks = [seconds_of_check() for _ in range(_CHECKS)]
    check = f"{'check of the real content, after imports':42}{median(checks):9.2f} s (goal: under 1.00)"
    print("\n".join(["", *figures(rounds), "", *ratios(rounds), "", check, "", *sizes_of(sizes)]))
    if complaint := incomparable(sizes):
        print(complaint)
        return 1
    return 0


def _first_words(program: Path, option: str) -> str:
    """What a program says of its version; asking also warms the files that it starts from."""
    said = subprocess.run([program, option], check=True, capture_output=True, text=True).stdout
    return " ".join(said.split()[:2])


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
