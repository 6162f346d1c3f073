"""The command of the search bench: `python -m bench.search` asks all queries of both searches and prints the figures."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.search.queries import HALVES, NO_ANSWER, Query, load, missing_of
from bench.search.report import NAMES, judge, table, value
from bench.search.site import ENGINE, POLICY, Answer, ask, prepare
from bench.search.visits import LATER, Cost, cost_of, visit
from tests.browser.local_server import served
from tests.chromium import ARGUMENTS, find_chromium

_VISITORS = 3
_LINES = {"this machine": False, "4G and a slow phone": True}


def main() -> int:
    chosen = _arguments()
    queries = load(chosen.half)
    with tempfile.TemporaryDirectory(prefix="protokol-search-") as temporary:
        site = prepare(Path(temporary), chosen.site)
        if missing := missing_of(queries, site):
            print(
                f"{len(missing)} graded pages are not on this site, so its figures are too low: {missing[:5]}", file=sys.stderr
            )
        searches = [search for search in NAMES if search != "protokol" or (site / ENGINE).is_file()]
        if "protokol" not in searches:
            print(f"the site has no {ENGINE}, so plain Pagefind is measured alone", file=sys.stderr)
        with served(site, POLICY) as origin, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
            answers = {search: ask(browser, origin, search, [query.text for query in queries]) for search in searches}
            costs = {search: _costs(browser, origin, search, queries) for search in searches}
            browser.close()
    _print(chosen, queries, answers, costs)
    return 0


def _print(
    chosen: argparse.Namespace,
    queries: Sequence[Query],
    answers: dict[str, list[Answer]],
    costs: dict[str, dict[str, Cost]],
) -> None:
    results = {search: judge(queries, some, costs[search]) for search, some in answers.items()}
    print(f"{len(queries)} queries, half: {chosen.half}\n", *table(queries, results), sep="\n")
    if chosen.json:
        text = json.dumps(value(results, queries, answers), ensure_ascii=False, indent=1)
        chosen.json.write_text(text + "\n", encoding="utf-8")


def _costs(browser: Browser, origin: str, search: str, queries: Sequence[Query]) -> dict[str, Cost]:
    """What visits cost on each line; each visitor has other queries, taken evenly from all that have an answer."""
    texts = [query.text for query in queries if query.kind != NO_ANSWER]
    step = len(texts) // (LATER + 1)
    visitors = [texts[number::step][: LATER + 1] for number in range(_VISITORS)]
    return {
        line: cost_of([visit(browser, origin, search, some, slow=slow) for some in visitors]) for line, slow in _LINES.items()
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument(
        "--half", choices=(*HALVES, "all"), default=HALVES[0], help="(default: %(default)s; final is not for tuning)"
    )
    parser.add_argument("--site", type=Path, help="a built site to measure, instead of building the real content")
    parser.add_argument("--json", type=Path, help="a file to write all figures to")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
