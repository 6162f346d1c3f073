"""Reading: what the import makes of a file, in the few fields that the bench compares. Only this file knows the import."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.config import check_config
from generator.extraction.reading import read_text
from generator.importer.drafting.draft import Draft, DraftFile
from generator.importer.drafting.privacy import HIDDEN, without_private
from generator.importer.importing import Site, Wish, import_text, texts_of
from generator.library import Library
from generator.vocabulary import load_vocabulary

_NONE: Mapping[Any, Any] = MappingProxyType({})
_NO_RECORDS = Library(_NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE, _NONE)
_CONFIG = b"""format: 1
title: Fjordlandet
description: Det, som kommunerne ved fjorden beslutter sammen
address: https://fjordlandet.example/
region: Fjordlandet
publisher: {name: Sekretariatet}
licence: {name: CC BY 4.0, address: "https://creativecommons.org/licenses/by/4.0/"}
"""
_TODAY = date(2036, 1, 1)  # after every meeting of the sets


@dataclass(frozen=True, slots=True)
class Found:
    """One item as the import drafts it; `kept` is what else it holds of the minutes: statements, notes, the minutes' text."""

    number: str
    title: str
    presenter: str
    closed: bool
    intro: str
    points: tuple[str, ...]
    decisions: tuple[str, ...]
    outcomes: frozenset[str]
    kept: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the item that is compared."""
        return (self.title, self.intro, *self.points, *self.decisions, *self.kept)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that came of a file: the items in their order, the meeting's date, and every text of the drafts and the report.

    `left` are the lines that stand in the report alone. `failed` says why nothing came of it, if it was refused.
    """

    items: tuple[Found, ...] = ()
    date: str = ""
    texts: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    failed: str = ""


def drafted(path: Path) -> Draft:
    """Import a file to a Danish site without records, without writing anything."""
    config, problems = check_config("site_config.yml", _CONFIG)
    if config is None:
        raise ValueError(problems)
    return import_text(read_text(path), Site(_NO_RECORDS, config, _TODAY), Wish(path.name))


def public(text: str) -> str:
    """A text without the addresses and telephone numbers that no draft may have."""
    return without_private(text).replace(HIDDEN, " ")


def read(path: Path) -> Reading:
    """The items that the import drafts of a file, or why it drafts none."""
    try:
        return _reading(drafted(path))
    except Exception as error:  # whatever the reason, this document is lost, and the others still count
        return Reading(failed=repr(error))


def _reading(draft: Draft) -> Reading:
    names = {file.fields["id"]: str(file.fields["title"]) for file in draft.files if "title" in file.fields}
    meeting = next((file for file in draft.files if file.path.endswith("/meeting.yml")), DraftFile("", {}))
    items = [file for file in draft.files if file.path.startswith(f"{draft.folder}/") and file is not meeting]
    left = tuple(text for _, text in draft.left)
    return Reading(
        items=tuple(_found(file.fields, names) for file in items),
        date=str(meeting.fields.get("date", "")),
        texts=(*(text for file in draft.files for text in (*texts_of(dict(file.fields)), file.body)), *left),
        left=left,
    )


def _found(fields: Mapping[str, Any], names: Mapping[str, str]) -> Found:
    recommendation = fields.get("recommendation", {})
    decisions = fields.get("decisions", [])
    return Found(
        number=fields.get("number", ""),
        title=fields["title"],
        presenter=", ".join(names[person] for person in fields.get("presenters", [])),
        closed="closed" in fields,
        intro=recommendation.get("intro", ""),
        points=tuple(point["text"] for point in recommendation.get("points", [])),
        decisions=tuple(one["text"] for one in decisions if one["text"] != one["outcome"]),
        outcomes=frozenset(_key(one["outcome"]) for one in decisions),
        kept=tuple(text for name in ("minutes", "after_meeting", "statements") for text in texts_of(fields.get(name, ""))),
    )


def _key(word: str) -> str:
    term = load_vocabulary("outcome").find(word, ("da", "en"))
    if term is None:
        raise ValueError(f"{word} is no outcome")
    return term.key
