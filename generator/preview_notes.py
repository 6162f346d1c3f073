"""What a page of the preview says beside its own text: that it is a draft, and what is wrong with its record, and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import jinja2

from generator.explained import page_of
from generator.field_names import labels_of, named_place
from generator.messages import Catalogue
from generator.preview import Sight
from generator.problems import Problem, has_errors
from generator.records import Record
from generator.reports import message, summary
from generator.theme import COMES_ALONG
from generator.vocabulary import load_vocabulary

_PAGE = COMES_ALONG / "themes" / "default" / "preview" / "problems.html"
_AT_MOST = 50  # problems on a page; whoever mends these sees the rest
Note = dict[str, Any]


def problems_page(sight: Sight, t: Catalogue) -> bytes:
    """A page of its own with everything that is wrong, where there has been no site without errors yet."""
    rows = [
        {
            "severity": str(found.severity),
            "field": named_place(found.path, found.field, t) or found.field,
            "text": message(found, t),
            "place": t("preview.place", path=found.path, line=found.line),
            "code": str(found.code),
        }
        for found in sight.problems[:_AT_MOST]
    ]
    template = jinja2.Environment(autoescape=True).from_string(_PAGE.read_text(encoding="utf-8"))
    return template.render(t=t, problems=rows, summary=summary(sight.problems, t)).encode()


def notes_for(address: str, sight: Sight, handbook: str, t: Catalogue) -> Note:
    """The notes of the page at an address, as data for the browser; `drafts` are the addresses of all drafts.

    `handbook` is the address below which the codes are explained, empty where nothing explains them.
    """
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
        "here": [_note(found, record, handbook, t) for found in here[:_AT_MOST]],
        "elsewhere": {
            "title": t("preview.elsewhere", count=len(elsewhere)),
            "problems": [
                _note(found, None, handbook, t) | {"href": place_of.get(found.path, "")} for found in elsewhere[:_AT_MOST]
            ],
        },
    }


def edit_address(record: Record, sight: Sight) -> str:
    """Where the browser editor has the record: below its type, by its file's place without the ending."""
    if sight.printer is None:
        return ""
    config = next(iter(sight.printer.voices.values())).config
    _, _, inner = record.origin.path.removeprefix(f"{config.content_name}/").partition("/")
    return f"{config.base_path}admin/#/collections/{record.type_name}/entries/{inner.rpartition('.')[0]}"


def _note(found: Problem, record: Record | None, handbook: str, t: Catalogue) -> Note:
    """A problem in words, and by what to find its field on the page: an anchor, or what a heading there says."""
    labels = labels_of(type(record), found.field, t) if record else []
    return {
        "severity": str(found.severity),
        "text": message(found, t),
        "place": t("preview.place", path=found.path, line=found.line),
        "code": {"text": t("preview.explain", code=found.code), "href": page_of(found.code, handbook)} if handbook else None,
        "field": found.field.partition("[")[0].partition(".")[0],
        "labels": labels,
        "anchor": _anchor(record, found.field) if record else "",
    }


def _anchor(record: Record, field: str) -> str:
    """The anchor of the innermost part with one that a field lies in, as the record was when it was last whole."""
    around: Iterable[str] = (
        record.anchor_of(part) for path, part in reversed(record.parts) if field.startswith((f"{path}.", f"{path}["))
    )
    return next((anchor for anchor in around if anchor), "")
