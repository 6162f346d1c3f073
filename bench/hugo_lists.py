"""Hugo lists: what the records name to the pages of a Hugo site that are no records: lists, facets, and who names what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from bench.archive import Made, To

# A record that others name is a term of the taxonomy of that name, so that Hugo itself gathers who names it;
# meetings are sections, and items and follow-ups are pages.
FOLDERS = {
    "municipality": "kommuner", "organization": "organer", "person": "personer", "case": "sager", "initiative": "initiativer",
    "agreement": "aftaler", "document": "dokumenter", "cost_share": "fordelinger", "follow_up": "opfoelgning",
}  # fmt: skip
MEETINGS = "moeder"
_LOG, _BOARD, _CALENDAR = "beslutninger", "opfoelgning", "kalender"
# The records that Hugo gathers below a term; it does not gather terms.
_GATHERED = frozenset({"meeting", "item", "follow_up", "cost_share"})
_PLURALS = {"item": "Dagsordenspunkter", "meeting": "Møder", "follow_up": "Opfølgninger"}
_SHOWN = 30  # of those that name a record on its own page; more stand on a list of all
# The list pages, and the type that chooses their layout.
_LISTS = {
    **{folder: ("", f"all_{name}") for name, folder in FOLDERS.items() if name != "follow_up"},
    MEETINGS: ("Møder", "all_meeting"),
    "emner": ("", "all_topic"),
    _LOG: ("", "log"),
    _BOARD: ("Hvad blev der af det?", "board"),
    _CALENDAR: ("", "calendar"),
    "kommuner/sammenlign": ("Sammenlign kommunerne", "comparison"),
}
_FACETS = {
    f"{_LOG}/aar": "År",
    f"{_LOG}/udfald": "Hvad kom der ud af det?",
    f"{_LOG}/organ": "Organ",
    f"{_LOG}/emne": "Emne",
    f"{_LOG}/initiativ": "Initiativ",
    f"{_LOG}/kommune": "Kommune",
    f"{_BOARD}/ansvarlig": "Hvem skal gøre det?",
    f"{MEETINGS}/aar": "Møder",
    f"{_CALENDAR}/aar": "Kalender",
}
_OUTCOMES = {
    "godkendt": "vedtaget", "godkendt med ændringer": "vedtaget", "anbefalet": "vedtaget", "udsat": "afventer",
    "oversendt": "afventer", "drøftet": "orientering", "taget til efterretning": "orientering",
}  # fmt: skip
_CLASSES = {
    "vedtaget": "Vedtaget",
    "afventer": "Udsat eller sendt videre",
    "orientering": "Drøftet eller taget til efterretning",
}


def address_of(named: To) -> str:
    """Where a record stands on the site; the same address as on Protokol's."""
    if named.type == "item":
        meeting, _, number = named.id.rpartition("-")
        return f"{address_of(To('meeting', meeting))}{int(number)}/"
    if named.type == "meeting":
        return f"/{MEETINGS}/{named.id[:-11]}/{named.id[-10:]}/"
    return f"/{FOLDERS[named.type]}/{named.id}/"


def facets_of(record: Made, day: str) -> dict[str, list[str]]:
    """The terms under which a record stands in the lists that have facets."""
    head = record.head
    if record.type == "meeting":
        return {f"{MEETINGS}/aar": [day[:4]], f"{_CALENDAR}/aar": [day[:4]]}
    if record.type == "follow_up":
        return {f"{_BOARD}/ansvarlig": _ids(head["responsible"])}
    if record.type != "item" or "decisions" not in head:
        return {}
    return {
        f"{_LOG}/aar": [day[:4]],
        f"{_LOG}/udfald": sorted({_OUTCOMES[decision["outcome"]] for decision in head["decisions"]}),
        f"{_LOG}/organ": [head["id"][:-14]],
        f"{_LOG}/emne": list(head["topics"]),
        f"{_LOG}/initiativ": _ids(head.get("initiatives", ())),
        f"{_LOG}/kommune": _ids(head["municipalities"]),
    }


