"""What an agenda item's page shows beyond its fields: the verdict, its meeting and its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Entry, entry
from generator.records.case import Case
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.relation import PointRelation, relations
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class ItemExtra:
    """The meeting, each recommendation point beside its decisions, the case's other handlings, the neighbours."""

    meeting: Meeting
    verdict: tuple[PointRelation, ...]
    relation: str
    case: Case | None
    previous: Entry | None
    next: Entry | None


# The relation of a whole item is the first of these that any of its points has.
_BY_WEIGHT = ("departed", "pending", "cannot_be_settled", "followed_with_change", "followed")


def item_extra(item: Item, voice: Voice) -> ItemExtra:
    """Look up what stands around an item."""
    meeting = voice.library.meeting_of(item)
    siblings = voice.library.items_of(meeting)
    index = siblings.index(item)
    verdict = relations(item)
    found = {row.relation for row in verdict if row.point is not None}
    case = voice.library.get(item.case) if item.case else None
    return ItemExtra(
        meeting=meeting,
        verdict=verdict,
        relation=next((relation for relation in _BY_WEIGHT if relation in found), ""),
        case=case if isinstance(case, Case) else None,
        previous=entry(siblings[index - 1], voice) if index else None,
        next=entry(siblings[index + 1], voice) if index + 1 < len(siblings) else None,
    )
