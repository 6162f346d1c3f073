"""The headings of a document whose items have no numbers: by their style, or one before each round of labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.candidates import Candidate, is_usual, weight_of, whole_title
from generator.importer.contents import Contents
from generator.importer.labels import field_of
from generator.importer.likeness import keys_of
from generator.importer.numbering import without_page
from generator.importer.page import Page, opens
from generator.importer.textlines import TextLine

_ENOUGH = 3.4  # what must speak for a line that has no number
_NO_NUMBER = 1.0
_AGAIN = 3.0  # what speaks for a title that has stood above, in a list of contents
_NO_LABEL = 4.0  # what it costs that no label stands between two headings
_SEVERAL = 3  # titles that make a list
_LETTERS = 4  # capitals that are no abbreviation
_SHORT = 70  # letters of a title that nothing else marks
_USUALLY = 2  # titles of most agendas, for lines to be titles that nothing else marks
_WINDOW = 60  # headings that one may follow upon


def unnumbered(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """The headings; none where nothing is plain enough to be one."""
    ways = (
        _styled(page, contents),
        _before_labels(page, contents),
        _listed_above(page, contents),
        _above_paragraphs(page, contents),
    )
    return max(ways, key=_weighing)


def _weighing(headings: Sequence[Candidate]) -> float:
    return sum(one.weight for one in headings)


def _bare(page: Page, at: int) -> Candidate:
    title, end = whole_title(page, at, page.lines[at].plain)
    candidate = Candidate(at, end, "", (), "none", title, 0.0)
    stops = -3.0 if title.endswith(".") and not is_usual(page, title) else 0.0
    said = -4.0 if at and _is_bare_label(page, at - 1) else 0.0  # what follows a label at once is what it announces
    apart = 1.5 if at and not page.lines[at].first and page.wording.any_of("no_title").match(page.lines[at - 1].plain) else 0.0
    return replace(candidate, weight=weight_of(page, candidate) - _NO_NUMBER + stops + said + apart)


def _is_bare_label(page: Page, at: int) -> bool:
    label = page.labels[at]
    return label is not None and not label.rest


def _may_be_title(page: Page, at: int) -> bool:
    line = page.lines[at]
    label = page.labels[at]
    set_off = line.kind is Kind.HEADING or _is_bold_alone(line)
    styled = set_off and label is not None and label.kind == "inner" and not label.rest
    if (label and not styled) or page.numbers[at] or line.kind in (Kind.TABLE, Kind.LIST_ITEM):
        return False
    if field_of(line.plain, page.wording) or opens(page, at) or page.wording.any_of("no_title").match(line.plain):
        return False
    return at > 0 and 2 < len(line.plain) <= 160 and not line.plain[:1].islower() and not line.plain.endswith((",", ":", ";"))


def _styled(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """The lines that are set off in one way, of which there are several."""
    styles: dict[str, list[Candidate]] = defaultdict(list)
    rounds = _rounds(page, contents)
    head = _end_of_head(page, rounds)
    bold = rounds[-1] < 2  # where labels tell what is decided, bold lines are headings within the items
    for at, line in enumerate(page.lines):
        style = _style_of(line, bold=bold)
        if style and at not in contents.lines and _may_be_title(page, at) and (line.kind is Kind.HEADING or at >= head):
            before = styles[style][-1].end if styles[style] else 0
            styles[style] += [_bare(page, at)] if at >= before else []
    if not any(is_usual(page, one.title) for one in styles["bold"]):
        del styles["bold"]
    several = [tuple(group) for _, group in sorted(styles.items()) if len(group) > 1]
    return max(several, key=_weighing, default=())


def _above_paragraphs(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """Short lines that begin a paragraph and end in no full stop, in a text where several are titles of most agendas."""
    head = _end_of_head(page, _rounds(page, contents))
    found = []
    for at in range(head, len(page.lines) - 1):
        line, below = page.lines[at], page.lines[at + 1]
        alone = line.first and at not in contents.lines and not line.plain.endswith((".", "?", "!"))
        if (
            alone
            and _may_be_title(page, at)
            and len(line.plain) <= _SHORT
            and below.plain.endswith((".", ":", "-")) | (len(below.plain) > _SHORT)
        ):
            found.append(_bare(page, at))
    usual = sum(is_usual(page, one.title) for one in found)
    return tuple(found) if usual >= _USUALLY and len(found) >= _SEVERAL else ()


def _style_of(line: TextLine, *, bold: bool) -> str:
    """How a line is set off from the text; empty where it is not."""
    if line.kind is Kind.HEADING:
        return f"level {line.level}"
    if bold and _is_bold_alone(line):
        return "bold"
    capitals = line.plain.isupper() and sum(map(str.isalpha, line.plain)) > _LETTERS
    return "capitals" if capitals and not line.plain.endswith(".") else ""


def _is_bold_alone(line: TextLine) -> bool:
    return line.strong and line.first and line.last and not line.plain.endswith((".", ":", ","))


def _before_labels(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """One title before each round of labels: the sequence for which most speaks."""
    rounds = _rounds(page, contents)
    if rounds[-1] < 2:
        return ()
    above = _said_above(page)
    found = []
    for at in range(_end_of_head(page, rounds), len(page.lines)):
        if at in contents.lines or not _may_be_title(page, at):
            continue
        one = _bare(page, at)
        key = keys_of(without_page(one.title))
        again = _AGAIN if above[key] > 1 and at == above[(*key, ("last", 0))] else 0.0
        listed = 2 * _AGAIN if above[key] > 1 and not again else 0.0  # it comes again below: here it is only listed
        if one.weight + again - listed > _ENOUGH:
            found.append(replace(one, start=_first_of_twins(page, at), weight=one.weight + again))
    return _best(found, rounds)


def _first_of_twins(page: Page, at: int) -> int:
    """The line at which a title begins that is said twice in a row, as some web pages do."""
    same = at and page.lines[at - 1].plain == page.lines[at].plain
    return at - 1 if same else at


def _end_of_head(page: Page, rounds: Sequence[int]) -> int:
    """The first line below the fields of the head."""
    before = [at for at in range(len(page.lines)) if not rounds[at] and not page.labels[at]]
    return max((at + 1 for at in before if _is_fact(page, at)), default=0)


def _is_fact(page: Page, at: int) -> bool:
    field = field_of(page.lines[at].plain, page.wording)
    return field is not None and field.kind != "agenda" and not (at and page.lines[at].kind is Kind.LIST_ITEM)


def _listed_above(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """Titles that stand in one list and then again, each above its text."""
    first: dict[tuple[tuple[str, int], ...], int] = {}
    last: dict[tuple[tuple[str, int], ...], int] = {}
    for at in range(len(page.lines)):
        if at not in contents.lines and _may_be_title(page, at) and not page.lines[at].plain.endswith("."):
            key = keys_of(without_page(page.lines[at].plain))
            first.setdefault(key, at)
            last[key] = at
    twice = sorted((last[key], at) for key, at in first.items() if last[key] > at)
    lists = [listed for _, listed in twice]
    if len(twice) < _SEVERAL or max(lists) - min(lists) > 2 * len(lists) or lists != sorted(lists):
        return ()
    return tuple(replace(one, weight=one.weight + _AGAIN) for at, _ in twice if (one := _bare(page, at)).start > max(lists))


def _said_above(page: Page) -> Counter[tuple[tuple[str, int], ...]]:
    """How often each title stands in the text, and at which line last."""
    counted: Counter[tuple[tuple[str, int], ...]] = Counter()
    for at in range(len(page.lines)):
        if len(page.lines[at].plain) < 200 and _may_be_title(page, at):
            key = keys_of(without_page(whole_title(page, at, page.lines[at].plain)[0]))
            counted[key] += 1
            counted[(*key, ("last", 0))] = at
    return counted


def _rounds(page: Page, contents: Contents) -> list[int]:
    """Of each line, how many rounds of labels stand before it: by the labels of decisions, else of recommendations."""
    kinds = [_round_kind(page, at) if at not in contents.lines else "" for at in range(len(page.lines))]
    counted = Counter(kinds)
    said = max(("decision", "minutes"), key=lambda kind: counted[kind])
    chosen = said if counted[said] > 1 else "recommendation"
    total, rounds = 0, []
    for kind in kinds:
        rounds.append(total)
        total += kind == chosen
    return [*rounds, total]


def _round_kind(page: Page, at: int) -> str:
    label = page.labels[at]
    if label is not None:
        return label.kind
    named = at and (above := page.labels[at - 1]) is not None and above.kind == "recommendation"
    return "recommendation" if opens(page, at) and not named else ""


def _best(candidates: Sequence[Candidate], rounds: Sequence[int]) -> tuple[Candidate, ...]:
    totals: list[float] = []
    before: list[int] = []
    for at, one in enumerate(candidates):
        best, link = -3.0 * rounds[one.start], -1
        for other in range(max(0, at - _WINDOW), at):
            earlier = candidates[other]
            if earlier.end <= one.start:
                labels = rounds[one.start] - rounds[earlier.start]
                cost = _NO_LABEL if labels == 0 else 1.5 * (labels - 1)
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
