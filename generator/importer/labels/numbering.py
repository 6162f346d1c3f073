"""The beginning of a line to the number of an item that it may carry, and the title after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel.dates import get_month_names

from generator.importer.language.damage import pattern_of
from generator.importer.language.vocabulary import Wording, load_wording

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
CLOCK = "clock"  # the scheme of items that have a time of day in place of a number
_CLOCK = re.compile(
    r"^(?:(?P<said>kl)\.?\s*)?(?P<hour>\d{1,2})[.:](?P<minute>\d\d)(?P<till>\s*[-–—]\s*(?:kl\.?\s*)?\d{1,2}[.:]\d\d)?"
    r"\s*[:.–-]?\s+(?P<title>\S.+)$",
    re.IGNORECASE,
)
_PAGE = re.compile(r"\s*(?:[.…·_]\s?){3,}\s*(?:\d*|[ivl][ivxl]{0,5}|x[ivx]{1,5})\s*$|\t+\d{1,4}$|\s{3,}\d{1,4}$")
_SMALL = re.compile(r"^(?P<letter>[a-z])(?P<mark>[.):])\s+(?P<title>[A-ZÆØÅ@].+)$")
_TYPED = re.compile(r"^[BDEOTLÅ]\s+(?=\d{1,3}[.)]\s+[A-ZÆØÅ])")  # "B   3.  Ny isplads": the type, and the number
_DAY = re.compile(r"(?:\d\d\.){2}\d\d")  # "14.05.25 - Referat"
_FIGURES = re.compile(r"\d+")
_UNITS = r"(?:kr\b|mio\b|mia\b|pct\b|%|stk\b|m2\b|km\b|ha\b|timer\b|dage\b|uger\b|måneder\b|år\b|ar\b)"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A number at the beginning of a line: as printed, to be compared, which kind it is, and the rest of the line.

    `scheme` is the kind of numbering: what stands before the number and how it is made. `dotted` says that the line
    ends in leaders to a page number, as in a list of contents.
    """

    printed: str
    parts: tuple[int, ...]
    scheme: str
    mark: str
    title: str
    dotted: bool


@cache
def _pattern(before: str, after: str, months: str) -> re.Pattern[str]:
    number = (
        r"(?P<slash>(?-i:[A-Z]{0,3})\d{1,4}/\d{1,4}|(?(before)\d{1,4}-\d{1,4}|(?!)))(?![/-]\d)|(?P<decimal>\d{1,3}(?:\.\d{1,3}){0,3}(?:\.?(?-i:[a-e])(?=[.):]?\s))?)"
        r"|(?P<roman>[IVXL]{1,6}(?=[.):]|\s{2,}|\t|\s*$|(?(before)\s|(?!))))|(?P<letter>[A-ZÆØÅ](?=[.):]\s|(?(before)\s|(?!))))"
        r"|(?P<coded>[A-Z]\.?\d{1,2}(?=[.):]?(?:\s|$)))"
    )
    # "Sag 1 af 6:", "1. punkt:"
    counted = rf"(?:(?(before)\s(?:af|of)\s\d{{1,3}}|(?!))|(?<=\d)\.\s?(?:{after})(?=\s*(?:[:–—-]|$)))?"
    mark = r"(?:\.(?!\d)|[):;|\]]|(?<=\d)/(?=\s)|(?(before),(?=\s)|(?!))|\s[–—-](?=\s))+"
    return re.compile(
        rf"^(?P<before>(?:(?:{before})[.:]?\s*){{1,3}}(?:nr\.?|no\.?|#)?:?|#)?\s*(?:[(\[]\s?)?(?:{number}){counted}"
        rf"(?P<mark>\s*{mark}|(?=\s|$)|(?<=\d)(?=(?-i:[A-ZÆØÅ][a-zæøå]{{2}})))\s*(?!(?:{months})\b)(?P<title>\S.*)?$",
        re.IGNORECASE,
    )


@cache
def _months(language: str) -> str:
    return "|".join(sorted(map(re.escape, get_month_names("wide", locale=language).values())))


@cache
def _begins(language: str) -> re.Pattern[str]:
    """What a word before a number may begin with, so that "Beslutningspunkt 2" and "Orienteringspunkt 3" count on."""
    wording = load_wording(language)
    begins = "|".join(map(pattern_of, sorted(wording.words("before_number_begins"), key=len, reverse=True)))
    return re.compile(rf"^(?:{begins})\s?(?=(?:{wording.after_number})(?:\W|$))")


