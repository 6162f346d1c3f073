"""A draft to words: what was found, what is unknown, what is suggested, and which lines stand in no record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.importer.drafting.draft import Draft, Finding
from generator.messages import Catalogue

_LINES_NAMED = 12  # places of one word that are named; the rest is counted


def report_of(draft: Draft, t: Catalogue) -> Iterator[str]:
    """The report, line by line."""
    yield from _records(draft, t)
    by_key: dict[str, list[Finding]] = defaultdict(list)
    for finding in draft.findings:
        by_key[finding.key].append(finding)
    for key, found in by_key.items():
        yield ""
        yield t(f"import.{key}_heading", count=len(found))
        yield from _words(key, found, t) if key in ("repaired", "may_be_damaged") else _each(key, found, t)
    if draft.left:
        yield ""
        yield t("import.left_heading", count=len(draft.left))
        yield from _left(draft, t)


def _left(draft: Draft, t: Catalogue) -> Iterator[str]:
    """The lines that stand in no record; those that say the same, such as a label, together."""
    by_text: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, text in draft.left:
        by_text[text].append(place)
    for text, places in by_text.items():
        yield f"  {_places(places, t)}: {text}"


def _places(places: Sequence[tuple[int, int]], t: Catalogue) -> str:
    named = ", ".join(_place(place, t) for place in places[:_LINES_NAMED])
    return named + (t("import.and_more", count=len(places) - _LINES_NAMED) if len(places) > _LINES_NAMED else "")


def _records(draft: Draft, t: Catalogue) -> Iterator[str]:
    for folder, files in groupby(sorted(draft.files, key=lambda one: one.path), key=lambda one: one.path.rpartition("/")[0]):
        yield f"{folder}/"
        for file in files:
            number = f"{file.fields['number']}  " if file.fields.get("number") else ""
            outcomes = ", ".join(dict.fromkeys(str(one["outcome"]) for one in file.fields.get("decisions", ())))
            said = f"  [{outcomes}]" if outcomes else ""
            yield f"  {number}{file.fields['title']}{said}"


def _each(key: str, found: Sequence[Finding], t: Catalogue) -> Iterator[str]:
    for one in found:
        text = t(f"import.{key}", **one.details) if one.details else t(f"import.{key}")
        yield f"  {_place(one.place, t)}: {text}" if one.place[1] else f"  {text}"


def _words(key: str, found: Sequence[Finding], t: Catalogue) -> Iterator[str]:
    """Words that were or may be mended, each once with its lines."""
    by_word: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for one in found:
        by_word[str(one.details["found"]), str(one.details["reading"])].append(one)
    for (word, reading), places in by_word.items():
        yield f"  {word} → {reading}  ({_places([one.place for one in places], t)})"


def _place(place: tuple[int, int], t: Catalogue) -> str:
    page, line = place
    return t("import.at_page", page=page, line=line) if page else t("import.at_line", line=line)
