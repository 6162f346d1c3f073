"""The rules that need more than one field, of one record or of several; each rule's docstring is the rule, in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.problems import Problem
from generator.records import Record
from generator.records.agreement import Agreement
from generator.records.appointment import Appointment
from generator.records.item import Item
from generator.records.position import Position
from generator.records.table import Table
from generator.rules.agreements import (
    earmarks_name_their_sum,
    ended_agreements_say_what_follows,
    nothing_follows_itself,
    replaced_names_successor,
)
from generator.rules.appointments import ends_have_reasons, posts_are_not_overfilled, terms_lie_within_the_body
from generator.rules.dates import (
    ends_follow_starts,
    meeting_days_of,
    same_event_same_date,
    states_agree_with_dates,
    weekdays_agree,
)
from generator.rules.decisions import (
    answers_name_points,
    every_item_has_an_outcome,
    information_is_not_approved,
    no_decision_before_the_meeting,
    outcome_answers_recommendation,
    postponed_names_until_when,
    referred_names_to_whom,
)
from generator.rules.one_record import OneRecord
from generator.rules.privacy import closed_items_stay_closed, no_private_data, nothing_else_tells_of_closed_items
from generator.rules.review import Review
from generator.rules.shares import every_party_is_covered, shares_agree_with_their_key, shares_sum_to_their_totals
from generator.rules.stands import one_stand_per_party_and_day
from generator.rules.summaries import meetings_sum_up_their_items, summaries_add_no_number
from generator.rules.tables import tables_add_up, tables_balance, tables_name_their_own
from generator.rules.tile_map import every_municipality_has_its_own_cell
from generator.rules.unique import addresses_are_unique

Rule = Callable[[Review], Iterator[Problem]]
# A rule of one record alone: what it finds stays true as long as the record's file is the same.
OwnRule = Callable[[OneRecord[Any]], Iterator[Problem]]

OWN_RULES: Mapping[type[Record], tuple[OwnRule, ...]] = {
    Record: (ends_follow_starts, weekdays_agree, no_private_data, summaries_add_no_number),
    Item: (
        information_is_not_approved,
        answers_name_points,
        outcome_answers_recommendation,
        postponed_names_until_when,
        referred_names_to_whom,
        closed_items_stay_closed,
    ),
    Table: (tables_name_their_own, tables_add_up, tables_balance),
    Position: (one_stand_per_party_and_day,),
    Appointment: (ends_have_reasons,),
    Agreement: (earmarks_name_their_sum, replaced_names_successor),
}

RULES: tuple[Rule, ...] = (
    states_agree_with_dates,
    same_event_same_date,
    no_decision_before_the_meeting,
    every_item_has_an_outcome,
    shares_agree_with_their_key,
    shares_sum_to_their_totals,
    every_party_is_covered,
    terms_lie_within_the_body,
    posts_are_not_overfilled,
    ended_agreements_say_what_follows,
    nothing_follows_itself,
    addresses_are_unique,
    every_municipality_has_its_own_cell,
    meetings_sum_up_their_items,
    nothing_else_tells_of_closed_items,
)

__all__ = ["OWN_RULES", "RULES", "OneRecord", "OwnRule", "Review", "Rule", "meeting_days_of"]
