"""Drafts: examined files to the names of the records that the site does not show."""

from __future__ import annotations

from collections.abc import Iterable

from generator.declaration import Pointer
from generator.examined import Examined
from generator.records.item import Item
from generator.records.meeting import Meeting


def drafts_among(files: Iterable[Examined]) -> frozenset[Pointer]:
    """The names of the drafts, and of the items of meetings that are drafts."""
    records = [one.record for one in files if one.record is not None]
    folders = {record.folder for record in records if isinstance(record, Meeting) and record.status == "draft"}
    return frozenset(
        record.pointer
        for record in records
        if record.status == "draft" or (folders and isinstance(record, Item) and record.folder in folders)
    )
