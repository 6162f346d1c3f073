"""The verdict of an item: each recommendation point beside what was decided on it, and how the two relate, in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from babel.lists import format_list
from markupsafe import Markup, escape

from generator.pages.badges import Badge, badge
from generator.pages.phrases import bodies, dated, fill, links, on_date
from generator.records.item import Decision, Item, Recommendation, RecommendationPoint, Vote
from generator.relation import PointRelation, can_be_compared, relation_of_all, relations
from generator.values.when import When
from generator.vocabulary import load_vocabulary
from generator.voice import Voice

SHORT_INTRO = 60  # characters of an introduction that reads as the beginning of each point's sentence
_VOTES = ("votes_for", "votes_against", "abstaining", "absent")


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision: its words, its outcome, and all else that is known of it, a sentence each; `anchor` may be empty."""

    anchor: str
    outcome: Badge
    text: Markup
    sentences: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class VerdictRow:
    """One recommendation point (`text` is empty for a decision that answers none) beside its decisions.

    `relation` is None where nothing was recommended; `reason` says in a sentence why it is what it is.
    """

    number: int
    anchor: str
    text: Markup
    asks: Badge | None
    decisions: tuple[DecisionView, ...]
    relation: Badge | None
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All rows, what stands before the recommendation's points, and how many points have which relation."""

    rows: tuple[VerdictRow, ...]
    intro: Markup
    by: Markup
    counts: tuple[tuple[Badge, int], ...]
    points: int


def verdict_of(item: Item, voice: Voice) -> Verdict:
    """Put what was decided on an item beside what was recommended."""
    rows = _paired(relations(item))
    shown: set[str] = set()
    views = tuple(_row(row, number, item, shown, voice) for number, row in enumerate(rows, 1))
    recommendation = item.recommendation
    relation_badges = [row.relation for row in views if row.relation]
    return Verdict(
        rows=views,
        intro=voice.text(recommendation.intro) if recommendation and not _leads_in(recommendation) else Markup(""),
        by=fill("item.recommended_by", voice, by=voice.link(recommendation.by))
        if recommendation and recommendation.by
        else Markup(""),
        counts=counted(relation_badges, voice),
        points=len(recommendation.points) if recommendation else 0,
    )


def relation_badge(item: Item, voice: Voice) -> Badge | None:
    """How an item as a whole relates to its recommendation; None where nothing was recommended or nothing was decided yet."""
    key = relation_of_all(relations(item))
    return badge("relation", key, voice) if key and item.decisions else None


def counted(found: list[Badge], voice: Voice) -> tuple[tuple[Badge, int], ...]:
    """How many there are of each relation, in the vocabulary's order."""
    every = [badge("relation", key, voice) for key in load_vocabulary("relation").terms]
    return tuple((one, found.count(one)) for one in every if one in found)


def answer_of(item: Item, voice: Voice) -> str:
    """What was decided, in one sentence that claims no more than the record does."""
    if item.closed:
        return voice.catalogue("item.answer.closed")
    came = list(dict.fromkeys(_came(decision, voice) for decision in item.decisions))
    if came:
        return voice.catalogue("item.answer.came", came=format_list(came, locale=voice.language))
    meeting = voice.library.meeting_of(item)
    ahead = meeting.state in ("planned", "moved", "cancelled")
    return voice.catalogue("item.answer.ahead" if ahead else "item.answer.nothing", body=bodies(meeting, voice))


def text_of_point(point: RecommendationPoint, recommendation: Recommendation | None, voice: Voice) -> Markup:
    """A recommendation point as the sentence that it is, with a short introduction before it."""
    lead = recommendation.intro if recommendation and recommendation.intro and _leads_in(recommendation) else ""
    return voice.text(f"{lead.strip()} {point.text}".strip())


def _leads_in(recommendation: Recommendation) -> bool:
    """Whether the introduction is the beginning of each point's sentence: it is short, or there is one point alone."""
    intro = (recommendation.intro or "").strip()
    return "\n" not in intro and (len(intro) <= SHORT_INTRO or len(recommendation.points) == 1)


def _paired(rows: tuple[PointRelation, ...]) -> tuple[PointRelation, ...]:
    """One point that no decision answers, beside the decisions that answer none: what was asked, and what there is."""
    points = [row for row in rows if row.point is not None]
    if len(points) == 1 and not points[0].decisions:
        found = tuple(decision for row in rows for decision in row.decisions)
        return (PointRelation(points[0].point, found, points[0].relation),)
    return rows


