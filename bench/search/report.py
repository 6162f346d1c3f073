"""Report: the scores and costs of each search to one table for people, and to one value for machines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from bench.search.queries import NO_ANSWER, Query
from bench.search.scores import Score, average, score, share_empty
from bench.search.site import Answer, record_of
from bench.search.visits import Cost

NAMES = {"protokol": "this search", "pagefind": "plain Pagefind"}
ALL = "all"


@dataclass(frozen=True, slots=True)
class Result:
    """What was measured of one search: its scores by class and over all, and what its answers cost a visitor."""

    scores: Mapping[str, Score]
    empty: float  # the share of the no-answer queries that it leaves empty
    failed: list[str]  # the queries that it leaves empty although something answers them
    costs: Mapping[str, Cost]


def judge(queries: Sequence[Query], answers: Sequence[Answer], costs: Mapping[str, Cost]) -> Result:
    """The answers of one search, in the order of the queries, to its result."""
    by_kind: dict[str, list[Score]] = {}
    for query, answer in zip(queries, answers, strict=True):
        if query.kind != NO_ANSWER:
            found = [record_of(address) for address in answer.addresses]
            by_kind.setdefault(query.kind, []).append(score(found, query.grades))
    scores = {kind: average(some) for kind, some in by_kind.items()}
    scores[ALL] = average([one for some in by_kind.values() for one in some])
    pairs = list(zip(queries, answers, strict=True))
    empty = share_empty([answer.addresses for query, answer in pairs if query.kind == NO_ANSWER])
    failed = [query.text for query, answer in pairs if query.grades and not answer.addresses]
    return Result(scores, empty, failed, costs)


def table(queries: Sequence[Query], results: Mapping[str, Result]) -> Iterator[str]:
    """The lines for people: a class each, all searches side by side."""
    counts = {kind: sum(query.kind == kind for query in queries) for kind in dict.fromkeys(query.kind for query in queries)}
    nothing = counts.pop(NO_ANSWER)
    yield f"{'':26}{'':>5}" + "".join(f"  {NAMES[search]:^29}" for search in results)
    yield f"{'class':26}{'n':>5}" + f"  {'nDCG@10':>8}{'MRR':>6}{'best<4':>7}{'found':>7} " * len(results)
    for kind, count in [*counts.items(), (ALL, sum(counts.values()))]:
        yield f"{kind:26}{count:5}" + "".join(_figures(result.scores[kind]) for result in results.values())
    yield f"{'no answer: stays empty':26}{nothing:5}" + "".join(f"  {result.empty:8.0%}{'':21}" for result in results.values())
    yield f"{'answerable, but empty':31}" + "".join(f"  {len(result.failed):8}{'':21}" for result in results.values())
    for line in results[next(iter(results))].costs:
        yield ""
        yield from cost_lines(line, [result.costs[line] for result in results.values()])


def value(results: Mapping[str, Result], queries: Sequence[Query], answers: Mapping[str, Sequence[Answer]]) -> object:
    """All that was measured, query by query too, as JSON can hold it."""
    rows = [
        {
            "class": query.kind,
            "number": query.number,
            "query": query.text,
            **{
                search: asdict(some[place])
                | ({"ndcg": score(some[place].addresses, query.grades).ndcg} if query.grades else {})
                for search, some in answers.items()
            },
        }
        for place, query in enumerate(queries)
    ]
    return {"results": {search: asdict(result) for search, result in results.items()}, "queries": rows}


def _figures(one: Score) -> str:
    return f"  {one.ndcg:8.3f}{one.mrr:6.2f}{one.first:7.0%}{one.answered:7.0%} "


def cost_lines(line: str, costs: Sequence[Cost]) -> Iterator[str]:
    """The lines for people of what visits cost on one line, all searches side by side."""
    rows = (
        ("first search, KB", [f"{cost.first_bytes / 1000:.0f} (most {cost.most_first_bytes / 1000:.0f})" for cost in costs]),
        ("first search, requests", [f"{cost.first_requests:.0f}" for cost in costs]),
        ("first search, ms", [f"{cost.first_seconds * 1000:.0f}" for cost in costs]),
        ("later ones, KB", [f"{cost.later_bytes / 1000:.1f} (most {cost.most_later_bytes / 1000:.0f})" for cost in costs]),
        ("later ones, ms", [f"{cost.later_seconds * 1000:.0f}" for cost in costs]),
    )
    for name, figures in rows:
        yield f"{line + ': ' + name:40}" + "".join(f"{figure:>22}" for figure in figures)
