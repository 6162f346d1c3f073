"""Rules about the editorial summaries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.problems import Code, Problem
from generator.records import Record
from generator.records.meeting import Meeting
from generator.rules.fault import fault_in_text
from generator.rules.one_record import OneRecord
from generator.rules.review import Review
from generator.values.amount import Amount
from generator.values.when import When

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def summaries_add_no_number(one: OneRecord[Record]) -> Iterator[Problem]:
    """Every number in a summary occurs in the record that it sums up."""
    if not isinstance(one.record, Meeting):
        yield from _foreign_numbers(one.record)


def meetings_sum_up_their_items(review: Review) -> Iterator[Problem]:
    """Every number in a meeting's summary occurs in the meeting or in its items."""
    for meeting in review.library.all(Meeting):
        yield from _foreign_numbers(meeting, review.library.items_of(meeting))


def _foreign_numbers(record: Record, items: Sequence[Record] = ()) -> Iterator[Problem]:
    if not record.summary or not _NUMBER.search(record.summary):
        return
    known = _numbers_of(record).union(*map(_numbers_of, items))
    for match in _NUMBER.finditer(record.summary):
        number = match.group()
        if number not in known and number.lstrip("0") not in known:
            at = match.start()
            yield fault_in_text(record, Code.NUMBER_NOT_IN_RECORD, "summary", record.summary, at, found=number)


def _numbers_of(record: Record) -> set[str]:
    """Every number that a record states, with and without leading zeros, and how many entries its lists have."""
    texts = [record.id, record.origin.path]
    for path, value in record.scalars:
        if path != "summary":
            texts.append(value.printed if isinstance(value, Amount) else value.text if isinstance(value, When) else str(value))
    for name in ("shares", "goals", "rows", "addressed", "parties", "municipalities", "members"):
        texts.append(str(len(getattr(record, name, ()))))
    numbers = set(_NUMBER.findall("\n".join(texts)))
    return numbers | {number.lstrip("0") for number in numbers}
