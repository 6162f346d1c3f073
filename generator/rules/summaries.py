"""Rules about the editorial summaries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.problems import Code, Problem
from generator.records import Record
from generator.records.meeting import Meeting
from generator.rules.review import Review, fault_in_text
from generator.values.amount import Amount
from generator.values.when import When

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def summaries_add_no_number(review: Review) -> Iterator[Problem]:
    """Every number in a summary occurs in the record that it sums up, or in the items of that meeting."""
    for record in review.library.records.values():
        if not record.summary or not _NUMBER.search(record.summary):
            continue
        known = _numbers_of(record)
        if isinstance(record, Meeting):
            for item in review.library.items_by_folder.get(record.folder, ()):
                known |= _numbers_of(item)
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
