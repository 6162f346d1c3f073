"""What a page of the preview says beside its own text: that it is a draft, and what is wrong with its record, and where."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator.declaration import declared_fields
from generator.display import snake_case
from generator.field_texts import field_text
from generator.messages import Catalogue
from generator.preview import Sight
from generator.problems import Problem, has_errors
from generator.records import Record
from generator.reports import message
from generator.vocabulary import load_vocabulary

_AT_MOST = 50  # problems on a page; whoever mends these sees the rest
Note = dict[str, Any]


def notes_for(address: str, sight: Sight, t: Catalogue) -> Note:
    """The notes of the page at an address, as data for the browser; `drafts` are the addresses of all drafts."""
    record, drafts = sight.records.get(address), sight.drafts
    place_of = {one.origin.path: href for href, one in reversed(list(sight.records.items()))}
    own = record.origin.path if record else ""
    here = [found for found in sight.problems if found.path == own]
    elsewhere = [found for found in sight.problems if found.path != own]
    return {
        "draft": load_vocabulary("record_status").terms["draft"].word(t.language),
        "isDraft": address in drafts,
        "drafts": drafts,
        "edit": {"text": t("preview.edit"), "href": edit_address(record, sight)} if record else None,
        "stopped": t("preview.stopped") if has_errors(sight.problems) else "",
        "here": [_note(found, record, t) for found in here[:_AT_MOST]],
        "elsewhere": {
            "title": t("preview.elsewhere", count=len(elsewhere)),
            "problems": [_note(found, None, t) | {"href": place_of.get(found.path, "")} for found in elsewhere[:_AT_MOST]],
        },
    }


def edit_address(record: Record, sight: Sight) -> str:
    """Where the browser editor has the record: below its type, by its file's place without the ending."""
    if sight.printer is None:
        return ""
    config = next(iter(sight.printer.voices.values())).config
    _, _, inner = record.origin.path.removeprefix(f"{config.content_name}/").partition("/")
    return f"{config.base_path}admin/#/collections/{record.type_name}/entries/{inner.rpartition('.')[0]}"


def _note(found: Problem, record: Record | None, t: Catalogue) -> Note:
    """A problem in words, and by what to find its field on the page: an anchor, or what a heading there says."""
    labels = labels_of(type(record), found.field, t) if record else []
    return {
        "severity": str(found.severity),
        "text": message(found, t),
        "place": t("preview.place", path=found.path, line=found.line),
        "field": found.field.partition("[")[0].partition(".")[0],
        "labels": labels,
        "anchor": _anchor(record, found.field) if record else "",
    }


def labels_of(model: Any, field: str, t: Catalogue) -> list[str]:
    """What readers and editors call a field and the parts that it is in, outermost first: Beslutninger, Udfald."""
    owner, labels = model.type_name, []
    for name in re.findall(r"[a-z_]+", field):
        place = next((place for place in declared_fields(model) if place.name == name), None)
        if place is None:
            break
        labels.append(field_text(owner, name, "label", t))
        if place.part is None:
            break
        model, owner = place.part, snake_case(place.part.__name__)
    return labels


def _anchor(record: Record, field: str) -> str:
    """The anchor of the innermost part with one that a field lies in, as the record was when it was last whole."""
    around: Iterable[str] = (
        record.anchor_of(part) for path, part in reversed(record.parts) if field.startswith((f"{path}.", f"{path}["))
    )
    return next((anchor for anchor in around if anchor), "")
