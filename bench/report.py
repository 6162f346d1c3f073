"""Report: the costs and sizes of all rounds to lines for people: medians, ratios pair by pair with their spread."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median

from bench.builds import AGAIN, CHANGED, CHECK, COLD, PEER, SEARCH, Size
from bench.measure import Cost

_NAMES = {
    COLD: "Protokol, first build, no search index",
    PEER: "Hugo, first build",
    AGAIN: "Protokol, second build, nothing changed",
    CHANGED: "Protokol, third build, one item changed",
    SEARCH: "Protokol, first build with search index",
    CHECK: "Protokol, check",
}
_MEASURES: tuple[tuple[str, Callable[[Cost], float]], ...] = (
    ("wall", lambda cost: cost.wall),
    ("processor", lambda cost: cost.processor),
    ("memory", lambda cost: cost.memory),
)
# Two sites are the same work where they differ by no more than this.
_PAGES_APART, _BYTES_APART = 0.05, 0.20

Rounds = Sequence[Mapping[str, Cost]]


def figures(rounds: Rounds) -> Iterator[str]:
    """The medians of each kind of build."""
    yield f"{'':42}{'wall s':>9}{'processor s':>13}{'memory MB':>11}"
    for kind in (kind for kind in _NAMES if kind in rounds[0]):
        wall, processor, memory = (median(of(costs[kind]) for costs in rounds) for _, of in _MEASURES)
        yield f"{_NAMES[kind]:42}{wall:9.2f}{processor:13.2f}{memory:11.0f}"


def ratios(rounds: Rounds) -> Iterator[str]:
    """Each ratio that has a goal: the median over the rounds, the least and the most, and the goal."""
    yield f"{'ratio, pair by pair':42}{'':11}{'median':>8}{'least':>8}{'most':>8}{'goal':>8}"
    pairs = [(AGAIN, COLD, 0.1), (CHANGED, COLD, 0.2)]
    if PEER in rounds[0]:
        yield from _ratio(rounds, COLD, PEER, 1.0, _MEASURES)
    for kind, base, goal in pairs:
        yield from _ratio(rounds, kind, base, goal, _MEASURES[:2])


def _ratio(
    rounds: Rounds, kind: str, base: str, goal: float, measures: Sequence[tuple[str, Callable[[Cost], float]]]
) -> Iterator[str]:
    name = f"{'Protokol' if base == PEER else kind} / {'Hugo' if base == PEER else 'first build'}"
    for what, of in measures:
        found = [of(costs[kind]) / of(costs[base]) for costs in rounds]
        yield f"{name:42}{what:11}{median(found):8.2f}{min(found):8.2f}{max(found):8.2f}{goal:8.2f}"


def sizes_of(sizes: Mapping[str, Size]) -> Iterator[str]:
    """How large the built sites are."""
    for kind, name in ((COLD, "Protokol's pages"), (PEER, "Hugo's pages"), (SEARCH, "search index, files")):
        if kind in sizes:
            yield f"{name:42}{sizes[kind].pages:9,}{sizes[kind].bytes / 1e6:13.1f} MB"


def incomparable(sizes: Mapping[str, Size]) -> str:
    """Why the two sites are not the same work, or nothing where they are."""
    if PEER not in sizes:
        return ""
    ours, peer = sizes[COLD], sizes[PEER]
    pages, size = abs(ours.pages / peer.pages - 1), abs(ours.bytes / peer.bytes - 1)
    if pages <= _PAGES_APART and size <= _BYTES_APART:
        return ""
    return f"not the same work: the pages differ by {pages:.1%} (at most 5 %), their bytes by {size:.1%} (at most 20 %)"
