"""Short lines that nothing but the paragraph below them marks, to the headings of items."""

from __future__ import annotations

from collections.abc import Sequence

from generator.importer.headings.bare_titles import bare_title, may_be_title
from generator.importer.headings.candidates import Candidate, is_usual
from generator.importer.headings.contents import Contents
from generator.importer.headings.rounds import end_of_head, rounds_of
from generator.importer.labels.page import Page
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import sentences_of

_SEVERAL = 3  # titles that make a list
_USUALLY = 2  # titles of most agendas, for lines to be titles that nothing else marks
_SHORT = 70  # letters of a title that nothing else marks
_LAST = 3  # sentences at the end of an item of which one says what was done


def above_paragraphs(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """Short lines that begin a paragraph and end in no full stop, in a text where several are titles of most agendas, or
    below each of the others stands what was done.
    """
    head = end_of_head(page, rounds_of(page, contents))
    found = []
    for at in range(head, len(page.lines) - 1):
        line, below = page.lines[at], page.lines[at + 1]
        # A scan may lose the empty line above.
        apart = line.first or page.lines[at - 1].plain.endswith((".", "?", "!")) or is_usual(page, line.plain)
        alone = apart and at not in contents.lines and not line.plain.endswith((".", "?", "!"))
        announces = below.plain.endswith((".", ":", "-")) or len(below.plain) > _SHORT
        if alone and may_be_title(page, at) and len(line.plain) <= _SHORT and announces:
            found.append(bare_title(page, at))
    usual = sum(is_usual(page, one.title) for one in found)
    several = usual >= _USUALLY or ((usual > 0 or len(found) > _SEVERAL) and _each_decides(page, found))
    return tuple(found) if several and len(found) >= _SEVERAL else ()


def _each_decides(page: Page, titles: Sequence[Candidate]) -> bool:
    """Whether the text below each title, but for those of most agendas, ends in what was done with the matter."""
    ends = [one.start for one in titles[1:]] + [len(page.lines)]
    return all(
        is_usual(page, one.title) or _decides(" ".join(line.plain for line in page.lines[one.end : end]), page)
        for one, end in zip(titles, ends, strict=True)
    )


def _decides(text: str, page: Page) -> bool:
    said = (outcome_of(one, page.wording, strict=True) for one in list(sentences_of(text, page.wording))[-_LAST:])
    return any(outcome not in (None, *page.wording.words("weak")) for outcome in said)
