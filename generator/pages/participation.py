"""Who takes part and who does not, and when that was first said: the newest stand of each party on a matter."""

from __future__ import annotations

from dataclasses import dataclass

from generator.declaration import Pointer
from generator.pages.stands import first_alike, in_time
from generator.records.position import Position, Stand
from generator.values.unknown import Unknown
from generator.values.when import When

# In the order in which a reader asks: who is in, who is not, who has not answered.
STANDS = ("agreed", "reservation", "not_agreed", "awaiting", "not_concerned", "not_stated")


@dataclass(frozen=True, slots=True)
class PartyStand:
    """A party's newest stand, and when and where it was first said of those in a row that agree with it.

    `stand` is None where no source states one.
    """

    party: Pointer
    stand: Stand | None
    named: When | Unknown | None
    where: Pointer | None


@dataclass(frozen=True, slots=True)
class Participation:
    """The parties of a position by stand (a word of the vocabulary `stand`), stands without a party left out."""

    position: Position
    groups: tuple[tuple[str, tuple[PartyStand, ...]], ...]
    total: int

    @property
    def counts(self) -> dict[str, int]:
        """How many parties have each stand."""
        return {name: len(members) for name, members in self.groups}


def participation_of(position: Position) -> Participation:
    """Each party that was asked or has a stand, under the newest of its stands."""
    parties = dict.fromkeys((*position.addressed, *(stand.party for stand in position.stands)))
    found = [_party(party, [stand for stand in position.stands if stand.party == party]) for party in parties]
    groups = ((name, tuple(one for one in found if _name(one) == name)) for name in STANDS)
    return Participation(position, tuple((name, members) for name, members in groups if members), len(found))


def _party(party: Pointer, stands: list[Stand]) -> PartyStand:
    """The last stand is the newest; the first of those alike up to it says when it was first said."""
    if not stands:
        return PartyStand(party, None, None, None)
    first = first_alike(stands)
    return PartyStand(party, in_time(stands)[-1], first.date, first.where)


def _name(one: PartyStand) -> str:
    return one.stand.stand if one.stand else "not_stated"
