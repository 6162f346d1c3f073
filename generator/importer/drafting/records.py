"""What was read of minutes to files of records: the meeting, its items, the document that they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.extraction.joining import joined
from generator.importer.drafting.draft import DraftFile
from generator.importer.drafting.follow_ups import announced
from generator.importer.drafting.frame import Frame, filled, short
from generator.importer.drafting.free_names import FreeNames
from generator.importer.drafting.item_record import item_file
from generator.importer.drafting.privacy import without_private
from generator.importer.items.item import ReadItem
from generator.importer.meeting.attendance import Present
from generator.importer.meeting.heading_page import MeetingHead
from generator.importer.meeting.minutes import ReadMinutes
from generator.sorting import slugify

_SHORT_TAIL = 400  # letters; what stands after the last item and is longer is a document of its own


def records_of(read: ReadMinutes, frame: Frame) -> list[DraftFile]:
    """All files of one meeting, apart from those of people and bodies that it names."""
    files = [meeting_file(read, frame), document_file(read, frame)]
    free = FreeNames()
    for at, item in enumerate(read.items, start=1):
        name = free.of(_name_of(item, at))
        item_record = item_file(item, name, frame, read)
        files.append(item_record)
        files += announced(item, item_record.fields["id"], frame)
    if read.tail and sum(len(line.plain) for line in read.tail) > _SHORT_TAIL and read.writer:
        files.append(_tail_file(read, frame))
    return [_cleaned(file) for file in files]


def _name_of(item: ReadItem, at: int) -> str:
    """The item's part of names: its number, two digits wide, or its place."""
    number = slugify(item.number)
    return number.zfill(2) if number else f"{at:02}"


def meeting_file(read: ReadMinutes, frame: Frame) -> DraftFile:
    """meeting.yml: what the head says, and as a note its other lines."""
    head = read.head
    held = not read.is_agenda and not frame.lies_ahead
    form = "remote" if head.remote else "not_stated"
    fields: dict[str, Any] = {
        "id": frame.identifier,
        "title": frame.text("meeting_title" if frame.day else "meeting_undated", body=frame.body_title, day=frame.long_day()),
        "status": frame.word("record_status", "draft"),
        "bodies": [frame.body],
        "date": frame.day.isoformat() if frame.day else f"../{frame.today.isoformat()}",  # some day before the import
        "language": frame.other_language,
        "suffix": frame.suffix,
        "kind": frame.word("meeting_kind", head.kind),
        "start": head.times.start,
        "end": head.times.end if head.times.end > head.times.start else "",
        "form": frame.word("meeting_form", form),
        "place": head.place,
        "state": frame.word("meeting_state", "held" if held else "planned"),
        "minutes": frame.word("minutes_state", "not_stated"),
        "chair": _named(head.chair, frame),
        "minute_taker": _named(head.minute_taker, frame),
        "attendance": list(_attendance(head, frame)),
        "sources": frame.source(frame.text("place_head")),
        "note": _head_note(read, frame),
    }
    return DraftFile(f"{frame.folder}/meeting.yml", filled(fields))


def _named(text: str, frame: Frame) -> str:
    from_list = [entry for entry in text.split(",") if entry.strip()]
    name = from_list[0].strip() if from_list else ""
    return frame.names.person(name) if len(name.split()) > 1 and len(name) < 50 else ""


def _attendance(head: MeetingHead, frame: Frame) -> Iterator[dict[str, Any]]:
    free = FreeNames()
    for one in head.attendance:
        key = free.of(short(slugify(one.name or one.group)) or "deltager")
        yield filled(_present(one, key, frame))


def _present(one: Present, key: str, frame: Frame) -> dict[str, Any]:
    return {
        "key": key,
        "person": frame.names.person(one.name) if one.name else "",
        "group": one.group,
        "party": frame.names.party(one.party) if one.party else "",
        "status": frame.word("attendance", one.status),
        "substitute": frame.names.person(one.substitute) if one.substitute else "",
        "role": one.role,
        "quote": one.quote,
    }


def _head_note(read: ReadMinutes, frame: Frame) -> str:
    """The lines of the head as they stand, so that an editor can see what was read from them; then the closing lines."""
    lines = [
        f"{one.label}: {joined(one.lines, frozenset())}" if one.label else joined(one.lines, frozenset()) for one in read.fields
    ]
    short = sum(len(line.plain) for line in read.tail) <= _SHORT_TAIL
    closing = [line.plain for line in read.tail] if short else []
    return "\n\n".join([*lines, *closing])


def document_file(read: ReadMinutes, frame: Frame) -> DraftFile:
    """The record of the document that was imported: what the others name as their source."""
    kind = frame.document_kind
    fields = {
        "id": frame.document,
        "title": frame.text(f"document_{kind}", body=frame.body_title, day=frame.long_day()),
        "status": frame.word("record_status", "draft"),
        "kind": frame.word("document_kind", kind),
        "annex_to": [f"meeting:{frame.identifier}"],
        "found_with": frame.identifier,
        "date": frame.word("unknown", "not_stated"),
        "note": frame.text("from_file", file=frame.file),
    }
    return DraftFile(f"documents/{fields['id']}.md", fields)


def _tail_file(read: ReadMinutes, frame: Frame) -> DraftFile:
    """What lies after the last item, as a document of its own: the papers of the meeting."""
    fields = {
        "id": f"{frame.identifier}-{slugify(frame.word('document_kind', 'collection'))}",
        "title": frame.text("document_tail", body=frame.body_title, day=frame.long_day()),
        "status": frame.word("record_status", "draft"),
        "kind": frame.word("document_kind", "collection"),
        "annex_to": [f"meeting:{frame.identifier}"],
        "found_with": frame.identifier,
        "date": frame.word("unknown", "not_stated"),
        "note": frame.text("from_file", file=frame.file),
    }
    body = read.writer.markdown(read.tail) if read.writer else ""
    return DraftFile(f"documents/{fields['id']}.md", fields, body)


def _cleaned(file: DraftFile) -> DraftFile:
    """A file without private data; the report says where it was."""
    return DraftFile(file.path, without_private(file.fields), without_private(file.body))
