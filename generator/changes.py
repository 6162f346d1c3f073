"""What would be published that was not before, in words: two libraries to a short Markdown text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.addresses import address_of
from generator.library import Library
from generator.messages import Catalogue
from generator.records import RECORD_TYPES, Record
from generator.status import matters

_ENDING = ("agreements_ending", "appointments_ending")


@dataclass(frozen=True, slots=True)
class Changes:
    """The records that are new, changed and gone, each in the library's order; and those that are about to end, which
    nobody could see before.
    """

    new: tuple[Record, ...]
    changed: tuple[Record, ...]
    gone: tuple[Record, ...]
    ending: tuple[Record, ...]


def changes_between(before: Library, after: Library, today: date) -> Changes:
    """Compare two libraries by the records' permanent names and the digests of their files, as of a day."""
    known = {record.pointer for record in _ending(before, today)}
    return Changes(
        new=tuple(record for pointer, record in after.records.items() if pointer not in before.records),
        changed=tuple(
            record
            for pointer, record in after.records.items()
            if pointer in before.records and before.records[pointer].origin.digest != record.origin.digest
        ),
        gone=tuple(record for pointer, record in before.records.items() if pointer not in after.records),
        ending=tuple(record for record in _ending(after, today) if record.pointer not in known),
    )


def _ending(library: Library, today: date) -> list[Record]:
    """The agreements and appointments that end within the time that status looks ahead."""
    return [one.record for matter in matters(library, today) if matter.key in _ENDING for one in matter.waiting]


def changes_in_words(changes: Changes, library: Library, language: str, t: Catalogue) -> str:
    """A sentence that counts by type, then a list of titles with their addresses."""
    lines = [_count(changes, t) or t("changes.none"), ""]
    for name, records in (("new", changes.new), ("changed", changes.changed), ("ending", changes.ending)):
        lines += [f"- {t(f'changes.{name}')}: {_title(one)} (`{address_of(one, library, language)}`)" for one in records]
    lines += [f"- {t('changes.gone')}: {_title(one)}" for one in changes.gone]
    return "\n".join(lines).rstrip() + "\n"


def _title(record: Record) -> str:
    return record.title.replace("`", "'").replace("\n", " ")


def _count(changes: Changes, t: Catalogue) -> str:
    """How many of each type, by what became of them: `Nyt: 3 dagsordenspunkter. Ændret: 1 aftale.`"""
    groups = (("new", changes.new), ("changed", changes.changed), ("gone", changes.gone), ("ending", changes.ending))
    return " ".join(f"{t(f'changes.{name}').capitalize()}: {_counted(records, t)}." for name, records in groups if records)


def _counted(records: tuple[Record, ...], t: Catalogue) -> str:
    counts = {one.type_name: sum(isinstance(record, one) for record in records) for one in RECORD_TYPES}
    return ", ".join(
        f"{count} " + t(f"fields.{name}._type.{'label' if count == 1 else 'plural'}").lower()
        for name, count in counts.items()
        if count
    )
