"""Agreements and lists of appointments: the facts that a person finds in them beside those that the import drafts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench.minutes.compare import Letters, firm_letters_of, letters_of
from bench.minutes.printing import write
from bench.minutes.reading import drafted
from bench.minutes.sets import FOLDER, Minutes
from generator.importer.drafting.draft import Draft
from generator.vocabulary import load_vocabulary

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PaperScore:
    """The facts of one paper, clean or damaged: those that are missing, those that are not so, how many there are."""

    name: str
    damaged: bool
    missing: tuple[str, ...]
    false: tuple[str, ...]
    facts: int


def papers() -> list[Minutes]:
    """The papers as sources; what is in them stands beside them."""
    paths = sorted(path for path in (FOLDER / "papers").iterdir() if path.suffix in (".txt", ".md"))
    return [Minutes(path.stem, path.suffix[1:], "", "", path.read_text(encoding="utf-8"), ()) for path in paths]


def expected_of(name: str) -> list[str]:
    """The facts that a person finds in a paper, a line for each."""
    value = yaml.load((FOLDER / "papers" / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return list(_agreed(value) if value["kind"] == "agreement" else _appointed(value["appointments"]))


def score(paper: Minutes, folder: Path, *, damaged: bool) -> PaperScore:
    """Import a paper from a file in the folder and say which facts are missing, and which are not so."""
    letters: Letters = firm_letters_of if damaged else letters_of
    expected, found = expected_of(paper.name), list(_found(drafted(write(paper, folder, damaged=damaged))))
    known, said = {letters(fact) for fact in expected}, {letters(fact) for fact in found}
    return PaperScore(
        paper.name,
        damaged,
        tuple(fact for fact in expected if letters(fact) not in said),
        tuple(fact for fact in found if letters(fact) not in known),
        len(expected),
    )


def lines_of(scores: Sequence[PaperScore], *, details: bool) -> Iterator[str]:
    """A line for each paper, and on request each fact that is missing or not so."""
    yield f"{'PAPERS':52}{'facts':>6}{'right':>7}{'false':>14}"
    for one in scores:
        name = one.name + (", damaged" if one.damaged else "")
        yield f"{name:52}{one.facts:6}{one.facts - len(one.missing):7}{len(one.false):14}"
        if details:
            yield from (f"    missing: {fact}" for fact in one.missing)
            yield from (f"    false: {fact}" for fact in one.false)


def _agreed(value: Mapping[str, Any]) -> Iterator[str]:
    yield f"title {value['title']}"
    yield from (f"party {party}" for party in value["parties"])
    yield f"start {value['start']}"
    yield f"end {value['end'] or UNKNOWN}"
    yield from (f"goal {goal}" for goal in value["goals"])
    yield from (f"share {party} {amount}" for party, amount in value["shares"].items())
    if value["total"]:
        yield f"total {value['total']}"


def _appointed(every: Sequence[Mapping[str, str]]) -> Iterator[str]:
    for one in every:
        if "vacant" in one:  # the word that says so
            yield f"{one['post']} / vacant"
            continue
        said = {"substitute": "", **one, "for": one.get("for", "")}
        yield " / ".join(said[name] for name in ("post", "holder", "for", "substitute", "start", "end"))


def _found(draft: Draft) -> Iterator[str]:
    """The same facts, as the drafts have them."""
    titles = {f"{file.path.partition('/')[0]} {file.fields['id']}": str(file.fields["title"]) for file in draft.files}
    for file in draft.files:
        folder, fields = file.path.partition("/")[0], file.fields
        if folder == "agreements":
            said = {**fields, "parties": [_title(one["party"], titles) for one in fields["parties"]], "shares": {}, "total": ""}
            said["start"], said["end"] = (_plain(fields[end]) for end in ("start", "end"))
            yield from _agreed({**said, "goals": [one["goal"] for one in fields.get("goals", [])]})
        elif folder == "cost-shares":
            yield from (f"share {one['label']} {one['amount']}" for one in fields["shares"])
            yield from (f"total {amount}" for amount in fields.get("printed_totals", {}).values())
        elif folder == "posts":  # its note has a paragraph for each seat that the source calls vacant
            vacant = filter(None, str(fields.get("note", "")).split("\n\n"))
            yield from _appointed([{"post": fields["title"], "vacant": said} for said in vacant])
        elif folder == "appointments":
            one = {name: _plain(fields[name]) for name in ("start", "end")}
            one |= {"post": titles[f"posts {fields['post']}"], "for": _title(fields.get("on_behalf_of", ""), titles)}
            one |= {name: _title(f"person:{fields.get(name, '')}", titles) for name in ("holder", "substitute")}
            yield from _appointed([one])


def _title(pointer: str, titles: Mapping[str, str]) -> str:
    """What a record is called that a pointer names, such as "organization:israadet"; what is no record stands as it is."""
    kind, _, identifier = pointer.partition(":")
    folder = {"person": "people", "organization": "organizations"}.get(kind, kind)
    return titles.get(f"{folder} {identifier}", _plain(identifier))


def _plain(word: str) -> str:
    """A word for what is not known as the one word that expectations have for it."""
    return UNKNOWN if load_vocabulary("unknown").find(word, ("da", "en")) else word
