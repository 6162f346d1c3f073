"""Titles that their text follows on the line: set off in bold type, or by a colon in a list of such titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate, is_usual, weight_of
from generator.importer.headings.contents import Contents
from generator.importer.labels.label import field_of
from generator.importer.labels.numbering import number_of
from generator.importer.labels.page import Page
from generator.importer.language.vocabulary import Wording

_BOLD = re.compile(r"^(?P<before>[^*]{0,12})(?P<star>\*\*|__)(?P<title>[^*]{2,120}?)(?P=star)\s*(?P<rest>\S.*)$", re.DOTALL)
_LISTED = re.compile(r"^(?P<title>[A-ZÆØÅ@][^:.;]{2,70}):\s+(?P<rest>\S.*)$")
_ASIDE = re.compile(r"\([^()]{1,60}\)\W*")  # "(Ane Test)": what a title in bold type says of itself, and no text below it
_USUALLY = 2  # titles of most agendas among those that nothing but a mark sets off
_SEVERAL = 3


def in_bold(text: str, wording: Wording) -> tuple[str, str] | None:
    """The title in bold type with which a text begins, its number left out, and what follows it; None: there is none."""
    found = _BOLD.match(text)
    if found is None or any(map(str.isalpha, found["before"])):
        return None
    number = number_of(found["title"], wording)
    title = number.title if number is not None else found["title"]
    rest = found["rest"].strip().lstrip(":.–- ")
    return (title.strip(" .:–-"), rest) if title and rest else None


def with_text_apart(page: Page, headings: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Headings, those whose title alone is in bold type with the text after it apart, where most of them are like that."""
    parted = [in_bold(page.lines[one.start].text, page.wording) for one in headings]
    parted = [None if found is not None and _ASIDE.fullmatch(found[1]) else found for found in parted]
    if sum(map(bool, parted)) * 2 <= len(headings):
        return tuple(headings)
    return tuple(
        replace(one, title=found[0], rest=found[1], end=one.start + 1) if found and not one.rest else one
        for one, found in zip(headings, parted, strict=True)
    )


def listed_titles(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """Items that are each one line without a number: "Title: what was said", in bold type or in a list."""
    found = []
    for at, line in enumerate(page.lines):
        if at in contents.lines or page.numbers[at] is not None or page.labels[at] is not None or line.kind is Kind.TABLE:
            continue
        if field_of(line.plain, page.wording) is not None:
            continue
        listed = _LISTED.match(line.plain.removeprefix(line.marker).strip()) if line.kind is Kind.LIST_ITEM else None
        parted = in_bold(line.text, page.wording) or ((listed["title"], listed["rest"]) if listed else None)
        if parted is not None:
            one = Candidate(at, at + 1, "", (), "none", parted[0], 0.0, parted[1])
            found.append(replace(one, weight=weight_of(page, one)))
    usual = sum(is_usual(page, one.title) for one in found)
    bold = sum(in_bold(page.lines[one.start].text, page.wording) is not None for one in found)
    enough = usual >= (1 if bold == len(found) else _USUALLY)
    return tuple(found) if enough and len(found) >= _SEVERAL else ()
