"""Whether what calls itself an agenda has been filled in: what was done stands below its headings, without any label."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.importer.headings.candidates import Candidate
from generator.importer.labels.label import begins_recommendation
from generator.importer.labels.page import Page
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import sentences_of
from generator.importer.language.vocabulary import Wording

_FEWEST = 3  # items; an agenda, too, may tell of what was decided before
_NOTHING = "no_decision"


def is_filled_in(page: Page, spans: Sequence[tuple[int, int]], headings: Sequence[Candidate], *, held: bool) -> bool:
    """Whether the text below at least half of the headings says what was done; what was only told counts beside that. Where
    the head says that the meeting was `held`, one heading is enough.
    """
    texts = [
        [*sentences_of(one.rest, page.wording), *_above_label(page, range(one.end, end))]
        for (_, end), one in zip(spans, headings, strict=True)
    ]
    done = [any(_is_done(one, page.wording) for one in text) for text in texts]
    told = [any(_is_told(one, page.wording) for one in text) for text in texts]
    said = sum(map(any, zip(done, told, strict=True)))
    return any(done) and (held or (said >= _FEWEST and said * 2 >= len(headings)))


def _above_label(page: Page, lines: range) -> Iterator[str]:
    """The sentences of the lines above the first label."""
    for at in takewhile(lambda at: page.labels[at] is None, lines):
        yield from sentences_of(page.lines[at].plain, page.wording)


def _is_told(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says what somebody told or the meeting discussed: "Ane orienterede", and not "Ane orienterer"."""
    past = tuple(wording.words("past_endings"))
    weak = outcome_of(sentence, wording, strict=True) in wording.words("weak")
    return weak and any(word.strip(".,").endswith(past) for word in sentence.split())


def _is_done(sentence: str, wording: Wording) -> bool:
    """Whether a sentence says what was done, and not what is proposed: "Regnskabet godkendes" stands in agendas too."""
    passive = tuple(wording.words("passive_endings"))
    if begins_recommendation(sentence, wording) or any(word.strip(".,").endswith(passive) for word in sentence.split()):
        return False
    outcome = outcome_of(sentence, wording, strict=True)
    return outcome == _NOTHING or outcome not in (None, *wording.words("weak"))
