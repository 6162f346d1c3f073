"""What an initiative's page shows: its story, who takes part, its success criteria version by version, its costs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from generator.declaration import Pointer
from generator.pages.parts import Entry, date_of, entry
from generator.records import Record
from generator.records.case import Case
from generator.records.initiative import Criterion, Initiative
from generator.records.position import Position
from generator.values.unknown import Unknown
from generator.values.when import When
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the story: when, what, whether it is done, planned or unknown, and where it is told.

    `is_title` is whether the text is a record's title, and so no Markdown.
    """

    date: When | Unknown
    printed: str
    text: str
    state: str
    where: Pointer | None
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One success criterion through the versions; `texts` has one entry per version, empty where it is not in it."""

    anchor: str
    texts: tuple[str, ...]

    @property
    def dropped(self) -> bool:
        """Whether the newest version has it no more."""
        return not self.texts[-1]


@dataclass(frozen=True, slots=True)
class InitiativeExtra:
    """The initiative's story and state."""

    steps: tuple[Step, ...]
    criteria: tuple[CriterionLine, ...]
    positions: tuple[Position, ...]
    cost_shares: tuple[Entry, ...]
    follow_ups: tuple[Entry, ...]


def initiative_extra(initiative: Initiative, voice: Voice) -> InitiativeExtra:
    """Put the initiative's steps in one line, from its own milestones, its cases and the dated records that name it."""
    naming = voice.library.backlinks(initiative.pointer)
    steps = [Step(one.date, one.date_printed or "", one.text, one.state, one.where) for one in initiative.milestones]
    told = {step.where for step in steps} | {initiative.pointer}
    for record in naming:
        if isinstance(record, Case):
            steps += [
                Step(one.date, one.date_printed or "", one.text, one.state, one.item or record.pointer)
                for one in record.handlings
                if not one.item or one.item not in told
            ]
            told |= {one.item for one in record.handlings if one.item}
    for record in naming:
        moment = date_of(record, voice.library)
        if record.type_name in ("item", "document", "cost_share", "agreement") and moment and record.pointer not in told:
            steps.append(Step(moment, "", voice.name(record), "done", record.pointer, is_title=True))
    return InitiativeExtra(
        steps=_in_time(steps),
        criteria=_criteria(initiative),
        positions=tuple(one for one in naming if isinstance(one, Position)),
        cost_shares=_entries(naming, "cost_share", voice),
        follow_ups=_entries(naming, "follow_up", voice),
    )


def _in_time(steps: list[Step]) -> tuple[Step, ...]:
    """The earliest first, undated ones last; of two steps of one day with the same words, one."""
    unique = {(str(step.date), step.text): step for step in steps}.values()
    return tuple(sorted(unique, key=lambda step: (step.date.first or date.min) if isinstance(step.date, When) else date.max))


def _criteria(initiative: Initiative) -> tuple[CriterionLine, ...]:
    versions = [{one.key: one for one in version.criteria} for version in initiative.success_criteria]
    keys = dict.fromkeys(key for version in versions for key in version)
    return tuple(
        CriterionLine(_anchor(initiative, key, versions), tuple(_text(version.get(key)) for version in versions))
        for key in keys
    )


def _anchor(initiative: Initiative, key: str, versions: list[dict[str, Criterion]]) -> str:
    return next(initiative.anchor_of(version[key]) for version in versions if key in version)


def _text(criterion: Criterion | None) -> str:
    return criterion.text if criterion else ""


def _entries(naming: list[Record], type_name: str, voice: Voice) -> tuple[Entry, ...]:
    return tuple(entry(one, voice) for one in naming if one.type_name == type_name)
