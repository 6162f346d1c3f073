"""Pagefind's fragments to what the browser needs to ask well: the index's words, the pages in brief, names, facets."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.search.coding import front_coded, gaps, in_short, steps
from generator.search.marks import BAR, HIDDEN
from generator.search.meanings import meanings_of
from generator.search.numbers import marks_in
from generator.search.words import stem_of, words_of
from generator.side_by_side import side_by_side
from generator.source import digest_of

_HEAD = b"pagefind_dcd"  # what a fragment begins with, before its JSON
_DAY = len("d20200828")
_JOINTS = str.maketrans(dict.fromkeys("-/.,:", " "))
FORMAT = 3
_FACETS = ("type", "body", "year", "municipality", "initiative", "outcome", "topic", "in_force")


@dataclass(frozen=True)
class IndexedPage:
    """A page as the index has it: its id there, its address, title, words, and what it says to the search."""

    id: str
    address: str
    title: str
    words: frozenset[str]
    pointer: str = ""
    day: int = 0
    parent: str = ""
    names: tuple[str, ...] = ()
    facets: tuple[tuple[str, str, str], ...] = field(default=())


def knowledge_digest() -> str:
    """A digest of all from which, besides the pages, the files are made: how words are read, and the committed lists."""
    folder = Path(__file__).parent
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".yml", ".txt"))
    return digest_of(b"\0".join(path.read_bytes() for path in paths))


def write_vocabularies(folder: Path, base_path: str) -> None:
    """Write the vocabulary and the facets of each language beside the index that Pagefind has made."""
    paths = sorted((folder / "fragment").glob("*.pf_fragment"))
    read = side_by_side(partial(_page_of, base_path.rstrip("/")), paths)
    # In the order of their addresses neighbours have much in common, which makes the files small.
    pages = sorted(read, key=lambda page: (_language_of(page), page.address))
    for language, group in groupby(pages, _language_of):
        ordered = list(group)
        _write(folder / f"words.{language}.json", vocabulary(ordered, language))
        _write(folder / f"facets.{language}.json", facets(ordered))


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _language_of(page: IndexedPage) -> str:
    return page.id.partition("_")[0]


def _page_of(root: str, path: Path) -> IndexedPage:
    read: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_HEAD))
    meta = read["meta"]
    pointer, _, day = meta.get("about", "").rpartition(" ")
    facets = [tuple(one.split("=", 2)) for one in meta.get("facets", "").split(BAR) if one.count("=") > 1]
    words = frozenset(words_of(read["content"].replace(HIDDEN, " ")))
    names = tuple(name for name in meta.get("names", "").split(BAR) if name)
    return IndexedPage(
        id=path.stem,
        address=root + read["url"],
        title=meta.get("title", ""),
        words=words,
        pointer=pointer,
        day=int(day or 0),
        parent=meta.get("parent", ""),
        names=names,
        facets=tuple(facets),
    )


def vocabulary(pages: Sequence[IndexedPage], language: str) -> dict[str, object]:
    """The words of the index with the number of pages of each, the pages in brief, the names, the words alike."""
    counts = Counter(word for page in pages for word in page.words)
    types = sorted({_type_of(page) for page in pages})
    places = {page.address: number for number, page in enumerate(pages)}
    parents = (places.get(page.parent, number) for number, page in enumerate(pages))
    digits = _digits(pages)
    names = _names(pages)
    meanings = meanings_of(language)
    return {
        "format": FORMAT,
        "words": front_coded(sorted(counts)),
        "counts": in_short(counts[word] for word in sorted(counts)),
        "digits": digits,
        "ids": "".join(_mark(page, digits) for page in pages),
        "days": steps(page.day for page in pages),
        "types": types,
        "kinds": in_short(types.index(_type_of(page)) for page in pages),
        "parents": steps(number - parent for number, parent in enumerate(parents)),
        "names": front_coded(name for name, _ in names),
        "named": in_short(number for _, number in names),
        "alike": meanings.others,
        "light": meanings.light,
        "asks": [{"words": words, "kinds": kinds} for words, kinds in meanings.asks],
    }


def _type_of(page: IndexedPage) -> str:
    return page.pointer.partition(":")[0]


def facets(pages: Sequence[IndexedPage]) -> list[dict[str, object]]:
    """Each facet with its values, the value's label, and the pages that have it."""
    titles = {page.pointer: page.title for page in pages}
    found: dict[str, dict[str, tuple[str, list[int]]]] = {name: {} for name in _FACETS}
    for number, page in enumerate(pages):
        for name, value, label in dict.fromkeys(page.facets):
            kind = "organization" if name == "body" else name
            _, having = found[name].setdefault(value, (label or titles.get(f"{kind}:{value}", value), []))
            having.append(number)
    return [
        {
            "name": name,
            "values": [
                {"value": value, "label": label, "pages": gaps(having)} for value, (label, having) in sorted(values.items())
            ],
        }
        for name, values in found.items()
    ]


def _digits(pages: Sequence[IndexedPage]) -> int:
    """How many digits of the pages' ids tell them apart."""
    longest = max((len(page.id) for page in pages), default=1)
    return next((digits for digits in range(1, longest) if len({_mark(page, digits) for page in pages}) == len(pages)), longest)


def _mark(page: IndexedPage, digits: int) -> str:
    """The first digits of an id; where two ids begin alike, Pagefind makes one longer, so that the others are filled up."""
    return page.id.partition("_")[2][:digits].ljust(digits, "0")


def _names(pages: Sequence[IndexedPage]) -> list[tuple[str, int]]:
    """Each name with a page that it stands for; a name of several pages comes once for each."""
    return sorted({(key, number) for number, page in enumerate(pages) for name in page.names for key in name_keys(name)})


def name_keys(name: str) -> Iterator[str]:
    """What a name is looked up by: its stems in the order of the alphabet; also written as one word."""
    days = [mark for mark in marks_in(name) if len(mark) == _DAY]
    plain = name.partition(" (")[0]
    words = [word for part in plain.split() if not (days and part[:1].isdigit()) for word in _parts(part)]
    yield " ".join(sorted({stem_of(word) for word in words} | set(days)))
    if len(words) > 1:
        yield " ".join(sorted({stem_of("".join(words)), *days}))


def _parts(text: str) -> Iterator[str]:
    """The words of a text, without the wholes of what is joined."""
    return words_of(text.translate(_JOINTS))
