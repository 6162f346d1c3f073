"""Whether an item is open or closed, where its heading says so before the title: "Åbent - Budget", "Lukket   Køb af jord"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importer.labels.groups import group_of
from generator.importer.language.vocabulary import Wording

STATE = re.compile(r"^(?P<state>[^\W\d_][^:.–—]{2,25}?)\s*(?::|\.|\s[-–—])\s+(?=\S)")  # "Åbent - ", "Lukket sag: "
_FRONT = re.compile(r"^\s*[(\[](?P<inner>[^()\[\]]{1,30})[)\]]\s*")
_GAP = re.compile(r"\s*\t\s*|\s{2,}")
_SPACE = re.compile(r"\s+(?=[A-ZÆØÅ@\d\"”])")  # what a scan leaves of the gap
# What sets off a state behind a title: ". Lukket punkt", " - Fortroligt", " / LUKKET", " [Lukket sag]", or a space alone.
_BREAK = re.compile(r"(?<=[\w).\"”»!?])(?=[\s.,;/|[])")
_MARK_BEHIND = re.compile(r"(?:\s*[.,;/|[]\s*|\s+[-–—]+\s+|\s+)(?=[^\W\d_])")
_SEVERAL = 3  # headings that make a form
_MOST = 0.8  # of the headings


def says_state(title: str, wording: Wording) -> bool:
    """Whether a title begins with whether its item is open or closed, which nothing else in a list does: "(Åben) Budget"."""
    front = _FRONT.match(title)
    inner = front["inner"].strip().casefold() if front else state_before(title)
    return inner in (*map(str.casefold, wording.words("closed")), *wording.words("open"))


def only_says_state(title: str, wording: Wording) -> bool:
    """Whether what follows an item's number is not its title but only, in brackets, that it is open or closed."""
    return _FRONT.fullmatch(title) is not None and says_state(title, wording)


def without_state_before(title: str, wording: Wording) -> str:
    """A title without that, where a mark or brackets set it off: "Lukket punkt: Salg af grund"."""
    found = (_FRONT.match(title) or STATE.match(title)) if says_state(title, wording) else None
    return title[found.end() :] if found else title


def state_before(text: str) -> str:
    """What stands before a title and a mark: "åbent" of "Åbent - Budget" or of "Åben: Budget"."""
    found = STATE.match(text.strip())
    return found["state"].strip().casefold() if found else ""


def usually_state(titles: Sequence[str], wording: Wording) -> bool:
    """Whether most headings begin with a state and go on with a title, so that "Åbent Hus" would be that state too."""
    stated = sum(without_state(title, wording, usual=True)[1] is not None for title in titles)
    return stated >= max(_SEVERAL, _MOST * len(titles))


def without_state(title: str, wording: Wording, *, usual: bool) -> tuple[str, bool | None]:
    """A title without the state before it and a gap, and whether that says closed; None where no state stands there. Where
    most headings begin with one, or it has several words or alone is in capitals, a space is as good as a gap.
    """
    text = title.strip()
    for state in ("closed", "open"):
        states = wording.any_of(state)
        said = [found for found in (states.match(text), states.fullmatch(text, 0, _first_word(text))) if found]
        for rest in (text[found.end() :] for found in said):  # "Lukket   Orientering om en sag" begins with both
            said_state = text.removesuffix(rest)
            apart = usual or " " in said_state or _is_shouted(said_state, rest)
            gap = _GAP.match(rest) or (_SPACE.match(rest) if apart else None)
            if gap and rest[gap.end() :]:
                return rest[gap.end() :], state == "closed"
    return title, None


def _is_shouted(state: str, rest: str) -> bool:
    """Whether capitals set a state off from the title after it: "LUKKET SAG Køb af jord", and not "ÅBENT HUS i hallen"."""
    return state.isupper() and not rest.isupper() and not rest[: _first_word(rest)].isupper()


def _first_word(text: str) -> int:
    """How many letters of a text its first word ends at."""
    return len(text) - len(text.lstrip()) + len(text.split(maxsplit=1)[0]) if text.strip() else 0


def without_state_behind(title: str, wording: Wording) -> tuple[str, bool | None]:
    """A title without the state behind it, "Køb af jord. Lukket punkt", and whether that says closed; None where no state
    stands there.
    """
    for at in (found.start() for found in _BREAK.finditer(title)):
        mark = _MARK_BEHIND.match(title, at) if title.count("(", 0, at) == title.count(")", 0, at) else None
        state = title[mark.end() :].strip(" .]") if mark else ""
        shut = _says_shut(state, wording)
        if mark and shut is not None and _sets_off(mark[0], state, shut=shut, capitals=title.isupper()):
            return title[:at].rstrip(), shut
    return title, None


def _sets_off(mark: str, state: str, *, shut: bool, capitals: bool) -> bool:
    """Whether a mark sets a state off, so that it is no word of the title: not in "Isbadet, lukket", "Isbadet - åbent"."""
    several, begins = " " in state, state[:1].isupper()
    if mark == " ":
        return begins and (several or shut) and not capitals
    return several or begins or (shut and mark.strip() != ",")


def _says_shut(text: str, wording: Wording) -> bool | None:
    """Whether a text says that an item is closed and nothing else; None where it does not say whether it is."""
    word = " ".join(text.casefold().split())
    for state in ("closed", "open"):
        if word in map(str.casefold, wording.words(state)):
            return state == "closed"
    return True if " " in word and group_of(text, wording.language) == "closed" else None
