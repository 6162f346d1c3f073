"""Parts: a large site's pages in a few large rows, each with an index of its own, so that an edit makes one of them anew."""

from __future__ import annotations

import gzip
import html
import json
import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from generator.page import file_path
from generator.search.marks import BAR, HIDDEN
from generator.search.pagefind import Indexed, indexed_in, run_pagefind
from generator.search.postings import Postings, Stem, keep_postings, postings_in, size_of, stem_in
from generator.search.words import words_of
from generator.side_by_side import side_by_side
from generator.source import digest_of

LARGEST = 4_000  # pages of a part; Pagefind holds a third of a megabyte of each while it works
SMALLEST = 2_000
_ONE_IN = 400  # pages, of which a part may begin with one
# What the next build makes the files of the index and the vocabulary of. No visitor loads it, so it is kept beside the site.
POSTINGS = "postings"  # by language
_BRIEF = "pages.json"
_TITLE = "title"  # of what a page has besides its text
_BODY = "data-pagefind-body"  # what a page has that is to be found
_MARKS = re.compile(r"<span hidden data-search([^>]*)></span>")
_MARK = re.compile(r'data-([a-z]+)="([^"]*)"')
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
_LINK = re.compile(r'<a\b[^>]*?\shref="([^"#?:]+)/(?:#[^"]*)?"')  # to another page of the site
_SHOWN = ("date", "summary", "where", "outcome")  # of the marks, what a result shows


