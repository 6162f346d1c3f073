"""The heading of an item to its title, who presents it, its type, and whether it is closed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from generator.importer.headings.case_numbers import without_case
from generator.importer.headings.people import EMPTY, names_in, presented_after
from generator.importer.headings.states import STATE, state_before, without_state, without_state_behind
from generator.importer.headings.timed import parted_by_time, without_minutes, without_time_beside
from generator.importer.labels.groups import group_of
from generator.importer.labels.type_marks import UNMARKED, Marked, type_mark, type_said, without_type
from generator.importer.language.telling import is_one_officer
from generator.importer.language.vocabulary import Wording, load_wording

# What stands in the right margin: after a wide gap a number, or the number of a case, "EMN-2019-01234", and not "COVID-19".
_REFERENCE = re.compile(r"(?:\t+|\s{3,})\S*\d\S*\s*$|\s(?:Side|Page)\s\d{1,3}\s*$|\s[A-ZÆØÅ]{2,8}-(?:\d+-\d[\d-]*|\d{5,})\s*$")
_NAMED_AFTER = re.compile(r"(?<=\w), (?P<names>[^,:]{5,60}):$")  # "Budget 2027, Ane Test:"
_MARGIN = re.compile(r"(?:\t+|\s{3,})[A-ZÆØÅ]$")  # a letter for the kind of case
_PRESENTED = ("information", "discussion", "theme", "announcements")  # types of items that somebody presents
_OFFICE = 90  # letters of who presents an item
_FIRST_NAME = re.compile(r"[A-ZÆØÅ@][a-zæøåé@&]+(?:-[A-ZÆØÅ][a-zæøåé]+)?")
_BRACKET = re.compile(r"\s*\((?P<inner>[^()]{1,60})\)\s*$")
_CODE = re.compile(r"^(?P<code>[A-ZÆØÅ])\s+(?P<title>[A-ZÆØÅ].{2,})$")  # "B   Godkendelse af referat"
# What may follow "bilag" in such a bracket: "1", "1-3", "2 og 4", "2 - eftersendes".
_COUNTED = re.compile(
    r"\s*(?:(?:nr|no)\.?\s*)?\d{1,2}(?:\.\d{1,2})?[a-z]?(?:\s*(?:[-–—,/&+]|og|and)\s*\d{1,2}(?:\.\d{1,2})?[a-z]?)*"
    r"(?:\s*[-–,:]\s*[^\W\d]+)?"
)
_FRONT = re.compile(r"^\s*[(\[](?P<inner>[^()\[\]]{1,30})[)\]]\s*")
_SLASHED = re.compile(r"\s+/\s?(?P<inner>[A-ZÆØÅ](?:/[A-ZÆØÅ])?)\s*$")  # "Rammeaftale 2015 /B"
_INITIALS = re.compile(r"\s*(?:/\s?[A-ZÆØÅ]{2,4}|\([A-ZÆØÅ]{2,4}(?:[/,] ?[A-ZÆØÅ]{2,4})*\))\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """What a heading says: the title, the names of the presenters, the type (empty: not said), whether it is closed.

    A presenter may be a first name, "(v. Ane)", or another single word; who that is only the head of the minutes can tell.
    """

    title: str
    presenters: tuple[str, ...]
    item_type: str
    closed: bool


def read_heading(heading: str, wording: Wording, *, stated: bool = False, usual: Marked = UNMARKED) -> Heading:
    """Read an item's heading; `stated` says that most headings begin with whether their item is open or closed, `usual` how
    they are marked with types.
    """
    heading, shut = without_state(heading, wording, usual=stated)
    heading, first_names = without_time_beside(heading, wording)
    asides = [found["inner"] for pattern in (_BRACKET, _FRONT) if (found := pattern.search(heading))]
    closed = (
        shut is True
        or _closed_mark(wording).search(heading) is not None
        or not {*asides}.isdisjoint(wording.words("closed_letters"))
        or "closed" in (group_of(text, wording.language) for text in (*asides, heading))
    )
    rest, behind = without_state_behind(EMPTY.sub("", heading).strip(), wording)
    closed = closed or behind is True
    rest = _without_margin(rest, wording)
    before, after = parted_by_time(rest)
    after = after.lstrip("–—-:, ")
    if said := type_said(after, wording):
        return replace(read_heading(before, wording, usual=usual), item_type=said, closed=closed)
    if (names := presented_after(after, wording)) is not None:
        return replace(read_heading(before, wording, usual=usual), presenters=names, closed=closed)
    rest, item_type = _without_marks(rest, wording, usual)
    rest, presenters = (rest, first_names) if first_names else _without_presenter(rest, wording)
    rest, second = _without_marks(rest, wording, usual)
    rest, behind = without_state_behind(_without_margin(rest, wording), wording)  # "Salg af grund – LUKKET (B)"
    title = rest.strip(" .,–—-:") or heading.strip()
    title = title + "." if rest.rstrip().endswith((" mv.", "m.m.", " m.v.", "Evt.", ".B.A.", "A/S.")) else title
    return Heading(title, presenters, item_type or second or type_of(title, wording), closed or behind is True)


def _without_margin(text: str, wording: Wording) -> str:
    """A heading without what stands beside the title: a page, the number of the case, how long the item takes."""
    return without_minutes(_REFERENCE.sub("", without_case(_without_annex(text, wording), wording)))


def _without_annex(text: str, wording: Wording) -> str:
    """A heading without the annexes beside its title, "Årsrapport   Bilag 2.1 - 2.3", and not "Tillæg til Bilag 3"."""
    for found in wording.any_of("annex_counted").finditer(text):
        before, counted = text[: found.start()], _COUNTED.fullmatch(text, found.end())
        joined = before.rstrip().rpartition(" ")[2].casefold() in wording.words("leading")
        if counted and found[0][0].isupper() and before[-1:].isspace() and before.strip() and not joined:
            return before.rstrip(" \t,;–—-")
    return text


def _closed_mark(wording: Wording) -> re.Pattern[str]:
    words = "|".join(map(re.escape, sorted(wording.words("closed"), key=len, reverse=True)))
    return re.compile(rf"^\W*(?:{words})\s*(?=[]):.–-])|\((?:{words})\)|\s[–-]\s*(?:{words})\s*$|^(?:{words})$", re.IGNORECASE)


def _without_marks(text: str, wording: Wording, usual: Marked) -> tuple[str, str]:
    """The heading without what stands in brackets, or behind a stroke, to mark its type, or that it is open or closed."""
    item_type = ""
    shut = {*map(str.casefold, wording.words("closed")), *wording.words("open"), *wording.words("annex_marks")}
    for pattern in (_BRACKET, _FRONT, _SLASHED):
        found = pattern.search(text)
        inner = found["inner"].strip().casefold() if found else ""
        lettered = found is not None and found["inner"] in (*wording.words("open_letters"), *wording.words("closed_letters"))
        mark = type_said(inner, wording)
        known = lettered or bool(mark) or inner in shut or any(pattern.fullmatch(inner) for pattern in _shut(wording))
        known = known or _counts_annexes(inner, wording)
        if found and (known or group_of(inner, wording.language) in ("closed", "open")):
            item_type = mark or item_type
            text = text[: found.start()] + text[found.end() :]
    text = _once(STATE.sub("", text.strip(), count=1) if state_before(text) in shut else text.strip())
    front, mark, after = text.partition(":")
    said = type_mark(front, wording) if mark and after.strip() else ""
    if said and (text.isupper() or len(front.strip()) == 1):
        text, item_type = after, said
    coded = _CODE.match(text.strip())
    if coded and (said := type_mark(coded["code"], wording)):
        text, item_type = coded["title"], said
    text, said = without_type(text, wording, usual)
    item_type = said or item_type
    text = _once(text.strip())
    for dash in (" - ", " – ", " — ", "\t", "   "):
        before, mark, last = text.rpartition(dash)
        code = before.isupper() and " " not in before.strip()  # "BRK - Til orientering": who it is of, and the title
        if mark and (said := type_mark(last, wording)) and not last.strip(" ()").islower() and not code:
            text, item_type = before, said
    return _MARGIN.sub("", text).strip(), item_type


def _counts_annexes(text: str, wording: Wording) -> bool:
    """Whether a text only counts the annexes of an item: "bilag 1", "bilag 2-3", "bilag 4 - eftersendes"."""
    found = wording.any_of("annex_counted").match(text)
    return found is not None and _COUNTED.fullmatch(text, found.end()) is not None


def _once(text: str) -> str:
    """A title that is said twice in a row, once."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) if len(words) > 2 and len(words) % 2 == 0 and words[:half] == words[half:] else text


