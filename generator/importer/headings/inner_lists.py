"""Lists within the text of items to less weight: they count from 1 anew, and no label stands between what they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.importer.headings.candidates import Candidate
from generator.importer.labels.groups import group_of
from generator.importer.labels.page import Page

_LIST = 3.0  # what speaks against a line of such a list
_FEWEST = 2
_ITEMS = 3  # with whole numbers, for what is counted below one alone to be of its text


def without_lists(page: Page, candidates: Sequence[Candidate], rounds: Sequence[int]) -> list[Candidate]:
    """Candidates of one scheme in order, weighed again; `rounds` is how many labels of decisions stand before each line."""
    parts = _parts_of_one(page, candidates, rounds)
    candidates = [one for one in candidates if one not in parts]
    within = {
        one for run in _runs(candidates, rounds) if len(run) >= _FEWEST and _is_anew(page, run[0], candidates) for one in run
    }
    labelled = rounds[-1] >= _FEWEST
    return [replace(one, weight=one.weight - _LIST) if labelled and one in within else one for one in candidates]


def _parts_of_one(page: Page, candidates: Sequence[Candidate], rounds: Sequence[int]) -> list[Candidate]:
    """What is counted below one item alone, "3.1", "3.2", and is of its text: one label of a decision follows for all of it,
    where the items have such, or it is a list of sentences.
    """
    items = [one for one in candidates if len(one.parts) == 1]
    parts = [one for one in candidates if len(one.parts) > 1]
    heads = {one.parts[:1] for one in parts}
    above = [one for one in items if one.parts in heads and one.start < parts[0].start]
    if len(items) < _ITEMS or len(parts) < _FEWEST or len(heads) != 1 or not above:
        return []
    after = min((one.start for one in items if one.start > parts[-1].start), default=len(page.lines))
    first, last = rounds[above[-1].start], rounds[parts[-1].start]
    labelled = rounds[-1] >= _FEWEST and first == last < rounds[after]
    listed = all(one.end == other.start for one, other in pairwise(parts)) and parts[-1].end < after
    return parts if labelled or (listed and all(one.title.endswith(".") for one in parts)) else []


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
