"""A line to the label that it is: of a section of an item, or of a field of the meeting's head."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from re import Pattern

from generator.extraction.blocks import Kind
from generator.importer.labels.label_words import acts, words_of
from generator.importer.language.damage import skeleton
from generator.importer.language.outcomes import outcome_of
from generator.importer.language.vocabulary import Wording
from generator.importer.lines.textlines import TextLine

_LONGEST = 110  # characters of a label with a body and a date in it
_SENTENCE = 4  # words of a sentence that could be a label
READ_BULLETS = ("o", "e", "¢", "»", "=")  # what a scan makes of bullets
_ABOUT = 3  # words with which a title about somebody's decision has more than "Oplæg til beslutning"
_THAT = ("at", "that")
_DASH = re.compile(r"\s+[-–—]\s+")
_BULLET = re.compile(r"^\W{1,3}(?=\w)")
_SPACED = re.compile(r"[^\W\d_](?: [^\W\d_]){4,}\s?[:.]?")  # "B E S L U T N I N G"


@dataclass(frozen=True, slots=True)
class Label:
    """What a line announces: the kind of section, the label as written, and what follows it on the line."""

    kind: str
    text: str
    rest: str


def label_of(line: TextLine, wording: Wording) -> Label | None:
    """The section that a line begins; None where it is text."""
    text = line.plain.removeprefix(line.marker).lstrip() if line.marker in READ_BULLETS else line.plain
    text = "".join(text.split()) if _SPACED.fullmatch(text) else text
    first = next(filter(str.isalpha, text), "")
    if line.kind is Kind.TABLE or first.islower() or _cut(text) > _LONGEST:
        return None
    label = _parted(_first(text, wording.labels), wording) or _made_of_words(text, wording)
    if label is not None and _is_title(label, wording):
        return None
    if label is not None and not label.rest and _is_type(text, wording):
        return Label("type", text, text)
    if label is not None and label.rest and text.isupper():
        return None  # "BESLUTNING: IS I SKOLERNE" is a title with its type
    if label is not None and text.endswith(".") and ":" not in text and len(text.split()) >= _SENTENCE:
        return label if words_of(text.rstrip("."), wording.language) else None  # "Foreningen klager over udvalgets afgørelse."
    return label


def _is_title(label: Label, wording: Wording) -> bool:
    """Whether what could be a label is the title of an item about what somebody said: "Opfølgning på Byrådets beslutning"."""
    words = label.text.split()
    about = len(words) > _ABOUT and words[1].casefold() in wording.words("of_what")
    return about and label.kind in ("recommendation", "decision") and words_of(words[0], wording.language) is None


def _is_type(text: str, wording: Wording) -> bool:
    """Whether a word made of that of a label says of which type the item is: "Beslutningssag"."""
    types = (word for words in wording.tree["type_marks"].values() for word in words)
    return _first(text, wording.labels) is None and text.casefold().strip(" .()") in map(str.casefold, types)


def _parted(label: Label | None, wording: Wording) -> Label | None:
    """The label without what is said behind its dash: "Beslutning i Byrådet den 3. maj - Godkendt."."""
    dash = _DASH.search(label.text) if label is not None and not label.rest else None
    if label is None or dash is None or outcome_of(label.text[dash.end() :], wording, strict=True) is None:
        return label
    return Label(label.kind, label.text[: dash.start()], f"{label.text[dash.end() :]}.")


def _made_of_words(text: str, wording: Wording) -> Label | None:
    """The label that a line is, or begins with before a colon, by the words that it is put together of."""
    head, colon, rest = text.partition(":")
    words = words_of(head, wording.language)
    if words is None or (not colon and head.endswith((".", ","))):
        return None
    told = words.acts and words.dated and colon and not heads_absent(text, wording)
    if not words.kind and told and (not rest or outcome_of(rest, wording, strict=False)):
        return Label("decision", head.strip(), rest.strip())  # "Teknisk Udvalg, 12. september 2017: Anbefales."
    return Label(words.kind, head.strip(), rest.strip()) if words.kind else None


def says_something(text: str, wording: Wording) -> bool:
    """Whether a line is a label with what it announces: "Beslutning: Godkendt."."""
    found = _first(text, wording.labels)
    return found is not None and bool(found.rest)


def field_of(text: str, wording: Wording) -> Label | None:
    """The field of the meeting's head that a line begins."""
    return _first(text, wording.fields)


def heads_absent(text: str, wording: Wording) -> bool:
    """Whether the names of who was absent stand below a line: "Fraværende", "Fraværende i Byrådet, 29. september 2020:"."""
    found = field_of(text, wording)
    if found is None and text.endswith(":"):
        found = field_of(f"{text.partition(' ')[0].strip(':')}:", wording)
    return found is not None and found.kind in ("absent", "apologies") and not found.rest


def says_absent(text: str, wording: Wording) -> bool:
    """Whether a line begins with a sentence, or what is as good as one, that says who was not there: "Afbud fra Ane Test"."""
    return wording.any_of("absent_from_item", whole=False).match(_BULLET.sub("", text)) is not None


def _cut(text: str) -> int:
    return len(text.partition(":")[0])


def _first(text: str, labels: Sequence[tuple[str, Pattern[str]]]) -> Label | None:
    for kind, pattern in labels:
        if found := pattern.match(text):
            return Label(kind, found["label"].strip(), (found["rest"] or "").strip())
    return None


def begins_recommendation(text: str, wording: Wording) -> bool:
    """Whether a sentence is a recommendation by itself: "Det indstilles, at ..."."""
    found = wording.recommending.match(f"{text} {_THAT[0]} " if text.endswith(",") else text)
    if found is None or _is_of_outsiders(found[0], wording):
        return False
    # A sentence that ends and asks for nothing tells what the body itself does: "Byrådet indstiller to medlemmer.", "Rådet
    # indstiller Ane Test til rektor som æresdoktor."
    start = found.end() if _is_of_body(found[0], wording) else 0
    return (
        not text.endswith(".")
        or bool({*text.casefold().split()} & {*_THAT})
        or any(pattern.search(text, start) for _, pattern in wording.asks)
    )


def _is_of_body(text: str, wording: Wording) -> bool:
    """Whether the words before a verb end in a body that meets, and no office: "Akademisk Råd indstiller"."""
    who = text.casefold().split()[:-1]
    office = any(stem in word for word in who for stem in wording.words("offices"))
    bodies = tuple(wording.words("body_words"))
    body = bool(who) and (who[-1].endswith(bodies) or skeleton(who[-1]) in {*map(skeleton, bodies)})
    return body and not office


def _is_of_outsiders(text: str, wording: Wording) -> bool:
    """Whether somebody advises who is none of those who act in labels: "Banken anbefaler, at"."""
    advice = wording.any_of("advising", whole=False).search(text)
    who = text[: advice.start()].split() if advice else []
    inside = any(word.isupper() or acts(word.strip(",.:"), wording.language) for word in who)
    return bool(who) and not inside and who[0].casefold() not in wording.words("leading")


def names_title(label: Label, wording: Wording) -> bool:
    """Whether a label says that the title follows: "Emne: Budget 2025"."""
    words = {word.casefold() for word in wording.tree["columns"]["title"]}
    return bool(label.rest) and label.text.casefold().strip(" .") in words
