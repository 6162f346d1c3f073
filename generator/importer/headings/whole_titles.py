"""The line of a title to the whole title: with the lines that it runs on to."""

from __future__ import annotations

import re

from generator.extraction.blocks import Kind
from generator.extraction.rows import marker_of
from generator.importer.headings.case_numbers import is_reference, says_only_facts
from generator.importer.headings.said_beside import tells
from generator.importer.labels.groups import group_of
from generator.importer.labels.label import begins_recommendation
from generator.importer.labels.page import Page, is_ordinal
from generator.importer.lines.file_names import files_in
from generator.importer.lines.textlines import TextLine

_TAIL = re.compile(r"[-–—] [a-zæøå][^.:;,]{3,60}")
_OPEN = re.compile(r"\([^()]*$")
_SHORTENED = re.compile(r"\w\.\w{1,3}\.$")  # "A.m.b.a.", "m.v.": the full stop ends no sentence
_CLOSED = re.compile(r"[^()]{1,60}\)$")


def whole_title(page: Page, at: int, title: str) -> tuple[str, int]:
    """A title with the lines that it runs on to: where the next word would not have fitted, the line was full."""
    end = at + 1
    while end < len(page.lines) and end - at < 4 and _runs_on(page, end - 1, end):
        goes_on = title.endswith(" -") or page.lines[end].plain.split(" ", 1)[0] in page.wording.words("leading")
        parted = title.endswith("-") and not goes_on
        title, end = f"{title[:-1] if parted else f'{title} '}{page.lines[end].plain}", end + 1
    return title, end


def _runs_on(page: Page, before: int, after: int) -> bool:
    upper, lower = page.lines[before], page.lines[after]
    parted = upper.plain.endswith("-") and lower.plain[:1].islower() and lower.number == upper.number + 1
    cut = _is_cut_at_dash(page, before, after) or _closes_bracket(upper, lower)
    if parted or cut or (upper.kind is not Kind.HEADING and _is_tail(page, before, after)):
        return True
    if upper.kind is Kind.HEADING:
        return lower.block == upper.block and not page.labels[after] and not page.numbers[after]
    last_word = upper.plain.rpartition(" ")[2]
    named = last_word.isupper() and not upper.plain.isupper()  # "Nyt fra KL" does not end in "kl."
    if lower.number == upper.number + 1 and not named and last_word.casefold() in page.wording.words("leading"):
        return not (lower.kind is Kind.TABLE or page.labels[after] or marker_of(lower.plain))  # a title does not end in "for"
    adjacent = lower.block == upper.block or (
        lower.number == upper.number + 1 and lower.page == upper.page and not lower.marker
    )
    if not adjacent or page.labels[after] or page.numbers[after] or lower.kind is Kind.TABLE:
        return False
    if (
        group_of(lower.plain, page.wording.language)
        or marker_of(lower.plain)
        or begins_recommendation(lower.plain, page.wording)
        or is_reference(lower.plain)
        or says_only_facts(lower.plain, page.wording)
        or (lower.plain[:1].isupper() and page.wording.any_of("annex_counted").match(lower.plain) is not None)
        or upper.plain.endswith((".", ":", "?"))
        or files_in(lower.plain)
        or (lower.plain[:1].isupper() and not upper.plain.endswith(",") and tells(lower.plain, page.wording))  # "Godkendt"
    ):
        return False
    if upper.plain.endswith(","):
        return True
    word = lower.plain.split(" ", 1)[0]
    full = len(upper.plain) + 1 + len(word)
    if upper.plain.isupper() and lower.plain.isupper() and full > page.width * 0.5:
        return lower.block == upper.block  # else a heading of the text, in capitals too
    if lower.plain[:1].islower():
        alone = upper.first and lower.last and upper.block == lower.block and not _ends(lower.plain)
        return full > page.width * 0.5 or (alone and word in page.wording.words("leading"))
    last = page.lines[after + 1] if lower.plain.endswith("-") and after + 1 < len(page.lines) else lower  # of a parted word
    return full > page.width * 0.85 and len(lower.plain) < page.width * 0.6 and not last.plain.endswith((".", ":"))


def _ends(text: str) -> bool:
    """Whether a text ends in a mark that no title has, and not in that of a shortened word: "A.m.b.a."."""
    return text.endswith((".", ":", ",")) and not _SHORTENED.search(text)


def _is_cut_at_dash(page: Page, before: int, after: int) -> bool:
    """Whether a line ends in a dash within a title, "Nøgletal 2012 -", and the next one is the rest: "3. kvartal"."""
    upper, lower = page.lines[before], page.lines[after]
    own = page.labels[after] is not None or ((lower.marker or page.numbers[after]) and not is_ordinal(page, after))
    return upper.plain.endswith((" -", " –", " —")) and lower.number == upper.number + 1 and not own


def _closes_bracket(upper: TextLine, lower: TextLine) -> bool:
    """Whether a line ends what the line above has in brackets: "Budget 2024 (Ane Test,", "15 min.)"."""
    goes_on = lower.number == upper.number + 1 and lower.page == upper.page
    return goes_on and _OPEN.search(upper.plain) is not None and _CLOSED.fullmatch(lower.plain) is not None


def _is_tail(page: Page, before: int, after: int) -> bool:
    """Whether a line is the end of the title above it after a dash, "- endelig vedtagelse", and not the first of a list."""
    upper, lower = page.lines[before], page.lines[after]
    if not _TAIL.fullmatch(lower.plain) or upper.plain.endswith((".", ":", ",", "?")) or lower.number != upper.number + 1:
        return False
    return not (after + 1 < len(page.lines) and marker_of(page.lines[after + 1].plain))
