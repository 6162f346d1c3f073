"""What a record's page says to the search alone: its hidden words, its facets, and what a result shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.addresses import address_of
from generator.declaration import Pointer
from generator.pages.agreement import state_on_build_date
from generator.pages.badges import group_of
from generator.records import Record
from generator.records.agreement import Agreement
from generator.records.item import Item
from generator.records.meeting import Meeting
from generator.records.municipality import Municipality
from generator.search.hidden import hidden_words
from generator.search.meanings import meanings_of
from generator.search.names import known_as
from generator.sorting import slugify
from generator.voice import Voice

# Types whose page is what somebody means who writes its name and nothing else.
_NAMED = ("organization", "municipality", "person", "agreement", "initiative", "case", "glossary_term")
_SUMMARY = 240  # characters of a summary that a result shows
HIDDEN = "⁂"  # stands before each hidden word in the index, so that no excerpt shows them
_AND_MORE = "…"
_DASH = " – "  # between a name and what explains it
_NAME = 4  # letters of a part of a name that is one too
BAR = "|"  # parts several values of one kind


@dataclass(frozen=True, slots=True)
class SearchMarks:
    """The hidden words, and the values that the index keeps of a page.

    The vocabulary is made of `about`, `names`, `facets` and `parent`; results show the others. `names` and `facets` are
    parted by a bar; a facet is its name, its value, and its label where no page is called so.
    """

    name_words: str
    words: str
    date: str
    summary: str
    where: str
    about: str
    names: str
    facets: str
    parent: str
    outcome: str


def search_marks(record: Record, crumbs: Iterable[str], summary: str, voice: Voice) -> SearchMarks:
    """All that a record's page says to the search; `crumbs` are the names of the pages above it."""
    moment = voice.library.moment_of(record)
    hidden = hidden_words(record, voice)
    return SearchMarks(
        name_words=_apart(hidden.of_name),
        words=_apart(hidden.of_text),
        date=moment.text if moment else "",
        summary=_shortened(voice.plain(summary)),
        where=" › ".join(crumbs),
        about=f"{record.pointer} {moment.first.toordinal() if moment and moment.first else 0}",
        names=_joined(_names(record, voice)),
        facets=_joined(f"{name}={value}={label}" for name, value, label in facets_of(record, voice)),
        parent=_parent(record, voice),
        outcome=_outcome(record, voice),
    )


def text_marks(record: Record, crumbs: Iterable[str], voice: Voice) -> SearchMarks:
    """What the page of a record's long text says: the record's values; who means the record by name wants its own page."""
    marks = search_marks(record, crumbs, record.summary or "", voice)
    parent = voice.at(address_of(record, voice.library, voice.language))
    return replace(marks, name_words="", words="", names="", parent=parent)


def _apart(words: Iterable[str]) -> str:
    """Hidden words with the sign before each, so that no two of them are a phrase."""
    return " ".join(f"{HIDDEN} {word}" for word in words)


def _joined(texts: Iterable[str]) -> str:
    return BAR.join(text.replace(BAR, "/") for text in texts)


def facets_of(record: Record, voice: Voice) -> Iterator[tuple[str, str, str]]:
    """The values by which results are narrowed: the facet, the value as it stands in an address, and its label.

    Where a record is the value there is no label: its page has it.
    """
    moment = voice.library.moment_of(record)
    yield "type", record.type_name, voice.catalogue(f"fields.{record.type_name}._type.plural")
    yield from (("body", one, "") for one in _shown(_bodies(record, voice), voice))
    if moment and moment.first:
        yield "year", str(moment.first.year), str(moment.first.year)
    own = (record.pointer,) if record.type_name == "municipality" else ()
    yield from (("municipality", one, "") for one in _shown((*own, *record.municipalities), voice))
    yield from (("initiative", one, "") for one in _shown(record.initiatives, voice))
    if isinstance(record, Item):
        for key in dict.fromkeys(one.outcome for one in record.decisions):
            yield "outcome", key, voice.word("outcome", key)
    yield from (("topic", slugify(topic), topic) for topic in record.topics)
    if isinstance(record, Agreement):
        state = state_on_build_date(record, voice)
        yield "in_force", state, voice.catalogue(f"interface.agreement_state.{state}")


def _bodies(record: Record, voice: Voice) -> tuple[Pointer, ...]:
    meeting = voice.library.meeting_by_folder.get(record.folder) if isinstance(record, Item) else record
    if isinstance(meeting, Meeting):
        return meeting.bodies
    post = getattr(record, "post", None)
    holder = voice.library.find(post) if isinstance(post, Pointer) else record
    body = getattr(holder, "body_of", None)
    return (body,) if isinstance(body, Pointer) else ()


def _shown(pointers: Iterable[Pointer], voice: Voice) -> list[str]:
    """The ids of those records that are not withdrawn."""
    found = {pointer.id: voice.library.find(pointer) for pointer in pointers}
    return [name for name, record in found.items() if record and record.status != "withdrawn"]


def _parent(record: Record, voice: Voice) -> str:
    """The address of the meeting's page for one of its items, empty for others."""
    meeting = voice.library.meeting_by_folder.get(record.folder) if isinstance(record, Item) else None
    return voice.at(address_of(meeting, voice.library, voice.language)) if meeting else ""


def _outcome(record: Record, voice: Voice) -> str:
    """What was decided in an item, where that is one outcome: the group that has a sign, and its word."""
    keys = {one.outcome for one in record.decisions} if isinstance(record, Item) else set()
    if len(keys) != 1:
        return ""
    (key,) = keys
    return f"{group_of('outcome', key)} {voice.word('outcome', key)}"


def _names(record: Record, voice: Voice) -> Iterator[str]:
    """The exact names for which this page is the answer."""
    if record.type_name in _NAMED:
        names = dict.fromkeys((voice.name(record), *known_as(record, voice.language)))
        known = meanings_of(voice.language).short
        yield from names
        yield from (known[name] for name in names if name in known)
        yield from (name.partition(_DASH)[0] for name in names if _DASH in name)
    if isinstance(record, Municipality):
        # One that two were joined to is also asked for by the name of either: "Ringkøbing", "Skjern".
        yield from (part for part in voice.name(record).split("-") if len(part) >= _NAME)
    if isinstance(record, Meeting):
        bodies = [called for body in record.bodies if (called := voice.library.find(body))]
        of_bodies = (name for body in bodies for name in (voice.name(body), *known_as(body, voice.language)))
        kind = voice.catalogue("fields.meeting._type.label")
        forms = (form for name in of_bodies for form in (name, f"{name} {kind}"))
        yield from (f"{name} {record.date.text}".strip() for name in ("", kind, *forms))


def _shortened(text: str) -> str:
    if len(text) <= _SUMMARY:
        return text
    return text[:_SUMMARY].rsplit(" ", 1)[0].rstrip(" ,.;:") + _AND_MORE
