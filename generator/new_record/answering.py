"""An answer in an editor's words to the draft with it, or to why it cannot be: the declaration's own problems."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.declaration import Pointer, PointerKind
from generator.new_record.draft import Draft
from generator.new_record.proposals import Surroundings
from generator.new_record.questions import Question
from generator.new_record.references import name_for, records_for
from generator.problems import Code, Problem, problem
from generator.records import Record
from generator.records.meeting import Meeting
from generator.values.unknown import read_unknown

NOTHING = "-"
_TO_MEETING = PointerKind(types=("meeting",))
_BETWEEN_NAMES = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an answer cannot be; where some of its words may mean several records, those words and the records."""

    problems: tuple[Problem, ...]
    words: str = ""
    records: tuple[Record, ...] = ()


def answer(draft: Draft, question: Question, words: str, site: Surroundings) -> Draft | Refused:
    """Put an answer into a draft, after the same checks as its file will meet; names may be ids, titles, or parts of them.

    A lone hyphen leaves a field empty that may be.
    """
    path = question.path
    words = words.strip()
    if words == NOTHING and not question.required:
        return draft
    if not words:
        return Refused((problem("", Code.MISSING, field=path, found=path),))
    if isinstance(question.kind, PointerKind):
        resolved = _resolved(question, question.kind, words, site)
        if isinstance(resolved, Refused):
            return resolved
        words = resolved
    with_answer = draft.answered(path, words)
    if problems := with_answer.wrong(path, site.config):
        return Refused(tuple(problems))
    taken = site.library.find(Pointer(draft.record_type.type_name, words)) if path == "id" else None
    if taken is not None:
        return Refused((problem("", Code.DUPLICATE_ID, field=path, found=words, expected=taken.origin.path),))
    return with_answer


def meeting_named(words: str, site: Surroundings) -> Meeting | Refused:
    """The meeting that an item is to belong to; it is no field of the item, whose folder says it."""
    question = Question("meeting", "", "", _TO_MEETING, required=True, many=False, choices=())
    resolved = _resolved(question, _TO_MEETING, words.strip(), site)
    if isinstance(resolved, Refused):
        return resolved
    return next(one for one in site.library.all(Meeting) if one.id == resolved)


def _resolved(question: Question, kind: PointerKind, words: str, site: Surroundings) -> str | Refused:
    """The names of the records that words mean, between commas where there are several."""
    names = []
    for one in _BETWEEN_NAMES.split(words) if question.many else [words]:
        if kind.or_unknown and read_unknown(one, site.config.rules.languages):
            names.append(one)
            continue
        found = records_for(one, kind, site.library)
        if not found.sure:
            missing = problem("", Code.DANGLING, field=question.path, found=one)
            return Refused((missing,), one, found.records)
        names.append(name_for(found.records[0], kind))
    return ", ".join(names)