def _row(row: PointRelation, number: int, item: Item, shown: set[str], voice: Voice) -> VerdictRow:
    point = row.point
    decisions = tuple(_decision(decision, item, shown, voice) for decision in row.decisions)
    if point is None:
        return VerdictRow(0, "", Markup(""), None, decisions, None, "", "")
    return VerdictRow(
        number=number,
        anchor=item.anchor_of(point),
        text=text_of_point(point, item.recommendation, voice),
        asks=badge("asks", point.asks, voice),
        decisions=decisions,
        relation=badge("relation", row.relation, voice),
        key=row.relation,
        reason=_reason(row, item, voice),
    )


def _reason(row: PointRelation, item: Item, voice: Voice) -> str:
    """Why a point's relation is what it is: what was asked, and what the minutes say."""
    point = row.point
    assert point is not None  # noqa: S101  # rows without a point have no relation
    asked = voice.catalogue(f"item.asked.{point.asks}", body=bodies(voice.library.meeting_of(item), voice))
    came = list(dict.fromkeys(_came(decision, voice) for decision in row.decisions))
    if not came:
        return voice.catalogue("item.reason.no_answer", asked=asked)
    words = format_list(came, locale=voice.language)
    answered = any(point.key in decision.answers for decision in row.decisions)
    if row.relation == "cannot_be_settled":
        key = "unclear" if not answered else "no_outcome" if can_be_compared(point) else "not_comparable"
        return voice.catalogue(f"item.reason.{key}", asked=asked, came=words)
    return voice.catalogue(f"item.reason.{row.relation}", asked=asked, came=words)


def _came(decision: Decision, voice: Voice) -> str:
    return voice.catalogue(f"item.came.{decision.outcome}")


def _decision(decision: Decision, item: Item, shown: set[str], voice: Voice) -> DecisionView:
    anchor = item.anchor_of(decision)
    if anchor in shown:
        anchor = ""
    shown.add(anchor)
    sentences = tuple(_sentences(decision, voice))
    return DecisionView(anchor, badge("outcome", decision.outcome, voice), voice.text(decision.text), sentences)


def _sentences(decision: Decision, voice: Voice) -> Iterator[Markup]:
    """All that is known of a decision beside its words and outcome, a sentence each."""
    for vocabulary, key in (("mode", decision.mode), ("force", decision.force)):
        if key != "not_stated":
            yield fill(f"item.{vocabulary}", voice, word=voice.word(vocabulary, key), meaning=voice.meaning(vocabulary, key))
    if decision.change:
        yield fill("item.change", voice, change=voice.inline(decision.change))
    yield from _onward(decision, voice)
    if decision.reserved:
        yield fill("item.reserved", voice, parties=links(decision.reserved, voice))
    yield from (_vote(vote, voice) for vote in decision.votes)
    if decision.note:
        yield voice.inline(decision.note)


def _onward(decision: Decision, voice: Voice) -> Iterator[Markup]:
    """When and where a matter goes on, by when, from when, and what the decision replaces."""
    until, meeting = decision.postponed_until, decision.postponed_to
    if isinstance(until, When) and meeting:
        yield fill("item.postponed_both", voice, date=on_date(until, voice), meeting=voice.link(meeting))
    elif meeting:
        yield fill("item.postponed_to", voice, meeting=voice.link(meeting))
    elif until:
        yield dated("item.postponed_until", until, voice)
    for name in ("deadline", "in_force"):
        if moment := getattr(decision, name):
            yield dated(f"item.{name}", moment, voice)
    places = (("party", "referred_to"), ("item", "replaces"))
    for blank, name in places:
        if pointer := getattr(decision, name):
            yield fill(f"item.{name}", voice, **{blank: voice.link(pointer)})


def _vote(vote: Vote, voice: Voice) -> Markup:
    """A vote, or one group's part of it: only what the record has a number for."""
    counted = [voice.catalogue(f"item.vote.{name}", count=held) for name in _VOTES if (held := getattr(vote, name)) is not None]
    parts = [Markup("{}: ").format(vote.party or voice.catalogue("item.vote.all"))]
    if counted:
        parts.append(escape(f"{', '.join(counted)}. "))
    parts.append(voice.inline(vote.statement))
    return Markup("").join(parts)
