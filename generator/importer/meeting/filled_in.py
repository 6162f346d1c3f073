"""Whether what calls itself an agenda has been filled in: what was done stands below its headings, without any label."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from generator.importer.headings.candidates import Candidate
from generator.importer.labels.label import begins_recommendation
from generator.importer.labels.page import Page
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import sentences_of
from generator.importer.language.vocabulary import Wording

_FEWEST = 3  # items; an agenda, too, may tell of what was decided before
_NOTHING = "no_decision"


def is_filled_in(page: Page, spans: Sequence[tuple[int, int]], headings: Sequence[Candidate]) -> bool:
    """Whether the text below at least half of the headings says what was done."""
    done = sum(_says_done(page, range(one.end, end)) for (_, end), one in zip(spans, headings, strict=True))
    return done >= _FEWEST and done * 2 >= len(headings)


def _says_done(page: Page, lines: range) -> bool:
    """Whether one of the lines above the first label says what was done."""
    above = takewhile(lambda at: page.labels[at] is None, lines)
    return any(_is_done(one, page.wording) for at in above for one in sentences_of(page.lines[at].plain, page.wording))


def _is_done(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says what was done, and not what is proposed: "Regnskabet godkendes" stands in agendas too."""
    passive = tuple(wording.words("passive_endings"))
    if begins_recommendation(sentence, wording) or any(word.strip(".,").endswith(passive) for word in sentence.split()):
        return False
    outcome = outcome_of(sentence, wording, strict=True)
    return outcome == _NOTHING or outcome not in (None, *wording.words("weak"))
