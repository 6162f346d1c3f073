"""Candidates to the headings of a document's items: the numbering and the sequence that explain it best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.importer.headings.agenda_list import agenda_list
from generator.importer.headings.alike import alike_numbered
from generator.importer.headings.any_other import any_other_business
from generator.importer.headings.as_listed import as_listed
from generator.importer.headings.candidates import Candidate, is_usual, numbered_candidates
from generator.importer.headings.completed import with_usual
from generator.importer.headings.contents import Contents, contents_of
from generator.importer.headings.groups_again import groups_said_again
from generator.importer.headings.inner_lists import without_lists
from generator.importer.headings.margin import with_margin
from generator.importer.headings.named_titles import without_names
from generator.importer.headings.nested import counted_on
from generator.importer.headings.numbers_in_labels import with_numbers_of_labels
from generator.importer.headings.out_of_turn import out_of_turn
from generator.importer.headings.references import without_references
from generator.importer.headings.run_in import with_text_apart
from generator.importer.headings.said_twice import said_once
from generator.importer.headings.single import only_item
from generator.importer.headings.twins import said_with_numbers
from generator.importer.headings.unnumbered import unnumbered
from generator.importer.headings.whole_numbers import whole, without_parts
from generator.importer.labels.groups import group_of
from generator.importer.labels.numbering import CLOCK
from generator.importer.labels.page import Page
from generator.importer.language.likeness import keys_of, likeness

_LIKELY = -2.5  # candidates that weigh less are not worth following
_AGREEING = 3  # numbers of a list of contents that come again, for it to be that of the items
_ALIKE = 0.5  # of two titles that may be the same
_UNLISTED = 4.0  # what it costs that a list of contents does not have a number, or has another title for it
_MANY = 20  # numbers left out: more are no sequence
_NOTHING = 0.5  # what it costs that an item has only its heading
_STEADY = 1.0  # what speaks for each step of a sequence that leaves nothing out
_WINDOW = 120  # candidates that one may follow upon, so that a long document takes no longer than it is long


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of the items in order, and what the document's lists of contents say."""

    headings: tuple[Candidate, ...]
    contents: Contents


def outline_of(page: Page) -> Outline:
    """Find the headings of a document's items; none where it has no items."""
    contents = contents_of(page)
    groups: dict[str, list[Candidate]] = defaultdict(list)
    apart = contents.lines | groups_said_again(page)
    for candidate in (*numbered_candidates(page), *contents.again):
        if candidate.start not in apart and candidate.weight > _LIKELY:
            groups[candidate.scheme].append(candidate)
            own = page.numbers[candidate.start]
            if own is not None and own.scheme != candidate.scheme and own.title and not candidate.rest:
                groups[own.scheme].append(replace(candidate, scheme=own.scheme))
    groups = {scheme: _by_contents(page, group, contents) for scheme, group in groups.items()}
    rounds = _rounds(page, contents)
    groups = {scheme: without_parts(_best_of_each_line(group), rounds) for scheme, group in groups.items()}
    groups = {scheme: without_lists(page, group, rounds) for scheme, group in groups.items()}
    chains = [_best_chain(group, rounds) for _, group in sorted(groups.items())]
    nested = (counted_on(page, group) for _, group in sorted(groups.items()))
    chains += [_best_chain(group, rounds) for group in nested if group]
    chains = [(score + _steadiness(chain, rounds), chain) for score, chain in chains]
    others = (same for group in groups.values() for same in (alike_numbered(group), as_listed(group, contents.entries)))
    chains += [(sum(one.weight for one in same), same) for same in others if same]
    chains = [one for one in chains if not any(_head(one[1], other) for _, other in chains)] or chains
    bare = unnumbered(page, contents)
    numbered = _best_of(chains)
    if not (said_with_numbers(page, bare) or _are_groups(bare, numbered) or _have_numbers(bare, numbered)):
        chains.append((sum(one.weight for one in bare), bare))
    headings = _best_of(chains) or only_item(page) or agenda_list(page)
    headings = (*headings, *(one for group in groups.values() for one in _among_groups(page, group, headings, rounds)))
    every = (one for group in groups.values() for one in group)
    headings = tuple(sorted((*headings, *out_of_turn(page, every, headings, rounds, contents)), key=lambda one: one.start))
    headings = _without_doubles(headings)
    headings = with_usual(page, (*headings, *any_other_business(page, headings, contents)), contents)
    headings = without_names(without_references(said_once(headings)), page.wording)
    return Outline(with_numbers_of_labels(page, with_margin(with_text_apart(page, headings))), contents)


