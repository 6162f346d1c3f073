"""Rules about decisions: their time, their outcome, and what had been recommended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.problems import Code, Problem
from generator.records.item import Item
from generator.relation import relations
from generator.rules.fault import fault
from generator.rules.one_record import OneRecord
from generator.rules.review import Review
from generator.vocabulary import load_vocabulary

_APPROVED = ("approved", "approved_with_changes")


def no_decision_before_the_meeting(review: Review) -> Iterator[Problem]:
    """Nothing is decided before the meeting has been held."""
    for item in review.library.all(Item):
        meeting = review.library.meeting_by_folder.get(item.folder)
        if meeting and item.decisions and meeting.state in ("planned", "cancelled", "moved"):
            state = load_vocabulary("meeting_state").terms[meeting.state].word(review.config.language)
            yield fault(item, Code.DECISION_TOO_EARLY, "decisions", found=meeting.date.text, expected=state)


def every_item_has_an_outcome(review: Review) -> Iterator[Problem]:
    """An item of a meeting that was held has an outcome, if only "not minuted"."""
    for item in review.library.all(Item):
        meeting = review.library.meeting_by_folder.get(item.folder)
        if meeting and meeting.state == "held" and not item.decisions and not item.closed and not item.taken_with:
            yield fault(item, Code.NO_OUTCOME, "decisions")


def information_is_not_approved(one: OneRecord[Item]) -> Iterator[Problem]:
    """An item for information is not approved, unless the minutes themselves use the word."""
    item = one.record
    for index, decision in enumerate(item.decisions):
        if item.item_type != "information" or decision.outcome not in _APPROVED:
            continue
        word = load_vocabulary("outcome").terms["approved"].word(one.language)
        if word[:6].casefold() not in decision.text.casefold():
            yield fault(item, Code.APPROVED_INFORMATION, f"decisions[{index}].outcome", found=decision.text[:80])


def answers_name_points(one: OneRecord[Item]) -> Iterator[Problem]:
    """A decision answers points that the recommendation has."""
    item = one.record
    keys = [point.key for point in item.recommendation.points] if item.recommendation else []
    for index, decision in enumerate(item.decisions):
        for number, answer in enumerate(decision.answers):
            if answer not in keys:
                field = f"decisions[{index}].answers[{number}]"
                yield fault(item, Code.UNKNOWN_KEY, field, found=answer, expected=", ".join(keys))


def outcome_answers_recommendation(one: OneRecord[Item]) -> Iterator[Problem]:
    """Where an outcome is another than the one recommended, the editor is told, and the page says so."""
    item = one.record
    for row in relations(item):
        if row.relation != "departed" or row.point is None:
            continue
        asked = load_vocabulary("asks").terms[row.point.asks].word(one.language)
        came = load_vocabulary("outcome").terms[row.decisions[0].outcome].word(one.language)
        index = item.decisions.index(row.decisions[0])
        yield fault(item, Code.OUTCOME_DIFFERS, f"decisions[{index}].outcome", found=came, expected=asked)


def postponed_names_until_when(one: OneRecord[Item]) -> Iterator[Problem]:
    """What was postponed says until when, if only "not stated"."""
    item = one.record
    for index, decision in enumerate(item.decisions):
        if decision.outcome == "postponed" and decision.postponed_until is None and decision.postponed_to is None:
            yield fault(item, Code.POSTPONED_UNTIL, f"decisions[{index}].outcome")


def referred_names_to_whom(one: OneRecord[Item]) -> Iterator[Problem]:
    """What was referred says to whom."""
    item = one.record
    for index, decision in enumerate(item.decisions):
        if decision.outcome == "referred" and decision.referred_to is None:
            yield fault(item, Code.REFERRED_TO, f"decisions[{index}].outcome")
