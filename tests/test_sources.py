"""The source documents stand on the site: nearly every run of five words of each, on one single page."""

from __future__ import annotations

import gzip
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

from tests.sites import PROJECT, copy_of
from tests.source_words.folding import FOLDINGS, sequences, words
from tests.source_words.make import FOLDER, Source, listed_sources

SHARE = 0.95
WORST = 15  # places that are named where a source falls short
BLOCK = 20  # lines that are told together

_INLINE = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "span", "strong", "sup", "time"})
_EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


class _MainText(HTMLParser):
    """A record page's own text, twice: with the marks of notes (a scan may keep them) and without (or lose them)."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.note_mark = 0
        self.full: list[str] = []
        self.unmarked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self.depth and tag != "article":
            return
        if tag not in _INLINE:
            self._add(" \n")
        if tag not in _EMPTY:
            self.depth += 1
            if not self.note_mark and (tag == "sup" or dict(attrs).get("class") == "mark"):
                self.note_mark = self.depth

    def handle_endtag(self, tag: str) -> None:
        if not self.depth or tag in _EMPTY:
            return
        if self.note_mark == self.depth:
            self.note_mark = 0
        self.depth -= 1
        if tag not in _INLINE:
            self._add(" \n")

    def handle_data(self, data: str) -> None:
        if self.depth:
            self._add(data)

    def _add(self, text: str) -> None:
        self.full.append(text)
        if not self.note_mark:
            self.unmarked.append(text)


def _runs_of(html: str, folding: str) -> set[str]:
    parser = _MainText()
    parser.feed(html)
    texts = ("".join(parser.full), "".join(parser.unmarked))
    return {run for text in texts for run in sequences([word for word, _ in words(text, folding)])}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The HTML of every page of the real site, by its path."""
    site = copy_of(PROJECT, tmp_path_factory.mktemp("sources"))
    site.build()
    found = {path.relative_to(site.output).as_posix(): path.read_text("utf-8") for path in site.output.rglob("*.html")}
    assert len(found) > 100
    return found


@pytest.fixture(scope="module")
def runs(pages: dict[str, str]) -> dict[str, dict[str, set[str]]]:
    """The hashed five-word runs of every page, by folding and path."""
    return {folding: {path: _runs_of(html, folding) for path, html in pages.items()} for folding in FOLDINGS}


def _fingerprint(source: Source) -> list[tuple[int, str]]:
    lines = gzip.decompress((FOLDER / f"{source.name}.txt.gz").read_bytes()).decode().splitlines()
    return [(int(line), run) for line, _, run in (line.partition(" ") for line in lines)]


def _worst(missing: list[int]) -> Iterator[str]:
    for block, count in Counter((line - 1) // BLOCK for line in missing).most_common(WORST):
        yield f"lines {block * BLOCK + 1}-{(block + 1) * BLOCK}: {count} sequences on no page"


@pytest.mark.parametrize("source", listed_sources(), ids=lambda source: source.name)
def test_nearly_every_run_of_five_words_stands_on_one_page(source: Source, runs: dict[str, dict[str, set[str]]]) -> None:
    on_a_page = set().union(*runs[source.folding].values())
    expected = _fingerprint(source)
    missing = [line for line, run in expected if run not in on_a_page]
    share = 1 - len(missing) / len(expected)
    report = "\n".join([f"{source.name}: {share:.1%} of {len(expected)} sequences", *_worst(missing)])
    print(report)
    assert share >= SHARE, report


@pytest.mark.parametrize("name", ["kd-net-2020-08-28-referat-og-bilag", "kkr-midtjylland-2019-bilag"])
def test_a_source_of_many_papers_is_not_dumped_on_one_page(name: str, runs: dict[str, dict[str, set[str]]]) -> None:
    source = next(one for one in listed_sources() if one.name == name)
    expected = {run for _, run in _fingerprint(source)}
    shares = {path: len(expected & found) / len(expected) for path, found in runs[source.folding].items()}
    fullest = max(shares, key=lambda path: shares[path])
    assert shares[fullest] < 1 / 2, f"{fullest} holds {shares[fullest]:.0%} of it"
