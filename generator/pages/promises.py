"""Where a promise stands as of the build date: from its due date and what sources said of it later."""

from __future__ import annotations

from datetime import date, timedelta

from generator.records.follow_up import Entry, FollowUp
from generator.values.unknown import read_unknown
from generator.values.when import When
from generator.voice import Voice

SOON = timedelta(days=90)  # so near a due date is worth a reminder

# In the order in which readers need them.
STATES = ("unanswered", "soon", "awaiting", "ahead", "undated", "done", "given_up")
DATED = frozenset({"unanswered", "soon", "ahead"})  # states that follow from a due date
_ENDED = {"done": "done", "given_up": "given_up", "replaced": "given_up"}


def last_word(promise: FollowUp) -> Entry | None:
    """What sources said last: the entry of the latest date; those without a date count as earlier, in file order."""
    if not promise.entries:
        return None
    return max(promise.entries, key=lambda entry: (_day_of(entry), promise.entries.index(entry)))


def _day_of(entry: Entry) -> date:
    return entry.date.last or date.max if isinstance(entry.date, When) else date.min


def is_settled(promise: FollowUp) -> bool:
    """Whether a source says that nothing is awaited any more."""
    last = last_word(promise)
    return last is not None and last.status in _ENDED


def due_day(promise: FollowUp) -> date | None:
    """The last day on which the promise is kept in time; None where no such day is stated."""
    return promise.due.last if isinstance(promise.due, When) else None


def state_of(promise: FollowUp, today: date) -> str:
    """One of STATES. An entry that says "not stated" says nothing, so that the due date decides as without one."""
    last = last_word(promise)
    if last is not None and last.status in _ENDED:
        return _ENDED[last.status]
    if last is not None and last.status != "not_stated":
        return "awaiting"
    due = due_day(promise)
    if due is None:
        return "undated"
    if due < today:
        return "unanswered"
    return "soon" if due - today <= SOON else "ahead"


def responsible_words(promise: FollowUp, voice: Voice) -> str:
    """The source's words for who is responsible; none where they only say that it is not stated."""
    words = promise.responsible_text or ""
    return "" if read_unknown(words.casefold(), (voice.config.language, voice.language)) else words


def order_of(promise: FollowUp, today: date) -> tuple[int, int, str]:
    """A key that puts promises in groups, and in each the nearest due date first: yesterday's before last year's."""
    due = due_day(promise)
    distance = abs((due - today).days) if due else 10**7
    return STATES.index(state_of(promise, today)), distance, promise.title
