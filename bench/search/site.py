"""Site: the built site with an index of plain Pagefind beside its own, served, and asked in a browser."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pagefind_bin import get_executable
from playwright.sync_api import Browser

from bench.search.scores import AT_ONCE, DEPTH
from generator.addresses import route
from tests.browser.built_site import build_real_site

ASK = Path(__file__).with_name("ask.js").read_text(encoding="utf-8").partition("\n")[2].strip().removesuffix(";")
ENGINE = Path("assets/search/engine.js")
EMPTY_PAGE = "/search-bench/"  # of the site's origin and language, and with no script that could load something before
PLAIN = "pagefind-plain"
POLICY = "script-src 'self' 'wasm-unsafe-eval'"  # plain Pagefind searches by a program, which the site itself has not
LANGUAGE = "da"  # of the queries and of the pages that are graded
# What a page carries for this site's search alone; plain Pagefind gets the pages without it. A hidden element goes as a
# whole: what Pagefind notes of it as metadata would be searched too.
_OURS = re.compile(
    r"<(\w+)(?=[^>]*\shidden\b)(?=[^>]*\sdata-pagefind-)[^>]*>[^<]*</\1>"
    r'|\sdata-pagefind-(?:index-attrs|filter|sort)(?:\[[^\]]*\])?="[^"]*"'
)


@dataclass(frozen=True, slots=True)
class Answer:
    """The addresses that a search found for one query, the best first, and what it suggested instead."""

    addresses: list[str]
    suggestion: str | None
    seconds: float


def prepare(folder: Path, built: Path | None, *, plainly: bool = True) -> Path:
    """A site to measure below a temporary folder: the one given, or the real content built now, as a copy of its own.

    `plainly` is whether plain Pagefind gets its index too.
    """
    site = Path(shutil.copytree(built, folder / "site")) if built else build_real_site(folder).folder
    if plainly:
        _index_plainly(site, folder / "plain")
    language = re.search(r'<html[^>]*\slang="([^"]+)"', (site / "index.html").read_text(encoding="utf-8"))
    empty = site / EMPTY_PAGE.strip("/") / "index.html"
    empty.parent.mkdir()
    empty.write_text(f'<!doctype html><html lang="{language[1] if language else "da"}"><meta charset="utf-8"><title>-</title>')
    return site


def ask(browser: Browser, origin: str, search: str, texts: Sequence[str]) -> list[Answer]:
    """Ask a search for the first results of each text, in one visit."""
    context = browser.new_context(base_url=origin)
    page = context.new_page()
    page.goto(EMPTY_PAGE)
    answers = page.evaluate(ASK, {"search": search, "queries": list(texts), "limit": DEPTH, "first": AT_ONCE})
    context.close()
    return [Answer(**answer) for answer in answers]


def record_of(address: str) -> str:
    """The page of the record whose long text has this address; any other address as it is."""
    return re.sub(rf"(?<=/){route('whole_text', LANGUAGE)}/$", "", address)


def without_ours(html: str) -> str:
    """A page as it would be if the site had no search of its own."""
    return _OURS.sub("", html)


def _index_plainly(site: Path, pages: Path) -> None:
    """Index the site's pages with Pagefind as it comes, without what the pages carry for this site's own search."""
    for page in sorted(site.rglob("*.html")):
        copy = pages / page.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(without_ours(page.read_text(encoding="utf-8")), encoding="utf-8")
    command = [get_executable(), "--site", pages, "--output-path", site / PLAIN]
    subprocess.run(command, check=True, capture_output=True)
