"""What an initiative promised to reach: its success criteria version by version, and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.pages.promises import last_word
from generator.records import Record
from generator.records.follow_up import Entry, FollowUp
from generator.records.initiative import CriteriaVersion, Criterion, Initiative
from generator.values.when import When


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """One success criterion through the versions.

    `texts` has one entry per version, empty where it is not in it; `earlier` its other wordings, each with its version.
    `change` is same, reworded, new or dropped, empty where there is one version. `state` is what a source says of it,
    None where none does.
    """

    key: str
    anchor: str
    texts: tuple[str, ...]
    earlier: tuple[tuple[CriteriaVersion, str], ...]
    change: str
    state: Entry | None


@dataclass(frozen=True, slots=True)
class Criteria:
    """The criteria, the newest version of them, and when they were to be reached; `over` is whether that time is past."""

    lines: tuple[CriterionLine, ...]
    newest: CriteriaVersion
    target: When | None
    over: bool

    @property
    def known(self) -> int:
        """How many criteria a source says anything of."""
        return sum(line.state is not None for line in self.lines)

    @property
    def valid(self) -> int:
        """How many criteria the newest version has."""
        return sum(bool(line.texts[-1]) for line in self.lines)


def criteria_of(initiative: Initiative, naming: Sequence[Record], build_date: date) -> Criteria | None:
    """The criteria in the order of the first version that has them; None where there are none."""
    if not initiative.success_criteria:
        return None
    newest = initiative.success_criteria[-1]
    versions = [{one.key: one for one in version.criteria} for version in initiative.success_criteria]
    keys = dict.fromkeys(key for version in versions for key in version)
    lines = tuple(
        CriterionLine(
            key=key,
            anchor=_anchor(initiative, key, versions),
            texts=(texts := tuple(version[key].text if key in version else "" for version in versions)),
            earlier=_earlier(initiative, texts),
            change=_change(texts),
            state=_state(initiative, key, naming),
        )
        for key in keys
    )
    target = newest.target_date if isinstance(newest.target_date, When) else None
    last = (target.last or target.first) if target else None
    return Criteria(lines, newest, target, bool(last and last < build_date))


def _earlier(initiative: Initiative, texts: tuple[str, ...]) -> tuple[tuple[CriteriaVersion, str], ...]:
    """The wordings that the newest version does not have, each with the version that had it last."""
    found = {
        text: version for version, text in zip(initiative.success_criteria, texts, strict=True) if text and text != texts[-1]
    }
    return tuple((version, text) for text, version in found.items())


def _change(texts: tuple[str, ...]) -> str:
    if len(texts) < 2:
        return ""
    if not texts[-1]:
        return "dropped"
    if not texts[0]:
        return "new"
    return "same" if len(set(texts)) == 1 else "reworded"


def _anchor(initiative: Initiative, key: str, versions: Sequence[dict[str, Criterion]]) -> str:
    return next(initiative.anchor_of(version[key]) for version in versions if key in version)


def _state(initiative: Initiative, key: str, naming: Sequence[Record]) -> Entry | None:
    """The last word on a follow-up of this very criterion."""
    for record in naming:
        if isinstance(record, FollowUp) and record.promised_in.whole == initiative.pointer and record.promised_in.part == key:
            return last_word(record)
    return None
