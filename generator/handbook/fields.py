"""The declarations of the record types to pages: every field, what may stand in it, and what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from generator.addresses import route
from generator.declaration import (
    ChoiceKind,
    Declared,
    FieldPlace,
    Kind,
    PatternKind,
    PointerKind,
    declared_fields,
)
from generator.display import snake_case
from generator.field_texts import field_text, type_text
from generator.handbook.chapter import Chapter, code, heading, joined, plain, table
from generator.messages import Catalogue
from generator.records import RECORD_TYPES, Record
from generator.vocabulary import FOLDER as VOCABULARIES
from generator.vocabulary import load_vocabulary

EVERY = "record"  # what the catalogue calls the fields that all records have


def field_chapters(t: Catalogue) -> Iterator[Chapter]:
    """An overview, the fields that every record has, a page for each type, and the words of every closed list."""
    yield _overview(t)
    yield Chapter(_path(EVERY, t), t("handbook.fields.every"), _of_model(Record, EVERY, t))
    for record_type in RECORD_TYPES:
        name = record_type.type_name
        yield Chapter(_path(name, t), type_text(name, "label", t), _of_type(record_type, t))
    yield Chapter(_words_path(t), t("handbook.words.title"), _words(t))


def _path(name: str, t: Catalogue) -> str:
    word = t("handbook.fields.every_file") if name == EVERY else route(name, t.language)
    return f"{t('handbook.fields.folder')}/{word}.md"


def _words_path(t: Catalogue) -> str:
    return f"{t('handbook.fields.folder')}/{t('handbook.words.file')}.md"


def _file(path: str) -> str:
    return path.rpartition("/")[2]


def _overview(t: Catalogue) -> Chapter:
    names = [(one.type_name, ", ".join(code(f"content/{place}") for place in one.files)) for one in RECORD_TYPES]
    rows = (
        (f"[{plain(type_text(name, 'label', t))}]({_file(_path(name, t))})", places, plain(type_text(name, "help", t)))
        for name, places in names
    )
    head = (t("handbook.fields.type"), t("handbook.fields.place"), t("handbook.fields.about"))
    intro = t("handbook.fields.intro", every=_file(_path(EVERY, t)), words=_file(_words_path(t)))
    return Chapter(f"{t('handbook.fields.folder')}/index.md", t("handbook.fields.title"), joined([intro, table(head, rows)]))


def _of_type(record_type: type[Record], t: Catalogue) -> str:
    name = record_type.type_name
    places = ", ".join(code(f"content/{place}") for place in record_type.files)
    where = t("handbook.fields.where", places=places, every=_file(_path(EVERY, t)))
    return joined([where, _of_model(record_type, name, t)])


def _of_model(model: type[Declared], owner: str, t: Catalogue) -> str:
    """What a type or part is, a table of its own fields, and then the same for the parts that those hold."""
    pieces = [plain(type_text(owner, "help", t)), _table(model, owner, t)]
    for part in _parts_of(model):
        name = snake_case(part.__name__)
        title = f"{plain(type_text(name, 'label', t))} ({code(name)})"
        pieces += [heading(2, title, name), plain(type_text(name, "help", t)), _table(part, name, t)]
    return joined(pieces)


def _own_fields(model: type[Declared]) -> list[FieldPlace]:
    inherited = (
        {place.name for place in declared_fields(Record)} if issubclass(model, Record) and model is not Record else set()
    )
    return [place for place in declared_fields(model) if place.name not in inherited]


def _parts_of(model: type[Declared], seen: frozenset[type[Declared]] = frozenset()) -> list[type[Declared]]:
    """Every part below a model, each once, in the order in which the tables name them."""
    found: list[type[Declared]] = []
    for place in _own_fields(model):
        if place.part is not None and place.part not in seen | {*found}:
            found += [place.part, *_parts_of(place.part, seen | {*found, place.part})]
    return list(dict.fromkeys(found))


def _table(model: type[Declared], owner: str, t: Catalogue) -> str:
    rows = (
        (_name(place, owner, t), plain(field_text(owner, place.name, "help", t)), what_may_stand(place, t))
        for place in _own_fields(model)
    )
    return table([t(f"handbook.fields.{column}") for column in ("field", "help", "kind")], rows)


def _name(place: FieldPlace, owner: str, t: Catalogue) -> str:
    """A field's name in files, what it is called on the site, and whether it must be filled in, below one another."""
    said = [code(place.name), plain(field_text(owner, place.name, "label", t))]
    return "<br>".join([*said, f"**{t('handbook.fields.required')}**"] if place.required else said)


def what_may_stand(place: FieldPlace, t: Catalogue) -> str:
    """What may be written in a field, in words, as Markdown."""
    if place.part is not None:
        name = snake_case(place.part.__name__)
        said = f"[{plain(type_text(name, 'label', t))}](#{name})"
    elif place.kind is not None:
        said = _kind(place.kind, t)
    else:
        raise TypeError(place)
    return t("handbook.fields.list_of", one=said) if place.many else said


def _kind(kind: Kind, t: Catalogue) -> str:
    text = t(f"handbook.kinds.{snake_case(type(kind).__name__)}", **_blanks(kind, t))
    return f"{text} {t('handbook.kinds.or_unknown', words=f'{_file(_words_path(t))}#unknown')}" if kind.or_unknown else text


def _blanks(kind: Kind, t: Catalogue) -> dict[str, str]:
    """What fills the blanks of a kind's text: a form, a list of words, the types that may be pointed at."""
    if isinstance(kind, PatternKind):
        return {"form": code(kind.example)}
    if isinstance(kind, ChoiceKind):
        words = ", ".join(code(word) for word in load_vocabulary(kind.vocabulary).words(t.language))
        return {"address": f"{_file(_words_path(t))}#{kind.vocabulary}", "words": words}
    if isinstance(kind, PointerKind):
        labels = ", ".join(type_text(name, "label", t).lower() for name in kind.types)
        return {"types": plain(labels), "form": code(kind.form)}
    return {}


def _words(t: Catalogue) -> str:
    """Every closed list with the meaning of each of its words."""
    pieces = [t("handbook.words.intro")]
    for path in sorted(VOCABULARIES.glob("*.yml")):
        terms = load_vocabulary(path.stem).terms.values()
        rows = ((code(term.word(t.language)), plain(term.meaning(t.language))) for term in terms)
        pieces.append(heading(2, code(path.stem), path.stem))
        pieces.append(table((t("handbook.words.word"), t("handbook.words.meaning")), rows))
    return joined(pieces)
