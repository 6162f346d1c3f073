"""Headings of groups that stand above their items and are said again below the title of each: "B. Sager til orientering"."""

from __future__ import annotations

from generator.importer.labels.page import Page
from generator.importer.language.damage import skeleton

_OFTEN = 2  # titles below which a group is said again


def groups_said_again(page: Page) -> frozenset[int]:
    """The lines that say such a heading, wherever they stand; none where that is no habit of the document."""
    around = {key for at in range(1, len(page.lines) - 1) if (key := _key(page, at + 1)) and _is_between(page, at)}
    found = [at for at in range(len(page.lines)) if _key(page, at) in around]
    below = [at for at in found if at and page.numbers[at - 1] is not None]
    return frozenset(found) if len(below) >= _OFTEN else frozenset()


def _is_between(page: Page, at: int) -> bool:
    """Whether a numbered line stands between two that say the same and are counted in another way."""
    number, below = page.numbers[at], page.numbers[at + 1]
    counted = number is not None and below is not None and number.title and number.scheme != below.scheme
    return bool(counted) and _key(page, at - 1) == _key(page, at + 1)


def _key(page: Page, at: int) -> str:
    """A numbered line as it is compared, also where a scan misread it; empty where it has no number."""
    number = page.numbers[at]
    return " ".join(map(skeleton, page.lines[at].plain.split())) if number is not None and number.title else ""
