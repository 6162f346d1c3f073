"""Headings of groups that stand above their items and are said again below the title of each: "B. Sager til orientering"."""

from __future__ import annotations

from generator.importer.labels.page import Page
from generator.importer.language.damage import skeleton

_OFTEN = 2  # titles below which a group is said again


def groups_said_again(page: Page) -> frozenset[int]:
    """The lines that say such a heading, wherever they stand; none where that is no habit of the document."""
    keys = [_key(page, at) for at in range(len(page.lines))]
    around = {keys[at + 1] for at in range(1, len(keys) - 1) if keys[at - 1] == keys[at + 1] != "" and _is_counted(page, at)}
    found = [at for at, key in enumerate(keys) if key in around]
    below = [at for at in found if at and page.numbers[at - 1] is not None]
    return frozenset(found) if len(below) >= _OFTEN else frozenset()


def _is_counted(page: Page, at: int) -> bool:
    """Whether a line has a number and a title, and is counted in another way than the one below it."""
    number, below = page.numbers[at], page.numbers[at + 1]
    return number is not None and below is not None and number.title != "" and number.scheme != below.scheme


def _key(page: Page, at: int) -> str:
    """A numbered line as it is compared, also where a scan misread it; empty where it has no number."""
    number = page.numbers[at]
    return " ".join(map(skeleton, page.lines[at].plain.split())) if number is not None and number.title else ""
