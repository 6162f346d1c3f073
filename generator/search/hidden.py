"""The words that a page is found by although it does not show them: parts of compounds, other names, dates, sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.records import Record
from generator.records.glossary_term import GlossaryTerm
from generator.search.compounds import Lexicon, lexicon_of
from generator.search.names import Names, known_as, names_of
from generator.search.numbers import marks_in, marks_of
from generator.search.words import stem_of, words_of
from generator.values.when import When
from generator.voice import Voice


@dataclass(frozen=True, slots=True)
class HiddenWords:
    """The words that a record does not show and is to be found by: those for its name, and those for the rest of it."""

    of_name: tuple[str, ...]
    of_text: tuple[str, ...]


def hidden_words(record: Record, voice: Voice) -> HiddenWords:
    """The words that a record's texts do not have and that it is to be found by, in order."""
    names: Names = voice.once("names that stand for each other", lambda: names_of(voice.library, voice.language))
    lexicon = lexicon_of(voice.language)
    name = [*words_of(voice.name(record))]
    of_name = _added(name, names, lexicon)
    of_name |= {word for other in known_as(record, voice.language) for word in words_of(other)}
    text = "\n".join((*_texts(record), *_texts_of_annex(record, voice)))  # as one, which is quicker to read than many
    words = [*words_of(text)]
    of_text = _added(words, names, lexicon) | {*marks_in(text)}
    of_text |= {mark for moment in _moments(record) for mark in marks_of(*_figures(moment))}
    of_name |= {*words_of(voice.catalogue(f"fields.{record.type_name}._type.label"))}
    if own := voice.library.moment_of(record):
        of_name |= {*marks_of(*_figures(own))}
    in_name = {stem_of(word) for word in name}
    if not isinstance(record, GlossaryTerm):
        of_text |= {word for topic in record.topics for word in words_of(topic)}
    first = tuple(sorted(word for word in of_name if stem_of(word) not in in_name))
    shown = in_name.union(map(stem_of, words), map(stem_of, first))
    return HiddenWords(first, tuple(sorted(word for word in of_text if stem_of(word) not in shown)))


def _added(words: list[str], names: Names, lexicon: Lexicon) -> set[str]:
    """The other names of what a row of words names, and the parts of every word."""
    found = {word for name in names.others_in(words) for word in _words_of(name)}
    return found | {part for word in found.union(words) for part in lexicon.parts(word)}


@lru_cache(maxsize=20_000)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(words_of(name))


def _texts(record: Record) -> Iterator[str]:
    """Every text of a record's fields."""
    yield from (
        value for path, value in record.scalars if type(value) is str and not path.startswith(("sources", "aliases", "topics"))
    )


def _texts_of_annex(record: Record, voice: Voice) -> Iterator[str]:
    """Every paragraph of the file that a document has."""
    annex = voice.library.annexes.get(record.pointer)
    return (paragraph for page in annex.text.pages for paragraph in page.paragraphs) if annex else iter(())


def _moments(record: Record) -> Iterator[When]:
    yield from (value for _, value in record.scalars if isinstance(value, When))


def _figures(moment: When) -> tuple[int, int, int]:
    """Year, month and day of a moment; a month that is not known is none that exists."""
    if moment.first and moment.is_day:
        return moment.first.year, moment.first.month, moment.first.day
    plain = moment.text.rstrip("~?%")
    if moment.first and len(plain) == len("2020-08") and plain[4] == "-" and int(plain[5:]) <= 12:
        return moment.first.year, moment.first.month, 0
    return 0, 0, 0
