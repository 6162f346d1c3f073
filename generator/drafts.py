"""Drafts: records to those that the site shows, and the names of those that it does not."""

from __future__ import annotations

from collections.abc import Sequence

from generator.declaration import Pointer
from generator.records import Record
from generator.records.item import Item
from generator.records.meeting import Meeting


def leave_out_drafts(records: Sequence[Record]) -> tuple[tuple[Record, ...], frozenset[Pointer]]:
    """The records without the drafts and the items of meetings that are drafts; and the names of what was left out."""
    folders = {record.folder for record in records if isinstance(record, Meeting) and record.status == "draft"}
    drafts = frozenset(
        record.pointer
        for record in records
        if record.status == "draft" or (isinstance(record, Item) and record.folder in folders)
    )
    return tuple(record for record in records if record.pointer not in drafts), drafts
