"""Rules about the editorial summaries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.declaration import walk
from generator.problems import Code, Problem
from generator.records import Record
from generator.rules.review import Review, fault
from generator.values.amount import Amount
from generator.values.when import When

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def summaries_add_no_number(review: Review) -> Iterator[Problem]:
    """Every number in a summary occurs in the record that it sums up, or in the items of that meeting."""
    for record in review.library.records.values():
        if not record.summary:
            continue
        known = _numbers_of(record)
        if record.type_name == "meeting":
            for item in review.library.items_by_folder.get(record.origin.path.rsplit("/", 1)[0], ()):
                known |= _numbers_of(item)
        for number in _NUMBER.findall(record.summary):
            if number not in known and number.lstrip("0") not in known:
                yield fault(record, Code.NUMBER_NOT_IN_RECORD, "summary", found=number)


def _numbers_of(record: Record) -> set[str]:
    texts = [record.id.replace("-", " "), record.origin.path.replace("-", " ")]
    for path, value in walk(record):
        if path != "summary":
            texts.append(value.printed if isinstance(value, Amount) else value.text if isinstance(value, When) else str(value))
        for name in ("shares", "goals", "rows", "addressed", "parties", "municipalities"):
            if path.startswith(f"{name}["):
                texts.append(str(len(getattr(record, name))))
    numbers: set[str] = set()
    for text in texts:
        for part in re.split(r"[-/]", text):
            numbers |= set(_NUMBER.findall(part)) | {found.lstrip("0") for found in _NUMBER.findall(part)}
    return numbers
