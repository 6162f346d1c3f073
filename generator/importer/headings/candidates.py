"""Lines to those that may be headings of items, each with how much speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.extraction.blocks import Kind
from generator.extraction.rows import marker_of
from generator.importer.headings.after_annexes import begins_below_annexes
from generator.importer.headings.case_numbers import is_case_number, says_only_facts
from generator.importer.headings.closed_item import is_closed_item
from generator.importer.headings.names_beside import names_beside
from generator.importer.headings.number_below import is_below_title, stand_below
from generator.importer.headings.said_beside import said_beside
from generator.importer.headings.states import only_says_state, says_state
from generator.importer.headings.whole_titles import whole_title
from generator.importer.labels.groups import group_of
from generator.importer.labels.label import names_title
from generator.importer.labels.numbering import Numbered
from generator.importer.labels.page import Page, in_list, is_ordinal, opens
from generator.importer.lines.textlines import TextLine

_USUAL = 1.5  # what speaks for a title that many agendas have
GROUP = 3.0  # what speaks against the heading of a group of items
_FIRST = 2.0  # what speaks for the first item of those that are closed or added: their numbers need not count on
_HIGH = 30  # no list within an item counts as far
_LONG = 140  # characters; few titles are longer
_BARE = ("alone", "decimal", "slash", "roman", "letter", "coded", "clock")  # kinds of numbers without a word before them
_CELLS = re.compile(r"(?:\s+-?\d[\d.,]*\s*%?){2,}$|\s-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$")
_TWO_SENTENCES = re.compile(r"[a-zæøå]{3}\.\s+[A-ZÆØÅ]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be an item's heading, with the lines that its title runs on to (`end` is after the last).

    `parts` is its number to be compared, empty where it has none; `weight` is what speaks for it, less what speaks
    against. `rest` is what the line says after its number where that is text, and the title stands in the list of contents.
    """

    start: int
    end: int
    printed: str
    parts: tuple[int, ...]
    scheme: str
    title: str
    weight: float
    rest: str = ""


def numbered_candidates(page: Page) -> list[Candidate]:
    """Every line that begins with a number as an item would, weighed."""
    found = []
    below, beside_titles = stand_below(page), said_beside(page)
    for at, number in enumerate(page.numbers):
        if number is None or number.dotted:
            continue
        stated = only_says_state(number.title, page.wording)  # "Punkt 5 (Lukket)", and perhaps the title below
        beside = says_only_facts(number.title, page.wording) or names_beside(page, at)
        alone = _number_alone(page, at, number) if beside or stated or not number.title else None
        parts = beside_titles.get(at, ("", ""))
        candidate = alone if beside or not number.title else alone or _with_title(page, at, number, *parts)
        if (above := _title_above(page, at, number, often=below)) is not None:
            found.append(above)
        if candidate is not None:
            found.append(replace(candidate, scheme=number.scheme) if beside or stated else candidate)
            if number.scheme.endswith("roman") and len(number.printed) == 1:  # "I" may follow upon "H"
                letter = (ord(number.printed) - ord("A") + 1,)
                found.append(replace(found[-1], parts=letter, scheme=found[-1].scheme.replace("roman", "letter")))
    return found


def _with_title(page: Page, at: int, number: Numbered, front: str, said: str) -> Candidate:
    """The candidate of a number with its title; `front` is what of the line is the title where what was `said` follows it."""
    title, end = (front, at + 1) if said else whole_title(page, at, number.title)
    candidate = Candidate(at, end, number.printed, number.parts, number.scheme, title, 0.0, said)
    mark = (
        -1.0
        if number.scheme.startswith(("§", "$"))
        else 0.5
        if number.mark or " " in number.scheme or number.scheme == "slash"
        else 0.0
    )
    return replace(candidate, weight=mark + weight_of(page, candidate))


def _number_alone(page: Page, at: int, number: Numbered) -> Candidate | None:
    """A number on a line of its own, perhaps with a second one below, before the line with the title."""
    after = at + 1
    second = page.numbers[after] if after < len(page.lines) else None
    if second is not None and not second.title:
        after += 1
    label = page.labels[after] if after < len(page.lines) else None
    named = label is not None and names_title(label, page.wording)
    if (
        after >= len(page.lines)
        or (label is not None and not named and (label.kind != "inner" or label.rest))
        or (page.numbers[after] and not second)
    ):
        return None
    line = page.lines[after]
    if marker_of(line.plain) and not (" " in number.scheme and is_ordinal(page, after)):
        return None
    title, end = whole_title(page, after, label.rest if label is not None and named else line.plain)
    title = f"{number.title} {title}" if only_says_state(number.title, page.wording) else title
    candidate = Candidate(at, end, number.printed, number.parts, f"alone {number.scheme}", title, 0.0)
    apart = 1.0 if " " in number.scheme else 0.0 if page.lines[at].first else -1.5
    return replace(candidate, weight=apart + weight_of(page, candidate))


