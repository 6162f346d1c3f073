"""What a municipality's page shows: what binds it, what it pays, whom it appointed, where it stands, what awaits it."""

from __future__ import annotations

from collections.abc import Sequence
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

SHOWN = 10  # follow-ups and items that the page shows; the list of all that name the municipality has the rest

# What a follow-up's last entry says when nothing awaits any more.
_SETTLED = frozenset({"done", "given_up", "replaced"})


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
        follow_ups=_closest([one for one in naming if isinstance(one, FollowUp) and not _is_settled(one)], voice),
        items=_closest([one for one in naming if isinstance(one, Item)], voice),
    )


def _is_settled(follow_up: FollowUp) -> bool:
    return bool(follow_up.entries) and follow_up.entries[-1].status in _SETTLED


def _closest(records: Sequence[Record], voice: Voice) -> tuple[Entry, ...]:
    """The first of these, those before that name few municipalities: they are about this one."""
    ordered = sorted(records, key=lambda record: len(record.municipalities))
    return tuple(entry(one, voice) for one in ordered[:SHOWN])


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
    return tuple(sorted(found, key=lambda payment: payment.replaced_by is not None))
