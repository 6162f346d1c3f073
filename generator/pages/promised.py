"""What came of the promises of one agreement or initiative, as of the build date, grouped by what is known of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.listing import PAGE_LENGTH
from generator.pages.parts import Entry, entry
from generator.pages.promises import STATES, last_word, order_of, state_of
from generator.records import Record
from generator.records.follow_up import Entry as LaterWord
from generator.records.follow_up import FollowUp
from generator.voice import Voice

_ANSWERED = frozenset({"done", "given_up", "awaiting"})  # states that some source says


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise with the last that a source says of it."""

    follow_up: FollowUp
    line: Entry
    last: LaterWord | None


@dataclass(frozen=True, slots=True)
class Kept:
    """The promises of one state (a word of `promises.STATES`): those that are shown, and how many there are."""

    state: str
    shown: tuple[Promise, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Promises:
    """Promises by state, states without any left out; of `answered` a source says more."""

    groups: tuple[Kept, ...]
    total: int
    answered: int


def promised_among(records: Iterable[Record], voice: Voice) -> Promises | None:
    """The follow-ups among some records; None where there is none."""
    today = voice.build_date
    found = sorted((one for one in records if isinstance(one, FollowUp)), key=lambda one: order_of(one, today))
    if not found:
        return None
    by_state: dict[str, list[Promise]] = {state: [] for state in STATES}
    for one in found:
        by_state[state_of(one, today)].append(Promise(one, entry(one, voice), last_word(one)))
    groups = tuple(Kept(state, tuple(members[:PAGE_LENGTH]), len(members)) for state, members in by_state.items() if members)
    return Promises(groups, len(found), sum(one.total for one in groups if one.state in _ANSWERED))
