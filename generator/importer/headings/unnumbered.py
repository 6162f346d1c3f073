"""The headings of a document whose items have no numbers: by their style, or one before each round of labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.extraction.blocks import Kind
from generator.importer.headings.above_items import without_head
from generator.importer.headings.above_labels import above_labels
from generator.importer.headings.above_paragraphs import above_paragraphs
from generator.importer.headings.bare_titles import bare_title, is_bare_label, is_bold_alone, may_be_title
from generator.importer.headings.below_cases import below_cases
from generator.importer.headings.candidates import Candidate, is_usual
from generator.importer.headings.colon_titles import colon_titles
from generator.importer.headings.completed import completed, usual_titles
from generator.importer.headings.contents import Contents
from generator.importer.headings.named_titles import named_titles
from generator.importer.headings.rounds import end_of_head, rounds_of
from generator.importer.headings.run_in import listed_titles
from generator.importer.headings.whole_titles import whole_title
from generator.importer.labels.numbering import without_page
from generator.importer.labels.page import Page
from generator.importer.language.likeness import keys_of
from generator.importer.language.outcomes import outcome_of
from generator.importer.lines.textlines import TextLine

_ENOUGH = 3.4  # what must speak for a line that has no number
_AGAIN = 3.0  # what speaks for a title that has stood above, in a list of contents
_NO_LABEL = 4.0  # what it costs that no label stands between two headings
_SEVERAL = 3  # titles that make a list
_OFTEN = 3  # times that a title stands in a text: in a list, above its text, and on a new page
_LETTERS = 4  # capitals that are no abbreviation
_USUALLY = 2  # titles of most agendas, for lines to be titles that nothing else marks
_WINDOW = 60  # headings that one may follow upon


def unnumbered(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """The headings; none where nothing is plain enough to be one."""
    return without_head(page, _chosen(page, contents))


def _chosen(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """The way to find headings for which most speaks."""
    styled = _styled(page, contents)
    if sum(is_usual(page, one.title) for one in styled) >= _USUALLY:
        return styled  # what else looks like a title stands within the items
    before = _without_inner(page, _before_labels(page, contents), styled)
    ways = (
        styled,
        before,
        completed(page, above_labels(page, contents), (*before, *usual_titles(page, contents)), rounds_of(page, contents)),
        below_cases(page, contents),
        named_titles(page, contents),
        _listed_above(page, contents),
        above_paragraphs(page, contents),
        colon_titles(page, contents),
        listed_titles(page, contents),
    )
    return max(ways, key=_weighing)


def _without_inner(page: Page, headings: Sequence[Candidate], styled: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Headings before labels without those within items: of a lower level, where all of a higher one are among them."""
    starts = {one.start for one in headings}
    level = page.lines[styled[0].start].level if styled and page.lines[styled[0].start].kind is Kind.HEADING else 0
    if not level or not {one.start for one in styled} <= starts:
        return tuple(headings)
    return tuple(
        one for one in headings if page.lines[one.start].kind is not Kind.HEADING or page.lines[one.start].level <= level
    )


def _weighing(headings: Sequence[Candidate]) -> float:
    return sum(one.weight for one in headings)


