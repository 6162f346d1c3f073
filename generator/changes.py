"""What would be published that was not before, in words: two libraries to a short Markdown text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.addresses import address_of
from generator.library import Library
from generator.messages import Catalogue
from generator.records import RECORD_TYPES, Record
from generator.status import matters

_ENDING = ("agreements_ending", "appointments_ending")


@dataclass(frozen=True, slots=True)
class Moved:
    """A record whose address is another, and the address that it had."""

    record: Record
    before: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The records that are new to readers, changed, moved, withdrawn and gone, each in the library's order; and those that
    are about to end, which nobody could see before.
    """

    new: tuple[Record, ...]
    changed: tuple[Record, ...]
    moved: tuple[Moved, ...]
    withdrawn: tuple[Record, ...]
    gone: tuple[Record, ...]
    ending: tuple[Record, ...]


def changes_between(before: Library, after: Library, today: date, language: str) -> Changes:
    """Compare two libraries by the records' permanent names, the digests of their files, and their addresses, as of a day."""
    both = [(before.records[pointer], record) for pointer, record in after.records.items() if pointer in before.records]
    added = [record for pointer, record in after.records.items() if pointer not in before.records]
    shown = [(was, now) for was, now in both if (was.status == "withdrawn") == (now.status == "withdrawn")]
    places = [(now, address_of(was, before, language), address_of(now, after, language)) for was, now in shown]
    known = {record.pointer for record in _ending(before, today)}
    return Changes(
        new=(*added, *(now for was, now in both if was.status == "withdrawn" != now.status)),
        changed=tuple(now for was, now in shown if _mark(was, before) != _mark(now, after)),
        moved=tuple(Moved(now, former) for now, former, place in places if former != place),
        withdrawn=tuple(now for was, now in both if was.status != "withdrawn" == now.status),
        gone=tuple(record for pointer, record in before.records.items() if pointer not in after.records),
        ending=tuple(record for record in _ending(after, today) if record.pointer not in known),
    )


def _mark(record: Record, library: Library) -> tuple[str, str]:
    """What changes when a record does, or the file of its own that it puts on the site."""
    annex = library.annexes.get(record.pointer)
    return record.origin.digest, annex.mark if annex else ""


def _ending(library: Library, today: date) -> list[Record]:
    """The agreements and appointments that end within the time that status looks ahead."""
    return [one.record for matter in matters(library, today) if matter.key in _ENDING for one in matter.waiting]


def changes_in_words(changes: Changes, library: Library, language: str, t: Catalogue) -> str:
    """A sentence that counts by type, then a list of titles with their addresses; empty where nothing has changed."""
    groups = (("new", changes.new), ("changed", changes.changed), ("ending", changes.ending))
    lines = [f"- {t(f'changes.{name}')}: {_named(one, library, language)}" for name, records in groups for one in records]
    lines += [
        f"- {t('changes.moved')}: {_named(one.record, library, language)}, {t('changes.before', address=f'`{one.before}`')}"
        for one in changes.moved
    ]
    for name, records in (("withdrawn", changes.withdrawn), ("gone", changes.gone)):
        lines += [f"- {t(f'changes.{name}')}: {_title(one)}" for one in records]
    return "\n".join([" ".join(_counts(changes, t)), "", *lines]) if lines else ""


def _named(record: Record, library: Library, language: str) -> str:
    return f"{_title(record)} (`{address_of(record, library, language)}`)"


def _title(record: Record) -> str:
    return record.title.replace("`", "'").replace("\n", " ")


def _counts(changes: Changes, t: Catalogue) -> Iterator[str]:
    """How many of each type, by what became of them: `Nyt: 3 dagsordenspunkter. Ændret: 1 aftale.`"""
    moved = tuple(one.record for one in changes.moved)
    groups = {"new": changes.new, "changed": changes.changed, "moved": moved, "withdrawn": changes.withdrawn}
    for name, records in {**groups, "gone": changes.gone, "ending": changes.ending}.items():
        if records:
            yield f"{t(f'changes.{name}').capitalize()}: {counted(records, t)}."


def counted(records: Iterable[Record], t: Catalogue) -> str:
    """How many records there are of each type: `3 dagsordenspunkter, 1 aftale`."""
    names = [record.type_name for record in records]
    counts = {one.type_name: names.count(one.type_name) for one in RECORD_TYPES if one.type_name in names}
    return ", ".join(
        f"{count} " + t(f"fields.{name}._type.{'label' if count == 1 else 'plural'}").lower() for name, count in counts.items()
    )
