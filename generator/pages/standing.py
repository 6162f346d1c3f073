"""How a municipality stands: what binds it, what it pays, whom it appointed, where it is outside, what awaits it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.declaration import Pointer
from generator.library import AnyRecord, Library
from generator.pages.parts import newest_first
from generator.pages.payments import Payment, payments_of
from generator.pages.promises import is_settled
from generator.pages.stands import OUTSIDE, stands_since
from generator.records.agreement import AgreedSum, Agreement
from generator.records.appointment import Appointment
from generator.records.follow_up import FollowUp
from generator.records.item import Item
from generator.records.municipality import Municipality
from generator.records.position import Position, Stand

_PUT_FORWARD = frozenset({"proposed", "nominated"})  # states of an appointment that nobody has made yet


@dataclass(frozen=True, slots=True)
class StandOn:
    """Where the municipality stands on one matter; no stand means that the sources state none."""

    position: Position
    stand: Stand | None


@dataclass(frozen=True, slots=True)
class SumOfAgreement:
    """A sum that an agreement sets and that the municipality is to pay."""

    agreement: Agreement
    sum: AgreedSum


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything of one municipality's ledger, as records; those that name few municipalities come first.

    `party_to` are the agreements that it is itself a party to, `named_in` those that name it; `appointed` is who sits
    for it, `proposed` who is only put forward, `named_with` other appointments that name it; `priceless` are agreements
    of its own that state no sum for it, `shared` sums that it pays with others and of which no source states its part.
    """

    party_to: tuple[Agreement, ...]
    named_in: tuple[Agreement, ...]
    payments: tuple[Payment, ...]
    sums: tuple[SumOfAgreement, ...]
    priceless: tuple[Agreement, ...]
    shared: tuple[SumOfAgreement, ...]
    appointed: tuple[Appointment, ...]
    proposed: tuple[Appointment, ...]
    named_with: tuple[Appointment, ...]
    outside: tuple[StandOn, ...]
    elsewhere: tuple[StandOn, ...]
    awaiting: tuple[FollowUp, ...]

    @property
    def paying(self) -> tuple[Payment, ...]:
        """The payments that it is to make, without those from which the newest version leaves it out."""
        return tuple(one for one in self.payments if one.newest.share is not None)

    @property
    def paid_for(self) -> tuple[Pointer, ...]:
        """The matters that it is to pay for, each once, however many sums are stated for it."""
        return tuple(dict.fromkeys((*(one.matter for one in self.paying), *(one.agreement.pointer for one in self.sums))))


def standing_of(municipality: Municipality, library: Library) -> Standing:
    """Gather what names a municipality; nothing that is withdrawn, closed or settled."""
    own = municipality.pointer
    agreements, appointments = _naming(own, Agreement, library), _naming(own, Appointment, library)
    stands = [StandOn(one, stands_since(one).get(own)) for one in _naming(own, Position, library)]
    payments = payments_of(municipality, library)
    sums = [SumOfAgreement(one, sum_) for one in agreements for sum_ in one.sums if sum_.payer == own]
    shared = [SumOfAgreement(one, sum_) for one in agreements for sum_ in one.sums if own in sum_.shared_between]
    party_to = [one for one in agreements if _is_party(one, own)]
    priced = {payment.matter for payment in payments} | {one.agreement.pointer for one in (*sums, *shared)}
    sitting = [one for one in appointments if _is_for(one, own)]
    return Standing(
        party_to=tuple(party_to),
        named_in=tuple(one for one in agreements if one not in party_to),
        payments=payments,
        sums=tuple(sums),
        priceless=tuple(one for one in party_to if one.pointer not in priced and one.state != "draft"),
        shared=tuple(one for one in shared if one.agreement.pointer not in {payment.matter for payment in payments}),
        appointed=tuple(one for one in sitting if one.state not in _PUT_FORWARD),
        proposed=tuple(one for one in sitting if one.state in _PUT_FORWARD),
        named_with=tuple(one for one in appointments if one not in sitting),
        outside=tuple(one for one in stands if one.stand and one.stand.stand in OUTSIDE),
        elsewhere=tuple(one for one in stands if not (one.stand and one.stand.stand in OUTSIDE)),
        awaiting=tuple(_closest([one for one in _naming(own, FollowUp, library) if not is_settled(one)], own)),
    )


def items_on(municipality: Municipality, library: Library) -> list[Item]:
    """The open items that name a municipality; those that name few come first, of these the newest."""
    own = municipality.pointer
    return _closest([one for one in _naming(own, Item, library) if not one.closed], own)


def owes(follow_up: FollowUp, municipality: Pointer) -> bool:
    """Whether the municipality itself is to do what was promised."""
    return municipality in follow_up.responsible


def _naming(own: Pointer, record_type: type[AnyRecord], library: Library) -> list[AnyRecord]:
    return newest_first(library.naming(own, record_type), library)


def _is_party(agreement: Agreement, own: Pointer) -> bool:
    return any(party.party == own for party in agreement.parties)


def _is_for(appointment: Appointment, own: Pointer) -> bool:
    return own in (appointment.holder_party, appointment.on_behalf_of, appointment.nominated_by)


def _closest(records: Sequence[AnyRecord], own: Pointer) -> list[AnyRecord]:
    """Those first that are the municipality's own to do, then those that name few: they are about this one."""

    def key(record: AnyRecord) -> tuple[bool, int]:
        return not (isinstance(record, FollowUp) and owes(record, own)), len(record.municipalities)

    return sorted(records, key=key)
