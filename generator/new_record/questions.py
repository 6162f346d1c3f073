"""A draft to the questions of its type, in order: what decides the others first, then what must be said, then the id."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.declaration import ChoiceKind, FieldPlace, Kind, PointerKind, declared_fields
from generator.display import snake_case
from generator.field_texts import field_text
from generator.messages import Catalogue
from generator.new_record.draft import Draft, must_have, one_by_one, place_of, principal
from generator.records import Record
from generator.vocabulary import load_vocabulary

# What a title is made of is asked before it.
_BEFORE_THE_TITLE: Mapping[str, tuple[str, ...]] = {
    "meeting": ("bodies", "date"),
    "item": ("number",),
    "appointment": ("post", "holder"),
    "follow_up": ("promised_in",),
    "correction": ("corrects",),
}
# An item of a meeting that was held has an outcome, if only "not minuted".
_OF_HELD_ITEM = ("decisions[0].outcome", "decisions[0].text")
OF_EVERY_RECORD = ("summary", "topics", "municipalities", "initiatives", "sources")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of one field; `choices` are the words that it takes, where those are few; `kind` is of each value."""

    path: str
    label: str
    help: str
    kind: Kind | None
    required: bool
    many: bool
    choices: tuple[str, ...]


def paths_to_ask(draft: Draft, *, second_that_day: bool = False) -> tuple[str, ...]:
    """The paths of the fields that are asked for one after another; the id is last, as it is made of the others."""
    name = draft.record_type.type_name
    required = [place.name for place in declared_fields(draft.record_type) if place.required and place.name != "id"]
    held = _OF_HELD_ITEM if draft.meeting is not None and draft.meeting.state == "held" else ()
    suffix = ("suffix",) if second_that_day else ()
    return tuple(dict.fromkeys((*_BEFORE_THE_TITLE.get(name, ()), *suffix, "title", *required, *held, "id")))


def paths_within(draft: Draft, path: str, given: Iterable[str]) -> tuple[str, ...]:
    """The paths below a field of which parts were given: those, and what each entry that they are of must have.

    Where none were given: those of the first entry of a list that is answered one by one. Empty for any other field.
    """
    place = place_of(draft.record_type, path)
    if place is None:
        return ()
    below = [one for one in given if one.startswith((f"{path}[", f"{path}."))]
    entries = dict.fromkeys(found[0] for one in below if (found := re.match(rf"{re.escape(path)}(?:\[\d+\])?(?=\.)", one)))
    needed = [f"{entry}.{field.name}" for entry in entries for field in must_have(place)]
    first = () if below else tuple(f"{path}[0].{field.name}" for field in one_by_one(place))
    return tuple(dict.fromkeys((*below, *needed, *first)))


def more_paths(draft: Draft) -> tuple[str, ...]:
    """The fields without a value that can be answered in one line, the type's own first."""
    shared = {place.name for place in declared_fields(Record)}
    own = [place.name for place in declared_fields(draft.record_type) if place.name not in shared and _answerable(place)]
    return tuple(name for name in (*own, *OF_EVERY_RECORD[:-1]) if name not in draft.fields)


def _answerable(place: FieldPlace) -> bool:
    return place.kind is not None or (place.many and principal(place) is not None)


def question_of(draft: Draft, path: str, language: str, t: Catalogue) -> Question:
    """The question of a field; `language` is that of the content's words. Raises KeyError where there is no such field."""
    place = place_of(draft.record_type, path)
    if place is None:
        raise KeyError(path)
    asked = principal(place) if place.part else place
    kind = asked.kind if asked else None
    owner = _owner_of(draft, path)
    label, help_text = (field_text(owner, place.name, form, t) for form in ("label", "help"))
    if isinstance(kind, PointerKind):
        help_text = f"{help_text} {t('new.pointer')}"
    return Question(path, label, help_text, kind, place.required, place.many, tuple(_words(kind, language)))


def _owner_of(draft: Draft, path: str) -> str:
    outer = place_of(draft.record_type, path.rpartition(".")[0]) if "." in path else None
    return snake_case(outer.part.__name__) if outer and outer.part else draft.record_type.type_name


def _words(kind: Kind | None, language: str) -> Iterator[str]:
    if isinstance(kind, ChoiceKind):
        yield from load_vocabulary(kind.vocabulary).words(language)
