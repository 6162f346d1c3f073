"""What a position's page shows: every addressed municipality with its stand, or that none is stated."""

from __future__ import annotations

from dataclasses import dataclass

from generator.declaration import Pointer
from generator.records.position import Position, Stand
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class PartyLine:
    """A party and its stands, the newest last; an empty list means that no source states one."""

    party: Pointer
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class PositionExtra:
    """Every party that was addressed or has a stand."""

    lines: tuple[PartyLine, ...]


def position_extra(position: Position, voice: Voice) -> PositionExtra:
    """Put the stands beside the parties."""
    parties = dict.fromkeys((*position.addressed, *(stand.party for stand in position.stands)))
    return PositionExtra(
        tuple(PartyLine(party, tuple(stand for stand in position.stands if stand.party == party)) for party in parties)
    )
