"""The parts of an agreement as its page shows them: sums with earmarks, duties, chapters, versions with their changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.pages.changes_marked import Edit, edits_in, in_words
from generator.records.agreement import AgreedSum, Change, Clause, Earmark, ReportingDuty, Version
from generator.values.amount import Amount
from generator.values.when import When
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class Share:
    """An earmark beside the sum that it is part of, in whole percent for readers and exactly for the bar."""

    earmark: Earmark
    percent: str
    number: str


@dataclass(frozen=True, slots=True)
class SumView:
    """A sum with its earmarks, and those earmarks of which the share cannot be computed."""

    sum: AgreedSum
    shares: tuple[Share, ...]
    others: tuple[Earmark, ...]


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty to report; `state` is ahead, passed or no_date, `number` its number on the period bar (0: it has none)."""

    duty: ReportingDuty
    state: str
    number: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter with its sections, or a section that stands alone, and how many words it has."""

    head: Clause
    sections: tuple[Clause, ...]
    words: int


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A changed place: its edits in a list, and its text with the edits marked in words."""

    change: Change
    edits: tuple[Edit, ...]
    html: Markup
    words: int


@dataclass(frozen=True, slots=True)
class VersionView:
    """A version with its changed places, and how many insertions and deletions they have together."""

    version: Version
    changes: tuple[ChangeView, ...]
    added: int
    struck: int


def duties_of(reporting: Sequence[ReportingDuty], voice: Voice) -> Iterator[Duty]:
    """Each duty to report, seen from the build date."""
    for number, one in enumerate(reporting, 1):
        last = (one.due.last or one.due.first) if isinstance(one.due, When) else None
        if last is None:
            yield Duty(one, "no_date", 0)
        else:
            yield Duty(one, "passed" if last < voice.build_date else "ahead", number)


def chapters_of(clauses: Sequence[Clause]) -> tuple[Chapter, ...]:
    """Clauses with the sections that follow each chapter in it; what comes before the first chapter stands alone."""
    groups: list[list[Clause]] = []
    for clause in clauses:
        if clause.level == "section" and groups and groups[-1][0].level != "section":
            groups[-1].append(clause)
        else:
            groups.append([clause])
    return tuple(Chapter(one[0], tuple(one[1:]), sum(len(clause.text.split()) for clause in one)) for one in groups)


def sum_view(one: AgreedSum, earmarks: Sequence[Earmark]) -> SumView:
    """A sum with the earmarks that are part of it."""
    own = [earmark for earmark in earmarks if earmark.of_sum == one.key]
    shares = [(earmark, _part(earmark, one)) for earmark in own]
    return SumView(
        one,
        tuple(Share(earmark, f"{part:.0f}", f"{part:.1f}") for earmark, part in shares if part is not None),
        tuple(earmark for earmark, part in shares if part is None),
    )


def _part(earmark: Earmark, whole: AgreedSum) -> float | None:
    """An earmark in percent of its sum; None where either is not one exact number."""
    if not (isinstance(earmark.amount, Amount) and isinstance(whole.amount, Amount)):
        return None
    if not (earmark.amount.is_exact and whole.amount.is_exact and 0 < earmark.amount.value <= whole.amount.value):
        return None
    return float(earmark.amount.value * Decimal(100) / whole.amount.value)


def version_view(version: Version, voice: Voice) -> VersionView:
    """A version with its changes as a list and marked in the text."""
    changes = tuple(
        ChangeView(
            change,
            edits_in(change.text),
            in_words(voice.text(change.text, prefix=f"{version.key}-{change.key}-"), voice.catalogue),
            len(change.text.split()),
        )
        for change in version.changes
    )
    kinds = [edit.kind for one in changes for edit in one.edits]
    return VersionView(version, changes, kinds.count("added"), kinds.count("struck"))