def _title_above(page: Page, at: int, number: Numbered, *, often: bool = False) -> Candidate | None:
    """A number with a word, "Sag nr. 129", that stands by itself below the title."""
    if not is_below_title(page, at, number, often=often):
        return None
    title = page.lines[at - 1]
    candidate = Candidate(at - 1, at + 1, number.printed, number.parts, f"below {number.scheme}", title.plain, 0.0)
    return replace(candidate, weight=1.0 + weight_of(page, candidate))


def weight_of(page: Page, candidate: Candidate) -> float:
    """What speaks for a line's being a heading, less what speaks against it."""
    weight = GROUP if is_closed_item(page, candidate.end, candidate.parts, candidate.title) else 0.0
    weight += _by_layout(page, candidate, page.lines[candidate.start])
    return weight + _by_words(page, candidate.title) + _by_surroundings(page, candidate)


def _by_layout(page: Page, candidate: Candidate, line: TextLine) -> float:
    weight = 4.0 if line.kind is Kind.HEADING else 0.0
    weight -= 5.0 if line.kind is Kind.TABLE else 0.0
    weight += 1.0 if line.first else -0.5
    weight += 0.7 if line.strong else 0.0
    weight += 1.5 if candidate.title.isupper() else 0.0
    nested = (
        line.level
        and line.kind is Kind.LIST_ITEM
        and (line.first or line.marker)
        and len(candidate.parts) < 2
        and candidate.parts < (_HIGH,)
    )
    return weight - (2.5 if nested else 0.0)  # "3.1" is below "3" by right


def _by_words(page: Page, title: str) -> float:
    weight = 0.5 if title[:1].isupper() or not title[:1].isalpha() else -2.0
    weight += 0.5 if len(title) <= _LONG else -2.0
    weight -= 1.5 if title.endswith((",", ";", ":")) else 0.0
    weight -= 1.0 if title.endswith(".") and len(title) > 60 else 0.0
    weight -= 1.5 if _TWO_SENTENCES.search(title) else 0.0
    weight -= 5.0 if _CELLS.search(title) else 0.0
    weight -= 4.0 if title.startswith(("at ", "to ")) else 0.0
    weight += _USUAL if is_usual(page, title) else 0.0
    weight -= GROUP if group_of(title, page.wording.language) else 0.0
    return weight - (2.0 if sum(letter.isalpha() for letter in title) < 3 else 0.0)


def is_usual(page: Page, title: str) -> bool:
    """Whether a title is one that nearly every agenda has."""
    types = page.wording.tree["item_types"]
    usual = (*types["formalities"], *types["any_other_business"], *types["announcements"])
    return any(title.casefold().startswith(phrase) for phrase in usual) and len(title) < 70


def has_case_number(page: Page, at: int) -> bool:
    """Whether there is such a line and it is the number of a case, which stands below the headings of items and in no list."""
    return at < len(page.lines) and is_case_number(page.lines[at].plain)


def _by_surroundings(page: Page, candidate: Candidate) -> float:
    weight, end = 0.0, candidate.end
    if any(opens(page, at) for at in range(end, min(end + 4, len(page.lines)))):
        weight = 2.5
    elif any(opens(page, at) for at in range(end, min(end + 40, len(page.lines)))):
        weight = 0.7
    weight += 0.7 if end < len(page.lines) and page.numbers[end] is None else 0.0
    above = group_of(page.lines[candidate.start - 1].plain, page.wording.language) if candidate.start else ""
    weight += _FIRST if above in ("closed", "added") else 0.0
    named = not set(candidate.scheme.split()) <= set(_BARE)  # "Pkt. 3" stands in no list of things
    high = candidate.parts >= (_HIGH,) and not _counts_on(page, candidate)
    filed = has_case_number(page, end) and (end + 1 >= len(page.lines) or page.numbers[end + 1] is None)  # else the next one's
    ends_annexes = bool(candidate.parts) and begins_below_annexes(page, candidate.start, end)
    own = named or high or filed or ends_annexes or says_state(candidate.title, page.wording)
    return weight - (6.0 if not own and in_list(page, candidate.start) else 0.0)


def _counts_on(page: Page, candidate: Candidate) -> bool:
    """Whether a number is the next of the list above it."""
    before, counts = page.announced[candidate.start]
    above = [number.parts for number in page.numbers[before + 1 : candidate.start] if number is not None]
    return counts and (not above or above[-1] == (*candidate.parts[:-1], candidate.parts[-1] - 1))