def _ids(named: Any) -> list[str]:
    return [one.id for one in named]


@dataclass(slots=True)
class Named:
    """What the first pass over the records finds: who names what, every title, and the terms of the facets."""

    by: dict[str, list[str]] = field(default_factory=dict)  # only what Hugo does not gather itself
    _count: Counter[tuple[To, str]] = field(default_factory=Counter)
    _titles: dict[str, str] = field(default_factory=dict)
    _terms: dict[str, dict[str, None]] = field(default_factory=dict)
    _topics: dict[str, list[str]] = field(default_factory=dict)

    def note(self, record: Made, names: set[To], day: str) -> None:
        """Note one record and what it names."""
        self._titles[record.head["id"]] = record.head["title"]
        for named in names:
            if named.type in ("meeting", "item") or record.type not in _GATHERED:
                self.by.setdefault(address_of(named), []).append(address_of(To(record.type, record.head["id"])).rstrip("/"))
            if named.type not in ("meeting", "item"):
                self._count[To(named.type, named.id), record.type] += 1
        for topic in record.head.get("topics", ()):
            under = self._topics.setdefault(topic, [])
            if record.type not in _GATHERED:
                under.append(address_of(To(record.type, record.head["id"])).rstrip("/"))
        for facet, terms in facets_of(record, day).items():
            self._terms.setdefault(facet, {}).update(dict.fromkeys(terms))

    def pages(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Every list page: its file below the content folder, and its front matter."""
        for folder, (title, layout) in _LISTS.items():
            yield f"{folder}/_index.md", {"title": title or folder.capitalize(), "type": layout}
        for facet, name in _FACETS.items():  # the page of a facet itself only names its terms for the templates
            yield f"{facet}/_index.md", {"title": name, "_build": {"render": "never"}}
            for term in self._terms.get(facet, ()):
                yield f"{facet}/{term}/_index.md", self._term(facet, term)
        for topic, under in self._topics.items():
            head = {"title": f"Emne: {topic}", "linkTitle": topic, "type": "topic", "mentioned_by": under}
            yield f"emner/{topic}/_index.md", head
        yield "alle/_index.md", {"title": "Alle", "_build": {"render": "never"}}
        for (named, kind), count in self._count.items():
            if count > _SHOWN:
                yield self._all_of(named, kind)

    def _term(self, facet: str, term: str) -> dict[str, Any]:
        """A value of a facet; the lists of meetings by year have no list with facets above them."""
        place, name = facet.rpartition("/")[0], self._titles.get(term) or _CLASSES.get(term, term)
        if place == MEETINGS:
            return {"title": f"Møder {name}", "linkTitle": name, "type": "year", "up": "/"}
        if place == _CALENDAR:
            return {"title": f"Kalender {name}", "linkTitle": name, "type": "calendar", "up": f"/{place}"}
        chosen = f"{_FACETS[facet]}{'' if facet.endswith('ansvarlig') else ':'} {name}"
        title, layout = (f"Beslutninger: {name}", "log") if place == _LOG else (f"Hvad blev der af det? {chosen}", "board")
        return {"title": title, "linkTitle": name, "type": layout, "up": f"/{place}", "chosen": chosen}

    def _all_of(self, named: To, kind: str) -> tuple[str, dict[str, Any]]:
        """The list of all of one kind that name a record; it stands below the record."""
        of, part = address_of(named), {"item": "punkter", "meeting": MEETINGS, **FOLDERS}[kind]
        title = f"{_PLURALS.get(kind) or part.capitalize()}: {self._titles[named.id]}"
        head = {"title": title, "type": "all_of", "url": f"{of}alle/{part}/", "of": of.rstrip("/"), "kind": kind, "up": "/"}
        return f"alle{of}{part}/_index.md", head
