"""A declared field to the field of the editor's form: which widget it is, its texts, its choices, its pattern."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.declaration import (
    ChoiceKind,
    DateKind,
    Declared,
    FieldPlace,
    FileKind,
    Kind,
    PointerKind,
    ProseKind,
    YesNoKind,
    declared_fields,
)
from generator.declaration.kind import DEFAULT_RULES, WrongValue
from generator.display import snake_case
from generator.field_texts import field_text, type_text
from generator.messages import Catalogue
from generator.vocabulary import load_vocabulary

Form = dict[str, Any]
# What an entry of a folded list is called by: the first of these fields that it has.
_NAMED_BY = ("title", "name", "text", "party", "person", "document", "role", "quote", "year", "date", "key")


def form_of(model: type[Declared], owner: str, names: Iterable[str], t: Catalogue) -> list[Form]:
    """The form of some fields of a model, in the order of the names; `owner` is what the catalogue calls the model."""
    places = {place.name: place for place in declared_fields(model)}
    return [_field(places[name], owner, t) for name in names]


def _field(place: FieldPlace, owner: str, t: Catalogue) -> Form:
    texts = {form: field_text(owner, place.name, text, t) for form, text in (("label", "label"), ("hint", "help"))}
    # An entry that is saved without a key gets one (keys.js), so nobody has to think of it.
    own: Form = {"name": place.name} | texts | {"required": place.required and place.name != "key"}
    if place.part is not None:
        return own | _part(place.part, many=place.many, t=t)
    assert place.kind is not None  # a field has a part or a kind  # noqa: S101
    widget = _widget(place.kind, place.required, t)
    if isinstance(place.kind, PointerKind) and widget["widget"] == "string":  # what the editor has no list of its own for
        own["hint"] = f"{own['hint']} {t('editor.pointer')}"
    if not place.many:
        return own | widget
    if widget["widget"] in ("relation", "select"):
        return own | widget | {"multiple": True}
    # An entry of a list may be empty where any text may stand: a table has such cells.
    entry = {"name": place.name, "label": texts["label"], "required": "pattern" in widget}
    return own | {"widget": "list", "field": entry | widget}


def _part(part: type[Declared], *, many: bool, t: Catalogue) -> Form:
    owner = snake_case(part.__name__)
    names = [place.name for place in declared_fields(part)]
    fields = form_of(part, owner, names, t)
    if not many:
        return {"widget": "object", "collapsed": "auto", "fields": fields}
    named_by = next((name for name in _NAMED_BY if name in names), names[0])
    return {
        "widget": "list",
        "label_singular": type_text(owner, "label", t),
        "collapsed": "auto",
        "summary": f"{{{{fields.{named_by} | truncate(80)}}}}",
        "fields": fields,
    }


def _widget(kind: Kind, required: bool, t: Catalogue) -> Form:
    match kind:
        case PointerKind(types=(only,), or_unknown=False):
            return {"widget": "relation", "collection": only, "value_field": "id", "display_fields": ["title"]} | {
                "search_fields": ["title", "id"]
            }
        case ChoiceKind():
            words = load_vocabulary(kind.vocabulary).words(t.language)
            return _choice([*words, *(_unknown(t) if kind.or_unknown else ())], required)
        case YesNoKind():
            return _choice(load_vocabulary("yes_no").words(t.language), required)
        case ProseKind():
            return {"widget": "text"}
        case FileKind():
            return {"widget": "file", "choose_url": False}
        case DateKind(or_unknown=False):
            return {"widget": "datetime", "type": "date"}
    return {"widget": "string"} | _pattern(kind, t)


def _choice(words: list[str], required: bool) -> Form:
    # What need not be said can be taken back, which the editor offers only in a list that opens.
    shown = {} if required else {"dropdown_threshold": 0}
    return {"widget": "select", "options": words} | shown


def _pattern(kind: Kind, t: Catalogue) -> Form:
    """The form that the text must have, and what the editor says where it has another."""
    pattern = kind.schema().get("pattern")
    if pattern is None:
        return {}
    if isinstance(kind, PointerKind) and len(kind.types) == 1:  # proposals.js sees by this of which type they are
        pattern = pattern.replace("^", f"^({kind.types[0]}:)?", 1)
    if kind.or_unknown:
        pattern = f"{pattern}|^({'|'.join(_unknown(t))})$"
    return {"pattern": [pattern, t("editor.pattern", form=_example(kind))]}


def _example(kind: Kind) -> str:
    """How a text of the kind is written, as the check says it of a text that is wrong."""
    try:
        kind.read("\0", DEFAULT_RULES)
    except WrongValue as wrong:
        return wrong.expected
    return ""


def _unknown(t: Catalogue) -> list[str]:
    return load_vocabulary("unknown").words(t.language)
