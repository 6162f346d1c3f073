"""The settings of a site and the declarations of its records to the configuration of the editor, Sveltia CMS.

What the options mean: https://sveltiacms.app/en/docs
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from generator.annex import FILES_FOLDER, LARGEST_ANNEX
from generator.config import SiteConfig
from generator.declaration import DateKind, WhenKind, declared_fields
from generator.declaration.pointer import ID_PATTERN
from generator.editor.backend import backend_of
from generator.editor.fields import form_of
from generator.explained import fields_at
from generator.field_texts import type_text
from generator.messages import Catalogue
from generator.records import RECORD_TYPES, Record
from generator.vocabulary import load_vocabulary

# In the form, what says what the record is comes first, what few records need comes last.
_FIRST = ("id", "title", "summary", "status")
_AFTER_ITS_OWN = ("topics", "municipalities", "initiatives", "sources", "note", "body")


def configuration(config: SiteConfig, t: Catalogue) -> dict[str, Any]:
    """The editor's whole configuration, with a collection for each type of record."""
    files = f"{config.content_name}/{FILES_FOLDER}"
    return {
        "backend": backend_of(config),
        "publish_mode": "editorial_workflow" if config.editor and config.editor.review else "simple",
        "app_title": t("editor.title", site=config.title),
        "site_url": config.address,
        "logo": {"src": f"{config.base_path}assets/icon.svg"},
        "show_preview_links": False,
        "media_folder": files,
        "public_folder": f"/{files}",
        "media_libraries": {"default": {"config": {"max_file_size": LARGEST_ANNEX}}, "stock_assets": {"providers": []}},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "collections": [_collection(record_type, config, t) for record_type in RECORD_TYPES],
    }


def _collection(record_type: type[Record], config: SiteConfig, t: Catalogue) -> dict[str, Any]:
    name = record_type.type_name
    form = form_of(record_type, name, _names_in_form(record_type), t)
    return {
        "name": name,
        "label": type_text(name, "plural", t),
        "label_singular": type_text(name, "label", t),
        "description": type_text(name, "help", t),
        **_place(record_type, config.content_name, t),
        "identifier_field": "title",
        "slug": {"template": "{{fields.id}}", "editable": True, "pattern": [f"^{ID_PATTERN.pattern}$", t("editor.slug")]},
        "sortable_fields": _order_of(record_type),
        "view_filters": [_drafts(t)],
        "fields": [
            field | _BODY if field["name"] == "body" else field for field in _with_handbook(form, fields_at(config, name), t)
        ],
    }


def _with_handbook(form: list[dict[str, Any]], address: str, t: Catalogue) -> list[dict[str, Any]]:
    """A form whose first help leads to the handbook's page about the type, where there is one."""
    if not address:
        return form
    first, *rest = form
    return [first | {"hint": f"{first['hint']} [{t('editor.handbook')}]({address})"}, *rest]


# The text is shown as it is kept: the editor's other way, with buttons, writes Markdown of its own.
_BODY = {"widget": "markdown", "modes": ["raw", "rich_text"], "editor_components": []}


def _names_in_form(record_type: type[Record]) -> Iterator[str]:
    """The names of the fields in the order of the form."""
    every = tuple(place.name for place in declared_fields(record_type))
    common = tuple(place.name for place in declared_fields(Record))
    yield from _FIRST
    yield from (name for name in every if name not in common)
    yield from (name for name in _AFTER_ITS_OWN if name != "body" or record_type.files[0].endswith(".md"))
    yield from (name for name in common if name not in (*_FIRST, *_AFTER_ITS_OWN))


def _place(record_type: type[Record], content: str, t: Catalogue) -> dict[str, Any]:
    """Where the type's files lie, as its declaration says: flat in a folder, or in a folder each or together."""
    folder, *inner = PurePosixPath(record_type.files[0]).parts
    name = PurePosixPath(inner[-1])
    extension = name.suffix.removeprefix(".")
    # A format of our own, which records.js brings along; for Markdown the editor wants the name to end so.
    own = record_type.type_name + ("-frontmatter" if extension == "md" else "")
    place: dict[str, Any] = {"folder": f"{content}/{folder}", "extension": extension, "format": own}
    if len(inner) == 1:
        return place
    if name.stem != "*":
        return place | {"path": f"{{{{slug}}}}/{name.stem}"}
    path = {"widget": "string", "label": t("editor.meeting_folder")}
    return place | {"nested": {"depth": len(inner), "subfolders": False}, "meta": {"path": path}}


def _order_of(record_type: type[Record]) -> dict[str, Any]:
    """What the list can be sorted by; at first by its first date, the latest on top, else by title."""
    dates = [place.name for place in declared_fields(record_type) if isinstance(place.kind, DateKind | WhenKind)]
    default = {"field": dates[0], "direction": "descending"} if dates else {"field": "title"}
    return {"fields": ["title", "id", *dates], "default": default}


def _drafts(t: Catalogue) -> dict[str, str]:
    draft = load_vocabulary("record_status").terms["draft"].word(t.language)
    return {"label": t("editor.drafts"), "field": "status", "pattern": f"^({draft}|draft)$"}
