"""A new record's draft to the draft with every field answered: beforehand, at the terminal, or by what is proposed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from generator.commands.dialogue import answer_to, ask, read_line
from generator.field_texts import type_text
from generator.messages import Catalogue
from generator.new_record.answering import Refused, Taken, answer, meeting_named
from generator.new_record.draft import Draft, one_by_one, place_of
from generator.new_record.proposals import Surroundings, latest_meeting, proposal, same_day
from generator.new_record.questions import Question, more_paths, paths_to_ask, paths_within, question_of
from generator.records import Record
from generator.records.meeting import Meeting
from generator.reports import message, visible

Wanted = TypeVar("Wanted")


class CannotGoOn(Exception):
    """An answer given beforehand cannot be, or one is missing that nobody is there to give; carries the words for it."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a record is written: the site, what was given beforehand by path, whether somebody answers, the texts."""

    site: Surroundings
    given: Mapping[str, str]
    somebody: bool
    t: Catalogue


def meeting_at(desk: Desk) -> Meeting:
    """The meeting of a new item: given, asked for, or the one that comes last. Raises CannotGoOn where there is none."""
    latest = latest_meeting(desk.site)
    if not latest:
        raise CannotGoOn(desk.t("new.no_meeting"))
    label, help_text = type_text("meeting", "label", desk.t), desk.t("new.which_meeting")
    question = Question("meeting", label, help_text, None, required=True, many=False, choices=())
    return _settle(question, latest, desk, lambda words: meeting_named(words, desk.site))


def filled(draft: Draft, desk: Desk) -> Draft:
    """Answer every field that must be, then those that were given or that somebody wants to fill. Raises CannotGoOn."""
    done: list[str] = []
    missing: list[Question] = []
    while path := _next_path(draft, done, desk):
        done.append(path)
        question = _question(draft, path, desk)
        proposed = proposal(draft, path, desk.site)
        if not (desk.somebody or proposed or desk.given.get(path)):
            missing.append(question)
            continue
        draft = _answered(draft, question, proposed, desk)
    if missing:
        # The id is made of the others, and is asked for alone only where they make none.
        wanted = [one for one in missing if one.path != "id"] or missing
        lines = [desk.t("new.missing", path=one.path, label=one.label, help=one.help) for one in wanted]
        raise CannotGoOn("\n".join(lines))
    for path in (one for one in desk.given if one not in (*done, "meeting")):
        draft = _answered(draft, _question(draft, path, desk), "", desk)
    return _with_more(draft, desk) if desk.somebody else draft


def _next_path(draft: Draft, done: list[str], desk: Desk) -> str:
    """The path that is answered next; a field of which parts were given is answered by those."""
    second = ("suffix" in desk.given or bool(same_day(draft, desk.site))) and "date" in done
    for path in paths_to_ask(draft, second_that_day=second):
        within = () if desk.given.get(path) else paths_within(draft, path, desk.given)
        asked_together = desk.somebody and not any(one in desk.given for one in within)
        for one in (path,) if asked_together or not within else within:
            if one not in done:
                return one
    return ""


def _question(draft: Draft, path: str, desk: Desk) -> Question:
    try:
        return question_of(draft, path, desk.site.config.language, desk.t)
    except KeyError:
        known = ", ".join(dict.fromkeys((*paths_to_ask(draft), *more_paths(draft))))
        raise CannotGoOn(desk.t("problems.P0202", found=path, expected=known)) from None


def _answered(draft: Draft, question: Question, proposed: str, desk: Desk) -> Draft:
    place = place_of(draft.record_type, question.path)
    if desk.somebody and place is not None and not desk.given.get(question.path) and (fields := one_by_one(place)):
        return _entries_asked(draft, question, [one.name for one in fields], desk)
    return _settle(question, proposed, desk, lambda words: answer(draft, question, words, desk.site))


