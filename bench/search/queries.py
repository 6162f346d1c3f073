"""Queries: the files of graded queries to values, each with its class and the grade of every page that answers it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
HALVES = ("tune", "final")
NO_ANSWER = "no-answer"  # the class of queries that nothing on the site answers
GRADES = (3, 2, 1)  # of the last three columns of a file, in their order


@dataclass(frozen=True, slots=True)
class Query:
    """What someone types, and how well which pages answer it: 3 the page itself, 2 also answers, 1 useful."""

    kind: str
    number: int
    text: str
    grades: Mapping[str, int]


def file_of(half: str) -> Path:
    """Where one half of the queries stands."""
    return FOLDER / f"queries-{half}.tsv"


def half_of(number: int) -> str:
    """The half that a query belongs to by its number within its class: the odd ones are for tuning."""
    return HALVES[0] if number % 2 else HALVES[1]


def load(chosen: str) -> list[Query]:
    """The queries of `tune`, `final` or `all`, by class in the order of the files."""
    found = [_query(line) for half in HALVES if chosen in (half, "all") for line in _lines(half)]
    kinds = list(dict.fromkeys(query.kind for query in found))
    return sorted(found, key=lambda query: (kinds.index(query.kind), query.number))


def missing_of(queries: Sequence[Query], site: Path) -> list[str]:
    """The graded addresses that a built site does not have."""
    graded = {address for query in queries for address in query.grades}
    return sorted(address for address in graded if not (site / address.strip("/") / "index.html").is_file())


def _lines(half: str) -> list[str]:
    return file_of(half).read_text(encoding="utf-8").splitlines()[1:]


def _query(line: str) -> Query:
    kind, number, text, *columns = line.split("\t")
    grades: dict[str, int] = {}
    for grade, column in zip(GRADES, columns, strict=False):
        for address in column.split():
            if address in grades:
                raise ValueError(f"{kind} {number}, {text}: {address} is graded twice")
            grades[address] = grade
    return Query(kind, int(number), text, grades)
