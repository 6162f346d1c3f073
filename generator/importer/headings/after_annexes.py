"""A numbered line below a counted list of annexes to whether the next item begins there, and the list has ended."""

from __future__ import annotations

from generator.importer.labels.label import Label
from generator.importer.labels.label_below import OF_ITEMS, label_below
from generator.importer.labels.page import Page, in_list

_DECIDED = ("decision", "minutes")


def begins_below_annexes(page: Page, start: int, end: int) -> bool:
    """Whether a line that could go on with a list of annexes, and ends before `end`, is the heading of the next item.

    Its number is the next of the item's above it, which has come to its decision before the list; and the
    label below it is one that the item above has already.
    """
    list_of, _ = page.announced[start]
    label = page.labels[list_of] if list_of >= 0 else None
    if label is None or label.kind != "annexes" or not page.lines[start].first:
        return False
    below = label_below(page.lines, page.labels, end)
    if below is None:
        return False
    above = _labels_above(page, start, list_of)
    return any(one.kind in _DECIDED for one in above) and any(_same(one, below) for one in above)


def _labels_above(page: Page, start: int, list_of: int) -> list[Label]:
    """The labels between a list of annexes and the number before that of a line below it; none where no such number comes."""
    number = page.numbers[start]
    due = (*number.parts[:-1], number.parts[-1] - 1) if number is not None else ()
    found: list[Label] = []
    for at in range(list_of - 1, -1, -1):
        one, label = page.numbers[at], page.labels[at]
        counts = number is not None and one is not None and one.scheme == number.scheme and one.parts == due
        if counts and not _is_point(page, at):
            return found
        found += [label] if label is not None and label.kind in OF_ITEMS else []
    return []


def _is_point(page: Page, at: int) -> bool:
    """Whether a line is of a list that is none of annexes, in which the heading of an item may seem to stand."""
    label = page.labels[page.announced[at][0]]
    return in_list(page, at) and (label is None or label.kind != "annexes")


def _same(one: Label, other: Label) -> bool:
    """Whether two labels are of the same kind: the case, or what was said and decided on it."""
    return one.kind == other.kind or {one.kind, other.kind} <= {*_DECIDED}
