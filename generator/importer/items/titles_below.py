"""The lines of an item without those that only say its title again: at once, on a new page, or where the case begins below
what was decided.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.importer.labels.page import Page, opens
from generator.importer.language.damage import skeleton
from generator.importer.lines.textlines import TextLine

_LINES = 4  # on which a title may stand
_WIDER = 1.2  # of what a scan makes of a title, "ae" for "æ"


def without_title(page: Page, lines: Sequence[TextLine], title: str) -> Iterator[TextLine]:
    """The lines, less those that only say the title again: at once, on a new page, "3. Budget (fortsat)", or below what was
    decided, where a page says that first and then the title and the case.
    """
    same = title.casefold().strip(". ")
    above_case = {at for begin in range(2, len(lines)) for at in _above_case(page, lines, begin, title)}
    for at, line in enumerate(lines):
        number = page.numbers[line.index]
        text = (number.title if number is not None else line.plain).casefold()
        said = page.wording.any_of("continued").sub("", text)
        again = said.strip("(). –-") == same.strip("()") and not (at and number is None and said == text)
        if not again and at not in above_case:
            yield line


def _above_case(page: Page, lines: Sequence[TextLine], begin: int, title: str) -> range:
    """The lines on which the title, however a scan misread it, stands again between a text and a label, or at the end; none
    where it does not. Right below a label it is what was said.
    """
    none = range(0)
    above = page.labels[lines[begin - 1].index]
    if page.numbers[lines[begin].index] is not None or page.labels[lines[begin].index] or (above and not above.rest):
        return none
    said = ""
    for end in range(begin + 1, min(begin + _LINES, len(lines)) + 1):
        said = f"{said} {lines[end - 1].plain}".strip()
        if len(said) > _WIDER * len(title):
            return none
        if skeleton(said.strip(". ")) == skeleton(title.strip(". ")):
            last = end == len(lines) or opens(page, lines[end].index)
            return range(begin, end) if last else none
    return none
