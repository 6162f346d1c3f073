"""Numbers that stand by themselves below the titles of their items, "Sag nr. 129"."""

from __future__ import annotations

import re

from generator.extraction.blocks import Kind
from generator.extraction.rows import marker_of
from generator.importer.labels.label import names_title
from generator.importer.labels.numbering import Numbered
from generator.importer.labels.page import Page

_OTHER = re.compile(r"\((?=[^()]*\d)[^()]{2,30}\)")
_TWICE = 2  # numbers below their titles, for others to stand so too


def stand_below(page: Page) -> bool:
    """Whether numbers stand below their titles: some are a paragraph with it, for then a scan has lost the lines around
    others, or a label stands below most of them, where the title would: "Byggesag", "Sag nr. 129", "Indstilling".
    """
    alone = [at for at, number in enumerate(page.numbers) if number is not None and _is_named(number)]
    paired = sum(is_below_title(page, at, number, often=False) for at, number in enumerate(page.numbers) if number)
    labels = [page.labels[at + 1] if at + 1 < len(page.lines) else None for at in alone]
    told = sum(label is not None and not names_title(label, page.wording) for label in labels)
    return paired >= _TWICE or (told >= _TWICE and told * 2 > len(alone))


def is_below_title(page: Page, at: int, number: Numbered, *, often: bool) -> bool:
    """Whether a number with a word stands by itself below a line that may be its title: the two are a paragraph of their own,
    or the title is a heading by its style, or that is so `often`.
    """
    line, title = page.lines[at], page.lines[at - 1]
    if not _is_named(number) or at == 0:
        return False
    styled = title.kind is Kind.HEADING and line.kind is not Kind.HEADING
    if not often and not styled and (title.block != line.block or not (title.first and line.last)):
        return False
    return not (page.labels[at - 1] or page.numbers[at - 1] or marker_of(title.plain) or title.kind is Kind.TABLE)


def _is_named(number: Numbered) -> bool:
    """Whether a number has a word before it and no title behind it, or only the number that another body has for the case:
    "Sag nr. 61 (ØU 88/2010)".
    """
    return (not number.title or _OTHER.fullmatch(number.title) is not None) and " " in number.scheme
