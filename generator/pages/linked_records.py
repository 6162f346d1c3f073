"""A record to a JSON-LD node, by the standard names that its type declares.

The words are schema.org's, because search engines, archives and libraries all read those. Where it has no word for a
thing, the nearest wider one is used rather than one that claims too much:

- A meeting is an Event. An item is a Report of what was recommended and decided there, `recordedAt` the meeting, and
  each decision a CreativeWork within it. Flanders' OSLO has `Besluit`, but that is an act with legal effect of a body of
  Flemish law; "taken note of" in a network without legal power is none, and no notice here says which decisions are.
- An agreement is a CreativeWork of its parties with the period that it covers. `Legislation` is for acts and decrees,
  which bind others than those who signed.
- A municipality, region, ministry or state authority is a GovernmentOrganization; councils, networks and boards, which
  authorities form together, are an Organization: they are no agency of any government.
- An initiative is a Project (schema.org: an enterprise planned to achieve an aim), a glossary term a DefinedTerm. Who
  takes part in an initiative is not told: many were proposed as partners and never became members.
- A person is told of only where the site lets people be indexed, and then by public roles alone. Popolo, which has the
  same persons, memberships and organizations, is what an export would use; it is not read from pages.

What is unknown, vague or withdrawn is left out; nothing is told here that the page itself does not show.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from generator.declaration import ChoiceKind, Declared, Pointer, declared_fields
from generator.records import Record
from generator.records.agreement import Agreement
from generator.records.item import Decision, Item
from generator.records.meeting import Meeting
from generator.records.organization import Organization
from generator.values.when import When
from generator.voice import Voice

Node = dict[str, Any]

# The ISO 8601 dates among the EDTF ones: not seasons, not "about".
_ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?")
_AUTHORITIES = frozenset({"region", "state_authority", "ministry", "department"})
_STATUS = {"planned": "EventScheduled", "held": "EventScheduled", "cancelled": "EventCancelled", "moved": "EventRescheduled"}
_ATTENDANCE = {
    "in_person": "OfflineEventAttendanceMode",
    "remote": "OnlineEventAttendanceMode",
    "mixed": "MixedEventAttendanceMode",
}


def absolute(href: str, voice: Voice) -> str:
    """A link of the site as an address of the web."""
    return voice.config.address.rstrip("/") + href


def record_node(record: Record, voice: Voice) -> Node | None:
    """What a record's page says of the record, or None where its type has no standard name or it is not to be told."""
    if not _is_told(record, voice):
        return None
    address = absolute(voice.href(record.pointer), voice)
    node: Node = {"@type": _type_of(record), "@id": address, "url": address, "name": voice.name(record)}
    if isinstance(record, Item) and record.closed:
        return node  # that the item exists is public; what was said is not
    description = voice.plain(record.summary)
    if description:
        node["description"] = description
    for field, standard in record.standard_names.items():
        name = standard.removeprefix("schema:")
        value = None if field == "_type" else _value_of(record, field, name, voice)
        if value not in (None, [], "") and name not in node:
            node[name] = value
    return node


def _is_told(record: Record, voice: Voice) -> bool:
    hidden = record.status == "withdrawn" or (record.type_name == "person" and not voice.config.people_indexed)
    return "_type" in record.standard_names and not hidden


def _type_of(record: Record) -> str:
    if isinstance(record, Organization):
        if record.kind in _AUTHORITIES:
            return "GovernmentOrganization"
        return "EducationalOrganization" if record.kind == "education" else "Organization"
    return record.standard_names["_type"].removeprefix("schema:")


def _value_of(record: Record, field: str, name: str, voice: Voice) -> object:
    special = _SPECIAL.get((record.type_name, field))
    if special is not None:
        return special(record, voice)
    held = getattr(record, field)
    if type(held) is tuple:
        values = [value for one in held if (value := _told(one, name, voice)) is not None]
        return values[0] if len(values) == 1 else values
    place = next(place for place in declared_fields(type(record)) if place.name == field)
    if isinstance(place.kind, ChoiceKind) and isinstance(held, str):
        return voice.word(place.kind.vocabulary, held)
    return _told(held, name, voice)


