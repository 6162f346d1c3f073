"""The divisions of costs of one agreement or initiative, each beside the version that it replaces."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.pages.money import CostShareExtra, cost_share_extra
from generator.pages.versions import Comparison, comparison_with_earlier
from generator.records.cost_share import CostShare
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class CostView:
    """A division: its table, the version before beside it, and whether a later one shows it beside itself already."""

    record: CostShare
    table: CostShareExtra
    comparison: Comparison | None
    is_compared: bool


def cost_views(shares: Iterable[CostShare], voice: Voice) -> tuple[CostView, ...]:
    """Divisions in the order of their versions: what another replaces comes before it."""
    waiting, ordered = list(shares), list[CostShare]()
    while waiting:
        names = {one.pointer for one in waiting}
        ready = [one for one in waiting if one.replaces not in names] or waiting  # a ring is taken as it stands
        ordered += ready
        waiting = [one for one in waiting if one not in ready]
    replaced = {one.replaces for one in ordered}
    return tuple(
        CostView(one, cost_share_extra(one, voice), comparison_with_earlier(one, voice.library), one.pointer in replaced)
        for one in ordered
    )
