"""Rules about what may not be published: closed items' contents, personal numbers, private contact details."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.declaration import Pointer
from generator.problems import EXCUSED_BY_QUOTE, Code, Problem
from generator.records import Record
from generator.records.document import Document
from generator.records.follow_up import FollowUp
from generator.records.item import Item
from generator.rules.fault import fault, fault_in_text
from generator.rules.one_record import OneRecord
from generator.rules.private_words import Private, beginning_of, private_words
from generator.rules.review import Review

# What of an item shows what it is about.
_SHOWS = (
    "body", "minutes", "recommendation", "statements", "decisions", "after_meeting", "summary", "annexes", "heading", "note",
)  # fmt: skip


def no_private_data(one: OneRecord[Record]) -> Iterator[Problem]:
    """No personal number, e-mail address or telephone number stands in any field or file name of any record."""
    record, used = one.record, set[int]()
    for path, text in (("", record.origin.path), *one.texts):
        for found in private_words(text):
            code = Code.PERHAPS_PERSONAL if found.kind == "perhaps_cpr" else Code.PRIVATE_DATA
            if path.startswith("deviations"):
                if all(excuse_for(record, one, found) is None for one in EXCUSED_BY_QUOTE):
                    yield _private(record, code, path, text, found)
            elif (excuse := excuse_for(record, code, found)) is None:
                yield _private(record, code, path, text, found)
            else:
                used.add(excuse)
    yield from unused_excuses(record, (Code.PRIVATE_DATA, Code.PERHAPS_PERSONAL), used)


def _private(record: Record, code: Code, path: str, text: str, found: Private) -> Problem:
    shown = beginning_of(found)
    if not path:
        return fault(record, code, found=shown, expected=found.kind)
    return fault_in_text(record, code, path, text, found.offset, found=shown, expected=found.kind)


def excuse_for(record: Record, code: Code, found: Private) -> int | None:
    """Which acknowledgement says that this is not private after all: one that quotes it. A named personal number has none."""
    for index, deviation in enumerate(record.deviations):
        if deviation.rule == code and found.words in deviation.quote and found.kind != "cpr":
            return index
    return None


def unused_excuses(record: Record, codes: Collection[Code], used: Collection[int]) -> Iterator[Problem]:
    """Acknowledgements of something private that quote nothing (any more)."""
    for index, deviation in enumerate(record.deviations):
        if deviation.rule in codes and index not in used:
            yield fault(record, Code.DEVIATION_UNUSED, f"deviations[{index}].rule", found=deviation.rule)


def closed_items_stay_closed(one: OneRecord[Item]) -> Iterator[Problem]:
    """A closed item has a legal ground, and neither case text, minutes, recommendation nor decision's words."""
    item = one.record
    if not item.closed:
        return
    if not item.closed_ground:
        yield fault(item, Code.CLOSED_ITEM_SHOWN, "closed", found="closed")
    for name in _SHOWS:
        if getattr(item, name):
            yield fault(item, Code.CLOSED_ITEM_SHOWN, name, found=name)
    if item.contradictions:
        yield fault(item, Code.CLOSED_ITEM_SHOWN, "deviations", found="deviations")
    for index, source in enumerate(item.sources):
        if source.verbatim:
            yield fault(item, Code.CLOSED_ITEM_SHOWN, f"sources[{index}].verbatim", found="verbatim")
    if any(translation.summary or translation.body for translation in item.translations):
        yield fault(item, Code.CLOSED_ITEM_SHOWN, "translations", found="translations")


def nothing_else_tells_of_closed_items(review: Review) -> Iterator[Problem]:
    """No follow-up quotes a closed item, and no document that is an annex to one shows its file or its text."""
    for follow_up in review.library.all(FollowUp):
        if _is_closed(follow_up.promised_in, review):
            yield fault(follow_up, Code.CLOSED_ITEM_SHOWN, "promised_in", found="follow_up")
    for document in review.library.all(Document):
        shows = document.file or document.address or document.body or document.summary
        for index, pointer in enumerate(document.annex_to if shows else ()):
            if _is_closed(pointer, review):
                yield fault(document, Code.CLOSED_ITEM_SHOWN, f"annex_to[{index}]", found="document")


def _is_closed(pointer: Pointer, review: Review) -> bool:
    named = review.library.find(pointer.whole)
    return isinstance(named, Item) and named.closed
