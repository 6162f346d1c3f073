"""An agreement to when it holds, when it was concluded, and the notice with which it ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.importer.language.sentences import sentences_of
from generator.importer.language.vocabulary import Wording
from generator.importer.papers.terms import UNSAID, Term, days_with_words, leads_to_day, whole_term

_YEAR = re.compile(r"\s+((?:19|20)\d\d)(?!\d|\s*[-–—]\s*\d)")


def sentences_in(paragraphs: Iterable[str], wording: Wording) -> list[str]:
    """The sentences of an agreement, each paragraph's by themselves."""
    return [sentence for paragraph in paragraphs for sentence in sentences_of(paragraph, wording)]


def agreed_term(sentences: Sequence[str], wording: Wording, locale: str) -> Term:
    """When an agreement holds; an end is empty where none is said, where it hangs on a condition, or where sentences differ."""
    terms = [_term_of(sentence, wording, locale) for sentence in sentences if wording.any_of("in_effect").search(sentence)]
    return Term(_only(term.start for term in terms), _only(term.end for term in terms))


def _only(values: Iterable[str]) -> str:
    different = {value for value in values if value}
    return different.pop() if len(different) == 1 else ""


def _term_of(sentence: str, wording: Wording, locale: str) -> Term:
    if wording.any_of("conditions").search(sentence):
        return UNSAID
    whole = whole_term(sentence, wording, locale)
    if whole.is_whole:
        return whole
    if year := _calendar_year(sentence, wording):
        return Term(f"{year}-01-01", f"{year}-12-31")
    start = end = ""
    for before, day in days_with_words(sentence, locale):
        in_effect = wording.any_of("in_effect").search(before) is not None
        if in_effect and _ends(before, wording):
            end = end or day.isoformat()
        elif in_effect and _starts(before, wording):
            start = start or day.isoformat()
    return Term(start, end)


def _calendar_year(sentence: str, wording: Wording) -> str:
    """The year of "gælder for kalenderåret 2026"."""
    before = wording.any_of("calendar_year").search(sentence)
    year = _YEAR.match(sentence, before.end()) if before else None
    in_effect = before is not None and wording.any_of("in_effect").search(sentence[: before.start()]) is not None
    return year[1] if year and in_effect else ""


def _ends(before: str, wording: Wording) -> bool:
    return leads_to_day(before, "term_ends", wording) or wording.any_of("expires").search(before) is not None


def _starts(before: str, wording: Wording) -> bool:
    return leads_to_day(before, "term_starts", wording) or leads_to_day(before, "in_force", wording)


def concluded_on(sentences: Sequence[str], wording: Wording, locale: str) -> str:
    """The day on which it was concluded, where one sentence says it, or all that do say the same."""
    return _only(day.isoformat() for sentence in sentences for day in _concluding_days(sentence, wording, locale))


def _concluding_days(sentence: str, wording: Wording, locale: str) -> Iterator[date]:
    """The day of a sentence that begins with the agreement itself: that another one was concluded may be said of it too."""
    if wording.any_of("concluded").match(sentence):
        days = days_with_words(sentence, locale)
        yield from (day for before, day in days[:1] if leads_to_day(before, "concluded", wording))


def notice_of(sentences: Sequence[str], wording: Wording) -> str:
    """The sentences that say with which notice an agreement may be ended, as they stand."""
    said = (sentence for sentence in sentences if wording.any_of("notice").search(sentence))
    return " ".join(sentence.strip() for sentence in said if wording.any_of("ending_by_notice").search(sentence))
