"""What an agreement's page shows beyond its fields: whether it is in force, its period, goals, sums, duties, changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.lists import format_list

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.agreement_parts import (
    Chapter,
    Duty,
    SumView,
    VersionView,
    chapters_of,
    duties_of,
    sum_view,
    version_view,
)
from generator.pages.cost_views import CostView, cost_views
from generator.pages.money import cost_share_reads
from generator.pages.parts import Crumb, Entry, entry
from generator.pages.period import PeriodBar, period_bar
from generator.pages.promised import Promises, promised_among
from generator.records import Record
from generator.records.agreement import Agreement, Earmark
from generator.records.cost_share import CostShare
from generator.values.when import When
from generator.voice import Voice

# The fields that the page's template shows in its own way.
SHOWN_BY_AGREEMENT = frozenset(
    {"kind", "state", "parties", "concluded", "start", "end", "duration", "notice", "renewal", "sums", "earmarks",
     "clauses", "goals", "reporting", "versions", "documents"}
)  # fmt: skip
NAMED = 3  # parties that the first sentence names where there are more than one above that
MANY_PARTIES = 8  # from here on the parties are folded
LONG_TEXT = 900  # words of an agreement's text, from which on its chapters are folded


@dataclass(frozen=True, slots=True)
class AgreementExtra:
    """`state` is a key of interface.agreement_state; `period` a key of agreement.period_is; the rest is named as it is."""

    state: str
    period: str
    between: str
    start: str
    end: str
    are_many: bool
    bar: PeriodBar | None
    duties: tuple[Duty, ...]
    chapters: tuple[Chapter, ...]
    is_long: bool
    sums: tuple[SumView, ...]
    earmarks: tuple[Earmark, ...]
    versions: tuple[VersionView, ...]
    measured: int
    goal_words: dict[str, int]
    cost_shares: tuple[CostView, ...]
    promises: Promises | None
    documents: tuple[Entry, ...]
    below: tuple[Entry, ...]
    contents: tuple[Crumb, ...]


def agreement_extra(agreement: Agreement, voice: Voice) -> AgreementExtra:
    """Look up what belongs to an agreement, and see it from the build date."""
    naming = voice.library.backlinks(agreement.pointer)
    chapters = chapters_of(agreement.clauses)
    sums = tuple(sum_view(one, agreement.earmarks) for one in agreement.sums)
    placed = {share.key for one in sums for share in (*(found.earmark for found in one.shares), *one.others)}
    documents = (voice.library.get(pointer) for pointer in agreement.documents)
    return AgreementExtra(
        state=state_on_build_date(agreement, voice),
        period=_period(agreement, voice),
        between=_between(agreement, voice),
        start=voice.span(agreement.start)
        if isinstance(agreement.start, When)
        else voice.catalogue("agreement.not_known_start"),
        end=voice.span(agreement.end) if isinstance(agreement.end, When) else "",
        are_many=len(agreement.parties) >= MANY_PARTIES,
        bar=period_bar(agreement.start, agreement.end, [one.due for one in agreement.reporting], voice.build_date),
        duties=tuple(duties_of(agreement.reporting, voice)),
        chapters=chapters,
        is_long=sum(one.words for one in chapters) > LONG_TEXT,
        sums=sums,
        earmarks=tuple(one for one in agreement.earmarks if one.key not in placed),
        versions=tuple(version_view(one, voice) for one in agreement.versions),
        measured=sum(any(one.measurements for one in goal.indicators) for goal in agreement.goals),
        goal_words={goal.key: _length(goal.goal, goal.method, goal.reason, goal.reporting) for goal in agreement.goals},
        cost_shares=cost_views(
            (one for one in naming if isinstance(one, CostShare) and one.concerns == agreement.pointer), voice
        ),
        promises=promised_among(naming, voice),
        documents=tuple(entry(one, voice) for one in documents if one.status != "withdrawn"),
        below=tuple(entry(one, voice) for one in naming if isinstance(one, Agreement) and one.parent == agreement.pointer),
        contents=tuple(_contents(agreement, naming, voice)),
    )


def _length(*texts: str | None) -> int:
    """How many words some texts have together."""
    return sum(len(text.split()) for text in texts if text)


def _between(agreement: Agreement, voice: Voice) -> str:
    """The parties in a sentence; of many, the first three by name."""
    words = voice.catalogue
    names = [voice.name(voice.library.get(one.party)) for one in agreement.parties]
    if len(names) > NAMED + 1:
        names = [*names[:NAMED], words("agreement.and_more", count=len(names) - NAMED)]
    return format_list(names, locale=voice.language)


def _contents(agreement: Agreement, naming: Sequence[Record], voice: Voice) -> Iterator[Crumb]:
    """The sections of the page, in their order."""
    words, types = voice.catalogue, {one.type_name for one in naming}
    here = (
        (True, "agreement.period", "agreement.anchors.period"),
        (True, "agreement.parties", "agreement.anchors.parties"),
        (agreement.goals, "fields.agreement.goals.label", "interface.anchors.goals"),
        (agreement.sums or agreement.earmarks, "agreement.sums", "agreement.anchors.sums"),
        ("cost_share" in types, "agreement.shares", "agreement.anchors.shares"),
        (agreement.reporting, "agreement.duties", "agreement.anchors.duties"),
        ("follow_up" in types, "story.promises", "agreement.anchors.promises"),
        (agreement.versions, "fields.agreement.versions.label", "interface.anchors.versions"),
        (agreement.clauses, "fields.agreement.clauses.label", "interface.anchors.clauses"),
        (agreement.documents, "agreement.documents", "agreement.anchors.documents"),
    )
    yield from (Crumb(words(title), f"#{words(anchor)}") for shown, title, anchor in here if shown)


def state_on_build_date(agreement: Agreement, voice: Voice) -> str:
    """Draft, ahead, in force, over, terminated, replaced, or not stated: from the record's state and dates."""
    if agreement.state != "concluded":
        return agreement.state
    start = agreement.start if isinstance(agreement.start, When) else None
    end = agreement.end if isinstance(agreement.end, When) else None
    if start and start.first and start.first > voice.build_date:
        return "ahead"
    if end and end.last:
        return "over" if end.last < voice.build_date else "in_force"
    return "unknown"


def _period(agreement: Agreement, voice: Voice) -> str:
    """What the dates alone say of the period, whether or not the parties agreed: over, running, ahead, open or unknown."""
    start = agreement.start if isinstance(agreement.start, When) else None
    end = agreement.end if isinstance(agreement.end, When) else None
    if end and end.last and end.last < voice.build_date:
        return "over"
    if start and start.first and start.first > voice.build_date:
        return "ahead"
    if end and end.last:
        return "running"
    return "open" if start else "unknown"


def agreement_reads(agreement: Agreement, library: Library) -> Iterator[Pointer]:
    """What the page reads of records that neither name the agreement nor are named by it."""
    for one in library.backlinks(agreement.pointer):
        if isinstance(one, CostShare):
            yield from cost_share_reads(one, library)
        if one.type_name in ("follow_up", "cost_share"):
            yield from library.named_by[one.pointer]
            yield from library.pointing_to.get(one.pointer, ())
