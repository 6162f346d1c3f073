"""Sections below a label of decisions that only recommend, "Politisk behandling", to what is recommended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.importer.items.section import Section
from generator.importer.labels.label import begins_recommendation
from generator.importer.labels.label_words import words_of
from generator.importer.labels.page import Page
from generator.importer.language.vocabulary import Wording


def asked_below_deciding(sections: Sequence[Section], page: Page) -> Iterator[Section]:
    """The sections; the first one with a label of decisions is a recommendation where its label names neither who decided nor
    when, what stands below it begins as one, nothing else in the item is one, and another label of decisions follows.
    """
    deciding = [at for at, one in enumerate(sections) if one.kind == "decision" and one.label is not None]
    named = any(one.kind == "recommendation" for one in sections)
    first = deciding[0] if len(deciding) > 1 and not named else -1
    for at, one in enumerate(sections):
        yield replace(one, kind="recommendation") if at == first and _asks(one, page.wording) else one


def _asks(section: Section, wording: Wording) -> bool:
    words = words_of(section.label.text, wording.language) if section.label is not None else None
    if not section.lines or section.label is None or section.label.rest or (words and (words.acts or words.dated)):
        return False
    text = " ".join(line.plain for line in section.lines)
    return begins_recommendation(text, wording) or _proposes(text, wording)


def _proposes(text: str, wording: Wording) -> bool:
    """Whether a text begins with who proposes what: "Ane Test foreslår, at"."""
    proposes = wording.any_of("proposing").search(text)
    who = text[: proposes.start()].split() if proposes is not None else []
    that = proposes is not None and wording.any_of("that").match(text[proposes.end() :].lstrip(" ,")) is not None
    return that and bool(who) and all(word[:1].isupper() for word in who)
