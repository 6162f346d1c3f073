"""What minutes below no label of a decision say plainly, where none of their sentences has a word for what was done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.importer.items.also_decided import begins_with_body, with_day, with_tasks
from generator.importer.items.next_steps import sets
from generator.importer.items.plainly import plain
from generator.importer.items.said import Said
from generator.importer.language.conditions import is_condition
from generator.importer.language.telling import is_about_person
from generator.importer.language.vocabulary import Wording
from generator.importer.language.when_written import names_day

_SHORT = 16  # words of an item that only names a day
_ROW = re.compile(r"\||.*\d [A-ZÆØÅ@]")  # of a table, which is no sentence: a cell of words stands behind one of figures
# What becomes of a matter itself, and what is done with what was asked for.
_BECOMES = ("postponed", "withdrawn", "elected", "not_dealt_with")
_TALKED = (None, "informed", "discussed")
_CHOSEN = ("elected", "appointed")
_ANSWERS = ("not_approved", "sent_back", "approved", "decided", "appointed", "referred", "sent_to_consultation")
_VIEWS = ("support", "recommended", "noted", "not_approved")  # where it is the body itself that has them


def undecided(said: Sequence[Said], wording: Wording, *, asked: bool) -> list[Said]:
    """The sentences of minutes of which none has a word for what was done: what they say plainly, the tasks, the days."""
    found = dated(with_plain_in_minutes(said, wording, asked=asked), wording)
    return with_day(with_tasks(found, wording), wording, labelled=False)


def with_plain_of_body(said: Sequence[Said], wording: Wording) -> list[Said]:
    """The sentences, of which none states more than what was told or talked of; what the body itself then did, in plain words,
    decides: "Rektor fremlagde budgettet. Bestyrelsen gav det sin velsignelse."
    """
    outcomes = {one[2] for one in said}
    if outcomes == {None} or not outcomes <= {*_TALKED}:
        return [*said]
    return [(*one[:2], (not one[2] and _body_says(one[1], wording)) or one[2]) for one in said]


def _body_says(sentence: str, wording: Wording) -> str | None:
    ours = begins_with_body(sentence, wording) or sentence.partition(" ")[0].casefold() in wording.words("we")
    return plain(sentence, wording) if ours and not _ROW.match(sentence) else None


def dated(said: list[Said], wording: Wording) -> list[Said]:
    """The same, but where all that is said is a day, as below "Next meeting", that is information."""
    at, sentence, _ = said[0]
    short = sum(len(one[1].split()) for one in said) <= _SHORT
    return [(at, sentence, "informed"), *said[1:]] if short and names_day(sentence, wording.language) else said


def with_plain_in_minutes(said: Sequence[Said], wording: Wording, *, asked: bool) -> list[Said]:
    """The sentences; what one says plainly of the matter counts. Where something was `asked` for, so does what answers that,
    "Foreningen får 20.000 kr.", and that a thing is at once dealt with, "Skiltet skiftes ud."; else it may only be told.
    """
    return [(*one[:2], one[2] or _done(one[1], wording, asked=asked)) for one in said]


def _done(sentence: str, wording: Wording, *, asked: bool) -> str | None:
    if _ROW.match(sentence) or is_condition(sentence, wording):
        return None
    outcome = plain(sentence, wording)
    if is_about_person(sentence, wording):
        return outcome if asked and outcome in _CHOSEN else None
    if outcome in _VIEWS and begins_with_body(sentence, wording):
        return outcome
    asked = asked and sentence.endswith(".")  # what is none may be a row of a list of applications
    if outcome in _BECOMES or (asked and outcome in _ANSWERS):
        return outcome
    changes = wording.any_of("changing").search(sentence) is not None and not wording.negation.search(sentence)
    return "decided" if changes or (asked and sets(sentence, wording)) else None