def _told(value: object, name: str, voice: Voice) -> object:
    """One value as JSON has it; None for what is unknown, vague or not to be told."""
    if isinstance(value, Pointer):
        return _reference(value, voice)
    if isinstance(value, When):
        return value.text if _ISO.fullmatch(value.text) else None
    if isinstance(value, Declared):
        return _in_role(value, name, voice)
    if isinstance(value, date):
        return value.isoformat()
    return voice.plain(value) if isinstance(value, str) else None


def _reference(pointer: Pointer | None, voice: Voice) -> Node | None:
    """Another record by its type, address and name."""
    record = voice.library.find(pointer) if pointer else None
    if record is None or not _is_told(record, voice):
        return None
    address = absolute(voice.href(record.pointer), voice)
    return {"@type": _type_of(record), "@id": address, "name": voice.name(record)}


def _in_role(part: Declared, name: str, voice: Voice) -> object:
    """A party or an organization, within its role where it has one: schema.org says the property again in the role."""
    if isinstance(part, Decision):
        return None
    who = _reference(getattr(part, "party", None) or getattr(part, "organization", None), voice)
    role = getattr(part, "role", None)
    if who is None or not role:
        return who
    node: Node = {"@type": "OrganizationRole", "roleName": role, name: who}
    for field, standard in (("start", "startDate"), ("end", "endDate"), ("until", "endDate")):
        if said := _told(getattr(part, field, None), name, voice):
            node[standard] = said
    return node


def _begins(meeting: Meeting, voice: Voice) -> str | None:
    return _moment(meeting.date.first if meeting.date.is_day else None, meeting.start, meeting.date, voice)


def _ends(meeting: Meeting, voice: Voice) -> str | None:
    return _moment(meeting.date.last, meeting.end, meeting.date, voice) if meeting.date.is_day and meeting.end else None


def _moment(day: date | None, clock: time | None, whole: When, voice: Voice) -> str | None:
    """A day with the time of day and its distance from UTC where both are known, else the day, month or year."""
    if day and clock:
        return datetime.combine(day, clock, ZoneInfo(voice.config.time_zone)).isoformat(timespec="minutes")
    return whole.text if _ISO.fullmatch(whole.text) else None


def _status(meeting: Meeting, voice: Voice) -> str | None:
    return f"https://schema.org/{_STATUS[meeting.state]}" if meeting.state in _STATUS else None


def _attendance(meeting: Meeting, voice: Voice) -> str | None:
    return f"https://schema.org/{_ATTENDANCE[meeting.form]}" if meeting.form in _ATTENDANCE else None


def _place(meeting: Meeting, voice: Voice) -> Node | None:
    if not meeting.place:
        return None
    kind = "VirtualLocation" if meeting.form == "remote" else "Place"
    return {"@type": kind, "name": meeting.place}


def _agenda(meeting: Meeting, voice: Voice) -> list[Node]:
    return [node for item in voice.library.items_of(meeting) if (node := _reference(item.pointer, voice))]


def _decisions(item: Item, voice: Voice) -> list[Node]:
    page = absolute(voice.href(item.pointer), voice)
    return [
        {
            "@type": "CreativeWork",
            "@id": f"{page}#{item.anchor_of(decision)}",
            "genre": voice.word("outcome", decision.outcome),
            "text": voice.plain(decision.text),
        }
        for decision in item.decisions
    ]


def _meeting(item: Item, voice: Voice) -> Node | None:
    return _reference(voice.library.meeting_of(item).pointer, voice)


def _period(agreement: Agreement, voice: Voice) -> str | None:
    """The span that an agreement covers, as ISO 8601 has it; an end that is not known is left open."""
    first, last = (_told(one, "", voice) for one in (agreement.start, agreement.end))
    return f"{first or '..'}/{last or '..'}" if first or last else None


# The fields whose value is not told as it stands.
_SPECIAL: dict[tuple[str, str], Callable[[Any, Voice], object]] = {
    ("meeting", "date"): _begins,
    ("meeting", "end"): _ends,
    ("meeting", "state"): _status,
    ("meeting", "form"): _attendance,
    ("meeting", "place"): _place,
    ("meeting", "_items"): _agenda,
    ("item", "decisions"): _decisions,
    ("item", "_meeting"): _meeting,
    ("agreement", "start"): _period,
}