@cache
def _open_pattern(language: str) -> re.Pattern[str]:
    return load_wording(language).any_of("open")


def _shut(wording: Wording) -> tuple[re.Pattern[str], ...]:
    return (wording.any_of("closed"), _open_pattern(wording.language))


def _without_presenter(text: str, wording: Wording) -> tuple[str, tuple[str, ...]]:
    always = wording.any_of("always_presenter").search(text)
    apart = always is not None and not text[: always.start()].endswith(".")  # not "E.v.t."
    if always is not None and apart and always.start() > 2 and len(text) - always.end() <= _OFFICE:
        said = text[always.end() :].strip(" )")
        return text[: always.start()].strip(" ,–-("), (said,) if _FIRST_NAME.fullmatch(said) else names_in(said, wording)
    initials = _INITIALS.search(text)
    if initials is not None and initials.start() > 2 and not text.isupper():
        return text[: initials.start()].strip(), ()
    every = list(wording.any_of("before_presenter").finditer(text))
    found = every[-1] if every else None  # the last one: "ved" may stand in the title too
    if found is not None and found.start() > 2:
        names = names_in(text[found.end() :], wording)
        if names and not _is_place(text, found, wording):
            return text[: found.start()].strip(" ,–-("), names
    named = _NAMED_AFTER.search(text)
    if (
        named
        and (names := names_in(named["names"], wording))
        and not wording.any_of("body_words", whole=False).search(named["names"])
    ):
        return text[: named.start()].strip(), names
    bracket = _BRACKET.search(text)
    if bracket:
        names = names_in(bracket["inner"], wording)
        if names or is_one_officer(bracket["inner"], wording):  # "(kassereren)"
            return text[: bracket.start()].strip(), names
    return text, ()


def _is_place(text: str, found: re.Match[str], wording: Wording) -> bool:
    """Whether "ved" before what looks like a name says where something is: nothing but the word tells of a presenter."""
    before, after = text[: found.start()].rstrip(), text[found.end() :]
    if found[0].casefold() not in wording.words("near"):
        return False
    presents = type_of(before, wording) in _PRESENTED or before.endswith((",", "-", "–", "(", ":"))
    return text.isupper() or not (presents or wording.any_of("titles_of_people").match(after.strip()))


def type_of(title: str, wording: Wording) -> str:
    """The type of an item by its title; a decision where nothing says otherwise is left to the caller (empty)."""
    text = title.casefold()
    found = [
        (at, -len(word), key)
        for key, words in wording.tree["item_types"].items()
        for word in words
        if (at := text.find(word)) >= 0 and (at == 0 or not text[at - 1].isalnum())
    ]
    return min(found)[2] if found else ""
