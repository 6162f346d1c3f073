"""An answer in an editor's words to the draft with it, or to why it cannot be: the declaration's own problems."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.addresses import address_of
from generator.declaration import Pointer, PointerKind
from generator.new_record.draft import Draft
from generator.new_record.proposals import Surroundings, same_day
from generator.new_record.questions import Question
from generator.new_record.references import name_for, records_for
from generator.problems import Code, Problem, problem
from generator.records import Record
from generator.records.meeting import Meeting
from generator.values.unknown import read_unknown

NOTHING = "-"
_TO_MEETING = PointerKind(types=("meeting",))
_BETWEEN_NAMES = re.compile(r"\s*[,;]\s*")
Answered_co = TypeVar("Answered_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an answer cannot be; where some of its words may mean several records, those words and the records."""

    problems: tuple[Problem, ...]
    words: str = ""
    records: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Taken(Generic[Answered_co]):
    """What an answer led to, and the records that its words were taken to mean where they are not how a file names them."""

    value: Answered_co
    meant: tuple[Record, ...] = ()


def answer(draft: Draft, question: Question, words: str, site: Surroundings) -> Taken[Draft] | Refused:
    """Put an answer into a draft, after the same checks as its file will meet; names may be ids, titles, or parts of them.

    A lone hyphen leaves a field empty that may be.
    """
    path = question.path
    words = words.strip()
    if words == NOTHING and not question.required:
        return Taken(draft)
    if not words:
        return Refused((problem("", Code.MISSING, field=path, found=path),))
    meant: tuple[Record, ...] = ()
    if isinstance(question.kind, PointerKind):
        resolved = _resolved(question, question.kind, words, site)
        if isinstance(resolved, Refused):
            return resolved
        words, meant = resolved.value, resolved.meant
    with_answer = draft.answered(path, words)
    if problems := with_answer.wrong(path, site.config):
        return Refused(tuple(problems))
    if taken := _taken(draft, path, words, site):
        return Refused((taken,))
    return Taken(with_answer, meant)


def _taken(draft: Draft, path: str, words: str, site: Surroundings) -> Problem | None:
    """That another record has the id, or the address that a meeting gets by its suffix."""
    if path == "id" and (other := site.library.find(Pointer(draft.record_type.type_name, words))):
        return problem("", Code.DUPLICATE_ID, field=path, found=words, expected=other.origin.path)
    if path == "suffix" and draft.record_type is Meeting:
        for one in same_day(draft, site):
            if one.suffix == words:
                address = address_of(one, site.library, site.config.language)
                return problem("", Code.SAME_ADDRESS, field=path, found=address, expected=one.origin.path)
    return None


def meeting_named(words: str, site: Surroundings) -> Taken[Meeting] | Refused:
    """The meeting that an item is to belong to; it is no field of the item, whose folder says it."""
    question = Question("meeting", "", "", _TO_MEETING, required=True, many=False, choices=())
    resolved = _resolved(question, _TO_MEETING, words.strip(), site)
    if isinstance(resolved, Refused):
        return resolved
    return Taken(next(one for one in site.library.all(Meeting) if one.id == resolved.value), resolved.meant)


def _resolved(question: Question, kind: PointerKind, words: str, site: Surroundings) -> Taken[str] | Refused:
    """The names of the records that words mean, between commas where there are several."""
    names = []
    meant = []
    for one in _BETWEEN_NAMES.split(words) if question.many else [words]:
        if kind.or_unknown and read_unknown(one, site.config.rules.languages):
            names.append(one)
            continue
        found = records_for(one, kind, site.library)
        if not found.sure:
            missing = problem("", Code.DANGLING, field=question.path, found=one)
            return Refused((missing,), one, found.records)
        record = found.records[0]
        names.append(name_for(record, kind))
        if one not in (record.id, str(record.pointer)):
            meant.append(record)
    return Taken(", ".join(names), tuple(meant))
