"""Numbers of items in a form that only one document has, "ØU-43/07-B", "TMU 12": they come again before title after title."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.importer.labels.label import Label
from generator.importer.labels.numbering import Numbered, dotted_apart, number_of
from generator.importer.language.damage import MISREAD, skeleton
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_CODE = re.compile(
    r"^(?P<code>(?:[A-ZÆØÅ@]{1,6}[. ]\s?)?(?=\S*\d)[\w@][\w@./-]*[\w@])(?P<mark>[.):;]|\s[-–—](?=\s))?"
    r"\s+(?P<title>[\"”“(]?[A-ZÆØÅ@].*)$"
)
_ROMAN = re.compile(r"^(?P<roman>[IVX]{1,5})\s+(?P<title>[A-ZÆØÅ@].*)$")
_DIGITS = re.compile(r"\d+")
_NO_FORM = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|[\d.:]+")  # days, and what is no more than digits
_OF_MONTH = re.compile(r"\d{1,2}/(?P<month>\d{1,2}[-.](?:19|20)\d\d)")
_TYPE = re.compile(r"(?<=[\W_])[^\W\d_]$|(?<=\d)[^\W\d_]$")  # a letter at the end says what kind of item it is
_FEWEST = 3  # titles with a number of one form
_LONGEST = 160  # letters of a line with a title
_HIGH = 5  # digits of a case's number, which counts all cases of a house and none of a meeting
_RISING = 0.6  # of the steps from one to the next, where a list of contents has them all as well


def with_forms(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: Sequence[Numbered | None], wording: Wording
) -> list[Numbered | None]:
    """The numbers, and those of forms that come again."""
    found = list(numbers)
    forms: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    months: dict[str, list[tuple[int, re.Match[str]]]] = defaultdict(list)
    for at, line in enumerate(lines):
        may_be = labels[at] is None and numbers[at] is None and line.kind is not Kind.TABLE and len(line.plain) <= _LONGEST
        code = _CODE.match(line.plain) if may_be else None
        if code is not None and not _NO_FORM.fullmatch(code["code"]):
            forms[_form(code["code"])].append((at, code))
        elif code is not None and (of_month := _OF_MONTH.fullmatch(code["code"])):
            months[of_month["month"]].append((at, code))
    forms |= {month: coded for month, coded in months.items() if _counts(coded)}
    for form, coded in sorted(forms.items()):
        if len({code["title"] for _, code in coded}) >= _FEWEST:
            for at, number in _numbered(form, coded):
                found[at] = number
    return _with_romans(lines, labels, found, wording)


def _counts(coded: Sequence[tuple[int, re.Match[str]]]) -> bool:
    """Whether what looks like days counts the items of a meeting, one after another from 1: "1/12-2012", "2/12-2012"."""
    return [int(code["code"].partition("/")[0]) for _, code in coded] == [*range(1, len(coded) + 1)]


def _form(code: str) -> str:
    """What numbers of one form have in common: their letters, whatever a scan made of them, and every run of digits as one."""
    return "#".join(skeleton(part) for part in _DIGITS.split(_TYPE.sub("x", code)))


def _numbered(form: str, coded: Sequence[tuple[int, re.Match[str]]]) -> Iterator[tuple[int, Numbered]]:
    """The lines as numbers that count from 1, in their order; what only counts cases is no number of an item."""
    counts = [tuple(map(int, _DIGITS.findall(code["code"]))) for _, code in coded]
    steps = [one < other for one, other in pairwise(counts)]
    rising = sum(steps) >= _RISING * len(steps)
    order = sorted({*counts}) if rising else list(dict.fromkeys(counts))
    cases = not rising or any(len(digits) >= _HIGH for _, code in coded for digits in _DIGITS.findall(code["code"]))
    letters = _letters([code["code"] for _, code in coded])
    for (at, code), count in zip(coded, counts, strict=True):
        title, dotted = dotted_apart(code["title"])
        printed = "" if cases else _mended(code["code"], letters)
        yield at, Numbered(printed, (order.index(count) + 1,), f"form {form}", (code["mark"] or "").strip(), title, dotted)


def _letters(codes: Sequence[str]) -> dict[str, str]:
    """The letters that codes begin with as they were before a scan misread them, by what their readings have in common."""
    readings: dict[str, set[str]] = defaultdict(set)
    for code in codes:
        first = _DIGITS.split(code)[0]
        readings[skeleton(first)].add(first)
    return {key: _read(same) for key, same in readings.items() if len(same) > 1 and len({*map(len, same)}) == 1}


def _read(readings: set[str]) -> str:
    """What several readings of the same letters stand for: where they differ, the one letter that may be taken for all."""
    places = [{*letters} for letters in zip(*sorted(readings), strict=True)]
    return "".join(min(letters) if len(letters) == 1 else _one_letter(letters) for letters in places)


def _one_letter(letters: set[str]) -> str:
    small = {letter.casefold() for letter in letters}
    found = [letter for letter, misread in MISREAD.items() if small <= {letter, *misread}]
    return found[0].upper() if len(found) == 1 else min(letters)


def _mended(code: str, letters: Mapping[str, str]) -> str:
    first = _DIGITS.split(code)[0]
    return f"{letters.get(skeleton(first), first)}{code[len(first) :]}"


def _with_romans(
    lines: Sequence[TextLine], labels: Sequence[Label | None], numbers: list[Numbered | None], wording: Wording
) -> list[Numbered | None]:
    """The numbers, with Roman ones that have no mark, "II Budget", where there are the first three."""
    bare = {
        at: roman
        for at, line in enumerate(lines)
        if labels[at] is None and numbers[at] is None and (roman := _ROMAN.match(line.plain)) and line.kind is not Kind.TABLE
    }
    marked = {at: number_of(f"{roman['roman']}. {roman['title']}", wording) for at, roman in bare.items()}
    counted = {number.parts for number in marked.values() if number is not None}
    if not {(1,), (2,), (3,)} <= counted:
        return numbers
    return [marked.get(at) or number for at, number in enumerate(numbers)]
