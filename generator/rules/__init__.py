"""The rules that need more than one field or record; each rule's docstring is the rule, in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.problems import Problem
from generator.rules.agreements import (
    earmarks_name_their_sum,
    ended_agreements_say_what_follows,
    nothing_follows_itself,
    replaced_names_successor,
)
from generator.rules.appointments import ends_have_reasons, posts_are_not_overfilled, terms_lie_within_the_body
from generator.rules.dates import ends_follow_starts, same_event_same_date, states_agree_with_dates, weekdays_agree
from generator.rules.decisions import (
    answers_name_points,
    every_item_has_an_outcome,
    information_is_not_approved,
    no_decision_before_the_meeting,
    outcome_answers_recommendation,
    postponed_names_until_when,
    referred_names_to_whom,
)
from generator.rules.privacy import closed_items_stay_closed, no_private_data
from generator.rules.review import Review
from generator.rules.shares import every_party_is_covered, shares_agree_with_their_key, shares_sum_to_their_totals
from generator.rules.stands import one_stand_per_party_and_day
from generator.rules.summaries import summaries_add_no_number
from generator.rules.tables import tables_add_up, tables_balance, tables_name_their_own
from generator.rules.unique import addresses_are_unique

Rule = Callable[[Review], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    ends_follow_starts,
    states_agree_with_dates,
    weekdays_agree,
    same_event_same_date,
    no_decision_before_the_meeting,
    every_item_has_an_outcome,
    information_is_not_approved,
    answers_name_points,
    outcome_answers_recommendation,
    postponed_names_until_when,
    referred_names_to_whom,
    shares_agree_with_their_key,
    shares_sum_to_their_totals,
    every_party_is_covered,
    tables_name_their_own,
    tables_add_up,
    tables_balance,
    one_stand_per_party_and_day,
    terms_lie_within_the_body,
    posts_are_not_overfilled,
    ends_have_reasons,
    earmarks_name_their_sum,
    replaced_names_successor,
    ended_agreements_say_what_follows,
    nothing_follows_itself,
    addresses_are_unique,
    closed_items_stay_closed,
    no_private_data,
    summaries_add_no_number,
)

__all__ = ["RULES", "Review", "Rule"]
