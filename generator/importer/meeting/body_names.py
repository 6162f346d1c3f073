"""The lines of a head, and the labels of decisions, to the name of the body that met: the likeliest first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from generator.importer.items.meeting_of_labels import LabelBody
from generator.importer.labels.body_words import is_met, owner_of
from generator.importer.labels.label import field_of
from generator.importer.language.damage import pattern_of
from generator.importer.language.vocabulary import Wording

_BRACKET = re.compile(r"\s*\([^()]*\)")
_PARTY = re.compile(r"\([A-ZÆØÅ]{1,2}\)")  # "Ane Test (A)" is somebody
_GAP = re.compile(r" {6,}|\t")
_APART = re.compile(r"\s+[-–—•·|]\s+|:\s+|:$")
_PATH = re.compile(r"\s[>›»]\s")  # "Forside > Politik > Byrådet"
_WIDE = re.compile(r"\s{2,}")
_FIGURE = re.compile(r"\s\d.*|^\d.*")  # the day, behind the name
_SENTENCE = re.compile(r"[.!?]$|(?<=\w{4})[.!?] [A-ZÆØÅ]|https?:")  # "Skt. Laurentii Menighedsråd" is none
_JOINTS = ("-", "–", "&", "/", "+")
_NO_NAME = "=[]|:"
_LONGEST = 90  # letters of a body's name
_PLACE = 4  # words; a municipality has fewer in its name
_WORDS = 9  # of a name that no word shows to be a body's
_SHORT = 5  # letters of a name that is too short for that
_HEAD = 80  # lines of a head; the lines of a text without items are no head
_LINES = 4  # of the head in which such a name may stand


class _Sure(IntEnum):
    """How surely a name is that of the body that met, the surest first."""

    FIELD = 0
    TITLE = 1  # a body, in a line that says whose minutes they are
    LINE = 2  # a body, by itself
    LABEL = 3  # of the decisions of that day
    TITLE_OTHER = 4  # likewise what no word shows to be a body
    LINE_OTHER = 5
    LABEL_OTHER = 6
    GENERIC = 7  # "Bestyrelsen", whosever it is
    PLACE = 8  # a municipality


@dataclass(frozen=True, slots=True)
class _Name:
    """A name, and whether a word for a meeting says it, "Ældrerådsmøde", so that the body's own name may be another."""

    text: str
    by_meeting: bool


@dataclass(frozen=True, slots=True)
class HeadTexts:
    """Where a body may be named: fields such as "Udvalg:", the lines without a label, the labels of decisions."""

    fields: Sequence[str]
    lines: Sequence[str]
    label: LabelBody


def bodies_of(texts: HeadTexts, wording: Wording) -> list[str]:
    """The names; none where no line and no label names a body, whatever else stands there: links, persons, places."""
    found: list[tuple[_Sure, str]] = []
    for text in texts.fields:
        found += [(_Sure.FIELD, one.text) for one in [_name_in(text, wording)] if one]
    for at, text in enumerate(texts.lines[:_HEAD]):
        for name, titled in _named_in(text, wording):
            sure = _sure(name, wording, titled=titled)
            if sure is not _Sure.LINE_OTHER or (at < _LINES and not _PARTY.search(text)):
                found.append((sure, name.text))
    called = _name_in(texts.label.name, wording)
    if called and any(is_met(word, wording.language) for word in called.text.split()):
        sure = _Sure.LABEL if texts.label.dated else _Sure.LABEL_OTHER
        found.append((max(sure, _generic(called.text, wording)), called.text))
    return [name for _, name in sorted(found, key=lambda one: one[0])]


def _named_in(text: str, wording: Wording) -> Iterator[tuple[_Name, bool]]:
    """The names that a line may have, each with whether the line says by it whose minutes they are."""
    for column in _GAP.split(_closed_up(text.strip(" |"))):
        piece = " ".join(_PATH.split(column)[-1].split())
        for phrase in wording.words("meeting_in"):
            found = re.search(pattern_of(phrase.partition("{x}")[0]), piece, re.IGNORECASE)
            if found and (name := _name_in(piece[found.end() :], wording)):
                yield name, True
        parts = [part for part in _APART.split(piece) if part]
        others = [part for part in parts if not _is_title(part, wording)]
        if len(parts) > len(others) > 0:
            yield from ((name, True) for part in others if (name := _name_in(part, wording)))
        elif name := _name_in(piece, wording) or _name_in(_APART.split(piece)[0] if ":" not in piece else "", wording):
            yield name, False


def _closed_up(text: str) -> str:
    """A text that is spaced out, letter by letter, as words: "K K R   N O R D"."""
    if not text or any(len(word) > 1 for word in text.split()):
        return text
    return " ".join("".join(word.split()) for word in _WIDE.split(text.replace("\t", "  ")))


def _is_title(part: str, wording: Wording) -> bool:
    """Whether a part of a line says what paper it is, or that it is of a meeting: "Referat fra mødet", "Møde"."""
    papers = (wording.any_of("minutes_words", whole=False), wording.any_of("agenda_words", whole=False))
    return any(one.match(part) for one in papers) or wording.any_of("meeting_ends").fullmatch(part) is not None


