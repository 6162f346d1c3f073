"""A draft to its file: where it goes, and its text, with the fields that were not answered as comments that help."""

from __future__ import annotations

from collections.abc import Iterator

from generator.declaration import ChoiceKind, FieldPlace, PointerKind, declared_fields
from generator.display import snake_case
from generator.field_texts import field_text
from generator.messages import Catalogue
from generator.new_record.draft import Draft
from generator.new_record.proposals import slug_of
from generator.new_record.questions import OF_EVERY_RECORD
from generator.raw_yaml import RawMapping
from generator.record_text import record_text
from generator.records import Record
from generator.records.meeting import Meeting
from generator.sorting import slugify
from generator.vocabulary import load_vocabulary

_NO_COMMENT = frozenset({"id", "title", "status", "body"})


def path_of(draft: Draft, content: str) -> str:
    """Where the record's file goes: `content` is the content folder as messages call it."""
    if draft.meeting is not None:
        number, title = slugify(draft.value("number")), slug_of(draft.value("title"))
        name = "-".join(filter(None, (number.zfill(2) if number else "", title)))
        return f"{draft.meeting.folder}/{name or draft.value('id')}.md"
    if draft.record_type is Meeting:
        folder = "-".join(filter(None, (slugify(draft.value("date")), draft.value("bodies"), draft.value("suffix"))))
        return f"{content}/meetings/{folder}/meeting.yml"
    [pattern] = draft.record_type.files
    return f"{content}/{pattern.replace('*', draft.value('id'))}"


def text_of(draft: Draft, language: str, t: Catalogue) -> str:
    """The text of the record's file. `language` is that of the content's words, `t` has labels and help."""
    order = [place.name for place in declared_fields(draft.record_type)]
    fields: RawMapping = {name: draft.fields[name] for name in order if name in draft.fields and name != "body"}
    body = draft.value("body")
    is_yaml = all(pattern.endswith(".yml") for pattern in draft.record_type.files)
    return record_text(fields, f"{body}\n" if body else "", comments=_comments(draft, language, t), yaml_only=is_yaml)


def _comments(draft: Draft, language: str, t: Catalogue) -> Iterator[str]:
    """Each field that can still be filled in: a line that says what it is, and the field, to be set free."""
    places = [place for place in declared_fields(draft.record_type) if place.name not in draft.fields]
    shared = {place.name for place in declared_fields(Record)}
    own = [place for place in places if place.name not in shared]
    yield t("new.more_fields")
    for place in (*own, *(place for place in places if place.name in OF_EVERY_RECORD)):
        if place.name not in _NO_COMMENT:
            yield from _comment(draft.record_type.type_name, place, language, t)


def _comment(owner: str, place: FieldPlace, language: str, t: Catalogue) -> Iterator[str]:
    label, help_text = (field_text(owner, place.name, form, t) for form in ("label", "help"))
    written = f" {t('new.written_as', form=place.kind.form)}" if isinstance(place.kind, PointerKind) else ""
    yield f"# {label}: {' '.join(help_text.split())}{written}"
    yield _blank(place, language)
    if place.part is not None:
        inner = [one for one in declared_fields(place.part) if one.required] or list(declared_fields(place.part))[:1]
        for number, one in enumerate(inner):
            begins = "- " if number == 0 and place.many else "  "
            yield f"  {begins}{_blank(one, language)}  # {field_text(snake_case(place.part.__name__), one.name, 'label', t)}"


def _blank(place: FieldPlace, language: str) -> str:
    """A field without its value; of a word list with the words."""
    if isinstance(place.kind, ChoiceKind):
        return f"{place.name}:  # {' | '.join(load_vocabulary(place.kind.vocabulary).words(language))}"
    return f"{place.name}: []" if place.many and place.kind is not None else f"{place.name}:"