def _entries_asked(draft: Draft, entries: Question, names: list[str], desk: Desk) -> Draft:
    """The entries of a list, field by field, until the first field of one is left empty."""
    print(f"\n{entries.label}. {entries.help}")
    for index in count():
        for name in names:
            path = f"{entries.path}[{index}].{name}"
            question, proposed = _question(draft, path, desk), proposal(draft, path, desk.site)
            question = replace(question, label=f"{entries.label} {index + 1}, {question.label}")
            ends = index > 0 and name == names[0]
            if ends:
                question, proposed = replace(question, help=f"{question.help} {desk.t('new.ends')}"), ""
            if (with_answer := _or_ended(draft, question, proposed, desk, ends=ends)) is None:
                return draft
            draft = with_answer
    raise AssertionError("a list ends by an empty answer")


def _or_ended(draft: Draft, question: Question, proposed: str, desk: Desk, *, ends: bool) -> Draft | None:
    """The draft with an answer; None where nothing was answered and that `ends` the list."""

    def put(words: str) -> Taken[Draft | None] | Refused:
        return Taken(None) if ends and not words else answer(draft, question, words, desk.site)

    return _settle(question, proposed, desk, put)


def _settle(question: Question, proposed: str, desk: Desk, put: Callable[[str], Taken[Wanted] | Refused]) -> Wanted:
    """Bring a question to an answer that can be; whoever is at the terminal is asked until there is one."""
    given = desk.given.get(question.path, "")
    if given or not desk.somebody:
        settled = put(given or proposed)
        if isinstance(settled, Refused):
            raise CannotGoOn("\n".join(_reasons(question, settled, desk)))
        if not given:
            print(desk.t("new.took", label=question.label, value=proposed))
    else:
        words = ask(question.label, proposed, question.help, question.choices, desk.t)
        while isinstance(settled := put(words), Refused):
            print("\n".join(f"  {line}" for line in _reasons(question, settled, desk)))
            nearer = _meant(words, settled) or proposed
            words = _again(words, settled, answer_to(nearer, question.help, question.choices, desk.t))
    for record in settled.meant:
        print(desk.t("new.meant", label=question.label, record=_shown(record)))
    return settled.value


def _meant(words: str, refused: Refused) -> str:
    """A refused answer as it was probably meant; empty where nothing is near."""
    for one in refused.problems:
        if one.suggestion:
            return words.replace(dict(one.details).get("found", words), one.suggestion, 1)
    return ""


def _again(before: str, refused: Refused, said: str) -> str:
    """What was meant by the next line: a number chooses among the records that were shown, anything else is new."""
    if said.isdecimal() and 0 < int(said) <= len(refused.records):
        return before.replace(refused.words, str(refused.records[int(said) - 1].pointer))
    return said


def _reasons(question: Question, refused: Refused, desk: Desk) -> list[str]:
    asked = desk.somebody and refused.records  # the words may mean each of these: which, is all there is to say
    lines = [] if asked else [f"{question.path}: {message(one, desk.t)}" for one in refused.problems]
    if refused.records:
        lines.append(desk.t("new.which" if desk.somebody else "new.near"))
        lines += [f"{number} {_shown(one)}" for number, one in enumerate(refused.records, 1)]
    return lines


def _shown(record: Record) -> str:
    return f"{visible(record.title)} ({record.pointer})"


def _with_more(draft: Draft, desk: Desk) -> Draft:
    """Fields that need not be filled, for as long as somebody names one."""
    names = {path: question_of(draft, path, desk.site.config.language, desk.t).label for path in more_paths(draft)}
    print(f"\n{desk.t('new.more')}\n  " + ", ".join(f"{name} ({label})" for name, label in names.items()))
    by_words = {words.casefold(): name for name, label in names.items() for words in (label, name)}
    while said := read_line("  "):
        path = by_words.get(said.casefold())
        if path is None:
            print(f"  {desk.t('problems.P0202', found=said, expected=', '.join(names))}")
            continue
        draft = _answered(draft, _question(draft, path, desk), "", desk)
        print(f"\n{desk.t('new.more_yet')}")
    return draft
