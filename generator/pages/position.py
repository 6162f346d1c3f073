"""What a position's page shows: every addressed municipality with its stand, or that none is stated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.stands import NOT_STATED, concerns_municipalities, newest_stands, stand_map
from generator.pages.tiles import TileMap, municipalities_shown
from generator.records.position import Position, Stand
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class PartyLine:
    """Parties with the same stands in the same words, and the stands of each, the newest last."""

    parties: tuple[Pointer, ...]
    stands: tuple[tuple[Stand, ...], ...]

    @property
    def told(self) -> tuple[Stand, ...]:
        """What is said of each of them."""
        return self.stands[0]


@dataclass(frozen=True, slots=True)
class StandGroup:
    """The parties whose newest stand is the same: its key, and each party with all of its stands."""

    stand: str
    lines: tuple[PartyLine, ...]

    @property
    def count(self) -> int:
        """How many parties there are."""
        return sum(len(line.parties) for line in self.lines)


@dataclass(frozen=True, slots=True)
class PositionExtra:
    """The parties by where they stand now; those for whom no source states a stand come last, by name alone."""

    groups: tuple[StandGroup, ...]
    silent: tuple[Pointer, ...]
    map: TileMap | None


# In the order in which readers ask: who is in, who is not, who hesitates.
_ORDER = ("agreed", "not_agreed", "reservation", "awaiting", "not_concerned", NOT_STATED)


def position_extra(position: Position, voice: Voice) -> PositionExtra:
    """Put the stands beside the parties."""
    newest = newest_stands(position)
    parties = dict.fromkeys((*position.addressed, *(stand.party for stand in position.stands)))
    by_stand: dict[str, dict[object, list[tuple[Stand, ...]]]] = {}
    for party in parties:
        if party in newest:
            own = tuple(stand for stand in position.stands if stand.party == party)
            said = tuple((one.stand, one.date, one.text, one.where, one.place) for one in own)
            by_stand.setdefault(newest[party].stand, {}).setdefault(said, []).append(own)
    return PositionExtra(
        tuple(StandGroup(key, tuple(map(_line, by_stand[key].values()))) for key in _ORDER if key in by_stand),
        tuple(party for party in parties if party not in newest),
        stand_map(position, voice) if concerns_municipalities(position) else None,
    )


def _line(alike: list[tuple[Stand, ...]]) -> PartyLine:
    return PartyLine(tuple(stands[0].party for stands in alike), tuple(alike))


def position_reads(position: Position, library: Library) -> Iterable[Pointer]:
    """The municipalities of the map."""
    return municipalities_shown(library) if concerns_municipalities(position) else ()
