"""Rules about addresses."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.addresses import address_of
from generator.problems import Code, Problem
from generator.records import Record
from generator.records.item import Item
from generator.rules.fault import fault
from generator.rules.review import Review

# The first of these that a record has is what its address comes from; otherwise it is the file's name.
_MAKES_ADDRESS = {"meeting": ("suffix", "date"), "item": ("address_part", "number")}


def addresses_are_unique(review: Review) -> Iterator[Problem]:
    """No two records share an address, also not by letter case or by composed and decomposed letters."""
    taken: dict[str, Record] = {}
    for record, address, field in (*_own(review), *_former(review)):
        other = taken.setdefault(unicodedata.normalize("NFC", address).casefold(), record)
        if other is not record:
            yield fault(record, Code.SAME_ADDRESS, field, found=address, expected=other.origin.path)


def _own(review: Review) -> Iterator[tuple[Record, str, str]]:
    for record in review.library.records.values():
        if isinstance(record, Item) and record.folder not in review.library.meeting_by_folder:
            continue  # its meeting's file is broken, and with it its address
        names = _MAKES_ADDRESS.get(record.type_name, ())
        field = next((name for name in names if getattr(record, name)), "")
        yield record, address_of(record, review.library, review.config.language), field


def _former(review: Review) -> Iterator[tuple[Record, str, str]]:
    for record in review.library.records.values():
        for index, address in enumerate(record.aliases):
            yield record, address, f"aliases[{index}]"
