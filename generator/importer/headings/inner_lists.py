"""Lists within the text of items to less weight: they count from 1 anew, and no label stands between what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.importer.headings.candidates import Candidate
from generator.importer.labels.groups import group_of
from generator.importer.labels.page import Page

_LIST = 3.0  # what speaks against a line of such a list
_FEWEST = 2


def without_lists(page: Page, candidates: Sequence[Candidate], rounds: Sequence[int]) -> list[Candidate]:
    """Candidates of one scheme in order, weighed again; `rounds` is how many labels of decisions stand before each line."""
    within = {
        one for run in _runs(candidates, rounds) if len(run) >= _FEWEST and _is_anew(page, run[0], candidates) for one in run
    }
    labelled = rounds[-1] >= _FEWEST
    return [replace(one, weight=one.weight - _LIST) if labelled and one in within else one for one in candidates]


def _runs(candidates: Sequence[Candidate], rounds: Sequence[int]) -> Iterator[list[Candidate]]:
    """Candidates that count on from 1 with no label between them."""
    run: list[Candidate] = []
    for one in candidates:
        counts = bool(run) and one.parts == (*run[-1].parts[:-1], run[-1].parts[-1] + 1)
        if not (counts and rounds[one.start] == rounds[run[-1].start]):
            yield run
            run = []
        run = [*run, one] if run or one.parts == (1,) else run
    yield run


def _is_anew(page: Page, first: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a count has begun before, and no heading of a group says why it begins again."""
    before = [one for one in candidates if one.start < first.start and one.weight > 0]
    group = first.start > 0 and group_of(page.lines[first.start - 1].plain, page.wording.language)
    return bool(before) and not group
