"""Scores: the pages that a search found and the grades of the judge to nDCG, MRR and the shares that have goals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import mean

DEPTH = 10  # results that a visitor sees at once; what comes later scores nothing
AT_ONCE = 4  # results that the search page shows before the others
FIRST = 3  # where the best page should be among
ANSWERS = 2  # the least grade of a page that answers by itself


@dataclass(frozen=True, slots=True)
class Score:
    """How well the answers to one query, or to several on average, are."""

    ndcg: float
    mrr: float
    first: float
    answered: float


def score(found: Sequence[str], grades: Mapping[str, int]) -> Score:
    """Score the addresses found for a query that something answers, the best first.

    A page that comes again keeps its place in the list and gains nothing there.
    """
    seen = [grades.get(address, 0) if address not in found[:place] else 0 for place, address in enumerate(found[:DEPTH])]
    best = max(grades.values())
    ideal = discounted(sorted(grades.values(), reverse=True)[:DEPTH])
    return Score(
        ndcg=discounted(seen) / ideal,
        mrr=next((1 / place for place, grade in enumerate(seen, 1) if grade >= min(ANSWERS, best)), 0.0),
        first=float(best in seen[:FIRST]),
        answered=float(any(seen)),
    )


def discounted(grades: Sequence[int]) -> float:
    """The gain of a list of grades, each less the further down it stands."""
    return sum((2**grade - 1) / log2(place + 1) for place, grade in enumerate(grades, 1))


def average(scores: Sequence[Score]) -> Score:
    """The mean of each figure; every query counts the same."""
    return Score(
        ndcg=mean(one.ndcg for one in scores),
        mrr=mean(one.mrr for one in scores),
        first=mean(one.first for one in scores),
        answered=mean(one.answered for one in scores),
    )


def share_empty(answers: Sequence[Sequence[str]]) -> float:
    """The share of answers without any result; right where nothing on the site answers."""
    return mean(not found for found in answers)
