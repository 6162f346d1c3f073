"""What could head a group of closed items to whether it is one of the items: "10. Lukket punkt", with no other number below."""

from __future__ import annotations

from generator.importer.labels.groups import group_of
from generator.importer.labels.page import Page


def is_closed_item(page: Page, end: int, parts: tuple[int, ...], title: str) -> bool:
    """Whether a numbered title that says "closed" is an item: the number of the lines from `end` that comes first is the
    next one, or there is none.
    """
    if not parts or group_of(title, page.wording.language) != "closed":
        return False
    below = next((number for number in page.numbers[end:] if number is not None), None)
    return below is None or below.parts == (*parts[:-1], parts[-1] + 1)