@dataclass(frozen=True, slots=True)
class IndexedPage:
    """A page as the index has it: its address, its title, how many words it has, what it says to the search, and the addresses
    that it points at.
    """

    address: str
    title: str
    length: int = 0
    pointer: str = ""
    day: int = 0
    parent: str = ""
    names: tuple[str, ...] = ()
    facets: tuple[tuple[str, str, str], ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """The pages of one language in a part, in their order; of each word how many have it and how many of its letters are its
    stem; and the stems.
    """

    folder: str
    pages: tuple[IndexedPage, ...]
    words: dict[str, tuple[int, int]]
    stems: tuple[Stem, ...] = ()


def parts_of(paths: Sequence[str]) -> list[list[str]]:
    """Sorted paths to parts. Where one ends follows from the names of its own pages, so that a new page moves no other end."""
    if len(paths) <= LARGEST:
        return [[*paths]]
    parts: list[list[str]] = [[]]
    for place, path in enumerate(paths):
        may_end = len(parts[-1]) >= SMALLEST and len(paths) - place >= SMALLEST
        if may_end and (len(parts[-1]) >= LARGEST or int(digest_of(path.encode()), 16) % _ONE_IN == 0):
            parts.append([])
        parts[-1].append(path)
    return parts


def index_part(site: Path, paths: Sequence[str], raw: Path) -> None:
    """Have Pagefind index the pages of a part; what it makes is for `make_part` to put in order."""
    run_pagefind(_pages(site, paths), raw)


def _pages(site: Path, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    for path in paths:
        text = (site / path).read_text(encoding="utf-8")
        if _BODY in text:
            yield f"/{path.removesuffix('index.html')}", text


def make_part(site: Path, root: str, raw: Path, folder: Path, kept: Path) -> None:
    """Make a part's two folders of what Pagefind has made; `root` is what every address of the site begins with.

    `folder` is the visitor's, and has for each language what a result shows of each page, by its number; `kept` is for the next
    build, and has the pages in brief and, for each language, the postings of all stems.
    """
    folder.mkdir()
    kept.mkdir(parents=True)
    brief = {}
    for indexed in indexed_in(raw):
        own = folder / indexed.language
        (own / "pages").mkdir(parents=True)
        counts: Counter[str] = Counter()
        last: dict[str, int] = {}
        pages: list[tuple[object, ...]] = []
        for page, words in side_by_side(partial(_page_of, indexed, site, root, own), range(len(indexed.pages))):
            last.update(dict.fromkeys(words, len(pages)))
            pages.append(astuple(page))
            counts.update(words)
        files = side_by_side(partial(_postings_of, indexed), indexed.files)
        (kept / indexed.language).mkdir()
        stems = keep_postings(chain.from_iterable(files), kept / indexed.language / POSTINGS)
        known = {stem.text: stem for stem in stems}
        lengths = {word: stem_in(word, counts[word], last[word], known) for word in sorted(counts)}
        brief[indexed.language] = {
            "pages": pages,
            "words": {word: (counts[word], length) for word, length in lengths.items() if length},
            "stems": [astuple(stem) for stem in stems],
        }
    (kept / _BRIEF).write_text(json.dumps(brief, ensure_ascii=False, separators=(",", ":"), sort_keys=True), encoding="utf-8")


def _postings_of(indexed: Indexed, name: str) -> list[Postings]:
    """The postings in a file of the index."""
    return postings_in(indexed.file(name).read_bytes(), indexed.fields.index(_TITLE))


def _page_of(indexed: Indexed, site: Path, root: str, folder: Path, number: int) -> tuple[IndexedPage, set[str]]:
    """A page in brief, and its words; what a result shows of it is written."""
    name, length = indexed.pages[number]
    fragment = indexed.fragment(name)
    content, meta, address = fragment["content"], fragment["meta"], root + fragment["url"]
    text = (site / file_path(fragment["url"])).read_text(encoding="utf-8")
    marks = _marks_of(text)
    shown = {
        "url": address,
        "title": meta.get("title", ""),
        "kind": meta.get("kind", ""),
        "text": content.partition(HIDDEN)[0].strip(),
    }
    shown |= {one: marks[one] for one in _SHOWN if one in marks}
    packed = gzip.compress(json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)
    (folder / "pages" / str(number)).write_bytes(packed)
    pointer, _, day = marks.get("about", "").rpartition(" ")
    page = IndexedPage(
        address=address,
        title=shown["title"],
        length=length,
        pointer=pointer,
        day=int(day or 0),
        parent=marks.get("parent", ""),
        names=tuple(name for name in marks.get("names", "").split(BAR) if name),
        facets=tuple(_facet(one) for one in marks.get("facets", "").split(BAR) if one.count("=") > 1),
        links=links_of(text, address),
    )
    return page, set(words_of(content.replace(HIDDEN, " ")))


def _marks_of(text: str) -> dict[str, str]:
    """What a page says to the search alone; see macros/search_marks.html."""
    marks = _MARKS.search(text)
    return {name: html.unescape(value) for name, value in _MARK.findall(marks[1])} if marks else {}


def links_of(text: str, address: str) -> tuple[str, ...]:
    """The addresses of the site that the main part of a page points at, sorted."""
    main = _MAIN.search(text)
    found = _LINK.findall(main[0]) if main else []
    return tuple(sorted({f"{posixpath.normpath(posixpath.join(address, html.unescape(one)))}/" for one in found}))


def _facet(text: str) -> tuple[str, str, str]:
    name, value, label = text.split("=", 2)
    return name, value, label


def read_part(folder: Path, kept: Path) -> dict[str, Part]:
    """What a part's two folders hold, by language; raises OSError or ValueError where they are not whole."""
    brief = json.loads((kept / _BRIEF).read_text(encoding="utf-8"))
    found = {}
    for language, read in brief.items():
        pages = tuple(_page_in(*row) for row in read["pages"])
        stems = tuple(Stem(*row) for row in read["stems"])
        shown, postings = folder / language / "pages", kept / language / POSTINGS
        if len(list(shown.iterdir())) != len(pages) or postings.stat().st_size != sum(map(size_of, stems)):
            raise ValueError(folder.name)
        words = {word: (count, length) for word, (count, length) in read["words"].items()}
        found[language] = Part(folder.name, pages, words, stems)
    return found


def _page_in(*row: Any) -> IndexedPage:
    address, title, length, pointer, day, parent, names, facets, links = row
    return IndexedPage(address, title, length, pointer, day, parent, tuple(names), tuple(map(_facet_in, facets)), tuple(links))


def _facet_in(row: Sequence[str]) -> tuple[str, str, str]:
    name, value, label = row
    return name, value, label
