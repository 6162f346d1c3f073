"""How the page of each type of record differs from the general one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from generator.declaration import Pointer
from generator.library import Library
from generator.pages.agreement import SHOWN_BY_AGREEMENT, AgreementExtra, agreement_extra, agreement_reads
from generator.pages.appointment import AppointmentExtra, appointment_extra, appointment_reads, post_extra, post_reads
from generator.pages.document import SHOWN_BY_DOCUMENT, DocumentExtra, document_extra
from generator.pages.follow_up import FollowUpExtra, follow_up_extra
from generator.pages.holders import PostView
from generator.pages.initiative import SHOWN_BY_INITIATIVE, InitiativeExtra, initiative_extra, initiative_reads
from generator.pages.item import SHOWN_BY_ITEM, ItemExtra, item_around, item_extra, item_reaches
from generator.pages.meeting import SHOWN_BY_MEETING, MeetingExtra, meeting_extra, meeting_reads
from generator.pages.money import CostSharePage, TableExtra, cost_share_page, cost_share_reads, table_extra
from generator.pages.municipality import MunicipalityExtra, municipality_extra, municipality_reads
from generator.pages.organization import OrganizationExtra, organization_extra, organization_reads
from generator.pages.person import PersonExtra, person_extra, person_reads
from generator.pages.position import PositionExtra, position_extra, position_reads
from generator.voice import Voice

Extra = (
    ItemExtra | MeetingExtra | AgreementExtra | InitiativeExtra | MunicipalityExtra | CostSharePage | TableExtra
    | FollowUpExtra | DocumentExtra | OrganizationExtra | PersonExtra | PostView | AppointmentExtra | PositionExtra | None
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shape:
    """How a type's page differs: its template, the fields that the template shows itself, what more it reads.

    `reads`, `reaches` and `around` are as a page has them; whom the record names and who names it goes without saying.
    """

    template: str = "record.html"
    without: frozenset[str] = frozenset()
    extra: Callable[[Any, Voice], Extra] = lambda record, voice: None
    dated: bool = False
    reads: Callable[[Any, Library], Iterable[Pointer]] = lambda record, library: ()
    reaches: Callable[[Any, Library], Iterable[Pointer]] = lambda record, library: ()
    around: Callable[[Any, Library], Iterable[Pointer]] = lambda record, library: ()


SHAPES: dict[str, Shape] = {
    "item": Shape("item.html", SHOWN_BY_ITEM, item_extra, reaches=item_reaches, around=item_around),
    "meeting": Shape("meeting.html", SHOWN_BY_MEETING, meeting_extra, dated=True, reads=meeting_reads),
    "municipality": Shape(
        "municipality.html", frozenset({"populations"}), municipality_extra, dated=True, reads=municipality_reads
    ),
    "initiative": Shape("initiative.html", SHOWN_BY_INITIATIVE, initiative_extra, dated=True, reads=initiative_reads),
    "agreement": Shape("agreement.html", SHOWN_BY_AGREEMENT, agreement_extra, dated=True, reads=agreement_reads),
    "cost_share": Shape(
        "cost_share.html",
        frozenset({"shares", "printed_totals", "unit", "division", "not_covered"}),
        cost_share_page,
        reads=cost_share_reads,
    ),
    "table": Shape("table.html", frozenset({"columns", "rows", "balances"}), table_extra),
    "organization": Shape(
        "organization.html", frozenset({"members", "parent"}), organization_extra, dated=True, reads=organization_reads
    ),
    "person": Shape("person.html", frozenset({"roles"}), person_extra, dated=True, reads=person_reads),
    "post": Shape("post.html", frozenset(), post_extra, dated=True, reads=post_reads),
    "appointment": Shape(
        "appointment.html",
        frozenset({"quote", "holder", "holder_party"}),
        appointment_extra,
        dated=True,
        reads=appointment_reads,
    ),
    "glossary_term": Shape("term.html", frozenset({"explanation"})),
    "document": Shape("document.html", SHOWN_BY_DOCUMENT, document_extra),
    "position": Shape(
        "position.html", frozenset({"addressed", "stands", "question", "on"}), position_extra, reads=position_reads
    ),
    "follow_up": Shape(
        "follow_up.html",
        frozenset(
            {
                "promised_in",
                "quote",
                "responsible",
                "responsible_text",
                "owed_to",
                "due",
                "recurrence",
                "condition",
                "entries",
                "evidence",
            }
        ),
        follow_up_extra,
        dated=True,
    ),
}
