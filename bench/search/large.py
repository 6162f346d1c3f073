"""What the search costs a visitor of a large site: a corpus is built, and searched on a slow line by a slow phone."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from bench.builds import DAY, PROJECT, PROTOKOL, THEME, make_corpus
from bench.content import write_settings
from bench.search.report import NAMES, cost_lines
from bench.search.site import POLICY, prepare
from bench.search.visits import LATER, SLOWER, cost_of, visit
from tests.browser.local_server import served
from tests.chromium import ARGUMENTS, find_chromium

# In words that the corpus has: whole words, heads and tails of compounds, places, questions, letters left out or wrong.
QUERIES = (
    "klimaindsats", "sekretariatet", "budget Agerby", "trafikplan for kommunerne", "netværket", "vurdering", "Lyngsted",
    "sundhedspulje", "forebyggelsesstrategi", "okonomi", "hvem betaler for kystanalyse", "energi", "kompetenceaftale",
    "Ravnshøj klima", "22. marts 2019", "borgerrådgivning", "skolestrategi i Dybsø", "affaldsordnig", "kulturkampagne",
    "digitalisering", "møde om beredskab", "uddannelse", "indkøbsaftale", "socialområdet", "Mosegård", "praktik",
    "høringssvar", "styregruppen", "varmeplan", "boligpulje",
)  # fmt: skip
_VISITORS = 3
_TYPED = 10  # queries that are typed letter by letter
_SHORTEST = 3  # letters from which on a keystroke is timed
# The seconds from a keystroke until the list of results is another; on the search page, as a visitor has it. The next
# keystroke waits until the list has been calm: what comes after the first results is none of its own.
_STROKE = """(text) => new Promise((done) => {
  const [field, list] = ["q", "search-results"].map((id) => document.getElementById(id));
  const began = performance.now();
  let seconds = null;
  let calm = setTimeout(done, 10000, null);
  const seen = new MutationObserver(() => {
    seconds ??= (performance.now() - began) / 1000;
    clearTimeout(calm);
    calm = setTimeout(() => { seen.disconnect(); done(seconds); }, 400);
  });
  seen.observe(list, { childList: true });
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})"""


def keystrokes(browser: Browser, origin: str) -> list[tuple[float, str]]:
    """The seconds of each keystroke that brings results, the fastest first, with what stood there then; the processor is
    slowed, the line is not.
    """
    context = browser.new_context(base_url=origin)
    page = context.new_page()
    page.goto("/soeg/", wait_until="networkidle")
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    texts = [text[:end] for text in QUERIES[:_TYPED] for end in range(_SHORTEST, len(text) + 1)]
    times = [(page.evaluate(_STROKE, text), text) for text in texts if text == text.strip()]
    context.close()
    return sorted((seconds, text) for seconds, text in times if seconds is not None)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.search.large", description=__doc__)
    parser.add_argument("--items", type=int, default=10_000, help="agenda items (default: %(default)s)")
    parser.add_argument("--site", type=Path, help="a built site of a corpus, instead of making one")
    parser.add_argument("--plain", action="store_true", help="measure plain Pagefind too, which takes minutes")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="protokol-large-") as temporary:
        folder = Path(temporary)
        site = prepare(folder, chosen.site or _built(folder, chosen.items), plainly=chosen.plain)
        searches = [*NAMES] if chosen.plain else ["protokol"]
        with served(site, POLICY) as origin, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(ARGUMENTS))
            for line, slow in (("this machine", False), ("4G and a slow phone", True)):
                visitors = [QUERIES[number::_VISITORS][: LATER + 1] for number in range(_VISITORS)]
                costs = [cost_of([visit(browser, origin, name, some, slow=slow) for some in visitors]) for name in searches]
                print(*cost_lines(line, costs), "", sep="\n")
            times = keystrokes(browser, origin)
            browser.close()
    usual, (most, text) = median(seconds for seconds, _ in times), times[-1]
    print(f"keystroke to results, a slow phone, ms: {usual * 1000:.0f} (most {most * 1000:.0f}, »{text}«, of {len(times)})")
    return 0


def _built(folder: Path, items: int) -> Path:
    corpus = make_corpus(folder / "corpus", items, hugo=False)
    settings = write_settings(folder / "large", corpus.content, THEME)
    subprocess.run([PROTOKOL, "build", "-c", settings, "--date", DAY, "--output", folder / "built"], cwd=PROJECT, check=True)
    return folder / "built"


if __name__ == "__main__":
    sys.exit(main())
