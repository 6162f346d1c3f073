"""What a follow-up's page shows: the promise, by whom and to whom, when it is due, and what was said of it since."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.pages.board import Promise, promise_line
from generator.pages.parts import Entry, entry
from generator.pages.promises import due_day
from generator.records.follow_up import FollowUp
from generator.values.when import When
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One dated step: `kind` is promised, due, said or today; `state` is filled, outlined or dashed in the drawing."""

    kind: str
    state: str
    date: Markup
    text: Markup
    status: str = ""
    anchor: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpExtra:
    """`distance` is how far the due date is from the build date: a unit (days, months, years) and how many, or None."""

    line: Promise
    responsible: tuple[Markup, ...]
    owed_to: tuple[Markup, ...]
    history: tuple[HistoryStep, ...]
    evidence: tuple[Entry, ...]
    distance: tuple[str, int] | None


def follow_up_extra(promise: FollowUp, voice: Voice) -> FollowUpExtra:
    """Look up what belongs to a promise."""
    due = due_day(promise)
    return FollowUpExtra(
        line=promise_line(promise, voice),
        responsible=tuple(voice.link(one) for one in promise.responsible),
        owed_to=tuple(voice.link(one) for one in promise.owed_to),
        history=_history(promise, voice),
        evidence=tuple(entry(voice.library.get(one), voice) for one in promise.evidence),
        distance=_distance(abs((voice.build_date - due).days)) if due else None,
    )


def _distance(days: int) -> tuple[str, int]:
    """Days in the unit in which people count so many: whole years from two on, whole months from two on."""
    if days >= 730:
        return "years", int(days / 365.25)
    return ("months", int(days / 30.44)) if days >= 61 else ("days", days)


def _history(promise: FollowUp, voice: Voice) -> tuple[HistoryStep, ...]:
    """The promise, then what sources said and the due date in the order of time, what has no date last."""
    line = promise_line(promise, voice)
    steps: list[tuple[tuple[int, int], HistoryStep]] = []
    for number, said in enumerate(promise.entries):
        day = said.date.last if isinstance(said.date, When) else None
        step = HistoryStep(
            "said",
            "done",
            voice.dated(said.date),
            voice.text(said.text),
            said.status,
            promise.anchor_of(said),
            said.source,
        )
        steps.append(((day.toordinal() if day else 10**7, number), step))
    due = due_day(promise)
    if due is not None and line.due is not None:
        state = "planned" if due >= voice.build_date else "unknown" if not promise.entries else "done"
        steps.append(((due.toordinal(), -1), HistoryStep("due", state, line.due, Markup(""))))
    first = HistoryStep("promised", "done", escape(line.promised_on), line.promised_in)
    return (first, *(step for _, step in sorted(steps, key=lambda one: one[0])))
