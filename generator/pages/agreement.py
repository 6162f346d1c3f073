"""What an agreement's page shows beyond its fields: whether it is in force, and what its costs are."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.parts import Entry, entry
from generator.records.agreement import Agreement
from generator.values.when import When
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class AgreementExtra:
    """`state` is a key of interface.agreement_state; the cost shares and follow-ups name the agreement."""

    state: str
    cost_shares: tuple[Entry, ...]
    follow_ups: tuple[Entry, ...]


def agreement_extra(agreement: Agreement, voice: Voice) -> AgreementExtra:
    """Look up what belongs to an agreement."""
    naming = voice.library.backlinks(agreement.pointer)
    return AgreementExtra(
        state_on_build_date(agreement, voice),
        tuple(entry(one, voice) for one in naming if one.type_name == "cost_share"),
        tuple(entry(one, voice) for one in naming if one.type_name == "follow_up"),
    )


def state_on_build_date(agreement: Agreement, voice: Voice) -> str:
    """Draft, ahead, in force, over, terminated, replaced, or not stated: from the record's state and dates."""
    if agreement.state != "concluded":
        return agreement.state
    start = agreement.start if isinstance(agreement.start, When) else None
    end = agreement.end if isinstance(agreement.end, When) else None
    if start and start.first and start.first > voice.build_date:
        return "ahead"
    if end and end.last:
        return "over" if end.last < voice.build_date else "in_force"
    return "unknown"
