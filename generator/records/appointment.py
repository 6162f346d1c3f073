"""An appointment (udpegning): who holds a post, on whose behalf, from when to when."""

from __future__ import annotations

from typing import Annotated, ClassVar

from generator.records.fields import (
    MomentOrUnknown,
    Text,
    ToAppointment,
    ToItem,
    ToMatter,
    ToParty,
    ToPersonOrUnknown,
    ToPost,
    choice,
)  # fmt: skip
from generator.records.record import Record


class Appointment(Record):
    """One holder of one post. `holder` is unknown where a source says that someone was, but not who."""

    type_name: ClassVar[str] = "appointment"
    files: ClassVar[tuple[str, ...]] = ("appointments/*.md",)

    post: ToPost
    holder: ToPersonOrUnknown | None = None
    holder_party: ToParty | None = None
    on_behalf_of: ToParty | None = None
    substitute: ToPersonOrUnknown | None = None
    state: Annotated[str, choice("appointment_state")] = "appointed"
    appointed: MomentOrUnknown | None = None
    start: MomentOrUnknown | None = None
    end: MomentOrUnknown | None = None
    end_event: Text | None = None
    end_reason: Annotated[str, choice("end_reason")] | None = None
    nominated_by: ToParty | None = None
    predecessor: ToAppointment | None = None
    decided_in: ToItem | None = None
    attested_in: ToMatter | None = None
    quote: Text | None = None
