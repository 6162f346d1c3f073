"""A meeting: its bodies, time and place, and who was there."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, ClassVar

from generator.declaration import Declared
from generator.records.fields import (
    Clock,
    Day,
    Key,
    Moment,
    Prose,
    Text,
    ToItem,
    ToMeeting,
    ToOrganization,
    ToParty,
    ToPerson,
    WebAddress,
    choice,
)  # fmt: skip
from generator.records.record import Record


class Attendance(Declared):
    """One line of the attendance list: a person, or a group that the minutes do not name singly."""

    key: Key
    person: ToPerson | None = None
    group: Text | None = None
    party: ToParty | None = None
    status: Annotated[str, choice("attendance")]
    substitute: ToPerson | None = None
    role: Text | None = None
    items: Text | None = None
    quote: Prose | None = None


class Meeting(Record):
    """A meeting of one or more bodies, held, planned, moved or cancelled.

    `provisional_agenda` are the items that a source announced beforehand, in its words, `provisional_in` where it did.
    """

    type_name: ClassVar[str] = "meeting"
    files: ClassVar[tuple[str, ...]] = ("meetings/*/meeting.yml",)
    standard_names: ClassVar[dict[str, str]] = {
        "_type": "schema:Event",
        "date": "schema:startDate",
        "end": "schema:endDate",
        "bodies": "schema:organizer",
        "place": "schema:location",
        "state": "schema:eventStatus",
        "form": "schema:eventAttendanceMode",
        "_items": "schema:recordedIn",
    }

    bodies: tuple[ToOrganization, ...]
    date: Moment
    kind: Annotated[str, choice("meeting_kind")] = "meeting"
    number: Text | None = None
    suffix: Key | None = None
    start: Clock | None = None
    end: Clock | None = None
    form: Annotated[str, choice("meeting_form")] = "not_stated"
    place: Text | None = None
    remote: WebAddress | None = None
    state: Annotated[str, choice("meeting_state")]
    agenda_published: Day | None = None
    provisional_agenda: tuple[Text, ...] = ()
    provisional_in: ToItem | None = None
    minutes: Annotated[str, choice("minutes_state")] = "not_stated"
    approved_at: ToMeeting | None = None
    moved_to: ToMeeting | None = None
    chair: ToPerson | None = None
    minute_taker: ToPerson | None = None
    attendance: tuple[Attendance, ...] = ()

    @cached_property
    def folder(self) -> str:
        """The path of the meeting's folder; the items in it are the meeting's."""
        return self.origin.path.rsplit("/", 1)[0]

    @cached_property
    def slug(self) -> str:
        """The name of the meeting's folder."""
        return self.origin.path.rsplit("/", 2)[-2]
