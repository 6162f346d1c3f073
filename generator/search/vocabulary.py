"""The parts of the index to what the browser needs to ask them well: words, pages in brief, names, facets."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.search.coding import front_coded, in_short, steps
from generator.search.known import known_stems, packed
from generator.search.links import write_links
from generator.search.meanings import meanings_of
from generator.search.numbers import marks_in
from generator.search.parts import IndexedPage, Part
from generator.search.shelves import write_shelves
from generator.search.words import stem_of, words_of
from generator.source import digest_of

_DAY = len("d20200828")
_JOINTS = str.maketrans(dict.fromkeys("-/.,:", " "))
FORMAT = 6
Words = Mapping[str, tuple[int, int]]  # each word with the number of its pages and of the letters of its stem
_EXACT = 4  # bits of a page's length that are told: it weighs little, and every visitor loads it
_FACETS = ("type", "body", "year", "municipality", "initiative", "outcome", "topic", "in_force")


def knowledge_digest() -> str:
    """A digest of all from which, besides the pages, the files are made: how words are read, and the committed lists."""
    folder = Path(__file__).parent
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".yml", ".txt"))
    return digest_of(b"\0".join(path.read_bytes() for path in paths))


def write_vocabularies(folder: Path, kept: Path, parts: Sequence[Mapping[str, Part]], name: str) -> None:
    """Write, for each language, the vocabulary, and in a folder of that name the files of the index and the facets; `kept`
    has the parts' postings.

    The name is another one for another index, so that no browser takes its files for those of the one before.
    """
    for language in sorted({language for part in parts for language in part}):
        own = [part[language] for part in parts if language in part]
        pages = [page for part in own for page in part.pages]
        known = words_in(own)
        read = vocabulary(pages, own, known, language)
        files = write_shelves(kept, own, language, stems_of(known), folder / name / language)
        stems, words, places = (in_short(one) for one in zip(*files, strict=True)) if files else ("", "", "")
        told = {"folder": name, "files": stems, "sizes": {"words": words, "places": places}}
        _write(folder / f"words.{language}.json", {**told, **read})
        _write(folder / name / language / "facets.json", facets(pages))
        _write_bytes(folder / name / language / "known", packed(known_stems(language)))
        write_links(pages, folder / name / language)


def stems_of(words: Words) -> list[str]:
    """The stems of all words, sorted."""
    return sorted({word[:length] for word, (_, length) in words.items()})


def words_in(parts: Sequence[Part]) -> Words:
    """The words of all parts, sorted; where parts differ in the letters of a stem, it has the fewest."""
    found: dict[str, tuple[int, int]] = {}
    for part in parts:
        for word, (count, length) in part.words.items():
            before, letters = found.get(word, (0, length))
            found[word] = (before + count, min(letters, length))
    return dict(sorted(found.items()))


def _write(path: Path, content: object) -> None:
    _write_bytes(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())


def _write_bytes(path: Path, content: bytes) -> None:
    path.unlink(missing_ok=True)  # it may be the live site's too
    path.write_bytes(content)


def vocabulary(pages: Sequence[IndexedPage], parts: Sequence[Part], words: Words, language: str) -> dict[str, object]:
    """The words of the index with the number of pages of each and the number of its stem, the pages in brief, the names,
    the words alike.
    """
    stems = {stem: number for number, stem in enumerate(stems_of(words))}
    types = sorted({_type_of(page) for page in pages})
    places = {page.address: number for number, page in enumerate(pages)}
    parents = (places.get(page.parent, number) for number, page in enumerate(pages))
    names = _names(pages)
    meanings = meanings_of(language)
    return {
        "format": FORMAT,
        "words": front_coded(words),
        "counts": in_short(count for count, _ in words.values()),
        "stems": steps(stems[word[:length]] for word, (_, length) in words.items()),
        "parts": [[part.folder, len(part.pages)] for part in parts],
        "lengths": in_short(_rounded(page.length) for page in pages),
        "days": steps(page.day for page in pages),
        "types": types,
        "kinds": in_short(types.index(_type_of(page)) for page in pages),
        "parents": steps(number - parent for number, parent in enumerate(parents)),
        "names": front_coded(name for name, _ in names),
        "named": in_short(number for _, number in names),
        "alike": meanings.others_among(words),
        "light": meanings.light,
        "common": " ".join(meanings.common),
        "asks": [{"words": said, "kinds": kinds} for said, kinds in meanings.asks],
    }


def _rounded(length: int) -> int:
    step = 1 << max(0, length.bit_length() - _EXACT)
    return round(length / step) * step


def _type_of(page: IndexedPage) -> str:
    return page.pointer.partition(":")[0]


def facets(pages: Sequence[IndexedPage]) -> list[dict[str, object]]:
    """Each facet: its values with their labels, the rows of values that pages have, and which row each page has."""
    titles = {page.pointer: page.title for page in pages}
    return [_facet(name, pages, titles) for name in _FACETS]


def _facet(name: str, pages: Sequence[IndexedPage], titles: Mapping[str, str]) -> dict[str, object]:
    kind = "organization" if name == "body" else name
    labels: dict[str, str] = {}
    having = []
    for page in pages:
        own = dict.fromkeys((value, label) for one, value, label in page.facets if one == name)
        for value, label in own:
            labels.setdefault(value, label or titles.get(f"{kind}:{value}", value))
        having.append(tuple(sorted({value for value, _ in own})))
    # The row that most pages have comes first, which makes the numbers small.
    rows = {row: number for number, (row, _) in enumerate(sorted(Counter(having).items(), key=lambda one: (-one[1], one[0])))}
    places = {value: place for place, value in enumerate(sorted(labels))}
    return {
        "name": name,
        "values": sorted(labels.items()),
        "rows": [[places[value] for value in row] for row in rows],
        "pages": in_short(rows[row] for row in having),
    }


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
