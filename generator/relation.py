"""How a decision relates to what was recommended: followed, followed with a change, departed from, ..."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.records.item import Decision, Item, RecommendationPoint
from generator.vocabulary import load_vocabulary

# Which outcomes do what a recommendation point asks for.
_FULFILS: dict[str, frozenset[str]] = {
    "approve": frozenset({"approved", "decided", "agreed"}),
    "note": frozenset({"noted", "informed"}),
    "discuss": frozenset({"discussed", "support", "decided", "agreed", "recommended", "approved", "sent_to_consultation"}),
    "recommend": frozenset({"recommended", "approved", "decided"}),
    "appoint": frozenset({"appointed", "elected", "approved"}),
    "decide": frozenset({"decided", "approved", "agreed"}),
}
_WITH_CHANGE = "approved_with_changes"
# The relation of a whole item is the first of these that any of its points has.
_BY_WEIGHT = ("departed", "pending", "cannot_be_settled", "followed_with_change", "followed")


@dataclass(frozen=True, slots=True)
class PointRelation:
    """One recommendation point (None: a decision that answers none), its decisions, and their relation."""

    point: RecommendationPoint | None
    decisions: tuple[Decision, ...]
    relation: str


def relations(item: Item) -> tuple[PointRelation, ...]:
    """Each recommendation point beside the decisions that answer it, then the decisions that answer none.

    `relation` is a key of the vocabulary `relation`.
    """
    points = item.recommendation.points if item.recommendation else ()
    rows = []
    for point in points:
        answering = tuple(decision for decision in item.decisions if point.key in decision.answers)
        rows.append(PointRelation(point, answering, _relation(point, answering)))
    for decision in item.decisions:
        if not decision.answers:
            rows.append(PointRelation(None, (decision,), "cannot_be_settled"))
    return tuple(rows)


def relation_of_all(rows: Iterable[PointRelation]) -> str:
    """The relation of a whole item: the heaviest of its points', empty where nothing was recommended."""
    found = {row.relation for row in rows if row.point is not None}
    return next((relation for relation in _BY_WEIGHT if relation in found), "")


def can_be_compared(point: RecommendationPoint) -> bool:
    """Whether what a point asks for is such that an outcome can do it."""
    return point.asks in _FULFILS


def _relation(point: RecommendationPoint, decisions: tuple[Decision, ...]) -> str:
    outcomes = {decision.outcome for decision in decisions}
    groups = {load_vocabulary("outcome").terms[outcome].group for outcome in outcomes}
    if not outcomes or not can_be_compared(point) or groups == {"unknown"}:
        return "cannot_be_settled"
    changed = _WITH_CHANGE in outcomes or any(decision.change for decision in decisions)
    if outcomes & (_FULFILS[point.asks] | {_WITH_CHANGE}):
        return "followed_with_change" if changed else "followed"
    return "pending" if "pending" in groups else "departed"
