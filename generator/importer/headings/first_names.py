"""First names alone in brackets behind titles, "Budget 2022 (Hanne)": those who present the items."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.importer.headings.timed import FIRST_NAMES, SPLIT
from generator.importer.headings.titles import Heading

_BRACKET = re.compile(rf"\s*\((?P<names>{FIRST_NAMES.pattern})\)\s*$")
_KNOWN = re.compile(r"\b([A-ZÆØÅ@][\w@&-]+)(?= [A-ZÆØÅ@][\w@&-]+| \(|,| og | \d)")  # "Ane Test", "Ib (forældre)", "Ane, Ib og"
_SEVERAL = 2  # titles


def names_presenters(titles: Sequence[str], head: Iterable[str]) -> bool:
    """Whether brackets behind titles name presenters: there are several, and most hold a first name that the head has too."""
    brackets = [found for title in titles if (found := _BRACKET.search(title))]
    known = {name for line in head for name in _KNOWN.findall(line)}
    met = sum(not known.isdisjoint(SPLIT.split(found["names"])) for found in brackets)
    return met >= _SEVERAL and met * 2 > len(brackets)


def with_first_names(heading: Heading) -> Heading:
    """A heading of such a document: the names in its bracket are its presenters, and not of its title."""
    found = _BRACKET.search(heading.title)
    title = heading.title[: found.start()] if found else ""
    return replace(heading, title=title, presenters=tuple(SPLIT.split(found["names"]))) if found and title else heading