def _head(groups: Sequence[Candidate], items: Sequence[Candidate]) -> bool:
    """Whether some numbered headings are those of groups: right below most stands the first item, "A1" below "A"."""
    begins = {one.start: one.printed for one in items if not one.title[:1].islower()}
    found = [one for one in groups if begins.get(one.end, "").startswith(one.printed or "\n")]
    return len(found) > 1 and len(found) * 2 > len(groups) and {*groups}.isdisjoint(items)


def _best_of(chains: Sequence[tuple[float, tuple[Candidate, ...]]]) -> tuple[Candidate, ...]:
    return max(chains, key=lambda chain: (chain[0], len(chain[1])), default=(0.0, ()))[1]


def _are_groups(bare: Sequence[Candidate], numbered: Sequence[Candidate]) -> bool:
    """Whether headings without numbers are those of groups: right below most of them stands the first of some that count on."""
    starts = {one.start for one in numbered}
    heads = {keys_of(one.title): one for one in bare}  # the last of each: before that it is listed
    return len(heads) > 1 and sum(one.end in starts for one in heads.values()) * 2 > len(heads)


def _have_numbers(bare: Sequence[Candidate], numbered: Sequence[Candidate]) -> bool:
    """Whether headings without numbers are the titles below numbers that count on one by one: "Sag nr. 101/08"."""
    titles = {line for one in numbered for line in range(one.start + 1, one.end)}
    counted = len(numbered) >= _AGREEING and not any(_gap(one, other) for one, other in pairwise(numbered))
    return counted and sum(one.start in titles for one in bare) * 2 > len(bare)


def _among_groups(
    page: Page, numbered: Sequence[Candidate], headings: Sequence[Candidate], rounds: Sequence[int]
) -> Iterator[Candidate]:
    """Items that are counted with the headings of groups because they are none of any: "IV. Eventuelt"."""
    if numbered[0].scheme in {one.scheme for one in headings}:
        return
    starts = sorted(one.start for one in (*headings, *numbered))
    own_starts = {one.start for one in headings}
    groups = [one for one in numbered if group_of(one.title, page.wording.language)]
    head = len(groups) > 1 or _head(_best_chain(numbered, rounds)[1], headings)  # "1. cykelstier" is of a list
    for one in numbered if head else ():
        below = next((start for start in starts if start > one.start), None)
        own = below is None or below not in own_starts
        if own and is_usual(page, one.title) and one not in groups and one.start > headings[0].start:
            yield one


def _by_contents(page: Page, group: Iterable[Candidate], contents: Contents) -> list[Candidate]:
    """Candidates weighed by whether the list of contents has them too, where it has the numbers of others of them."""
    group = list(group)
    listed: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for entry in contents.entries:
        listed[entry.parts].append(entry.title)
    agreeing = {one.parts for one in group} & {*listed}
    if len(agreeing) < _AGREEING or len(agreeing) * 2 < len(listed):
        return group
    agrees = [any(likeness(title, one.title) >= _ALIKE for title in listed[one.parts]) for one in group]
    return [one if right else replace(one, weight=one.weight - _UNLISTED) for one, right in zip(group, agrees, strict=True)]


def _best_of_each_line(candidates: Iterable[Candidate]) -> list[Candidate]:
    best: dict[tuple[int, tuple[int, ...]], Candidate] = {}
    for one in candidates:
        key = (one.start, one.parts)
        if key not in best or best[key].weight < one.weight:
            best[key] = one
    return sorted(best.values(), key=lambda one: (one.start, one.parts))


