"""Where municipalities stand: the newest stand of each on a matter, and its mark on the tile map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from generator.declaration import Pointer
from generator.pages.tiles import Mark, TileMap, tile_map
from generator.records.municipality import Municipality
from generator.records.position import Position, Stand
from generator.values.when import When
from generator.voice import Voice

NOT_STATED = "not_stated"
OUTSIDE = frozenset({"not_agreed", "reservation"})  # what a municipality's page counts as outside or with reservation


def newest_stands(position: Position) -> Mapping[Pointer, Stand]:
    """The newest stand of each party; of two on one day, or without a day, the one that the record has last."""
    return {stand.party: stand for stand in in_time(position.stands)}


def first_alike(stands: Iterable[Stand]) -> Stand:
    """The stand of one party since when it has stood as it does: the first of those that agree with its newest unbroken."""
    ordered = in_time(stands)
    first = ordered[-1]
    for stand in reversed(ordered):
        if stand.stand != first.stand:
            break
        first = stand
    return first


def stands_since(position: Position) -> Mapping[Pointer, Stand]:
    """Each party's stand of today with the day and the place since when it has it."""
    by_party: dict[Pointer, list[Stand]] = {}
    for stand in position.stands:
        by_party.setdefault(stand.party, []).append(stand)
    return {party: first_alike(stands) for party, stands in by_party.items()}


def in_time(stands: Iterable[Stand]) -> list[Stand]:
    """Stands in the order of time; those of one day, or without a day, as the record has them."""
    return sorted(stands, key=_day)


def _day(stand: Stand) -> date:
    return stand.date.first or date.min if isinstance(stand.date, When) else date.min


def concerns_municipalities(position: Position) -> bool:
    """Whether any municipality was addressed or has a stand."""
    return bool(position.addressed) or any(stand.party.type == "municipality" for stand in position.stands)


def stand_map(position: Position, voice: Voice) -> TileMap:
    """The tile map as participation: filled, crossed, dashed; who was not addressed and has no stand is left pale."""
    newest = newest_stands(position)

    def mark(one: Municipality) -> Mark:
        stand = newest.get(one.pointer)
        key = stand.stand if stand else NOT_STATED if one.pointer in position.addressed else "not_addressed"
        word = voice.catalogue(f"tiles.stand.{key}")
        spoken = voice.catalogue("tiles.not_addressed") if key == "not_addressed" else voice.word("stand", key)
        return Mark(f"stand-{key.replace('_', '-')}", word, spoken)

    return tile_map(voice, voice.name(position), mark)
