"""Addresses: where each record stands on the site, below the base path and the language."""

from __future__ import annotations

from generator.declaration import Pointer
from generator.library import Library
from generator.messages import load_catalogue
from generator.records import Record
from generator.records.item import Item
from generator.records.meeting import Meeting

_VAGUE = str.maketrans("", "", "~?%")  # what EDTF marks a vague date with; an address needs none of it


def route(name: str, language: str) -> str:
    """The word that stands for a kind of page in addresses: `moeder`, `kommuner`."""
    return load_catalogue(language)(f"routes.{name}")


def address_of(record: Record, library: Library, language: str) -> str:
    """The address of a record's own page, from the site's root: `/moeder/fjordraadet/2024-03-06/5/`."""
    if isinstance(record, Meeting):
        body = library.find(record.bodies[0]) if record.bodies else None
        suffix = f"-{record.suffix}" if record.suffix else ""
        day = record.date.text.replace("/", "--").translate(_VAGUE)
        return f"/{route('meeting', language)}/{body.slug if body else record.slug}/{day}{suffix}/"
    if isinstance(record, Item):
        meeting = library.meeting_by_folder.get(record.folder)
        inner = record.address_part or _number_as_address(record.number) or record.slug
        return f"{address_of(meeting, library, language) if meeting else '/'}{inner}/"
    return f"/{route(record.type_name, language)}/{record.slug}/"


def _number_as_address(number: str | None) -> str:
    """An item's number as a part of an address: `3.10` is `3-10`, `38/14` is `38-14`."""
    kept = "".join(mark if mark.isascii() and mark.isalnum() else "-" for mark in (number or "").lower())
    return "-".join(part for part in kept.split("-") if part)


def address_of_pointer(pointer: Pointer, library: Library, language: str) -> str:
    """The address that a pointer leads to, with the anchor of the part that it names."""
    anchor = f"#{pointer.part}" if pointer.part else ""
    return address_of(library.get(pointer), library, language) + anchor
