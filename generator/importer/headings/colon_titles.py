"""Titles without a number that stand alone on a line and end in a colon, "Daglig drift:", to the headings of items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.extraction.blocks import Kind
from generator.importer.headings.candidates import Candidate, is_usual, weight_of
from generator.importer.headings.contents import Contents
from generator.importer.headings.rounds import end_of_head, rounds_of
from generator.importer.labels.label import Label, begins_recommendation, field_of
from generator.importer.labels.label_words import words_of
from generator.importer.labels.page import Page
from generator.importer.language.likeness import keys_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_TITLE = re.compile(r"[A-ZÆØÅ@](?:[^:;.?!]|[.?!](?!\s+[A-ZÆØÅ]))*:")  # one sentence at most
_SEVERAL = 4  # titles that make a form
_USUALLY = 2  # titles of most agendas among them, where nothing but the colon sets them off
_LONGEST = 70  # letters of a title that nothing but its last mark sets off
_FORM = 1.5  # what speaks for a title by its form


def colon_titles(page: Page, contents: Contents) -> tuple[Candidate, ...]:
    """The titles, in bold type or else as paragraphs begin, in a text that has no labels for what was decided; none where
    they are too few, or none is one of most agendas.
    """
    rounds = rounds_of(page, contents)
    if rounds[-1] > 1:
        return ()
    lines = [at for at in range(end_of_head(page, rounds), len(page.lines) - 1) if at not in contents.lines]
    alone = [at for at in lines if _is_title(page, at)]
    often = Counter(keys_of(page.lines[at].plain) for at in alone)  # what stands below several titles is a label
    alone = [at for at in alone if often[keys_of(page.lines[at].plain)] == 1]
    bold = [at for at in alone if page.lines[at].bold]
    found = _titles(page, bold)
    if _enough(page, found, 1):
        return found
    found = _titles(page, [at for at in alone if not _announces(page.lines[at], page.wording)])
    return found if not bold and _enough(page, found, _USUALLY) else ()


def _enough(page: Page, titles: Sequence[Candidate], usual: int) -> bool:
    return len(titles) >= _SEVERAL and sum(is_usual(page, one.title) for one in titles) >= usual


def _titles(page: Page, lines: Sequence[int]) -> tuple[Candidate, ...]:
    found = (Candidate(at, at + 1, "", (), "none", page.lines[at].plain.rstrip(" :"), 0.0) for at in lines)
    return tuple(replace(one, weight=weight_of(page, one) + _FORM) for one in found)


def _is_title(page: Page, at: int) -> bool:
    """Whether a line begins a paragraph, is short, ends in its only colon and is no number, label or field."""
    line, wording = page.lines[at], page.wording
    apart = line.first and line.kind in (Kind.PARAGRAPH, Kind.HEADING) and not line.marker and page.numbers[at] is None
    short = line.plain.endswith(":") and 2 < len(line.plain) <= _LONGEST and _TITLE.fullmatch(line.plain)
    if not (apart and short) or begins_recommendation(line.plain, wording):
        return False
    field = field_of(line.plain, wording)
    return _is_none(page.labels[at], wording) and (field is None or is_usual(page, line.plain))


def _is_none(label: Label | None, wording: Wording) -> bool:
    """Whether a line is no label, or only could be one: a heading, or a body with a year, "Generalforsamling 2013:"."""
    if label is None or label.kind == "inner":
        return True
    words = words_of(label.text, wording.language)
    return label.kind == "decision" and words is not None and not words.kind


def _announces(line: TextLine, wording: Wording) -> bool:
    """Whether a line is the beginning of a sentence that what stands below goes on with: "Vi talte om:", "Udkastet siger:"."""
    who, verb, *_ = (*line.plain.rstrip(":").casefold().split(), "", "")
    words = {*line.plain.rstrip(":").casefold().split()}
    thing = who.endswith(tuple(wording.words("definite_endings"))) or who in (
        *wording.words("there"),
        *wording.words("no_name"),
    )
    acts = verb.endswith((*wording.words("acting_endings"), *wording.words("past_endings"), *wording.words("passive_endings")))
    return bool(words & {*wording.words("telling"), *wording.words("only_told")}) or (thing and acts)
