"""Rules about addresses."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.addresses import addresses_of
from generator.problems import Code, Problem
from generator.records import Record
from generator.rules.review import Review, fault


def addresses_are_unique(review: Review) -> Iterator[Problem]:
    """No two records share an address, also not by letter case or by composed and decomposed letters."""
    taken: dict[str, Record] = {}
    for record in review.library.records.values():
        for address in addresses_of(record, review.library, review.config.language):
            folded = unicodedata.normalize("NFC", address).casefold()
            other = taken.setdefault(folded, record)
            if other is not record:
                yield fault(record, Code.SAME_ADDRESS, found=address, expected=other.origin.path)
