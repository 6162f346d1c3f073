"""A draft and what belongs to it to their files as they are once published: the word of the status changed, no other byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.library import Library
from generator.order import Order
from generator.pipeline import Checked, check_as_if
from generator.problems import Problem, has_errors
from generator.records import Record
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.vocabulary import load_vocabulary

_GATHERED = (Meeting, Item)  # what others are published with


@dataclass(frozen=True, slots=True)
class Approved:
    """The drafts that would be published, their files by path, and what stands against it."""

    records: tuple[Record, ...]
    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def named(library: Library, name: str) -> list[Record]:
    """The records of an id, or of `type:id`; several types may use one id."""
    return [record for pointer, record in library.records.items() if name in (pointer.id, f"{pointer.type}:{pointer.id}")]


def approve(order: Order, checked: Checked, chosen: Iterable[Record]) -> Approved:
    """Publish drafts with all that belongs to them, as far as nothing stands against it; nothing is written.

    `checked` is the content with its drafts. Where anything is wrong with what the site would then show, no file is given.
    """
    records = tuple({one.pointer: one for record in chosen for one in _drafts_around(checked.library, record)}.values())
    files = {one.origin.path: _published(order, one) for one in records}
    found = check_as_if(replace(order, drafts=False), checked, files).problems
    return Approved(records, {} if has_errors(found) else files, found)


def _drafts_around(library: Library, record: Record) -> Iterator[Record]:
    """The drafts among a record, the items of a meeting, what names these (annexes, promises), and whom all of them name.

    Another meeting and its items may name this one, and be named; they are published on a day of their own.
    """
    inner = [record, *(library.items_of(record) if isinstance(record, Meeting) else ())]
    about = [one for own in inner if isinstance(own, _GATHERED) for one in library.backlinks(own.pointer)]
    own = {one.pointer: one for one in (*inner, *(one for one in about if not isinstance(one, _GATHERED)))}
    named = [one for pointer in own for name in library.named_by.get(pointer, ()) if (one := library.find(name))]
    around = own | {one.pointer: one for one in named if not isinstance(one, _GATHERED)}
    return (one for one in around.values() if one.status == "draft")


def _published(order: Order, record: Record) -> bytes:
    """A record's file with the word for published in the place of that for a draft, in the language that it is written in."""
    terms = load_vocabulary("record_status").terms
    lines = (order.root / record.origin.path).read_bytes().decode("utf-8").split("\n")
    number, column = record.origin.position("status")
    before, value = lines[number - 1][: column - 1], lines[number - 1][column - 1 :]
    for language, word in terms["draft"].words.items():
        if value.lstrip("'\"").startswith(word):
            value = value.replace(word, terms["published"].words[language], 1)
            break
    lines[number - 1] = before + value
    return "\n".join(lines).encode("utf-8")
