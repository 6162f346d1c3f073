"""Sets: the files of the bench to values; one set is a source document and what a careful person finds in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent
HALVES = ("tune", "final")
FORMS = ("txt", "md", "docx", "pdf")
ALTERNATIVES = "|"  # parts outcomes of which either is right


@dataclass(frozen=True, slots=True)
class Expected:
    """One item as a person finds it; `section` is all that stands as minutes, `decisions` the sentences that decide.

    Several numbers or titles are all right. Each of `outcomes` is a set of which one must be found. What is `beside` may
    stand among the decisions, but need not: what other bodies decided earlier, who took no part; `also` are its outcomes.
    An optional one is the heading of a group of items, which may be drafted as an item of its own or not.
    """

    numbers: tuple[str, ...]
    titles: tuple[str, ...]
    presenter: str
    closed: bool
    optional: bool
    intro: str
    points: tuple[str, ...]
    decisions: tuple[str, ...]
    outcomes: tuple[frozenset[str], ...]
    also: frozenset[str]
    section: str
    beside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Minutes:
    """One source with its items; `text` is plain text or Markdown, `form` what it is made to before it is read."""

    name: str
    form: str
    about: str
    date: str
    text: str
    items: tuple[Expected, ...]


def load(chosen: str) -> list[Minutes]:
    """The sets of `tune`, `final` or `all`, in the order of their names."""
    halves = [half for half in HALVES if chosen in (half, "all")]
    return [_minutes(path) for half in halves for path in sorted((FOLDER / half).glob("*.yml"))]


def _minutes(path: Path) -> Minutes:
    value = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    written = ".md" if value["form"] in ("md", "docx") else ".txt"
    return Minutes(
        name=path.stem,
        form=value["form"],
        about=value["about"],
        date=str(value["date"]),
        text=path.with_suffix(written).read_text(encoding="utf-8"),
        items=tuple(_item(item) for item in value["items"]),
    )


def _item(value: Mapping[str, Any]) -> Expected:
    decisions = _several(value.get("decision"))
    return Expected(
        numbers=_several(value.get("number", "")),
        titles=_several(value["title"]),
        presenter=value.get("presenter", ""),
        closed=value.get("closed", False),
        optional=value.get("optional", False),
        intro=value.get("intro", ""),
        points=_several(value.get("recommendation")),
        decisions=decisions,
        outcomes=tuple(frozenset(outcome.split(ALTERNATIVES)) for outcome in _several(value.get("outcome"))),
        also=frozenset(_several(value.get("also"))),
        section=value.get("minutes", " ".join(decisions)),
        beside=_several(value.get("beside")),
    )


def _several(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    return tuple(str(one) for one in value) if isinstance(value, list) else (str(value),)
