"""The names that stand for each other: an abbreviation and its long form, what a body is and was called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.declaration import Pointer
from generator.library import Library
from generator.records import Record
from generator.records.glossary_term import GlossaryTerm
from generator.records.municipality import Municipality
from generator.records.organization import Organization
from generator.search.initials import initials_of
from generator.search.meanings import meanings_of
from generator.search.words import stem_of, words_of
from generator.source import digest_of

_LONGEST = 8  # words of a name; what is longer is a sentence
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Groups of names that stand for each other; which groups a name, as a row of stems, belongs to.

    `by_first` finds names by their first word; `digest` changes whenever a page's words could.
    """

    groups: Sequence[tuple[str, ...]]
    by_first: Mapping[str, Sequence[tuple[Key, int]]]
    digest: str

    def others_in(self, words: Sequence[str]) -> Iterator[str]:
        """The other names of whatever a text, as a row of words, names."""
        stems = [stem_of(word) for word in words]
        found: dict[int, None] = {}
        for at, first in enumerate(stems):
            for key, group in self.by_first.get(first, ()):
                if tuple(stems[at : at + len(key)]) == key:
                    found[group] = None
        for group in found:
            yield from self.groups[group]


def names_of(library: Library, language: str) -> Names:
    """The names of a site in one language, to be made once for each build."""
    joined = [*_joined(library, language), *([short, long] for short, long in meanings_of(language).short.items())]
    by_first: dict[str, list[tuple[Key, int]]] = {}
    groups = sorted(tuple(dict.fromkeys(names)) for names in joined)
    for number, group in enumerate(groups):
        for name in group:
            key = _key(name)
            if key and len(key) <= _LONGEST:
                by_first.setdefault(key[0], []).append((key, number))
    return Names(groups, by_first, digest_of(repr(groups).encode()))


def other_names(record: Record) -> tuple[str, ...]:
    """What a record is called besides its title."""
    if isinstance(record, GlossaryTerm):
        return tuple(name for name in (record.long_form, *record.forms) if name)
    if isinstance(record, Organization):
        return (*record.abbreviations, *(one.name for one in record.former_names))
    if isinstance(record, Municipality):
        return (record.long_name,) if record.long_name else ()
    return ()


def known_as(record: Record, language: str) -> tuple[str, ...]:
    """What a record is called besides its title, also by those who search: a committee by its first letters."""
    names = other_names(record)
    if not isinstance(record, Organization) or record.abbreviations:
        return names
    return (*names, *filter(None, [initials_of(record.title, language)]))


def _joined(library: Library, language: str) -> Iterable[list[str]]:
    """The names of each thing together, a term's with those of the body that it stands for."""
    groups: dict[Pointer, list[str]] = {}
    for record in (*library.all(Organization), *library.all(GlossaryTerm)):
        others = known_as(record, language)
        target = record.stands_for.whole if isinstance(record, GlossaryTerm) and record.stands_for else record.pointer
        if others or target != record.pointer:
            groups.setdefault(target, []).extend((record.title, *others))
    parties = {party.pointer: party.title for party in (*library.all(Organization), *library.all(Municipality))}
    for pointer, names in groups.items():
        if pointer in parties:
            names.append(parties[pointer])
    return (names for names in groups.values() if len({_key(name) for name in names}) > 1)


def _key(name: str) -> Key:
    """A name as a row of stems; what is only spelled otherwise is the same."""
    return tuple(stem_of(word) for word in words_of(name.partition(" (")[0]))
