"""What a municipality's page shows: what binds it, what it pays, whom it appointed, where it stands, what awaits it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.declaration import Pointer
from generator.pages.parts import Entry, entry, newest_first
from generator.records import Record
from generator.records.agreement import Agreement
from generator.records.appointment import Appointment
from generator.records.cost_share import CostShare, Share
from generator.records.follow_up import FollowUp
from generator.records.item import Item
from generator.records.municipality import Municipality
from generator.records.position import Position, Stand
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class Payment:
    """One share that the municipality pays, with the cost share that it stands in."""

    cost_share: CostShare
    share: Share
    replaced_by: Record | None


@dataclass(frozen=True, slots=True)
class StandLine:
    """Where the municipality stands on one matter; no stand means that the sources state none."""

    position: Position
    stands: tuple[Stand, ...]


@dataclass(frozen=True, slots=True)
class MunicipalityExtra:
    """The municipality's ledger, each list with its sources."""

    agreements: tuple[Entry, ...]
    payments: tuple[Payment, ...]
    appointments: tuple[Entry, ...]
    stands: tuple[StandLine, ...]
    follow_ups: tuple[Entry, ...]
    items: tuple[Entry, ...]


def municipality_extra(municipality: Municipality, voice: Voice) -> MunicipalityExtra:
    """Gather what points to a municipality."""
    naming = newest_first(voice.library.backlinks(municipality.pointer), voice.library)
    own = municipality.pointer
    return MunicipalityExtra(
        agreements=tuple(entry(one, voice) for one in naming if isinstance(one, Agreement)),
        payments=_payments(naming, own, voice),
        appointments=tuple(entry(one, voice) for one in naming if isinstance(one, Appointment)),
        stands=tuple(
            StandLine(one, tuple(stand for stand in one.stands if stand.party == own))
            for one in naming
            if isinstance(one, Position)
        ),
        follow_ups=tuple(entry(one, voice) for one in naming if isinstance(one, FollowUp))[:50],
        items=tuple(entry(one, voice) for one in naming if isinstance(one, Item))[:50],
    )


def _payments(naming: list[Record], own: Pointer, voice: Voice) -> tuple[Payment, ...]:
    found = []
    for record in naming:
        if isinstance(record, CostShare):
            later = [
                other
                for other in voice.library.backlinks(record.pointer)
                if isinstance(other, CostShare) and other.replaces == record.pointer
            ]
            found += [Payment(record, share, later[0] if later else None) for share in record.shares if share.payer == own]
    return tuple(found)