def _styled(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """The lines that are set off in one way, of which there are several."""
    styles: dict[str, list[Candidate]] = defaultdict(list)
    rounds = rounds_of(page, contents)
    head = end_of_head(page, rounds)
    named = [page.lines[at].strong for at in range(len(page.lines)) if is_bare_label(page, at)]
    # Where labels tell what is decided, and are in bold type themselves, bold lines are headings within the items.
    bold = rounds[-1] < 2 or sum(named) * 2 < len(named)
    for at, line in enumerate(page.lines):
        style = _style_of(line, bold=bold)
        if style and at not in contents.lines and may_be_title(page, at) and (line.kind is Kind.HEADING or at >= head):
            before = styles[style][-1].end if styles[style] else 0
            styles[style] += [bare_title(page, at)] if at >= before else []
    if not any(is_usual(page, one.title) for one in styles["bold"]):
        del styles["bold"]
    several = [tuple(group) for _, group in sorted(styles.items()) if len(group) > 1]
    best = max(several, key=_weighing, default=())
    return (*best, *_beside_groups(page, best, styles))


def _beside_groups(page: Page, headings: Sequence[Candidate], styles: Mapping[str, Sequence[Candidate]]) -> list[Candidate]:
    """Items whose headings are of a higher level because they are of no group: "Eventuelt" beside "Til beslutning"."""
    if not headings or page.lines[headings[0].start].kind is not Kind.HEADING:
        return []
    level = page.lines[headings[0].start].level
    every = sorted(one.start for group in styles.values() for one in group)
    found = []
    for one in (one for group in styles.values() for one in group if is_usual(page, one.title)):
        below = next((page.lines[start].level for start in every if start > one.start), 0)
        if 0 < page.lines[one.start].level < level and below < level and one.start > headings[0].start:
            found.append(one)
    return found


def _style_of(line: TextLine, *, bold: bool) -> str:
    """How a line is set off from the text; empty where it is not."""
    if line.kind is Kind.HEADING:
        return f"level {line.level}"
    if bold and is_bold_alone(line):
        return "bold"
    capitals = line.plain.isupper() and sum(map(str.isalpha, line.plain)) > _LETTERS
    return "capitals" if capitals and not line.plain.endswith(".") else ""


def _decides(page: Page, at: int) -> bool:
    """Whether a line is a sentence that decides: it is no title, however often it is said."""
    text = page.lines[at].plain
    return text.endswith(".") and outcome_of(text, page.wording, strict=True) is not None


def _before_labels(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """One title before each round of labels: the sequence for which most speaks."""
    rounds = rounds_of(page, contents)
    if rounds[-1] < 2:
        return ()
    above = _said_above(page)
    found = []
    for at in range(end_of_head(page, rounds), len(page.lines)):
        if at in contents.lines or not may_be_title(page, at):
            continue
        one = bare_title(page, at)
        key = keys_of(without_page(one.title))
        if above[key] > _OFTEN:
            continue  # what a form says in item after item is no title
        again = _AGAIN if above[key] > 1 and at == above[(*key, ("last", 0))] else 0.0
        listed = 2 * _AGAIN if above[key] > 1 and not again else 0.0  # it comes again below: here it is only listed
        if one.weight + again - listed > _ENOUGH and not _decides(page, at):
            found.append(replace(one, start=_first_of_twins(page, at), weight=one.weight + again))
    return _best(page, _without_groups(found), rounds)


def _without_groups(titles: Sequence[Candidate]) -> list[Candidate]:
    """The titles without those of groups: where several stand right above another one, those above."""
    above = [one for one, other in pairwise(titles) if one.end == other.start and keys_of(one.title) != keys_of(other.title)]
    are_groups = len(above) > 1 and len(above) * 2 <= len(titles)
    return [one for one in titles if not are_groups or one not in above]


def _first_of_twins(page: Page, at: int) -> int:
    """The line at which a title begins that is said twice in a row, as some web pages do."""
    same = at and page.lines[at - 1].plain == page.lines[at].plain
    return at - 1 if same else at


def _listed_above(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """Titles that stand in one list and then again, each above its text."""
    first: dict[tuple[tuple[str, int], ...], int] = {}
    last: dict[tuple[tuple[str, int], ...], int] = {}
    for at, line in enumerate(page.lines):
        listed = line.kind is Kind.LIST_ITEM and line.marker and page.labels[at] is None
        title = may_be_title(page, at) and not line.plain.endswith(".")
        if at not in contents.lines and (listed or title):
            key = keys_of(without_page(line.plain.removeprefix(line.marker)))
            first.setdefault(key, at)
            last |= {key: at} if title else {}
    twice = sorted((last[key], at) for key, at in first.items() if last.get(key, at) > at)
    lists = [listed for _, listed in twice]
    if len(twice) < _SEVERAL or max(lists) - min(lists) > 2 * len(lists) or lists != sorted(lists):
        return ()
    if sum(at + 1 == below for (at, _), (below, _) in pairwise(twice)) * 2 > len(twice):
        return ()  # a list that comes again in every item, and no title above its text
    return tuple(
        replace(one, weight=one.weight + _AGAIN) for at, _ in twice if (one := bare_title(page, at)).start > max(lists)
    )


def _said_above(page: Page) -> Counter[tuple[tuple[str, int], ...]]:
    """How often each title stands in the text, and at which line last."""
    counted: Counter[tuple[tuple[str, int], ...]] = Counter()
    for at in range(len(page.lines)):
        if len(page.lines[at].plain) < 200 and may_be_title(page, at):
            key = keys_of(without_page(whole_title(page, at, page.lines[at].plain)[0]))
            counted[key] += 1
            counted[(*key, ("last", 0))] = at
    return counted


def _best(page: Page, candidates: Sequence[Candidate], rounds: Sequence[int]) -> tuple[Candidate, ...]:
    totals: list[float] = []
    before: list[int] = []
    for at, one in enumerate(candidates):
        best, link = -3.0 * rounds[one.start], -1
        for other in range(max(0, at - _WINDOW), at):
            earlier = candidates[other]
            if earlier.end <= one.start:
                labels = rounds[one.start] - rounds[earlier.start]
                unlabelled = _NO_LABEL / 2 if is_usual(page, earlier.title) else _NO_LABEL  # of the agenda little is said
                cost = unlabelled if labels == 0 else 1.5 * (labels - 1)
                if totals[other] - cost > best:
                    best, link = totals[other] - cost, other
        totals.append(best + one.weight - _ENOUGH / 2)
        before.append(link)
    chain: list[Candidate] = []
    at = max(range(len(totals)), key=lambda index: totals[index] - 3.0 * _left(rounds, candidates[index]), default=-1)
    while at >= 0:
        chain.append(candidates[at])
        at = before[at]
    return tuple(reversed(chain)) if len(chain) > 1 else ()


def _left(rounds: Sequence[int], last: Candidate) -> int:
    """How many rounds of labels the last item would have too many."""
    return max(0, rounds[-1] - rounds[last.start] - 1)