@cache
def _state(language: str) -> re.Pattern[str]:
    wording = load_wording(language)
    states = "|".join(map(pattern_of, (*wording.words("open"), *wording.words("closed"))))
    return re.compile(rf"(?:{states})\s+(?=(?:{wording.after_number})\s*(?:nr\.?\s*)?\d)", re.IGNORECASE)


def without_page(title: str) -> str:
    """A title without the leaders and the page's number that end it in a list of contents."""
    return _PAGE.sub("", title).strip()


def dotted_apart(title: str) -> tuple[str, bool]:
    """A title without what ends it in a list of contents, and whether it had that."""
    return without_page(title), bool(_PAGE.search(title))


def number_of(text: str, wording: Wording) -> Numbered | None:
    """The number that a line begins with as an item would; None where it begins with none, or with a date or a sum."""
    clock = _CLOCK.match(text.strip())
    clock = clock if clock is not None and (clock["said"] or clock["till"]) else None
    if clock is not None and _numbered_after(clock["title"], wording):
        text = clock["title"]  # "15.00-15.10: 1. Velkomst"
    elif clock is not None and clock["title"][0].isalpha() and not wording.any_of("no_item").match(clock["title"]):
        minute = int(clock["hour"]) * 60 + int(clock["minute"])
        return Numbered("", (minute,), CLOCK, "", clock["title"], dotted=False)
    state = _state(wording.language).match(text.strip())  # "Lukket punkt 3: Salg af grund"
    bare = text.strip()[state.end() :] if state else _TYPED.sub("", text.strip())
    found = _pattern(wording.before_number, wording.after_number, _months(wording.language)).match(bare)
    if found is None:
        return None
    before = _begins(wording.language).sub("", re.sub(r"[\W_]+", " ", found["before"] or "").strip().casefold())
    title = (found["title"] or "").strip()
    title = f"({state[0].strip()}) {title}" if state and title else title
    if text.lstrip().startswith("(") and title.endswith(")") and "(" not in title:
        return None  # "(1. behandling)"
    if not before and re.match(_UNITS, title, re.IGNORECASE):
        return None
    printed, parts, kind = _value(found)
    if not before and _DAY.fullmatch(printed):
        return None
    if (found["roman"] and not found["roman"].isupper()) or any(
        found[kind] and not found[kind][0].isupper() for kind in ("letter", "coded")
    ):
        return None
    dotted = bool(_PAGE.search(title))
    mark = found["mark"].strip()[:1]
    if not mark and before in wording.words("before_number_marked"):
        return None
    return Numbered(printed, parts, f"{before} {kind}".strip(), mark, _PAGE.sub("", title).strip(), dotted)


def small_letter_of(text: str) -> Numbered | None:
    """The letter that counts an item below a group's heading, "a) Sundhedsaftalen": for lines that are known to be headings."""
    found = _SMALL.match(text)
    if found is None:
        return None
    return Numbered(
        found["letter"], (ord(found["letter"]) - ord("a") + 1,), "small letter", found["mark"], found["title"], dotted=False
    )


def _numbered_after(text: str, wording: Wording) -> bool:
    """Whether an item's number with its mark stands after a time of day."""
    found = _pattern(wording.before_number, wording.after_number, _months(wording.language)).match(text)
    return found is not None and bool(found["title"] and found["mark"].strip())


def _value(found: re.Match[str]) -> tuple[str, tuple[int, ...], str]:
    if found["slash"]:
        first, second = _FIGURES.findall(found["slash"])
        return found["slash"], (int(first), int(second)), "slash"
    if found["decimal"]:
        letter = found["decimal"][-1]
        below = (ord(letter.casefold()) - ord("a") + 1,) if letter.isalpha() else ()  # "2.a" is below "2"
        return found["decimal"], (*map(int, _FIGURES.findall(found["decimal"])), *below), "decimal"
    if found["roman"]:
        return found["roman"], (_roman(found["roman"].casefold()),), "roman"
    if found["coded"]:
        return found["coded"], (ord(found["coded"][0].upper()) - 64, int(found["coded"][1:].strip("."))), "coded"
    return found["letter"], (ord(found["letter"].upper()) - 64,), "letter"


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if any(value < after for after in values[at + 1 : at + 2]) else value for at, value in enumerate(values))
