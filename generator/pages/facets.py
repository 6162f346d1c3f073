"""Facets: a list cut by the values of one property, each value a page with its own address, so that no script is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from generator.addresses import route
from generator.declaration import Pointer
from generator.library import Library
from generator.records import Record
from generator.sorting import slugify, sort_key
from generator.source import digest_of
from generator.voice import Voice

SHOWN = 12  # values of a facet that stand open; the others are folded


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: its name, its page, how many of the list have it, and whether this is its page."""

    title: str
    href: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A property with its values; `rest` is folded away."""

    title: str
    shown: tuple[FacetValue, ...]
    rest: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class Chosen:
    """The value whose page this is: the facet's name, the value's, and where the whole list is."""

    facet: str
    title: str
    href: str


@dataclass(slots=True)
class Slice:
    """A value before it is shown: its address, its name by the voice, and the records that have it."""

    facet: str
    address: str
    title: Callable[[Voice], str]
    records: list[Record] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Facets:
    """All facets of one list: `name` is the catalogue's group of the facets' names, `base` the list's address."""

    base: str
    name: str
    slices: tuple[Slice, ...]
    mark: str

    def shown(self, chosen: Slice | None, voice: Voice) -> tuple[Facet, ...]:
        """The facets as readers see them; the chosen value is marked."""
        names = dict.fromkeys(one.facet for one in self.slices)
        return tuple(self._facet(name, chosen if chosen and chosen.facet == name else None, voice) for name in names)

    def _facet(self, name: str, chosen: Slice | None, voice: Voice) -> Facet:
        return voice.once(("facet", self.base, name, chosen and chosen.address), lambda: self._make_facet(name, chosen, voice))

    def _make_facet(self, name: str, chosen: Slice | None, voice: Voice) -> Facet:
        values = tuple(
            FacetValue(one.title(voice), voice.at(one.address), len(one.records), one is chosen)
            for one in self.slices
            if one.facet == name
        )
        shown = _most_frequent(values)
        return Facet(voice.catalogue(f"facets.{name}"), shown, tuple(one for one in values if one not in shown))

    def chosen(self, one: Slice | None, voice: Voice) -> Chosen | None:
        """What is chosen, with the way back to the whole list."""
        return Chosen(voice.catalogue(f"facets.{one.facet}"), one.title(voice), voice.at(self.base)) if one else None


def _most_frequent(values: tuple[FacetValue, ...]) -> tuple[FacetValue, ...]:
    """The values that stand open, in the order of the whole: the most frequent, and the chosen one."""
    if len(values) <= SHOWN + 2:  # to fold two away gains nothing
        return values
    least = sorted((one.count for one in values), reverse=True)[SHOWN - 1]
    frequent = [one for one in values if one.count > least]
    frequent += [one for one in values if one.count == least][: SHOWN - len(frequent)]
    return tuple(one for one in values if one in frequent or one.chosen)


def facets_of(base: str, name: str, slices: Iterable[Slice], reads: Iterable[Pointer], library: Library) -> Facets:
    """Put the slices of one list together; `reads` are the records that they are named by."""
    every = tuple(slices)
    marks = (library.line_marks[pointer] for pointer in dict.fromkeys(reads))
    mark = digest_of(" ".join((*marks, *(f"{one.address}={len(one.records)}" for one in every))).encode())
    return Facets(base, name, every, mark)


def slices_by_record(
    base: str, facet: str, named: Sequence[tuple[Record, Iterable[Pointer]]], library: Library, language: str
) -> list[Slice]:
    """One slice for each record that the list's records name, in the order of their names."""
    slices: dict[Pointer, Slice] = {}
    for record, pointers in named:
        for pointer in dict.fromkeys(one.whole for one in pointers):
            if pointer not in slices:
                target = library.get(pointer)
                address = f"{base}{route(f'facet.{facet}', language)}/{target.slug}/"
                slices[pointer] = Slice(facet, address, lambda voice, target=target: voice.name(target))  # type: ignore[misc]
            slices[pointer].records.append(record)
    found = [library.get(pointer) for pointer in slices]
    shown = [target for target in found if target.status != "withdrawn"]
    return [slices[target.pointer] for target in sorted(shown, key=lambda target: sort_key(target.title, language))]


def slices_by_topic(base: str, records: Iterable[Record], language: str) -> list[Slice]:
    """One slice for each topic; topics that make one address are one."""
    slices: dict[str, Slice] = {}
    names: dict[str, str] = {}
    for record in records:
        for topic in {slugify(topic): topic for topic in record.topics}.values():
            slug = slugify(topic)
            name = names.setdefault(slug, topic)
            if slug not in slices:
                address = f"{base}{route('facet.topic', language)}/{slug}/"
                slices[slug] = Slice("topic", address, lambda voice, name=name: name)  # type: ignore[misc]
            slices[slug].records.append(record)
    return [slices[slug] for slug in sorted(slices, key=lambda slug: sort_key(names[slug], language))]
