"""The glossary: every term with its explanation, by letter, on as few pages as a reader can search by eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.addresses import route
from generator.library import Library
from generator.page import Page
from generator.pages.listing import cut, home, letter_anchor, letter_links, numbered, page_links, pages_of_letters
from generator.pages.parts import Crumb, named_once
from generator.records.glossary_term import GlossaryTerm
from generator.sorting import alphabetical, initial
from generator.voice import Voice

LENGTH = 400  # terms on one page


@dataclass(frozen=True, slots=True)
class TermLine:
    """One term: its long form, its explanation as plain text, what it stands for (a title and an address, or none)."""

    title: str
    href: str
    long_form: str
    explanation: str
    stands_for: Crumb | None


@dataclass(frozen=True, slots=True)
class Letter:
    """The terms of one letter; `title` says what it is where it is no letter."""

    title: str
    anchor: str
    terms: tuple[TermLine, ...]


@dataclass(frozen=True, slots=True)
class GlossaryData:
    """One page of the glossary; `all_letters` lead to every letter, on whichever page it is."""

    title: str
    crumbs: tuple[Crumb, ...]
    total: int
    abbreviations: int
    all_letters: tuple[Crumb, ...]
    letters: tuple[Letter, ...]
    number: int
    pages: tuple[Crumb, ...]


def glossary_pages(library: Library, language: str) -> Iterator[Page]:
    """Every page of the glossary."""
    terms = alphabetical(library.all(GlossaryTerm), lambda term: term.title, language)
    address = f"/{route('glossary_term', language)}/"
    letters = pages_of_letters(terms, language, LENGTH)
    for number, shown in cut(terms, LENGTH):
        seeds = [pointer for term in shown for pointer in (term.pointer, *((term.stands_for,) if term.stands_for else ()))]
        yield Page(
            address=numbered(address, number, language),
            language=language,
            template="glossary.html",
            build=partial(_glossary_data, address, terms, shown, letters, number),
            made_of=named_once(library, seeds),
            extra=f"{len(terms)} {sum(bool(term.long_form) for term in terms)} {letters}",
        )


def _glossary_data(
    address: str,
    terms: Sequence[GlossaryTerm],
    shown: Sequence[GlossaryTerm],
    letters: Mapping[str, int],
    number: int,
    voice: Voice,
) -> GlossaryData:
    return GlossaryData(
        title=voice.catalogue("glossary.title"),
        crumbs=(home(voice),),
        total=len(terms),
        abbreviations=sum(bool(term.long_form) for term in terms),
        all_letters=letter_links(address, letters, number, voice),
        letters=tuple(_letters(shown, voice)),
        number=number,
        pages=page_links(address, terms, voice, LENGTH),
    )


def _letters(terms: Sequence[GlossaryTerm], voice: Voice) -> Iterator[Letter]:
    by_letter: dict[str, list[TermLine]] = {}
    for term in terms:
        by_letter.setdefault(initial(term.title, voice.language), []).append(_line(term, voice))
    for letter, lines in by_letter.items():
        yield Letter(voice.catalogue("glossary.other") if letter == "#" else letter, letter_anchor(letter, voice), tuple(lines))


def _says(text: str) -> str:
    """A text as it is compared: an explanation that only repeats the long form explains nothing."""
    return text.rstrip(".").casefold()


def _line(term: GlossaryTerm, voice: Voice) -> TermLine:
    stands_for = voice.library.get(term.stands_for) if term.stands_for else None
    explanation = voice.plain(term.explanation)
    shown = stands_for is not None and stands_for.status != "withdrawn"
    return TermLine(
        title=voice.name(term),
        href=voice.href(term.pointer),
        long_form=term.long_form or "",
        explanation="" if _says(explanation) == _says(term.long_form or "") else explanation,
        stands_for=Crumb(voice.name(stands_for), voice.href(stands_for.pointer)) if stands_for and shown else None,
    )
