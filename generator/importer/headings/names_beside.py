"""What stands beside an item's number to whether it only names who presents the item, whose title is the line below."""

from __future__ import annotations

import re

from generator.importer.headings.states import says_state
from generator.importer.labels.page import Page

_NAMED = re.compile(r"\([A-ZÆØÅ@][^().:;\d]{1,40}\)")


def names_beside(page: Page, at: int) -> bool:
    """Whether a line is a number with a word and a name in brackets, "Pkt. 2 (Ane)", and text stands apart below it."""
    number = page.numbers[at]
    if number is None or " " not in number.scheme or not page.lines[at].last or at + 1 == len(page.lines):
        return False
    named = _NAMED.fullmatch(number.title) is not None and not says_state(number.title, page.wording)
    return named and not page.numbers[at + 1] and not page.labels[at + 1]
