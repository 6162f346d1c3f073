"""A recommendation that stands in the text of an item without a label: it ends with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.extraction.rows import marker_of
from generator.importer.items.section import Section
from generator.importer.labels.label import begins_recommendation
from generator.importer.labels.label_words import acts
from generator.importer.labels.page import Page
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.sentences import sentences_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_POINT = re.compile(r"(?:\W{0,3}(?:\d{1,2}|[a-z])[.)]\s+|\W{1,3})?(?:at|that)\s", re.IGNORECASE)
_ANNOUNCES = (",", ":", " at", " that")
_BODY = 6  # words of the name of a body


def recommends(line: TextLine, page: Page) -> bool:
    """Whether a line begins a recommendation by itself, and tells of nothing that was decided on it."""
    if not begins_recommendation(line.plain, page.wording):
        return False
    found = page.wording.recommending.match(line.plain)
    if found is None:  # "Direktionen foreslår,": what follows stands on the next line
        return True
    asking = page.wording.outcome("recommended")
    told = outcome_of(asking.sub("", found[0]), page.wording, strict=True)
    if told in page.wording.words("weak"):  # "Bestyrelsen bedes"; of an office that is what the meeting wants
        return page.wording.any_of("offices", whole=False).search(found[0]) is None
    return told is None


def recommends_formally(line: TextLine, page: Page) -> bool:
    """Whether a line begins a recommendation that is called one: "Sekretariatet indstiller,"."""
    formal = page.wording.any_of("formal_asking", whole=False).search(line.plain)
    return formal is not None and line.plain[:1].isupper() and recommends(line, page)


def asked_apart(lines: Iterable[TextLine], page: Page) -> Iterator[TextLine]:
    """The lines of an item; where a paragraph of the case ends in the sentence that recommends, that begins a line of its own:
    "Boden er slidt. Forvaltningen indstiller," above "1. at den sælges", or "Forvaltningen indstiller, at den sælges."
    """
    said = False
    for _, block in groupby(lines, key=lambda line: line.block):
        paragraph = [*block]
        labels = [page.labels[line.index] for line in paragraph]
        said = said or any(label is not None and label.kind in ("decision", "minutes") for label in labels)
        asked = "" if said or any(labels) else _asked_last(paragraph[-1], page) or _asked_at_end(paragraph, page)
        before, after = _parted(paragraph, asked) if asked else (paragraph, [])
        yield from (*before, *after)


def _asked_at_end(paragraph: Sequence[TextLine], page: Page) -> str:
    """The sentence at the end of a paragraph of the case that is formally recommended; empty where there is none."""
    if any(line.marker for line in paragraph):
        return ""
    last = [*sentences_of(" ".join(line.plain for line in paragraph), page.wording)][1:][-1:]
    formal = page.wording.any_of("formal_asking", whole=False)
    return next((one for one in last if begins_recommendation(one, page.wording) and formal.search(one)), "")


def _asked_last(line: TextLine, page: Page) -> str:
    """The sentence at the end of a line that recommends the points below it; empty where there is none."""
    below = page.lines[line.index + 1] if line.index + 1 < len(page.lines) else None
    if below is None or not line.plain.endswith(_ANNOUNCES) or not _POINT.match(below.plain):
        return ""
    others = list(sentences_of(line.plain, page.wording))[1:]
    return others[-1] if others and begins_recommendation(others[-1], page.wording) else ""


def is_only_proposed(current: Section, page: Page) -> bool:
    """Whether a recommendation without a label is a sentence of the case that only proposes: "Arbejdsgruppen foreslår, at"."""
    if current.kind != "recommendation" or current.label is not None:
        return False
    return current.lines[-1].plain.endswith(".") and not _asks_formally(current, page)


def _asks_formally(section: Section, page: Page) -> bool:
    """Whether a recommendation is called one somewhere in it."""
    formal = page.wording.any_of("formal_asking", whole=False)
    return any(formal.search(line.plain) for line in section.lines)


def _is_of_group(section: Section, page: Page) -> bool:
    """Whether a body only proposes, "Arbejdsgruppen foreslår, at", and no office, whose proposals are recommendations."""
    who = section.lines[0].plain.split(" ", 1)[0]
    text = " ".join(line.plain for line in section.lines)
    advises = any(page.wording.any_of(name, whole=False).search(text) for name in ("formal_asking", "advising"))
    office = page.wording.any_of("offices", whole=False).search(who) is not None
    return acts(who, page.wording.language) and not office and not advises


def without_told(sections: Sequence[Section], page: Page) -> Iterator[Section]:
    """The sections; what the paragraph of such a recommendation goes on to tell is one of its own."""
    asks = any(section.kind == "recommendation" for section in sections)
    for section in sections:
        if not asks and section.kind in ("decision", "minutes") and (said := _said_below(section, page)):
            asked, rest = _parted(section.lines, said)
            yield Section("recommendation", None, asked)
            yield replace(section, lines=rest)
            continue
        told = _told_in(section, page)
        if not told:
            yield section
            continue
        if told.endswith(":") and _is_of_group(section, page):  # the case goes on with what it announces
            yield replace(section, kind="case")
            continue
        asked, rest = _parted(section.lines, told)
        decides = outcome_of(told, page.wording, strict=True) not in (None, *page.wording.words("weak"))
        yield replace(section, lines=asked)
        yield Section("open" if decides else "case", None, rest)


def asked_first(text: str, wording: Wording) -> str:
    """The sentence with which a text begins that recommends, and not what a body does, where the text goes on to say what was
    done; empty where it does not.
    """
    first, *rest = sentences_of(text.partition("\n")[0], wording) or [""]
    body = any(word.endswith(tuple(wording.words("body_words"))) for word in first.casefold().split()[:1])
    office = any(stem in first.partition(" ")[0].casefold() for stem in wording.words("offices"))
    if not begins_recommendation(first, wording) or (body and not office):
        return ""
    rest = [*rest, *(one for line in text.split("\n")[1:] for one in sentences_of(line, wording))]
    done = {outcome_of(one, wording, strict=True) for one in rest} - {None, "recommended", *wording.words("weak")}
    return first if done else ""


def _said_below(section: Section, page: Page) -> str:
    """What was said below a sentence of the same section that recommends; empty where it does not begin with one."""
    text = " ".join(line.plain for line in section.lines)
    asked = asked_first(text, page.wording)
    return text[len(asked) :].strip() if asked else ""


def _told_in(section: Section, page: Page) -> str:
    """The sentences at the end of a recommendation that recommend nothing; empty where all of it does."""
    if section.kind != "recommendation" or section.label is not None or not section.lines:
        return ""
    one = len({line.block for line in section.lines}) == 1 and not any(marker_of(line.plain) for line in section.lines)
    sentences = sentences_of(" ".join(line.plain for line in section.lines), page.wording) if one else []
    formal = page.wording.any_of("formal_asking", whole=False)
    told: list[str] = []
    for sentence in reversed(sentences[1:]):
        asks = begins_recommendation(sentence, page.wording) or formal.search(sentence)
        if asks and not _is_of_body(sentence, page):
            break
        told.insert(0, sentence)
    return " ".join(told)


def _is_of_body(sentence: str, page: Page) -> bool:
    """Whether a sentence is what a body on the way said, with its name before: "Økonomiudvalget: Indstilles godkendt."."""
    who, colon, said = sentence.partition(": ")
    words = who.split()
    return bool(colon and words) and len(words) <= _BODY and acts(words[-1], page.wording.language) and said[:1].isupper()


def _parted(lines: Sequence[TextLine], told: str) -> tuple[list[TextLine], list[TextLine]]:
    """The lines before the words at their end, and those with these words; a line with both is two."""
    before = [*lines]
    after: list[TextLine] = []
    left = len(told)
    while left > len(before[-1].plain):
        after.insert(0, before.pop())
        left -= len(after[0].plain) + 1
    text = before[-1].plain
    if left > 0:
        after.insert(0, replace(before[-1], text=text[-left:]))
        before[-1] = replace(before[-1], text=text[:-left].rstrip())
    return [line for line in before if line.plain], after
