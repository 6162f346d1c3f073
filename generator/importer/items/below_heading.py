"""The lines right below an item's heading that only say facts of it: the number of its case, whether it is open or closed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.importer.headings.case_numbers import is_reference
from generator.importer.headings.people import names_in, says_office
from generator.importer.headings.timed import without_minutes
from generator.importer.labels.groups import group_of
from generator.importer.labels.type_marks import type_mark, typed_sentence
from generator.importer.language.vocabulary import Wording

_FEW = 2  # words of the name of a field
_MOST = 6  # lines of facts above the one that says whether the item is closed
# "Initialer: TRO", "Sag 381-2018-10442"
_FACT = re.compile(r"[A-ZÆØÅ@][\w.-]{1,24}(?: \w{1,12})?\s?(?:[.:]+\s*\S{1,25}|\s\S{0,12}\d{3}\S{0,12})")

_HOUSE = re.compile(r"(?:[A-ZÆØÅ@][\w.&/-]*\s?){1,4}")  # "KL", "Isby Kommune"
_TIME = re.compile(r"^\d{1,3} ?min(?:\.|utter)?\s*[-–,:]*\s*", re.IGNORECASE)  # "10 min. - orientering v/ Ane Test"
_TYPED = re.compile(r"[*_(]*(?P<type>[^\W\d_]+) \((?P<state>[^()]{3,20})\)[.,]")  # "Beslutningspunkt (lukket). Tid: 15 min."
_IN_BRACKETS = re.compile(r"[(\[](?P<inner>[^()\[\]]{5,110})[)\]]\.?")
_WITH_GROUND = re.compile(r"(?<=\w)\s*\([^()]{3,40}\)\W*$")
_GROUND = re.compile(r"[§$]|\blov|\bstk\.|\bsection\b")  # a scan takes the sign for another
_GAP = re.compile(r"\t+|\s{3,}")
_OF_CASE = re.compile(
    r"[^\W\d][\w.]{2,15}(?: nr\.?)?[.:]*\s\S{0,12}\d{3}\S{0,14}\s.*[^.:,]$"
)  # "Sagsnr. 31 Byrådet Åbent punkt"


@dataclass(frozen=True, slots=True)
class Facts:
    """How many lines say facts, whether one of them says that the item is closed (None: none says either), who presents it."""

    lines: int
    closed: bool | None
    presenters: tuple[str, ...]


def facts_below(texts: Sequence[str], wording: Wording) -> Facts:
    """The facts with which the lines below a heading begin: case numbers, states, what stands above a state, presenters."""
    count = 0
    presenters: list[str] = []
    closed: bool | None = None
    while count < len(texts):
        above = next((at for at in range(count, min(count + _MOST, len(texts))) if not _FACT.fullmatch(texts[at])), count)
        if above < len(texts) and _state(texts[above], wording) is not None:
            count = above
        state = _state(texts[count], wording)
        names = _presented(texts[count], wording)
        if state is None and not names and not is_reference(texts[count]):
            break
        presenters += names
        closed = closed or state
        count += 1
    return Facts(count, closed, tuple(presenters))


def says_how_long(text: str) -> bool:
    """Whether a line only says how long, or when, an item is taken: "Tid: 10 min."."""
    head, colon, rest = text.partition(":")
    return bool(colon and rest.strip()) and len(head.split()) <= _FEW and not without_minutes(rest).strip(" .")


def _presented(text: str, wording: Wording) -> tuple[str, ...]:
    """The names of a line that says who presents the item and nothing else: "v. Ane Test", "Oplæg: Ib Prøve, KL"; in brackets
    what they are is enough, "(økonomichef Ane Test)".
    """
    bracketed = _IN_BRACKETS.fullmatch(text.strip("*_ "))
    inner = _TIME.sub("", without_minutes(bracketed["inner"])) if bracketed else ""
    if says_office(inner, wording) and (names := names_in(inner, wording)):
        return names
    text = _without_type(_TIME.sub("", without_minutes(text.strip("*_() "))), wording)
    before = wording.any_of("before_presenter").match(text)
    if before is None:
        return ()
    said = text[before.end() :].strip(":*_ ")
    name, _, house = said.partition(", ")
    return names_in(said, wording) or (names_in(name, wording) if _HOUSE.fullmatch(house) else ())


def _without_type(text: str, wording: Wording) -> str:
    """A text without the type of the item that it begins with: "beslutning v/ Ane Test", "Til beslutning. Oplæg: Ane Test"."""
    text = typed_sentence(text, wording)[1]
    front, _, rest = text.partition(" ")
    return rest if type_mark(front, wording) else text


def _state(text: str, wording: Wording) -> bool | None:
    """Whether a line only says that an item is closed; None where it does not say that it is open or closed."""
    said, _, ground = text.partition(",")
    if wording.any_of("said_closed").fullmatch(said.strip(" .()")) and _GROUND.search(ground):
        return True  # and not "Punktet er lukket.", which may be done with
    typed = _TYPED.match(text)
    if typed and type_mark(typed["type"], wording):
        return _state(typed["state"], wording)
    word = _WITH_GROUND.sub("", text).strip(" ().:").casefold()  # "Lukket punkt (personsag)."
    last = _GAP.split(word)[-1]  # "Sagsnr.: 24/102      Lukket sag"
    if last != word and last in (*wording.words("closed"), *wording.words("open")):
        return last in wording.words("closed")
    if is_reference(text) or _OF_CASE.match(text):
        text = text.rpartition(":")[2].partition(" ")[2]  # "Sagsid.: 12/155   Initialer: KKJ   Lukket sag"
        words = text.split()
        return next((state for at in range(len(words)) if (state := _state(" ".join(words[at:]), wording)) is not None), None)
    group = group_of(text.strip(" ()."), wording.language)
    if group == "closed" or (group == "open" and len(text.split()) > 1):
        return group == "closed"
    return word in wording.words("closed") if word in (*wording.words("closed"), *wording.words("open")) else None
