"""Words to the records that they may mean: by id, by title or other names, or (where none has the words) by what is near.

A record is sure where it alone has the words, each of them whole: "and" in Anders is nobody's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches

from generator.declaration import PointerKind
from generator.declaration.pointer import read_pointer
from generator.library import Library
from generator.records import Record
from generator.search.names import other_names
from generator.sorting import slugify

SHOWN = 9  # records to choose among


@dataclass(frozen=True, slots=True)
class Found:
    """The records that words may mean, the likeliest first; `sure` where they can only mean the first."""

    records: tuple[Record, ...]
    sure: bool


def records_for(words: str, kind: PointerKind, library: Library) -> Found:
    """Look for a record of the types that a field may name; a draft counts, a withdrawn record does not."""
    among = [record for name in kind.types for record in library.by_type.get(name, ())]
    try:
        named = library.find(read_pointer(words.strip(), kind.types))
    except ValueError:
        named = None
    if named is not None and named.status != "withdrawn":
        return Found((named,), sure=True)
    by_id = [record for record in among if record.id == words.strip()]
    if by_id:
        return Found(tuple(by_id), sure=len(by_id) == 1)
    return _by_names(slugify(words), among)


def name_for(record: Record, kind: PointerKind) -> str:
    """How a field names a record: by its id where only one type is meant, else by type and id."""
    return record.id if len(kind.types) == 1 else str(record.pointer)


def _by_names(words: str, among: list[Record]) -> Found:
    names = {id(record): [slugify(one) for one in (record.title, *other_names(record), record.id)] for record in among}
    same = [record for record in among if words in names[id(record)]]
    if len(same) == 1:
        return Found(tuple(same), sure=True)
    holding = [one for one in among if any(all(word in name for word in words.split("-")) for name in names[id(one)])]
    if words and holding:
        holding.sort(key=lambda one: (one not in same, len(one.title), one.title))
        whole = any({*words.split("-")} <= {*name.split("-")} for name in names[id(holding[0])])
        return Found(tuple(holding[:SHOWN]), sure=len(holding) == 1 and whole)
    by_name = {name: record for record in reversed(among) for name in names[id(record)]}
    near = [by_name[name] for name in get_close_matches(words, by_name, n=SHOWN, cutoff=0.6)]
    return Found(tuple({record.pointer: record for record in near}.values()), sure=False)
