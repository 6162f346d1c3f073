"""Pagefind's index files to postings: of each stem the pages that have it, how much each says it, and where.

What Pagefind wrote is read here once, at the build, so that the browser needs neither its program nor its format: that
program compares each page with each posting, which for a common word of a large site took seconds on a phone.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from pathlib import Path

from generator.search.cbor import head, text
from generator.search.pagefind import HEAD

Row = tuple[int, bool, bytes]  # a page, whether its title has a stem, and where its text has it, as Pagefind writes it

# CBOR (RFC 8949), in which the files are. A posting is a list of three: how many pages it is after the one before, and two
# lists of numbers, of which those below nought change what the others are about.
_NUMBER = rb"(?:[\x00-\x17]|\x18.|\x19..|\x1a....)"
_BELOW_NOUGHT = rb"(?:[\x20-\x37]|\x38.|\x39..)"
_LENGTH = rb"(?:[\x80-\x97]|\x98.|\x99..|\x9a....)"
_NUMBERS = rb"((?:%b|%b)*)" % (_NUMBER, _BELOW_NOUGHT)
_POSTING = re.compile(rb"\x83(%b)%b%b%b%b" % (_NUMBER, _LENGTH, _NUMBERS, _LENGTH, _NUMBERS), re.DOTALL)
_ONE_NUMBER = re.compile(rb"%b|%b" % (_NUMBER, _BELOW_NOUGHT), re.DOTALL)
_BELOW = 0x20  # the bit of a first byte that says a number is below nought
_HALF = 12  # as what Pagefind writes a weight of one half, the least that a text has
_MOST = 63  # halves that are told; by then a page says it as much as can be
IN_TITLE = 64  # is added where a page's title has the stem


@dataclass(frozen=True, slots=True)
class Postings:
    """The pages that have a stem: each as the step from the one before (`steps`, without the first), how much each says it
    (`weights`, a byte each), and where (`places`: of each page their number, then each as the step from the one before).
    """

    stem: str
    first: int
    last: int
    steps: bytes
    weights: bytes
    places: bytes


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem in a part: how many of its pages have it, the first and the last of them, and the bytes of its postings."""

    text: str
    count: int
    first: int
    last: int
    steps: int
    places: int


def varint(number: int) -> bytes:
    """A number in as few bytes as it needs, seven bits each from the lowest on; all but the last byte have the eighth."""
    if number < len(_SHORT):
        return _SHORT[number]
    return bytes((number & 0x7F | 0x80,)) + varint(number >> 7)


_SHORT = [bytes((number,)) if number < 0x80 else bytes((number & 0x7F | 0x80, number >> 7)) for number in range(1 << 14)]


def postings_in(packed: bytes, title: int) -> list[Postings]:
    """The postings of every stem in a file of Pagefind's index; `title` is the number of the title among a page's fields."""
    data = gzip.decompress(packed).removeprefix(HEAD)
    return [_packed(stem, rows) for stem, rows in _stems(data, title)]


def _stems(data: bytes, title: int) -> Iterator[tuple[str, list[Row]]]:
    """Each stem with its rows. What Pagefind adds to a stem as written with accents (å) has a stem of its own so written."""
    count, at = head(data, 1)  # after the head of the list that all is in
    for _ in range(count):
        stem, at = text(data, at + 1)
        rows, at = _rows(data, at, title)
        variants, at = head(data, at)
        accented: dict[str, list[Row]] = {}
        for _ in range(variants):
            form, at = text(data, at + 1)
            found, at = _rows(data, at, title)
            accented.setdefault(form[: len(stem)], []).extend(found)
        if rows:
            yield stem, rows
        for own, found in accented.items():
            yield own, _merged(found)


def _rows(data: bytes, at: int, title: int) -> tuple[list[Row], int]:
    count, at = head(data, at)
    rows: list[Row] = []
    page = 0
    for posting in islice(_POSTING.finditer(data, at), count):
        step, places, fields = posting.groups()
        page += _number(step)
        rows.append((page, bool(fields) and _has(fields, title), places))
        at = posting.end()
    return rows, at


def _merged(rows: Iterable[Row]) -> list[Row]:
    """The rows of several forms of one stem, a page once; each row of places says its weight first."""
    pages: dict[int, Row] = {}
    for page, is_titled, places in rows:
        _, was_titled, others = pages.get(page, (page, False, b""))
        pages[page] = (page, is_titled or was_titled, others + places)
    return [pages[page] for page in sorted(pages)]


@lru_cache(maxsize=4_096)
def _has(fields: bytes, title: int) -> bool:
    return any(one[0] & _BELOW and _number(one) == title for one in _ONE_NUMBER.findall(fields))


def _packed(stem: str, rows: Sequence[Row]) -> Postings:
    first = last = rows[0][0]
    steps, weights, places = bytearray(), bytearray(), bytearray()
    for page, is_titled, found in rows:
        if page != first:
            steps += varint(page - last)
            last = page
        weight, packed = _said(found)
        weights.append(weight | IN_TITLE if is_titled else weight)
        places += packed
    return Postings(stem, first, last, bytes(steps), bytes(weights), bytes(places))


@lru_cache(maxsize=1 << 16)
def _said(places: bytes) -> tuple[int, bytes]:
    """How much a page says a stem, in halves, and where: the number of places, then each as the step from the one before.

    A number below nought is the weight of those after it, the first of which is counted from the beginning of the text.
    """
    weight, said, place, found = 0, 0, 0, []
    for one in _ONE_NUMBER.findall(places):
        if one[0] & _BELOW:
            weight, place = _number(one), 0
        else:
            place += _number(one)
            said += weight
            found.append(place)
    found.sort()
    packed = b"".join(varint(place - before) for before, place in zip([0, *found], found, strict=False))
    return min(_MOST, round(said / _HALF)), varint(len(found)) + packed


def keep_postings(found: Iterable[Postings], path: Path) -> list[Stem]:
    """Write postings one after another in the order of their stems, and give what tells them apart again."""
    stems = []
    with path.open("wb") as file:
        for one in sorted(found, key=attrgetter("stem")):
            stems.append(Stem(one.stem, len(one.weights), one.first, one.last, len(one.steps), len(one.places)))
            file.writelines((one.steps, one.weights, one.places))
    return stems


def size_of(stem: Stem) -> int:
    """The bytes of a stem's postings."""
    return stem.steps + stem.count + stem.places


def kept_postings(stems: Iterable[Stem], path: Path) -> Iterator[Postings]:
    """The postings that were written, in their order."""
    data = path.read_bytes()
    at = 0
    for stem in stems:
        weights = at + stem.steps
        places, end = weights + stem.count, at + size_of(stem)
        yield Postings(stem.text, stem.first, stem.last, data[at:weights], data[weights:places], data[places:end])
        at = end


def stem_in(word: str, count: int, last: int, known: Mapping[str, Stem]) -> int:
    """How many letters of a word are its stem, nought where the index has none: the most with which every page that has the
    word can have the stem, that is as many pages as `count` and none after the last of them.

    So the browser needs no stemmer, whose rules differ from language to language.
    """
    for length in range(len(word), 0, -1):
        stem = known.get(word[:length])
        if stem and stem.count >= count and stem.first <= last <= stem.last:
            return length
    return len(word) if word in known else 0  # Pagefind leaves out single letters and figures of what is joined


def _number(data: bytes) -> int:
    """A number as CBOR has it; of one below nought what it is below minus one."""
    return head(data, 0)[0]