def _rounds(page: Page, contents: Contents) -> list[int]:
    """Of each line, how many labels of a decision, or of what was said, stand before it; the last is of all lines."""
    counted, rounds = 0, []
    head = next((at for at, number in enumerate(page.numbers) if number is not None), 0)
    for at, label in enumerate(page.labels):
        rounds.append(counted)
        titles_page = label is not None and label.kind == "minutes" and at < head  # "Referat" above the whole
        counted += label is not None and label.kind in ("decision", "minutes") and not titles_page and at not in contents.lines
    return [*rounds, counted]


def _steadiness(chain: Sequence[Candidate], rounds: Sequence[int]) -> float:
    """What speaks for a sequence of numbers as a whole: that it counts on with a label between each two of them."""
    steps = [
        one.parts[:-1] == other.parts[:-1]
        and one.parts[-1:] < other.parts[-1:]
        and _gap(one, other) == 0.0
        and rounds[other.start] > rounds[one.start]
        for one, other in pairwise(chain)
    ]
    return _STEADY * len(steps) if len(steps) >= _AGREEING and all(steps) else 0.0


def _between(rounds: Sequence[int], start: int, end: int) -> float:
    """What it costs that an item goes from one line to another: one label is as it should be, none or many are not."""
    if rounds[-1] < 2:
        return 0.0
    labels = rounds[end] - rounds[start]
    return 2.0 if labels == 0 else min(2.4, 0.8 * (labels - 1))


def _step(earlier: Candidate, later: Candidate, rounds: Sequence[int]) -> float:
    """What it costs that one item follows upon another; those that count on with nothing between need no label."""
    gap = _gap(earlier, later)
    if not gap and earlier.end == later.start and earlier.weight > 0:
        return _NOTHING
    return gap + _between(rounds, earlier.start, later.start)


def _best_chain(candidates: Sequence[Candidate], rounds: Sequence[int]) -> tuple[float, tuple[Candidate, ...]]:
    """The sequence of rising numbers that weighs most, gaps counting against it."""
    totals: list[float] = []
    before: list[int] = []
    for at, one in enumerate(candidates):
        best, link = -_start_cost(one) - min(9.0, 3.0 * rounds[one.start]), -1
        for other in range(max(0, at - _WINDOW), at):
            if candidates[other].parts < one.parts and candidates[other].end <= one.start:
                total = totals[other] - _step(candidates[other], one, rounds)
                if total > best:
                    best, link = total, other
        totals.append(best + one.weight)
        before.append(link)
    if not totals:
        return 0.0, ()
    at = max(range(len(totals)), key=lambda index: totals[index])
    score, chain = totals[at], []
    while at >= 0:
        chain.append(candidates[at])
        at = before[at]
    return score, tuple(reversed(chain))


def _start_cost(one: Candidate) -> float:
    """What it costs that a sequence begins here: one that does not begin with 1 may be the rest of something else."""
    return 0.0 if whole(one.parts)[-1:] == (1,) or one.scheme in ("slash", CLOCK) else 1.5


def _gap(earlier: Candidate, later: Candidate) -> float:
    """What it costs that one number follows upon another: nothing for the next, something for what is left out."""
    before, after = whole(earlier.parts), whole(later.parts)
    if later.scheme == CLOCK:
        return 0.0
    if later.scheme.endswith("slash") and before[1:] == after[1:]:
        before, after = before[:1], after[:1]  # "38/14", "39/14": the second part is the year
    if len(after) == len(before) and after[:-1] == before[:-1]:
        left_out = after[-1] - before[-1] - 1
        return min(4.0, 1.0 * left_out) if left_out < _MANY else 6.0
    if len(after) > len(before):
        return 0.0 if after == (*before, 1) else 1.0 if after[:-1] == before else 2.0
    upper = before[: len(after)]
    if after[:-1] == upper[:-1] and after[-1] == upper[-1] + 1:
        return 0.0
    if len(after) == len(before) and after[-1] == 1:
        return 0.0
    return 2.0


def _without_doubles(headings: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Headings in order of their lines, none within another's lines."""
    kept: list[Candidate] = []
    for one in sorted(headings, key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)
