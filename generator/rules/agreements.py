"""Rules about agreements and other records that follow one another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from generator.declaration import Pointer
from generator.problems import Code, Problem
from generator.records import Record
from generator.records.agreement import Agreement
from generator.rules.fault import fault
from generator.rules.one_record import OneRecord
from generator.rules.review import Review

# The fields by which a record names the one before, after or above it.
_CHAINS = ("parent", "replaced_by", "replaces", "successor", "part_of", "continued_as", "predecessor", "derived_from")


def earmarks_name_their_sum(one: OneRecord[Agreement]) -> Iterator[Problem]:
    """An earmark is a part of a sum that the agreement has."""
    agreement = one.record
    keys = [agreed.key for agreed in agreement.sums]
    for index, earmark in enumerate(agreement.earmarks):
        if earmark.of_sum and earmark.of_sum not in keys:
            field = f"earmarks[{index}].of_sum"
            yield fault(agreement, Code.UNKNOWN_KEY, field, found=earmark.of_sum, expected=", ".join(keys))


def replaced_names_successor(one: OneRecord[Agreement]) -> Iterator[Problem]:
    """An agreement that was replaced points to the one that replaced it."""
    agreement = one.record
    if agreement.state == "replaced" and agreement.replaced_by is None:
        yield fault(agreement, Code.SUCCESSOR_MISSING, "state")


def ended_agreements_say_what_follows(review: Review) -> Iterator[Problem]:
    """An agreement whose end has passed says what followed: a successor, a renewal, or a note."""
    for agreement in review.library.all(Agreement):
        if agreement.is_over_without_a_word(review.build_date):
            yield fault(agreement, Code.EXPIRED_SILENTLY, "end", found=getattr(agreement.end, "text", ""))


def nothing_follows_itself(review: Review) -> Iterator[Problem]:
    """No record comes, through any number of steps, before, after or above itself."""
    for record in review.library.records.values():
        for field in _chains_of(type(record)):
            if isinstance(getattr(record, field), Pointer) and _returns(review, record, field):
                yield fault(record, Code.CYCLE, field, found=record.pointer)


@cache
def _chains_of(record_type: type[Record]) -> tuple[str, ...]:
    return tuple(field for field in _CHAINS if field in record_type.model_fields)


def _returns(review: Review, record: Record, field: str) -> bool:
    seen: set[Pointer] = set()
    current: Record | None = record
    while current is not None:
        following = getattr(current, field, None)
        if not isinstance(following, Pointer) or following in seen:
            return False
        if following == record.pointer:
            return True
        seen.add(following)
        current = review.library.find(following)
    return False