def _name_in(text: str, wording: Wording) -> _Name | None:
    """The name of a body that a text may be; None where it is a date, a title, a sentence or a field."""
    bare = _FIGURE.sub("", _cut(_BRACKET.sub("", text).strip(), wording)).strip(" ,.:–-§•·*_")
    fields = "|".join(wording.tree["head"]["body"])
    bare = re.sub(rf"^(?:{fields})(?=[A-ZÆØÅ][a-zæøå])", "", bare)  # "UdvalgÆldrerådet" of a table that lost its cells
    while len(bare.split()) > 1 and bare.rpartition(" ")[2] in wording.words("leading"):
        bare = bare.rpartition(" ")[0]  # "Kredsen for de 11 kommuner"
    if re.fullmatch(wording.before_number, bare, re.IGNORECASE):
        return None  # "Punkt 5 var lukket"
    if _SENTENCE.search(bare) or {*bare.casefold().split()} & {*wording.words("no_name")}:
        return None
    name, by_meeting = owner_of(bare, wording.language)
    papers = (wording.any_of("minutes_words", whole=False), wording.any_of("agenda_words", whole=False))
    if any(one.match(name) for one in (*papers, wording.any_of("other_days"))):
        return None
    is_name = 2 < len(name) <= _LONGEST and not any(letter.isdigit() or letter in _NO_NAME for letter in name)
    labels = (*(pattern for _, pattern in wording.labels), *(pattern for kind, pattern in wording.fields if kind != "body"))
    if not is_name or wording.any_of("no_body").search(name) or any(pattern.match(name) for pattern in labels):
        return None
    if not by_meeting and field_of(name, wording) is not None:
        return None  # "Udvalg" alone
    return _Name(name[:1].upper() + name[1:], by_meeting) if _has_form_of_name(name, wording) else None


def _cut(text: str, wording: Wording) -> str:
    """A text up to the day or the hour: "Udvalget for den nye skole den 3. maj"."""
    after = wording.any_of("after_body")
    for found in after.finditer(text):
        rest = text[found.end() :].strip(" ,.")
        if not rest or rest[0].isdigit() or after.match(rest):
            return text[: found.start()]
    return text


def _has_form_of_name(name: str, wording: Wording) -> bool:
    """Whether some words are a name: those before the word for a body, or all where there is none, have capitals."""
    words = name.split()
    first = words[0].casefold()
    if first.endswith((*wording.words("titles_of_people"), *wording.words("members"))):
        return False  # "Næstformand Ane Test"
    articles = wording.words("articles")
    if first in wording.words("leading") and first not in articles:
        return False  # "Til styregruppen"
    met = next((at for at, word in enumerate(words) if is_met(word, wording.language)), None)
    if met is None:
        return words[0][:1].isupper() and _are_capital(words, wording) and not _is_beside(name, wording)
    after = words[met + 1 : met + 2]
    if met and words[met - 1] in wording.words("leading") and words[met - 1] not in (*articles, *wording.words("joining")):
        return False  # "Nyt fra elevrådet"
    goes_on = not after or after[0].casefold() in (*wording.words("leading"), *_JOINTS) or not after[0][:1].islower()
    return goes_on and (met == 0 or first in articles or _are_capital(words[:met], wording))


def _is_beside(name: str, wording: Wording) -> bool:
    """Whether words in capitals that name no body are none for other reasons: a room, links, a person of a municipality."""
    words = [word.strip(",.").casefold() for word in name.split()]
    ends = (*wording.words("rooms"), *wording.words("meeting_ends"))
    if any(word.endswith(ends) for word in words) or all(word in wording.words("menu") for word in words):
        return True
    return len(words) > _WORDS or len(name) < _SHORT or _is_place(name.partition(", ")[2], wording)


def _are_capital(words: Sequence[str], wording: Wording) -> bool:
    small = (*wording.words("leading"), *_JOINTS)
    return all(not word.strip("\"“”'")[:1].islower() or word.casefold() in small or word.endswith("-") for word in words)


def _sure(name: _Name, wording: Wording, *, titled: bool) -> _Sure:
    words = name.text.split()
    if any(is_met(word, wording.language) for word in words):
        least = _Sure.GENERIC if name.by_meeting and len(words) == 1 else _generic(name.text, wording)
        return max(_Sure.TITLE if titled else _Sure.LINE, least)
    if _is_place(name.text, wording):
        return _Sure.PLACE
    return _Sure.TITLE_OTHER if titled else _Sure.LINE_OTHER


def _generic(name: str, wording: Wording) -> _Sure:
    """How sure a name is by its words: "Bestyrelsen" could be anybody's."""
    return _Sure.GENERIC if wording.any_of("generic_bodies").fullmatch(name) else _Sure.FIELD


def _is_place(name: str, wording: Wording) -> bool:
    """Whether a name is that of a municipality: "Isby Kommune", "Region Isfjord"; "Byrådet i Isby Kommune" is a body."""
    words = name.casefold().split()
    return 0 < len(words) < _PLACE and bool({words[0], words[-1]} & {*wording.words("places_of_bodies")})
