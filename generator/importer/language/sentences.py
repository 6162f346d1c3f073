"""A paragraph to its sentences, and to what in them is not quoted."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from generator.importer.language.vocabulary import Wording

_SENTENCE = re.compile(
    r"(?:(?<=[.!?])|(?<=[.!?][\"”]))\s+(?=[\"“(]?[A-ZÆØÅ@|§]|\d{1,2}\)\s|\d{1,2}\.\s(?:at-)?(?:punkt|pind|dot|led|del)\b)|(?<=[;,])\s+(?=\((?:[a-z]|\d)\)\s)"
)
_LAST_WORD = re.compile(r"(\w+)\.$")
_INITIALS = re.compile(r"[^\W\d_]|[B-DF-HJ-NP-TV-XZ][b-df-hj-np-tv-xz]{1,3}")  # "A.", "Chr.": no word is without a vowel
# A letter that names one of several ends a sentence: "tiltrådte litra a og c.", "valgte model B.".
_THINGS = (
    r"(?:litra|bogstav|pind|dot|pkt\.?|punkt|punkterne|pkt|stk\.?|nr\.?|bilag|model|forslag|scenarie|alternativ|option|point"
    r"|firma|tilbud|tilbudsgiver|leverandør|variant|løsning|version|etape|hal|plan)"
)
_LETTERED_THING = re.compile(rf"{_THINGS} [^\W\d_]\b(?!\.)", re.IGNORECASE)
_LETTERED = re.compile(
    rf"\b{_THINGS}"
    r" (?:[^\W\d_](?:,| og| and| eller| or|\s?[-–]) ?){0,8}[^\W\d_]\.$|[ ,](?:og|and|eller|or|samt) (?-i:[a-zæøå])\.$",
    re.IGNORECASE,
)
_ONLY_NUMBER = re.compile(r"\W{0,2}(?:(?:ad|pkt\.?|punkt|item)\s*)?\d{1,2}(?:(?:,| og| and|\s?-)\s?\d{1,2})*\.", re.IGNORECASE)
_QUOTE = re.compile(r"[\"”“»«]")
_LONGEST = 60  # letters of an abbreviation with its full stop, and some more


def sentences_of(text: str, wording: Wording) -> list[str]:
    """The sentences of a paragraph; an abbreviation ends none."""
    pieces = _SENTENCE.split(text.strip())
    sentences: list[str] = []
    short = set(wording.words("abbreviations"))
    for piece in pieces:
        last = _LAST_WORD.search(sentences[-1][-_LONGEST:]) if sentences else None
        if sentences and _ONLY_NUMBER.fullmatch(sentences[-1]):
            sentences[-1] += f" {piece}"  # "Ad 2. Godkendt."
        elif last and _is_short(last[1], short) and not _LETTERED.search(sentences[-1][-_LONGEST:]):
            sentences[-1] += f" {piece}"
        else:
            sentences.append(piece)
    return [sentence for sentence in sentences if sentence.strip()]


def ends_sentence(text: str, wording: Wording) -> bool:
    """Whether a text ends in a full stop that is none of an abbreviation."""
    last = _LAST_WORD.search(text[-_LONGEST:])
    return text.endswith(".") and not (last and last[1].casefold() in wording.words("abbreviations"))


def heads_what_follows(paragraph: str, wording: Wording) -> bool:
    """Whether a paragraph is a heading within the minutes, "Udpegning af initiativer": a noun of what is done with a thing, and
    no sentence.
    """
    first, _, rest = paragraph.partition(" ")
    of = rest.partition(" ")[0].casefold() in wording.words("of_a_thing")
    return (
        of and not paragraph.endswith((".", "!", "?", ":")) and first.casefold().endswith(tuple(wording.words("noun_endings")))
    )


def begins_with_letter(text: str) -> bool:
    """Whether a text begins with one of several things that a letter names: "Model B"."""
    return _LETTERED_THING.match(text) is not None


def _is_short(word: str, short: Container[str]) -> bool:
    return word.casefold() in short or _INITIALS.fullmatch(word) is not None


def unquoted(sentences: Sequence[str]) -> Iterator[str]:
    """The sentences without what is quoted in them, also where a quotation goes over several."""
    inside = False
    for sentence in sentences:
        pieces = _QUOTE.split(sentence)
        yield " ".join(piece for at, piece in enumerate(pieces) if (at % 2 == 1) is inside).strip()
        inside ^= len(pieces) % 2 == 0
